"""Who may come in: whose process, Host, Origin, secret, CSRF token, size; and the headers of every answer.

A plain ASGI middleware, so that nothing is answered before it has looked.
"""

from __future__ import annotations

import hmac
import html
import json
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from hashlib import blake2b
from typing import Any
from urllib.parse import parse_qs

from ..messages import Message
from . import messages as said
from .peers import foreign
from .words import choose, locale_of

Scope = MutableMapping[str, Any]
AsgiMessage = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[AsgiMessage]]
Send = Callable[[AsgiMessage], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'none'"
)
"""Content-Security-Policy of every page: nothing from elsewhere, nothing inline."""
HEADERS = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
    b"cache-control": b"no-store",
}
LARGEST_BODY = 1024 * 1024
"""Bytes of a request, uploads apart."""


class Secret:
    """What opens one workspace's desk: the opening link, the cookies, the CSRF tokens."""

    def __init__(self, seed: str) -> None:
        self._seed = seed.encode()
        self.link = secrets.token_hex(20)
        """Is in the opening link; another at each start, since links stay in histories."""

    def _of(self, what: str) -> str:
        return blake2b(what.encode(), key=self._seed[:64], digest_size=20).hexdigest()

    def cookie(self) -> str:
        """The cookie of a new session."""
        session = secrets.token_hex(8)
        return f"{session}.{self._of(f'session {session}')}"

    def session(self, cookie: str) -> str | None:
        """The session a cookie is for; None if it is not one of ours."""
        session, _, sign = cookie.partition(".")
        return (
            session if hmac.compare_digest(sign.encode(), self._of(f"session {session}").encode()) else None
        )

    def token(self, session: str) -> str:
        """The session's CSRF token."""
        return self._of(f"csrf {session}")


class Gate:
    """Lets through what comes from a page of ours, opened by whoever has the secret."""

    def __init__(self, app: App, secret: Secret, port: int, upload_path: str, largest_upload: int) -> None:
        self.app = app
        self.secret = secret
        self.hosts = {f"127.0.0.1:{port}".encode(), f"localhost:{port}".encode()}
        self.address = "127.0.0.1", port
        self.cookie = f"desk-{port}"
        self.upload_path = upload_path
        self.largest_upload = largest_upload

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a refusal, or hand the request on with `session` in its scope."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        headers, twice = headers_once(scope)
        if twice:
            await refuse(send, headers, 400, said.ONE_HOST())
            return
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await refuse(send, headers, *refusal)
            return
        limit = self.largest_upload if scope["path"].startswith(self.upload_path) else LARGEST_BODY
        await self.app(scope, bounded(receive, limit), dressed(send))

    def _refusal(self, scope: Scope, headers: dict[bytes, bytes]) -> tuple[int, Message] | None:
        """Status and reason if the request is not let in."""
        if foreign(scope.get("client"), self.address):
            return 403, said.OTHER_USER()
        host = headers.get(b"host", b"")
        if host not in self.hosts:
            return 421, said.OTHER_ADDRESS()
        origin = headers.get(b"origin")
        if origin is not None and origin != b"http://" + host:
            return 403, said.OTHER_PAGE()
        path, method = scope["path"], scope["method"]
        if method not in ("GET", "HEAD", "POST"):
            return 405, said.OTHER_METHOD()
        if path == "/enter" and method == "GET":
            given = parse_qs(scope["query_string"].decode("latin-1")).get("key", [""])[0]
            if hmac.compare_digest(given.encode(), self.secret.link.encode()):
                return None
            return 403, said.LINK_NOT_VALID()
        session = self._session(headers.get(b"cookie", b""))
        if session is None:
            return 403, said.OPEN_WITH_LINK()
        if headers.get(b"sec-fetch-site", b"none") not in (b"same-origin", b"none"):
            return 403, said.OTHER_PAGE()
        if method == "POST":
            token = headers.get(b"x-csrf-token", b"")
            if origin is None or not hmac.compare_digest(token, self.secret.token(session).encode()):
                return 403, said.OUT_OF_DATE()
            limit = self.largest_upload if path.startswith(self.upload_path) else LARGEST_BODY
            length = headers.get(b"content-length", b"0")
            if not length.isdigit() or int(length) > limit:
                return 413, said.TOO_LARGE(limit=limit)
        scope["session"] = session
        return None

    def _session(self, cookies: bytes) -> str | None:
        """The session of our cookie among those of all pages of this machine; None without a valid one.

        Split by hand: a reader of cookies stops at the first one it does not like, and others' are not
        ours to choose. Of several with our name (another page may have set one) the valid one counts.
        """
        for cookie in cookies.decode("latin-1").split(";"):
            name, _, value = cookie.partition("=")
            if name.strip() == self.cookie and (session := self.secret.session(value.strip())) is not None:
                return session
        return None


def headers_once(scope: Scope) -> tuple[dict[bytes, bytes], bool]:
    """The request's headers, cookies of several lines in one; and whether Host or Origin come twice."""
    headers: dict[bytes, bytes] = {}
    for name, value in scope["headers"]:
        if name in headers and name in (b"host", b"origin"):
            return headers, True
        again = name == b"cookie" and name in headers
        headers[name] = headers[name] + b"; " + value if again else value
    return headers, False


def bounded(receive: Receive, limit: int) -> Receive:
    """Bodies without a length are cut off at the limit; a cut-off body is not a valid request."""
    seen = 0

    async def bounded() -> AsgiMessage:
        nonlocal seen
        message = await receive()
        if message["type"] == "http.request":
            seen += len(message.get("body", b""))
            if seen > limit:
                return {"type": "http.disconnect"}
        return message

    return bounded


def dressed(send: Send) -> Send:
    """Answers get the safety headers, where they don't set their own."""

    async def dressed(message: AsgiMessage) -> None:
        if message["type"] == "http.response.start":
            own = {name.lower() for name, _ in message.get("headers", [])}
            more = [(name, value) for name, value in HEADERS.items() if name not in own]
            message = {**message, "headers": [*message.get("headers", []), *more]}
        await send(message)

    return dressed


async def refuse(send: Send, headers: dict[bytes, bytes], status: int, reason: Message) -> None:
    """Say why not: to a script as JSON, to a person as a page, in the browser's language."""
    tag = choose(headers.get(b"accept-language", b"").decode("latin-1"))
    words = locale_of(tag).translate(reason)
    page = b"text/html" in headers.get(b"accept", b"")
    body = (_page(tag, words) if page else json.dumps({"error": words}, ensure_ascii=False)).encode()
    kind = b"text/html; charset=utf-8" if page else b"application/json"
    own = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": [*own, *HEADERS.items()]})
    await send({"type": "http.response.body", "body": body})


def _page(tag: str, words: str) -> str:
    """A page without anything of the desk in it: whoever is refused may be anybody."""
    sentence = html.escape(words[:1].upper() + words[1:]) + "."
    return (
        f'<!doctype html><html lang="{tag}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<meta name="color-scheme" content="light dark"><title>translate-flow</title>'
        f"<main><h1>translate-flow</h1><p>{sentence}</p></main></html>"
    )
