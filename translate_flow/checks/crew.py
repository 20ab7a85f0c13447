"""Work on the units of a large statement shared among the processors of the machine.

Processes are forked, so that nothing has to be handed to them and they begin at once; where that cannot be (another
system, a program with threads such as the desk), or is not worth it, one process does all.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")

Exchange = Callable[[list[Any]], list[Any]]
"""Takes what was found for a stretch of the units, and returns what all have found for all units, in order."""
Work = Callable[[range, Exchange], list[T]]
"""Does a stretch of the units, one result for each; every process exchanges equally often."""

LEAST = 1000
"""Units that are worth a process."""
MOST = 8
"""Processes, however many processors there are."""


class _Alone(Exception):
    """One of the others is gone."""


def share(number: int, work: Work[T], effort: int | None = None) -> list[T]:
    """The results of the work for so many units, in order.

    `effort` is how many of them take time: with few of them one process does all.
    """
    hands = min(MOST, (number if effort is None else effort) // LEAST, _processors())
    if hands > 1:
        try:
            return _shared(
                [range(number * n // hands, number * (n + 1) // hands) for n in range(hands)], work
            )
        except _Alone:
            pass  # done once more, so that what went wrong there is seen here
    return work(range(number), lambda own: own)


def _processors() -> int:
    """How many this program may use at once; one where it cannot be forked safely."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _shared(parts: list[range], work: Work[T]) -> list[T]:
    from multiprocessing import get_context

    context = get_context("fork")
    others: list[Connection] = []
    processes = []

    def exchange(own: list[Any]) -> list[Any]:
        every = list(chain(own, *map(_received, others)))
        for other in others:
            _send(other, every)
        return every

    try:
        for part in parts[1:]:
            here, there = context.Pipe()
            others.append(here)
            process = context.Process(target=_help, args=(there, tuple(others), part, work), daemon=True)
            process.start()
            there.close()
            processes.append(process)
        return list(chain(work(parts[0], exchange), *map(_received, others)))
    finally:
        for other in others:
            other.close()
        for process in processes:
            process.terminate()
            process.join()


def _help(connection: Connection, others: Sequence[Connection], part: range, work: Work[T]) -> None:
    """What a forked process does. `others` are the ends of the process it was forked from: who holds one does not
    notice when that is killed, and waits for ever."""
    for other in others:
        other.close()

    def exchange(own: list[Any]) -> list[Any]:
        connection.send(own)
        found: list[Any] = connection.recv()
        return found

    try:
        connection.send(work(part, exchange))
    except BaseException:
        pass  # the other end sees that nothing comes, and does the work itself
    finally:
        connection.close()


def _received(other: Connection) -> list[Any]:
    try:
        found: list[Any] = other.recv()
    except (EOFError, OSError):
        raise _Alone from None
    return found


def _send(other: Connection, found: list[Any]) -> None:
    try:
        other.send(found)
    except OSError:
        raise _Alone from None
