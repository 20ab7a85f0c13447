"""One HTTP exchange with a service: bounded in time and size, followed nowhere, logged nowhere."""

from __future__ import annotations

import json
import logging
import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import requests
import requests.adapters
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

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
    """What came back: the part of `requests.Response` that deep-translator looks at."""

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

    def close(self) -> None:
        """Nothing is held open."""


class _Confidential(threading.local):
    here = False


_thread = _Confidential()


def keep_out_of_logs() -> None:
    """Let urllib3 log nothing from the present thread: its debug lines hold the text that is sent."""
    _thread.here = True


def _loggable(_record: logging.LogRecord) -> bool:
    return not _thread.here


for _name in ("urllib3.connectionpool", "urllib3.connection", "urllib3.util.retry"):
    logging.getLogger(_name).addFilter(_loggable)


class Wire:
    """A connection to one service, for one thread at a time; kept alive between requests."""

    def __init__(self, name: str, *, direct: bool) -> None:
        """`name`: the engine's, for messages. `direct`: past any proxy of the environment."""
        self._name = name
        self._session = requests.Session()
        self._session.trust_env = not direct
        self._session.auth = _anonymous
        self._connections: list[HTTPConnection] = []
        self._lock = threading.Lock()
        self._broken = False
        for prefix in ("http://", "https://"):
            self._session.mount(prefix, _Mount(self._connecting))

    def send(self, request: Request, timeout: float) -> Answer:
        """The answer, whatever its status. Raises AttemptFailed.

        `timeout`: seconds to wait for each sign of life; `Attempt` sets the limit to the whole.
        """
        try:
            answer = self._send(request, timeout)
        except Exception as error:
            failure = _failure(self._name, error)
        else:
            if answer is not None:
                return answer
            failure = AttemptFailed(EngineError(TOO_LONG(name=self._name)))
        # Raised outside the handler: the library's exception holds the URL, and with it the text.
        raise failure

    def _send(self, request: Request, timeout: float) -> Answer | None:
        body = bytearray()
        with self._session.request(
            request.method,
            request.url,
            params=dict(request.params) or None,
            json=request.body,
            headers=dict(request.headers),
            timeout=timeout,
            allow_redirects=False,
            stream=True,
        ) as response:
            for chunk in response.iter_content(65_536):
                body += chunk
                if len(body) > LARGEST_ANSWER:
                    return None
            headers = {name.lower(): value for name, value in response.headers.items()}
            # Without a charset `requests` takes HTML for Latin-1; these services speak UTF-8.
            named = "charset=" in headers.get("content-type", "").lower()
            charset = (named and response.encoding) or "utf-8"
            return Answer(response.status_code, _decoded(bytes(body), charset), headers)

    def _connecting(self, connection: HTTPConnection) -> None:
        with self._lock:
            if self._broken:
                raise OSError("given up")
            self._connections.append(connection)

    def close(self) -> None:
        """Break off whatever is under way, from any thread; the wire is of no use afterwards."""
        with self._lock:
            self._broken = True
            connections, self._connections = self._connections, []
        for connection in connections:
            sock = getattr(connection, "sock", None)
            if sock is not None:
                with suppress(OSError):
                    # Not the TLS socket's own method, which would drop its state under the reader.
                    socket.socket.shutdown(sock, socket.SHUT_RDWR)
        self._session.close()


def _anonymous(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """No credentials from ~/.netrc, which `requests` would otherwise look up."""
    return request


class _Mount(requests.adapters.HTTPAdapter):
    """Tells the wire of each connection before and after it is made."""

    def __init__(self, connecting: Callable[[HTTPConnection], None]) -> None:
        class Plain(HTTPConnection):
            def connect(self) -> None:
                connecting(self)
                super().connect()
                connecting(self)

        class Secure(HTTPSConnection):
            def connect(self) -> None:
                connecting(self)
                super().connect()
                connecting(self)

        self._pools = {
            "http": type("PlainPool", (HTTPConnectionPool,), {"ConnectionCls": Plain}),
            "https": type("SecurePool", (HTTPSConnectionPool,), {"ConnectionCls": Secure}),
        }
        super().__init__(pool_connections=1, pool_maxsize=1)

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, *args: Any, **options: Any) -> Any:
        found = super().proxy_manager_for(*args, **options)
        found.pool_classes_by_scheme = self._pools
        return found


def _decoded(body: bytes, charset: str) -> str:
    try:
        return body.decode(charset)
    except (LookupError, UnicodeDecodeError):
        # The adapter refuses a translation with U+FFFD in it; an error page may hold what it likes.
        return body.decode("utf-8", "replace")


def _failure(name: str, error: Exception) -> AttemptFailed:
    """Our words for what `requests` raised: its own hold the URL, hence text and keys."""
    raised = requests.exceptions
    if isinstance(error, raised.SSLError):
        return AttemptFailed(Unavailable(CERTIFICATE(name=name)), fatal=True)
    if isinstance(
        error, raised.InvalidURL | raised.InvalidHeader | raised.MissingSchema | raised.InvalidSchema
    ):
        return AttemptFailed(Unavailable(BAD_REQUEST(name=name)), fatal=True)
    if isinstance(error, raised.Timeout):
        what = NO_ANSWER()
    elif isinstance(error, raised.ProxyError):
        what = PROXY()
    elif isinstance(error, raised.ChunkedEncodingError | raised.ContentDecodingError):
        what = BROKEN_OFF()
    else:
        what = NO_CONNECTION()
    return AttemptFailed(Unavailable(UNREACHABLE(name=name, cause=what)), again=True)
