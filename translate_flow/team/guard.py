"""Every request to the team's desk, before anything of it is believed: address, origin, session, role, token, size.

A plain ASGI middleware in the place of the desk's gate. It reads no header that a proxy sets: the address that people
type is a setting, and who somebody is, the session says. So there is nothing to forge.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from anyio import CapacityLimiter, to_thread
from starlette.routing import BaseRoute, Match, Route

from ..desk import messages as of_desk
from ..desk.desk import Desk
from ..desk.gate import (
    LARGEST_BODY,
    App,
    AsgiMessage,
    Receive,
    Scope,
    Send,
    bounded,
    dressed,
    headers_once,
    refuse,
)
from ..errors import Away, UsageError
from ..messages import Message
from ..workspace.access import acting
from . import messages as said
from .accounts import Accounts
from .permissions import NEEDS, Need
from .rights import Book, Locks, Nobody, PersonsAccess
from .roles import Role
from .sessions import Seat, Sessions

LOGIN = "/login"
AGAIN_SECONDS = b"5"
"""When one may ask again, while the database is away."""
AT_ONCE = 4
"""Requests whose session is looked up at once."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where people reach the desk."""

    origin: str
    """Scheme, host and port, as browsers write them."""

    @classmethod
    def of(cls, text: str) -> Address:
        """From what an administrator writes. Raises UsageError."""
        try:
            parts = urlsplit(text.strip())
            host, port = parts.hostname or "", parts.port
        except ValueError:
            raise UsageError(said.NOT_AN_ADDRESS(address=text)) from None
        rest = parts.path.strip("/") or parts.query or parts.fragment or parts.username
        if parts.scheme not in ("http", "https") or not host or rest or not host.isascii():
            raise UsageError(said.NOT_AN_ADDRESS(address=text))
        usual = {"http": 80, "https": 443}[parts.scheme]
        named = f"[{host}]" if ":" in host else host
        return cls(f"{parts.scheme}://{named}" + (f":{port}" if port not in (None, usual) else ""))

    @property
    def secure(self) -> bool:
        """Whether browsers come by TLS."""
        return self.origin.startswith("https:")

    @property
    def host(self) -> str:
        """What browsers send as Host."""
        return self.origin.split("://")[1]

    @property
    def cookie(self) -> str:
        """Name of the session's cookie; by its prefix a browser takes it by TLS and from this very host alone."""
        return "__Host-desk" if self.secure else "desk-session"


@dataclass
class Guard:
    """Lets through what a person's page may ask."""

    app: App
    routes: Sequence[BaseRoute]
    desk: Desk
    accounts: Accounts
    address: Address
    upload_path: str
    largest_upload: int
    needs: dict[tuple[str, str], Need] = field(default_factory=lambda: NEEDS)

    def __post_init__(self) -> None:
        self.sessions, self.book, self.locks = Sessions(self.accounts), Book(self.accounts), Locks()
        self._threads: CapacityLimiter | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a refusal, or hand the request on with who asks in its scope."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        headers, twice = headers_once(scope)
        if twice:
            await refuse(send, headers, 400, of_desk.ONE_HOST())
            return
        try:
            seat = await self._known(headers.get(b"cookie", b""))
        except Away as error:
            await refuse(self._strict(send), headers, 503, error.message)
            return
        need = self._need(scope)
        refusal = self._refusal(scope, headers, seat, need)
        if refusal is not None:
            await self._refuse(scope, send, headers, *refusal)
            return
        limit = self.largest_upload if scope["path"].startswith(self.upload_path) else LARGEST_BODY
        receive, send = bounded(receive, limit), dressed(self._strict(send))
        if seat is None:
            with acting(Nobody()):
                await self.app(scope, receive, send)
            return
        scope["session"], scope["visitor"] = seat.id, seat.account
        scope["token"] = self.sessions.token(seat.account)
        scope["valid"] = self._validity(seat)
        scope["may"] = self._may(seat)
        role = (need and need.role) or Role.TRANSLATOR
        with acting(PersonsAccess(seat.account, self.book, self.locks, self.desk, role)):
            await self.app(scope, receive, send)

    # Who and what --------------------------------------------------------------------

    async def _known(self, cookies: bytes) -> Seat | None:
        """Whose session it is, their rights read too; by threads of the guard's own, so that nobody waits at the
        door for the others' long work."""
        if self._threads is None:
            self._threads = CapacityLimiter(AT_ONCE)

        def look() -> Seat | None:
            seat = self._seat(cookies)
            if seat is not None:
                self.book.of(seat.account)
            return seat

        return await to_thread.run_sync(look, limiter=self._threads)

    def _seat(self, cookies: bytes) -> Seat | None:
        """The session of our cookie; of several with its name, the one that holds."""
        for cookie in cookies.decode("latin-1").split(";"):
            name, _, value = cookie.partition("=")
            if (
                name.strip() == self.address.cookie
                and (seat := self.sessions.find(value.strip())) is not None
            ):
                return seat
        return None

    def _validity(self, seat: Seat) -> Callable[[], bool]:
        """Whether the session still holds, for a page's news: asked again when rights changed, or after a while."""
        known = (self.accounts.changed, self.accounts.now())

        def valid() -> bool:
            nonlocal known
            now = self.accounts.changed, self.accounts.now()
            if now == known:
                return True
            try:
                if self.sessions.at(seat.id) is None:
                    return False
            except Away:  # the page asks again, and is told
                return False
            known = now
            return True

        return valid

    def _may(self, seat: Seat) -> Callable[[str], bool]:
        """Whether the person may ask for an address anywhere, for what pages offer: `POST /api/build`."""
        grants = self.book.of(seat.account).grants

        def may(address: str) -> bool:
            method, _, path = address.partition(" ")
            need = self.needs.get((method, path))
            return need is not None and need.met(grants)

        return may

    def _need(self, scope: Scope) -> Need | None:
        """What the address asks for; None if it is not listed, or is none."""
        method = "GET" if scope["method"] == "HEAD" else scope["method"]
        for route in self.routes:
            if isinstance(route, Route) and route.matches(scope)[0] is Match.FULL:
                return self.needs.get((method, route.path))
        return None

    def _refusal(
        self, scope: Scope, headers: dict[bytes, bytes], seat: Seat | None, need: Need | None
    ) -> tuple[int, Message] | None:
        """Status and reason if the request is not let in."""
        if headers.get(b"host", b"").decode("latin-1").lower() != self.address.host:
            return 421, of_desk.OTHER_ADDRESS()
        origin = headers.get(b"origin")
        if origin is not None and origin.decode("latin-1") != self.address.origin:
            return 403, of_desk.OTHER_PAGE()
        path, method = scope["path"], scope["method"]
        if method not in ("GET", "HEAD", "POST"):
            return 405, of_desk.OTHER_METHOD()
        public = need is not None and need.public
        if seat is None and not public:
            return 401, said.SIGN_IN()
        if need is None:
            return 404, said.NO_PAGE()
        if seat is not None and not need.met(self.book.of(seat.account).grants):
            return 403, said.NOT_YOURS()
        if not _from_here(headers, method):
            return 403, of_desk.OTHER_PAGE()
        if method == "POST":
            if origin is None:
                return 403, of_desk.OTHER_PAGE()
            token = headers.get(b"x-csrf-token", b"")
            if path.startswith("/api/") and (
                seat is None or not hmac.compare_digest(token, self.sessions.token(seat.account).encode())
            ):
                return 403, of_desk.OUT_OF_DATE()
            limit = self.largest_upload if path.startswith(self.upload_path) else LARGEST_BODY
            length = headers.get(b"content-length", b"0")
            if not length.isdigit() or int(length) > limit:
                return 413, of_desk.TOO_LARGE(limit=limit)
        return None

    # Answers ---------------------------------------------------------------------------

    async def _refuse(
        self, scope: Scope, send: Send, headers: dict[bytes, bytes], status: int, reason: Message
    ) -> None:
        """A page that needs signing in leads there, and from there back."""
        page = b"text/html" in headers.get(b"accept", b"") and scope["method"] == "GET"
        if status != 401 or not page:
            await refuse(self._strict(send), headers, status, reason)
            return
        query = scope["query_string"].decode("latin-1")
        back = quote(scope["path"] + (f"?{query}" if query else ""), safe="")
        target = LOGIN if scope["path"] == "/" else f"{LOGIN}?next={back}"
        start: AsgiMessage = {
            "type": "http.response.start",
            "status": 303,
            "headers": [(b"location", target.encode()), (b"content-length", b"0")],
        }
        await dressed(self._strict(send))(start)
        await send({"type": "http.response.body", "body": b""})

    def _strict(self, send: Send) -> Send:
        """By TLS: never again otherwise. And forms say where they come from, which `no-referrer` would keep from us."""
        more = [(b"referrer-policy", b"same-origin")]
        if self.address.secure:
            more.append((b"strict-transport-security", b"max-age=31536000"))

        async def strict(message: AsgiMessage) -> None:
            if message["type"] == "http.response.start":
                own = [(n, v) for n, v in message.get("headers", []) if n.lower() != b"referrer-policy"]
                later = [(b"retry-after", AGAIN_SECONDS)] if message["status"] == 503 else []
                message = {**message, "headers": [*own, *more, *later]}
            await send(message)

        return strict


def _from_here(headers: dict[bytes, bytes], method: str) -> bool:
    """Whether the browser says that a page of ours asks, or a person followed a link to a page."""
    site = headers.get(b"sec-fetch-site", b"none")
    if site in (b"same-origin", b"none"):
        return True
    followed = headers.get(b"sec-fetch-mode") == b"navigate" and headers.get(b"sec-fetch-dest") == b"document"
    return followed and method in ("GET", "HEAD")
