"""Comparing the figures of a source and its translation by their values."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence

from .figure import Figure, FigureKind

_DENOMINATORS = frozenset("3456789")
_NO_DIGIT = re.compile(r"\D")


def unmatched(source: Sequence[Figure], target: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Figures of either side without a partner on the other, each in text order.

    Only certain figures are reported. A figure repeated on one side only is not a loss, unless
    the other side has one to spare: *17 … 17* → *17 … 27* leaves 17 and 27.
    """
    source, target = _settled(source, target)
    left, right = _foreign(source, target), _foreign(target, source)
    if left and right:
        return _written_otherwise(left, right)
    if not (left or right):
        return left, right
    spare_left, spare_right = _pair(source, target)
    if right:
        return spare_left[: len(right)], right
    return left, spare_right[: len(left)]


_PARTS = frozenset({FigureKind.ORDINAL, FigureKind.FRACTION})


def _settled(source: Sequence[Figure], target: Sequence[Figure]) -> tuple[Sequence[Figure], Sequence[Figure]]:
    """Without ordinals and parts that both sides have: *el Juzgado Segundo*, *the Second Court* say nothing of *dos meses*."""
    ours = [f for f in source if f.kind in _PARTS]
    if not ours:
        return source, target
    free = {kind: _Free([g for g in target if g.kind is kind]) for kind in _PARTS}
    done: set[int] = set()
    for figure in ours:
        same = free[figure.kind].take(figure)
        if same is not None:
            done |= {id(figure), id(same)}
    return [f for f in source if id(f) not in done], [g for g in target if id(g) not in done]


def _foreign(these: Sequence[Figure], those: Sequence[Figure]) -> list[Figure]:
    """Certain figures none of whose readings occurs on the other side."""
    if not these:
        return []
    there: set[str] = set()
    there.update(*[f.readings for f in those])
    found = [f for f in these if f.certain and there.isdisjoint(f.readings)]
    if any(f.kind is FigureKind.LOOSE and "1" in f.readings for f in those):
        # the 1 of "Formula 1" is not that of "seven times"
        once: set[str] = set()
        once.update(*[f.readings for f in those if f.kind is not FigureKind.LOOSE])
        found += [f for f in these if f.certain and f.form == "1" and "1" not in once]
        found = sorted(set(found), key=lambda f: f.start)
    if any(f.kind is FigureKind.FRACTION for f in those):
        # the three of "three thirds" is not the third of "two thirds"
        whole: set[str] = set()
        whole.update(*[f.readings for f in those if f.kind is not FigureKind.FRACTION])
        found += [
            f
            for f in these
            if f.certain and f.spelled and f.readings <= _DENOMINATORS and whole.isdisjoint(f.readings)
        ]
        found = sorted(set(found), key=lambda f: f.start)
    return found


def _written_otherwise(left: list[Figure], right: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Without those that are one: a telephone number or code divided otherwise, an hour without *p.m.*"""
    bare = [[f for f in side if not any(map(str.isalpha, f.form))] for side in (left, right)]
    ours, theirs = map(_digits, bare)
    if len(bare[0]) != len(bare[1]) and ours == theirs and len(ours) > 5:
        left, right = (
            [f for f in side if f not in other] for side, other in zip((left, right), bare, strict=True)
        )
    for time, other in ((left, right), (right, left)):
        for figure in [f for f in time if f.kind is FigureKind.TIME]:
            hours = {int(r[1:].split(":")[0]) % 12 for r in figure.readings if r.endswith(":00")}
            same = next((g for g in other if any(r.isdecimal() and len(r) < 3 and 0 < int(r) < 13 and int(r) % 12 in hours for r in g.readings) and not any(r[0] == "t" for r in g.readings)), None)  # fmt: skip
            if same is not None:
                time.remove(figure)
                other.remove(same)
    return left, right


def _digits(these: Sequence[Figure]) -> str:
    return "".join(_NO_DIGIT.sub("", f.form) for f in these)


def _pair(source: Sequence[Figure], target: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Certain figures left over when each is paired with at most one, certain partners first."""
    free = _Free(sorted(target, key=lambda f: not f.certain))
    ordered = sorted(source, key=lambda f: not f.certain)
    rest = [figure for figure in ordered if free.take(figure) is None and figure.certain]
    spare = (g for g in free.left() if g.certain)
    return sorted(rest, key=lambda f: f.start), sorted(spare, key=lambda f: f.start)


class _Free:
    """Figures that wait for partners, found by their readings."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._figures = figures
        self._taken: set[int] = set()
        self._numbers: dict[str, deque[int]] = {}
        for number, figure in enumerate(figures):
            for reading in figure.readings:
                self._numbers.setdefault(reading, deque()).append(number)

    def take(self, figure: Figure) -> Figure | None:
        """The first that shares a reading with a figure, which then waits no longer."""
        first = len(self._figures)
        for reading in figure.readings:
            numbers = self._numbers.get(reading)
            while numbers and numbers[0] in self._taken:
                numbers.popleft()
            if numbers:
                first = min(first, numbers[0])
        if first == len(self._figures):
            return None
        self._taken.add(first)
        return self._figures[first]

    def left(self) -> list[Figure]:
        """Those that still wait."""
        return [figure for number, figure in enumerate(self._figures) if number not in self._taken]
