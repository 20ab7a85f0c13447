"""Stretches of one text asked against each other: a paragraph of thousands of names takes no longer than its length explains."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Any, Protocol, TypeVar

from .words import Span


class Spans:
    """Stretches of a text in any order, which may overlap. A question takes logarithmic time, and that of its answer."""

    __slots__ = ("_ends", "_spans", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]
        self._ends = list(accumulate((end for _, end in self._spans), max))
        """The furthest end of each stretch and all before it."""

    def __bool__(self) -> bool:
        return bool(self._spans)

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them overlaps the stretch from `start` to `end`."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start

    def hold(self, start: int, end: int) -> bool:
        """Whether the stretch lies inside one of them."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._ends[before - 1] >= end

    def touching(self, start: int, end: int) -> Iterator[Span]:
        """Those that overlap the stretch, the last first."""
        at = bisect_left(self._starts, end)
        while at and self._ends[at - 1] > start:
            at -= 1
            if self._spans[at][1] > start:
                yield self._spans[at]


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=_Placed)


def apart(found: Iterable[P], rank: Callable[[P], Any]) -> list[P]:
    """Of those that overlap the first by `rank`; what stays is in text order."""
    kept: list[P] = []
    starts: list[int] = []
    for item in sorted(found, key=rank):
        at = bisect_left(starts, item.end)
        if not at or kept[at - 1].end <= item.start:
            at = bisect_left(starts, item.start)
            starts.insert(at, item.start)
            kept.insert(at, item)
    return kept
