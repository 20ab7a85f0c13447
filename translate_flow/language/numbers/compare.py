"""Comparing the figures of a source and its translation by their values."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .figure import Figure, FigureKind

_DENOMINATORS = frozenset("3456789")
_NO_DIGIT = re.compile(r"\D")


def unmatched(source: Sequence[Figure], target: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Figures of either side without a partner on the other, each in text order.

    Only certain figures are reported. A figure repeated on one side only is no loss, unless
    the other side has one to spare: *17 … 17* → *17 … 27* leaves 17 and 27.
    """
    left, right = _foreign(source, target), _foreign(target, source)
    if left and right:
        return _written_otherwise(left, right)
    if not (left or right):
        return left, right
    spare_left, spare_right = _pair(source, target)
    if right:
        return spare_left[: len(right)], right
    return left, spare_right[: len(left)]


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
    if len(left) != len(right) and _digits(left) == _digits(right) and len(_digits(left)) > 5:
        return [], []
    for time, other in ((left, right), (right, left)):
        for figure in [f for f in time if f.kind is FigureKind.TIME]:
            hours = {int(r[1:].split(":")[0]) % 12 for r in figure.readings if r.endswith(":00")}
            same = next((g for g in other if any(r.isdigit() and len(r) < 3 and 0 < int(r) < 13 and int(r) % 12 in hours for r in g.readings)), None)  # fmt: skip
            if same is not None:
                time.remove(figure)
                other.remove(same)
    return left, right


def _digits(these: Sequence[Figure]) -> str:
    return "".join(_NO_DIGIT.sub("", f.form) for f in these)


def _pair(source: Sequence[Figure], target: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Certain figures left over when each is paired with at most one, certain partners first."""
    free = sorted(target, key=lambda f: not f.certain)
    rest = []
    for figure in sorted(source, key=lambda f: not f.certain):
        partner = next((g for g in free if not g.readings.isdisjoint(figure.readings)), None)
        if partner is not None:
            free.remove(partner)
        elif figure.certain:
            rest.append(figure)
    return sorted(rest, key=lambda f: f.start), sorted((g for g in free if g.certain), key=lambda f: f.start)
