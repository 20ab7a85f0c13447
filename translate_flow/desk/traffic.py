"""Who is being answered just now: what works in the background lets them pass."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .gate import App, Receive, Scope, Send

BREATH = 0.001
"""Seconds that background work rests between two steps of about as long."""
LONGEST = 0.02
"""Seconds that one step waits for requests, so that it gets on beside many people, too."""
LASTING = "/events"
"""The stream of news, which is open as long as its page."""


class Traffic:
    """Counts the requests of scripts and pages that are being answered.

    Python runs one thread at a time: a save that asks the disk for something, and has to wait each time until another
    thread lets go of the interpreter, takes many times as long as one that is alone.
    """

    def __init__(self) -> None:
        self.now = 0
        """Requests being answered."""
        self.acts = 0
        """How many requests there were that may have changed something."""

    def let_pass(self) -> None:
        """Rest a moment, and a little longer while anybody is being answered. For threads in the background."""
        time.sleep(BREATH)
        until = time.monotonic() + LONGEST
        while self.now and time.monotonic() < until:
            time.sleep(BREATH)


class Counted:
    """An application whose requests are counted from their first to their last byte."""

    def __init__(self, app: App, traffic: Traffic) -> None:
        self.app = app
        self.traffic = traffic

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on."""
        if scope["type"] != "http" or scope["path"] == LASTING:
            await self.app(scope, receive, send)
            return
        self.traffic.now += 1  # in the server's loop only
        try:
            await self.app(scope, receive, send)
        finally:
            self.traffic.now -= 1
            self.traffic.acts += scope.get("method") != "GET"
