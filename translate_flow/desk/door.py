"""Connections before anything of them is believed: whose process, how many, how long, and how much is said of it.

The gate looks at requests. Here it is about what comes before one: a connection that another user's process
opened is shut before it has said a word, one that says nothing is shut after some seconds, and there are
never more than the system has file handles for.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from typing import Any, cast

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from ..messages import Message, say
from . import messages as said
from .gate import HEADERS
from .peers import foreign

HEADER_SECONDS = 10.0
"""How long a request's head may take; a browser's comes in one piece."""
BODY_SECONDS = 30.0
"""How long what is sent with a request may take to come, and again as long for each `BODY_LEAST` of it."""
BODY_LEAST = 1024 * 1024
"""Bytes; even an old machine hands on more to itself in that time."""
MOST = 250
"""Connections of the owner at once; a browser opens six, and one for each page's news."""
LINGER = 0.5
"""Seconds in which who is turned away may read why."""
_LINGERING = 32
"""Of those at once; more are shut without a word."""
LARGEST_HEAD = 1024 * 1024
"""Bytes of a request's head: a browser sends along all cookies that other programs of this machine have set."""

LOGGED = 20
"""Messages of the server that may come one after the other."""
REFILL_SECONDS = 300.0
"""After so long one more may come."""
LONGEST_LOG = 3000
"""Characters of one; where nobody reads the output, the desk must not come to wait for a reader."""


def most(limit: int = MOST) -> int:
    """Connections at once: where the system gives few file handles, half of them are for files."""
    try:
        import resource
    except ImportError:
        return limit
    handles = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return limit if handles == resource.RLIM_INFINITY else min(limit, handles // 2)


class Door(H11Protocol):
    """One connection."""

    own_only = True
    """Whether connections of other users of this machine are shut."""
    limit = MOST
    """Connections at once."""
    turned_away = 0
    """Connections that are being told why they are shut."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Look who it is before anything is read."""
        transport = cast(asyncio.Transport, transport)
        self._waiting: asyncio.TimerHandle | None = None
        self._body: asyncio.TimerHandle | None = None
        self._come = 0
        self._shut = False
        host, port = transport.get_extra_info("peername") or ("", 0), transport.get_extra_info("sockname")
        if self.own_only and foreign(tuple(host[:2]) if host[0] else None, tuple(port[:2])):
            self._turn_away(transport, 403, said.ANOTHER_USER())
        elif len(self.connections) >= most(self.limit):
            self._turn_away(transport, 503, said.TOO_MANY_CONNECTIONS())
        else:
            super().connection_made(transport)
            self._wait()

    def data_received(self, data: bytes) -> None:
        """Hand it on, and keep the time until the head is whole."""
        if self._shut:
            return
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._waited()
        elif self._waiting is None and not self.transport.is_closing() and self.conn.trailing_data[0]:
            self._wait()
        self._come += len(data)
        if self.conn.their_state is not h11.SEND_BODY:
            self._body_came()
        elif self._body is None:
            self._wait_for_body()

    def connection_lost(self, exc: Exception | None) -> None:
        """It is gone, from whichever side."""
        self._waited()
        self._body_came()
        if self._shut:
            return
        super().connection_lost(exc)

    def eof_received(self) -> None:
        """The other side has nothing more to say."""
        if not self._shut:
            super().eof_received()

    def pause_writing(self) -> None:
        """The other side reads slowly."""
        if not self._shut:
            super().pause_writing()

    def resume_writing(self) -> None:
        """It reads again."""
        if not self._shut:
            super().resume_writing()

    def _wait(self) -> None:
        self._waiting = self.loop.call_later(HEADER_SECONDS, self._too_late)

    def _waited(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _too_late(self) -> None:
        self._waiting = None
        if self.conn.their_state is h11.IDLE:
            self.transport.abort()

    def _wait_for_body(self) -> None:
        self._come = 0
        self._body = self.loop.call_later(BODY_SECONDS, self._look_at_body)

    def _look_at_body(self) -> None:
        """Shut a connection whose request does not get on; one that the desk itself lets wait goes on waiting."""
        self._body = None
        if self.conn.their_state is not h11.SEND_BODY or self.transport.is_closing():
            return
        if self._come < BODY_LEAST and not self.flow.read_paused:
            self.transport.abort()
            return
        self._wait_for_body()

    def _body_came(self) -> None:
        if self._body is not None:
            self._body.cancel()
            self._body = None

    def _turn_away(self, transport: asyncio.Transport, status: int, reason: Message) -> None:
        """Say why, and shut it without having read anything."""
        self._shut = True
        if Door.turned_away >= _LINGERING:
            transport.abort()
            return
        Door.turned_away += 1
        body = json.dumps({"error": say(reason)}).encode()
        head = [b"HTTP/1.1 %d Refused" % status, b"content-type: application/json", b"connection: close"]
        head += [
            b"content-length: %d" % len(body),
            *(name + b": " + value for name, value in HEADERS.items()),
        ]
        transport.write(b"\r\n".join(head) + b"\r\n\r\n" + body)

        def close() -> None:
            Door.turned_away -= 1
            transport.abort()

        self.loop.call_later(LINGER, close)


class OpenDoor(Door):
    """One connection of a desk that others come to, through a proxy or from the room."""

    own_only = False
    limit = 2000


class Bounded(logging.Filter):
    """Lets through so many messages, and so much of each: whoever knocks again and again fills no disk."""

    def __init__(self) -> None:
        super().__init__()
        self._left = float(LOGGED)
        self._at = time.monotonic()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether this one may be said; cut short if it is long."""
        if record.exc_info and isinstance(record.exc_info[1], asyncio.CancelledError):
            return False  # the desk ends while a page is being sent: that is no fault
        now = time.monotonic()
        self._left = min(LOGGED, self._left + (now - self._at) / REFILL_SECONDS)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        said = record.getMessage()
        if record.exc_info and record.exc_info[0] is not None:
            said += "\n" + logging.Formatter().formatException(record.exc_info)
        if self._left < 1:
            said += "\n(there may be more such messages; they are not shown for some minutes)"
        record.msg, record.args, record.exc_info, record.exc_text = said[-LONGEST_LOG:], (), None, None
        return True


def bounded_logs() -> None:
    """Bound what the server and the event loop say on the terminal."""
    bound = Bounded()
    for name in ("uvicorn.error", "uvicorn.asgi", "asyncio"):
        logging.getLogger(name).addFilter(bound)


def settings() -> dict[str, Any]:
    """What the server's configuration says about connections."""
    return {"http": Door, "ws": "none", "h11_max_incomplete_event_size": LARGEST_HEAD, "backlog": 128}
