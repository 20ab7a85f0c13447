"""Who is being answered just now: what works in the background lets them pass."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

BREATH = 0.001
"""Seconds that background work rests between two steps of about as long."""
LONGEST = 0.02
"""Seconds that one step waits for requests, so that it gets on beside many people, too."""


class Traffic:
    """Counts the requests of scripts and pages that are being answered.

    Python runs one thread at a time: a save that asks the disk for something, and has to wait each time until another
    thread lets go of the interpreter, takes many times as long as one that is alone.
    """

    def __init__(self) -> None:
        self._now = 0

    @contextmanager
    def one(self) -> Iterator[None]:
        """Within, a request is being answered. In the server's loop only."""
        self._now += 1
        try:
            yield
        finally:
            self._now -= 1

    def let_pass(self) -> None:
        """Rest a moment, and a little longer while anybody is being answered. For threads in the background."""
        time.sleep(BREATH)
        until = time.monotonic() + LONGEST
        while self._now and time.monotonic() < until:
            time.sleep(BREATH)
