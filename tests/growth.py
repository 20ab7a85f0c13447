"""How work grows with what it is done on, measured so that it holds on a machine busy with other things.

Processor time of one size and of five times as much. What grows in proportion takes five times as long, what grows with
the square twenty-five times; the bound lies between, at five to the power of one and a half (11.2). Garbage is not collected
meanwhile, since its cost depends on all that other tests have left in memory. Other programs can only make a
measurement longer: the least of several tries counts for either size, and the first pair within the bound is enough.
"""

from __future__ import annotations

import gc
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

TIMES = 5
"""How much larger the second size is."""
BOUND = TIMES**1.5
"""How much longer it may take."""
TRIES = 5
FLOOR = 0.02
"""Seconds: what takes less for the first size is counted as taking so long; a clock cannot tell smaller times apart."""
MOST = 60.0
"""Seconds after which a measurement is broken off: longer than any work of the tests takes on the slowest machine."""

T = TypeVar("T")


class TooLong(BaseException):
    """Rings out of work that would not end; no handler of errors takes it for one."""


def grows_too_fast(act: Callable[[T], object], made: Callable[[int], T], size: int) -> str:
    """What shows that `act(made(size))` grows faster than its size; empty if it does not. `made` is not timed."""

    def measure(amount: int) -> Mapping[str, float]:
        given = made(amount)
        return {"": timed(lambda: act(given))}

    return grow_too_fast(measure, size).get("", "")


def grow_too_fast(measure: Callable[[int], Mapping[str, float]], size: int) -> dict[str, str]:
    """The same for work in several steps: `measure(size)` gives the seconds of each step, by its name."""
    measure(max(1, size // 4))  # what is read and compiled once
    small: dict[str, float] = {}
    large: dict[str, float] = {}
    for number in range(TRIES):
        # Each try is a little larger than the one before: what remembers the last texts has not met this one.
        for best, amount in ((small, size + number), (large, TIMES * (size + number))):
            for name, seconds in measure(amount).items():
                best[name] = min(seconds, best.get(name, seconds))
                if seconds >= MOST:
                    return {name: f"{seconds} s for a size of {amount} were not enough"}
        found = {
            name: f"{small[name]:.3f} s, {TIMES} times as much {seconds:.3f} s"
            for name, seconds in large.items()
            if seconds > BOUND * max(small[name], FLOOR)
        }
        if not found:
            return {}
    return found


def timed(act: Callable[[], object], most: float = 0.0) -> float:
    """Seconds of processor time; `most` (by itself `MOST`) if it does not end before."""
    most = most or MOST
    with unswept():
        begun = time.process_time()
        try:
            with ring(most):
                act()
        except TooLong:
            return most
        return time.process_time() - begun


@contextmanager
def unswept() -> Iterator[None]:
    """No garbage is collected inside."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextmanager
def ring(seconds: float) -> Iterator[None]:
    """Raise `TooLong` inside after so much processor time; the module `re` listens to signals, too."""

    begun = time.process_time()

    def rung(_: int, __: FrameType | None) -> None:
        # The timer counts whole ticks of the system's clock, and on a busy machine rings too early.
        left = begun + seconds - time.process_time()
        if left <= 0:
            raise TooLong
        signal.setitimer(signal.ITIMER_PROF, max(left, 0.001))

    before = signal.signal(signal.SIGPROF, rung)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
