"""Comparing the figures of a source and its translation."""

from __future__ import annotations

from collections.abc import Sequence

from .figure import Figure


def unmatched(source: Sequence[Figure], target: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Figures of either side without a partner on the other, each in text order.

    Only certain figures are reported. A figure repeated on one side only is no loss, unless
    the other side has one to spare: *17 … 17* → *17 … 27* leaves 17 and 27.
    """
    left, right = _foreign(source, target), _foreign(target, source)
    if (left and right) or not (left or right):
        return left, right
    spare_left, spare_right = _pair(source, target)
    if right:
        return spare_left[: len(right)], right
    return left, spare_right[: len(left)]


def _foreign(these: Sequence[Figure], those: Sequence[Figure]) -> list[Figure]:
    """Certain figures none of whose readings occurs on the other side."""
    there: set[str] = set()
    there.update(*(f.readings for f in those))
    return [f for f in these if f.certain and not f.readings & there]


def _pair(source: Sequence[Figure], target: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Certain figures left over when each is paired with at most one, certain partners first."""
    free = sorted(target, key=lambda f: not f.certain)
    rest = []
    for figure in sorted(source, key=lambda f: not f.certain):
        partner = next((g for g in free if g.readings & figure.readings), None)
        if partner is not None:
            free.remove(partner)
        elif figure.certain:
            rest.append(figure)
    return sorted(rest, key=lambda f: f.start), sorted((g for g in free if g.certain), key=lambda f: f.start)
