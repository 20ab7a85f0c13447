"""When the next request may start, and how long to wait after a refusal."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime


def _pause(stop: threading.Event, seconds: float) -> None:
    stop.wait(seconds)


@dataclass(frozen=True, slots=True)
class Timing:
    """The clock, the pause and the dice; tests put their own in place."""

    monotonic: Callable[[], float] = time.monotonic
    """Seconds on a clock that only goes forward."""
    now: Callable[[], float] = time.time
    """Seconds since 1970, for a Retry-After that is a date."""
    pause: Callable[[threading.Event, float], None] = _pause
    """Waits that many seconds, less if the event is set meanwhile."""
    random: Callable[[], float] = random.random
    """A number in [0, 1)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How patient the adapter is with a service."""

    deadline: float = 30.0
    """Seconds one request may take from name lookup to last byte."""
    attempts: int = 4
    """How often one piece of text is sent before it counts as failed."""
    first_wait: float = 0.8
    """Seconds the first pause is at most; doubles with each attempt."""
    longest_wait: float = 60.0
    """Seconds; a service that asks for more is not waited for."""
    workers: int = 0
    """Requests under way at the same time; 0 for what the service bears."""


class Pace:
    """Spaces the starts of requests evenly, across all workers of one engine."""

    def __init__(self, interval: float, timing: Timing) -> None:
        """`interval`: least seconds between the starts of two requests."""
        self._interval = interval
        self._timing = timing
        self._lock = threading.Lock()
        self._free_at = 0.0

    def wait(self, stop: threading.Event) -> None:
        """Return when it is this request's turn, or as soon as `stop` is set."""
        with self._lock:
            now = self._timing.monotonic()
            turn = max(now, self._free_at)
            self._free_at = turn + self._interval
        if turn > now:
            self._timing.pause(stop, turn - now)

    def hold(self, seconds: float) -> None:
        """Start no request for that long: the service asked all of us to slow down."""
        with self._lock:
            self._free_at = max(self._free_at, self._timing.monotonic() + seconds)


def backoff(attempt: int, limits: Limits, timing: Timing) -> float:
    """Seconds to wait after attempt number `attempt` (from 0): exponential, with jitter.

    Between half and all of `first_wait`·2^attempt, so that workers that failed together
    do not come back together ("equal jitter", M. Brooker, Exponential Backoff And Jitter, 2015).
    """
    most = min(limits.longest_wait, limits.first_wait * 2.0**attempt)
    return most * (0.5 + timing.random() / 2)


def retry_after(value: str | None, now: float) -> float | None:
    """Seconds a Retry-After header asks for (RFC 9110, 10.2.3), or None if it has no meaning."""
    if not value:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    except (ValueError, OverflowError):
        return None
