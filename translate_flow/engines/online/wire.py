"""One HTTP exchange with a service: bounded in time and size, followed nowhere, logged nowhere."""

from __future__ import annotations

import json
import logging
import os
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from ...errors import EngineError, Unavailable
from .messages import (
    BAD_REQUEST,
    BROKEN_OFF,
    CERTIFICATE,
    NO_ANSWER,
    NO_CONNECTION,
    PROXY,
    TOO_LONG,
    UNREACHABLE,
)

LARGEST_ANSWER = 4_000_000
"""Bytes, unpacked. Far above any translation of what is sent."""


class AttemptFailed(Exception):
    """An attempt without a translation: what to say to the user, and whether to ask again."""

    def __init__(
        self, error: EngineError, *, again: bool = False, after: float | None = None, fatal: bool = False
    ) -> None:
        """`again`: the same request may succeed later, after `after` seconds if the service said so.

        `fatal`: every other request would fail in the same way.
        """
        super().__init__(str(error))
        self.error = error
        self.again = again
        self.after = after
        self.fatal = fatal


@dataclass(frozen=True, slots=True)
class Request:
    """What goes over the wire."""

    method: str
    """GET or POST."""
    url: str
    """Where to."""
    params: Mapping[str, str] = field(default_factory=dict)
    """The URL's query."""
    body: Any = None
    """Sent as JSON, unless None."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Beside the usual ones."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status_code: int
    """HTTP status."""
    text: str
    """Body, decoded; U+FFFD where that was not possible."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Names in lower case."""

    def json(self) -> Any:
        """The body as JSON. Raises ValueError."""
        try:
            return json.loads(self.text)
        except RecursionError as cause:
            raise ValueError("nested too deeply") from cause


class _Confidential(threading.local):
    here = False


_thread = _Confidential()


def keep_out_of_logs() -> None:
    """Let the HTTP library log nothing from the present thread: its lines hold the text that is sent."""
    _thread.here = True


def _loggable(_record: logging.LogRecord) -> bool:
    return not _thread.here


for _name in ("httpx", "httpcore.connection", "httpcore.http11", "httpcore.proxy"):
    logging.getLogger(_name).addFilter(_loggable)


@cache
def _trusted(direct: bool, *_named: str) -> ssl.SSLContext:
    """The certificates that a service's is held against. To read them takes longer than a request on this machine does:
    once for all connections, and anew where the environment names others."""
    import httpx

    return httpx.create_ssl_context(trust_env=not direct)


class Wire:
    """A connection to one service, for one thread at a time; kept alive between requests."""

    def __init__(self, name: str, *, direct: bool) -> None:
        """`name`: the engine's, for messages. `direct`: past any proxy of the environment."""
        import httpx

        self._name = name
        self._direct = direct
        # No credentials come from ~/.netrc: httpx reads it only where it is asked to.
        trusted = _trusted(direct, os.environ.get("SSL_CERT_FILE", ""), os.environ.get("SSL_CERT_DIR", ""))
        self._client = httpx.Client(trust_env=not direct, follow_redirects=False, verify=trusted)
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()
        self._broken = False
        self._busy = False

    def send(self, request: Request, timeout: float) -> Answer:
        """The answer, whatever its status. Raises AttemptFailed.

        `timeout`: seconds to wait for each sign of life; `Attempt` sets the limit to the whole.
        """
        with self._lock:
            self._busy = True
        try:
            answer = self._send(request, timeout)
        except Exception as error:
            failure = _failure(self._name, error, proxied=not self._direct and _proxied(request.url))
        else:
            if answer is not None:
                return answer
            failure = AttemptFailed(EngineError(TOO_LONG(name=self._name)))
        finally:
            with self._lock:
                self._busy = False
                broken = self._broken
            if broken:
                self._client.close()
        # Raised outside the handler: the library's exception holds the URL, and with it the text.
        raise failure

    def _send(self, request: Request, timeout: float) -> Answer | None:
        body = bytearray()
        with self._client.stream(
            request.method,
            request.url,
            params=dict(request.params) or None,
            json=request.body,
            headers=dict(request.headers),
            timeout=timeout,
            extensions={"trace": self._traced},
        ) as response:
            for chunk in response.iter_bytes(65_536):
                body += chunk
                if len(body) > LARGEST_ANSWER:
                    return None
            headers = {name.lower(): value for name, value in response.headers.items()}
            return Answer(response.status_code, _decoded(bytes(body), response.charset_encoding), headers)

    def _traced(self, event: str, info: Mapping[str, Any]) -> None:
        """Know each socket from its beginning, so that it can be broken off; httpcore's `trace` extension."""
        if not event.endswith(("connect_tcp.started", "connect_tcp.complete", "start_tls.complete")):
            return
        stream = info.get("return_value")
        with self._lock:
            if stream is not None:
                self._sockets.append(stream.get_extra_info("socket"))
            if not self._broken:
                return
        self._shut()
        raise OSError("given up")

    def _shut(self) -> None:
        with self._lock:
            sockets, self._sockets = self._sockets, []
        for each in sockets:
            with suppress(OSError):
                # Not the TLS socket's own method, which would drop its state under the reader.
                socket.socket.shutdown(each, socket.SHUT_RDWR)

    def close(self) -> None:
        """Break off whatever is under way, from any thread; the wire is of no use afterwards."""
        with self._lock:
            self._broken = True
            busy = self._busy
        self._shut()
        # A socket is closed by the thread that reads from it alone: its number may belong to another one at once,
        # and that thread would read there.
        if not busy:
            before, _thread.here = _thread.here, True
            self._client.close()
            _thread.here = before


def _decoded(body: bytes, charset: str | None) -> str:
    try:
        # Without a charset it is UTF-8: all these services speak it.
        return body.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        # The adapter refuses a translation with U+FFFD in it; an error page may hold what it likes.
        return body.decode("utf-8", "replace")


def _proxied(url: str) -> bool:
    """Whether the environment names a proxy for an address."""
    proxies, parts = getproxies(), urlsplit(url)
    return not proxy_bypass(parts.hostname or "") and any(proxies.get(name) for name in (parts.scheme, "all"))


def _failure(name: str, error: Exception, *, proxied: bool) -> AttemptFailed:
    """Our words for what httpx raised: its own hold the URL, hence text and keys."""
    import httpx

    if any(isinstance(each, ssl.SSLError) for each in _causes(error)):
        return AttemptFailed(Unavailable(CERTIFICATE(name=name)), fatal=True)
    if isinstance(
        error, httpx.InvalidURL | httpx.UnsupportedProtocol | httpx.LocalProtocolError | UnicodeError
    ):
        return AttemptFailed(Unavailable(BAD_REQUEST(name=name)), fatal=True)
    if isinstance(error, httpx.TimeoutException):
        what = NO_ANSWER()
    elif isinstance(error, httpx.ProxyError) or (proxied and isinstance(error, httpx.ConnectError)):
        what = PROXY()
    elif isinstance(error, httpx.RemoteProtocolError | httpx.DecodingError):
        what = BROKEN_OFF()
    else:
        what = NO_CONNECTION()
    return AttemptFailed(Unavailable(UNREACHABLE(name=name, cause=what)), again=True)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error and what led to it."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
