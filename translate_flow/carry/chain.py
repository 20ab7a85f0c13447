"""The best set of links between two stretches of paragraphs that keeps their order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Old paragraphs `[old, old + olds)` become new paragraphs `[new, new + news)`."""

    old: int
    """First of the old ones."""
    new: int
    """First of the new ones."""
    weight: int
    """Words they have in common; what a chain makes the most of."""
    olds: int = 1
    """How many: more than one if they were merged."""
    news: int = 1
    """How many: more than one if the old one was split."""


def heaviest(links: Iterable[Link]) -> list[Link]:
    """The links of greatest total weight that neither cross nor overlap, in order.

    Dynamic programming over the old side with prefix maxima over the new side in a
    Fenwick tree: n log n for n links.
    """
    all_links = sorted(links, key=lambda k: (k.old, k.new, k.olds, k.news))
    if len(all_links) < 2:
        return all_links
    best = _Best(max(k.new + k.news for k in all_links) + 1)
    totals: list[int] = []
    before: list[int] = []
    closing = sorted(range(len(all_links)), key=lambda n: all_links[n].old + all_links[n].olds)
    closed = 0
    for link in all_links:
        while (
            closed < len(closing)
            and all_links[closing[closed]].old + all_links[closing[closed]].olds <= link.old
        ):
            done = closing[closed]
            best.put(all_links[done].new + all_links[done].news, totals[done], done)
            closed += 1
        total, last = best.get(link.new)
        totals.append(total + link.weight)
        before.append(last)
    index = max(range(len(all_links)), key=lambda n: (totals[n], -n))
    chain = []
    while index >= 0:
        chain.append(all_links[index])
        index = before[index]
    return chain[::-1]


class _Best:
    """Prefix maxima: the greatest total put at or before a place, and whose it is."""

    def __init__(self, size: int) -> None:
        self._tree = [(0, -1)] * (size + 1)

    def put(self, place: int, total: int, owner: int) -> None:
        place += 1
        while place < len(self._tree):
            if total > self._tree[place][0]:
                self._tree[place] = total, owner
            place += place & -place

    def get(self, place: int) -> tuple[int, int]:
        place += 1
        found = (0, -1)
        while place:
            if self._tree[place][0] > found[0]:
                found = self._tree[place]
            place -= place & -place
        return found
