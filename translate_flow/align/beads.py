"""The best way through two texts in order, bead by bead."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from ..cycles import uncollected
from .anchors import columns
from .texts import Heads, Texts

__all__ = ["Bead", "Heads", "Texts", "beads"]

Shape = tuple[int, int]
"""Paragraphs of the source and of the translation in a bead; one of them may be none."""
LONGEST = 6
"""Paragraphs that one is put beside at the most: one of demands that became a list."""
_USUAL: dict[Shape, float] = {
    (1, 1): 0.8,
    **dict.fromkeys([(1, 0), (0, 1), (1, 2), (2, 1)], 0.04),
    **dict.fromkeys([(1, 3), (3, 1)], 0.012),
    **dict.fromkeys([(2, 2), (1, 4), (4, 1)], 0.004),
    **dict.fromkeys([(1, 5), (5, 1)], 0.002),
    **dict.fromkeys([(1, 6), (6, 1)], 0.001),
}
"""How frequent each shape is, after Gale and Church (1993, table 5), with more that has no partner: statements are
cut and added to when they are translated."""
_BEFORE = 100
"""Beads of a text that it takes for its own habits to weigh as much as `_USUAL`."""
_ENOUGH = 800
"""Of a longer text habits are learnt from so many paragraphs of the source, its first ones."""
CLOSE = 6.0
"""The highest margin that is reported: above it ways are not followed."""
_NEVER = float("-inf")
_FIRST = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Bead:
    """Paragraphs of the source that became paragraphs of the translation."""

    ours: range
    """Places in the source; empty if the translation has something of its own."""
    theirs: range
    """Places in the translation; empty if this was not translated."""
    score: float = 0.0
    """How much speaks for it: natural logarithm of the odds against both being there by chance."""
    margin: float = 0.0
    """By how much the logarithm of the odds of all beads together is higher than that of the best way without it."""


@uncollected()
def beads(texts: Texts) -> list[Bead]:
    """The beads of the best way, in order; every paragraph is in one.

    With drafts, what is learnt of the translator's habits (how often paragraphs were joined, split, left out)
    from a first way goes into the second; without them the first is too uncertain to learn from.
    """
    field = _Field(texts)
    odds = _logarithms(_USUAL)
    if texts.drafted:
        odds = _logarithms(_learnt(field.way(field.fill(odds, 0.0, _ENOUGH))))
    edges = field.fill(odds, CLOSE)
    return field.with_margins(field.way(edges), edges)


def _logarithms(odds: dict[Shape, float]) -> dict[Shape, float]:
    return {shape: math.log(share) for shape, share in odds.items()}


def _learnt(way: Sequence[Bead]) -> dict[Shape, float]:
    """How frequent each shape is, by `_USUAL` and the beads found; the same in both directions."""
    found = Counter((len(bead.ours), len(bead.theirs)) for bead in way)
    return {
        (many, few): (_BEFORE * usual + (found[many, few] + found[few, many]) / 2) / (_BEFORE + len(way))
        for (many, few), usual in _USUAL.items()
    }


_Edge = tuple[float, int, int]
"""A bead that comes last before a place: what it adds, and its shape."""
_Edges = list[dict[int, list[_Edge]]]
"""For each place, by both numbers, the beads that may come last, the best first."""


class _Field:
    """All ways through both texts: places (i, j) before which so many paragraphs are done, and beads between them.

    Places are those that `columns` leaves. Of joined paragraphs what speaks for them is only worked out if it could
    be within a slack of the best before their place: what is explained pair by pair is never less than together.
    """

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._columns = columns(texts)
        self._explained: list[dict[int, float]] = []
        """What is explained between one of our paragraphs and each of theirs that are in reach."""
        for i in range(texts.sizes[0]):
            here, after = self._columns[i], self._columns[i + 1]
            reach = range(min(here.start, after.start), max(here.stop, after.stop))
            self._explained.append(texts.explained(i, reach))
        self._scores: dict[tuple[int, int, int, int], float] = {}

    def fill(self, odds: dict[Shape, float], slack: float, most: int | None = None) -> _Edges:
        """All beads with which a way to a place is worth no more than `slack` less than the best way to it.

        `most`: of how many of our paragraphs; all if None.
        """
        worth: list[dict[int, float]] = []
        edges: _Edges = []
        left, right, one = odds[1, 0], odds[0, 1], odds[1, 1]
        against, shape = self._texts.against, self._texts.shape
        for i, places in enumerate(self._columns[: None if most is None else most + 1]):
            above = worth[-1] if worth else {}
            here: dict[int, float] = {}
            came: dict[int, list[_Edge]] = {}
            worth.append(here)
            edges.append(came)
            row = self._explained[i - 1] if i else {}
            alone = one + against[0][i] - against[0][i - 1] if i else 0.0
            for j in places:
                if not i and not j:
                    here[0], came[0] = 0.0, []
                    continue
                found: list[tuple[float, _Edge]] = []
                if j in above:
                    found.append((above[j] + left, (left, 1, 0)))
                if j - 1 in here:
                    found.append((here[j - 1] + right, (right, 0, 1)))
                best = max((total for total, _ in found), default=_NEVER)
                if i and j:
                    if j - 1 in above:
                        also = against[1][j] - against[1][j - 1]
                        added = row.get(j - 1, 0.0) + alone + also + shape(i - 1, j - 1, 1, 1)
                        total = above[j - 1] + added
                        found.append((total, (added, 1, 1)))
                        if total > best:
                            best = total
                    for many, few in self._possible(i, j, worth, odds, best - slack):
                        added = odds[many, few] + self._score(i - many, j - few, many, few)
                        total = worth[i - many][j - few] + added
                        found.append((total, (added, many, few)))
                        if total > best:
                            best = total
                if found:
                    found.sort(key=_FIRST, reverse=True)
                    here[j] = best
                    came[j] = [edge for total, edge in found if total > best - slack or total == best]
        return edges

    def _possible(
        self,
        i: int,
        j: int,
        worth: list[dict[int, float]],
        odds: dict[Shape, float],
        least: float,
    ) -> Iterator[Shape]:
        """Joined paragraphs that end at a place, if a way through them may be worth more than `least`."""
        ours, theirs = self._texts.against
        explained, shape = self._explained, self._texts.shape
        against, also = ours[i], theirs[j]
        row, above = explained[i - 1], worth[i - 1]
        first = row.get(j - 1, 0.0)
        most = self._texts.most - least
        shared = first
        lost = most + against - ours[i - 1] + also
        for few in range(2, min(j, LONGEST) + 1):
            before = above.get(j - few)
            if before is None:
                break  # before the first place of the line
            shared += row.get(j - few, 0.0)
            bound = before + odds[1, few] + shared + lost - theirs[j - few]
            if bound > 0 and bound + shape(i - 1, j - few, 1, few) > 0:
                yield 1, few
        shared = first
        lost = most + also - theirs[j - 1] + against
        for many in range(2, min(i, LONGEST) + 1):
            before = worth[i - many].get(j - 1)
            if before is None:
                break  # after the last place of the line
            shared += explained[i - many].get(j - 1, 0.0)
            bound = before + odds[many, 1] + shared + lost - ours[i - many]
            if bound > 0 and bound + shape(i - many, j - 1, many, 1) > 0:
                yield many, 1
        if i > 1 and j > 1 and (before := worth[i - 2].get(j - 2)) is not None:
            other = explained[i - 2]
            shared = first + row.get(j - 2, 0.0) + other.get(j - 1, 0.0) + other.get(j - 2, 0.0)
            bound = before + odds[2, 2] + shared + most + against - ours[i - 2] + also - theirs[j - 2]
            if bound > 0 and bound + shape(i - 2, j - 2, 2, 2) > 0:
                yield 2, 2

    def _score(self, i: int, j: int, many: int, few: int) -> float:
        if many == few == 1:
            ours, theirs = self._texts.against
            alone: float = self._explained[i].get(j, 0.0) + ours[i + 1] - ours[i] + theirs[j + 1] - theirs[j]
            return alone + self._texts.shape(i, j, 1, 1)
        key = i, j, many, few
        found = self._scores.get(key)
        if found is None:
            found = self._scores[key] = self._texts.score(*key)
        return found

    def way(self, edges: _Edges) -> list[Bead]:
        """The best way; of a part of the text, to where its lines meet the middle of what is in reach."""
        i = len(edges) - 1
        j = self._texts.sizes[1] if i == self._texts.sizes[0] else sorted(edges[i])[len(edges[i]) // 2]
        made = []
        while i or j:
            _, many, few = edges[i][j][0]
            i, j = i - many, j - few
            score = self._score(i, j, many, few) if many and few else 0.0
            made.append(Bead(range(i, i + many), range(j, j + few), score))
        return made[::-1]

    def with_margins(self, made: Sequence[Bead], edges: _Edges) -> list[Bead]:
        """The beads of the best way, each with its margin."""
        n, m = self._texts.sizes
        before = self._before(edges)
        chosen = {i: bead for bead in made for i in bead.ours}
        rivals = [_NEVER] * n
        after: list[dict[int, float]] = [{} for _ in range(n + 1)]
        after[n][m] = 0.0
        for i in range(n, -1, -1):
            for j in reversed(edges[i]):
                rest = after[i].get(j)
                if rest is None:
                    continue
                for added, many, few in edges[i][j]:
                    a, b = i - many, j - few
                    if rest + added > after[a].get(b, _NEVER):
                        after[a][b] = rest + added
                    for place in range(a, i):
                        bead = chosen[place]
                        if (a, b, many, few) != (
                            bead.ours.start,
                            bead.theirs.start,
                            len(bead.ours),
                            len(bead.theirs),
                        ):
                            rivals[place] = max(rivals[place], before[a][b] + added + rest)
        best = before[n][m]
        return [
            replace(bead, margin=min(CLOSE, *(best - rivals[i] for i in bead.ours)) if bead.ours else 0.0)
            for bead in made
        ]

    def _before(self, edges: _Edges) -> list[dict[int, float]]:
        """The worth of the best way to each place."""
        worth: list[dict[int, float]] = [{} for _ in edges]
        worth[0][0] = 0.0
        for i, came in enumerate(edges):
            for j, found in came.items():
                if found:
                    added, many, few = found[0]
                    worth[i][j] = worth[i - many][j - few] + added
        return worth
