"""Aligning two sequences by what is equal in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence

Range = tuple[int, int, int, int]
"""A stretch of the old sequence and one of the new: `old[a:b]`, `new[c:d]`."""


def align(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[list[tuple[int, int]], list[Range]]:
    """Pairs of places that hold the same, in the order of both, and the stretches between them.

    Patience diff (Bram Cohen): what occurs once on either side holds the frame, in the
    longest order common to both; equal neighbours join on; then the same within each gap.
    """
    pairs: list[tuple[int, int]] = []
    gaps: list[Range] = []
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        a, b, c, d = waiting.pop()
        while a < b and c < d and old[a] == new[c]:
            pairs.append((a, c))
            a, c = a + 1, c + 1
        while a < b and c < d and old[b - 1] == new[d - 1]:
            b, d = b - 1, d - 1
            pairs.append((b, d))
        if a == b and c == d:
            continue
        frame = _frame(old, new, (a, b, c, d)) if a < b and c < d else []
        if not frame:
            gaps.append((a, b, c, d))
            continue
        for i, j in [*frame, (b, d)]:
            # Equal neighbours before an anchor belong to it, not to the anchor before.
            x, y = i, j
            while x > a and y > c and old[x - 1] == new[y - 1]:
                x, y = x - 1, y - 1
                pairs.append((x, y))
            if i < b:
                pairs.append((i, j))
            waiting.append((a, x, c, y))
            a, c = i + 1, j + 1
    return sorted(pairs), sorted(gaps)


def _frame(old: Sequence[Hashable], new: Sequence[Hashable], where: Range) -> list[tuple[int, int]]:
    """Places of what occurs once in each stretch, in the longest order common to both."""
    a, b, c, d = where
    places = _once(old, a, b)
    matches = sorted((i, j) for item, j in _once(new, c, d).items() if (i := places.get(item)) is not None)
    return [matches[n] for n in rising([j for _, j in matches])]


def _once(items: Sequence[Hashable], start: int, end: int) -> dict[Hashable, int]:
    places: dict[Hashable, int] = {}
    for place in range(start, end):
        places[items[place]] = -1 if items[place] in places else place
    return {item: place for item, place in places.items() if place >= 0}


def rising(values: Sequence[int]) -> list[int]:
    """Indexes of a longest strictly increasing subsequence, by patience sorting."""
    piles: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        pile = bisect_left(piles, value)
        before.append(tops[pile - 1] if pile else -1)
        piles[pile : pile + 1] = [value]
        tops[pile : pile + 1] = [index]
    chain = []
    index = tops[-1] if tops else -1
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]
