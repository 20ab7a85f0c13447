"""Which sentences of a source and its translation go together, found once for all who ask."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ..language.cognates import beginnings
from ..language.lengths import deviation, ratio
from ..language.words import Span
from .reading import Reading

MOST = 16
"""Sentences of a text that are compared one by one."""
_COSTS = {(1, 1): 0.1, (2, 1): 3.7, (1, 2): 3.7, (1, 0): 3.5, (0, 1): 3.5}
"""What each way to pair sentences costs besides the lengths: the rarer, the more (Gale and Church 1993, table 5)."""
_ANCHOR = 0.8
"""What a figure, name or learned word found in both sentences takes off."""
_STRANGE = 1.2
"""What such a word of a sentence counted as lost puts on, if the other text has it."""


def texts(reading: Reading) -> tuple[str, ...]:
    """The sentences of a text, without marks."""
    return tuple(reading.plain.text[start:end] for start, end in reading.sentences)


def said(reading: Reading) -> tuple[frozenset[str], ...]:
    """What each sentence says that is not alike in two languages: numbers in words, months, that it denies something."""
    spans = reading.sentences
    found: list[frozenset[str]] = [frozenset()] * len(spans)
    starts = reading.starts
    for figure in reading.figures:
        if figure.spelled and figure.certain:
            at = max(0, bisect_right(starts, figure.start) - 1)
            found[at] |= figure.readings
    for start, _ in reading.negations.hard:  # in the plain text, as the sentences are
        found[max(0, bisect_right(spans, (start, len(reading.text))) - 1)] |= _DENIAL
    return tuple(found)


_DENIAL = frozenset({"¬"})


def together(here: Reading, there: Reading) -> Iterator[tuple[Span, Span]]:
    """Stretches of both texts that say the same: one sentence each, or more where one was cut in two or left out."""
    ours, theirs = here.sentences, there.sentences
    usual = ratio(here.language, there.language)
    if len(ours) == len(theirs) > 1:
        yield from zip(ours, theirs, strict=True)
    elif min(len(ours), len(theirs)) < 2 or max(len(ours), len(theirs)) > MOST or usual is None:
        yield (0, len(here.plain.text)), (0, len(there.plain.text))
    else:
        groups: list[tuple[int, int, int, int]] = []
        for a, b, c, d in cheapest_beads(texts(here), texts(there), usual, (said(here), said(there))):
            if groups and (
                a == b or c == d or groups[-1][0] == groups[-1][1] or groups[-1][2] == groups[-1][3]
            ):
                groups[-1] = groups[-1][0], b, groups[-1][2], d  # one without partner goes with its neighbour
            else:
                groups.append((a, b, c, d))
        for a, b, c, d in groups:
            yield (ours[a][0], ours[b - 1][1]), (theirs[c][0], theirs[d - 1][1])


@lru_cache(maxsize=1024)
def cheapest_beads(
    source: tuple[str, ...],
    target: tuple[str, ...],
    usual: float,
    besides: tuple[tuple[frozenset[str], ...], tuple[frozenset[str], ...]] = ((), ()),
) -> tuple[tuple[int, int, int, int], ...]:
    """The cheapest way through the sentences of both sides: which of the source, from and to, go with which of the target.

    `besides` is what each sentence says that is not alike in both languages (`said`), if it is known.
    """
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]] = {(0, 0): (0.0, None)}
    ours, theirs = _Side(source, besides[0]), _Side(target, besides[1])
    for i in range(len(source) + 1):
        for j in range(len(target) + 1):
            ways = [
                (best[i - di, j - dj][0] + _cost(ours, theirs, (i, j), (di, dj), usual), (di, dj))
                for di, dj in _COSTS
                if (i - di, j - dj) in best
            ]
            if ways:
                best[i, j] = min(ways)
    found = []
    i, j = len(source), len(target)
    while (i, j) != (0, 0):
        di, dj = best[i, j][1] or (1, 1)
        found.append((i - di, i, j - dj, j))
        i, j = i - di, j - dj
    return tuple(reversed(found))


class _Side:
    """The sentences of a text: how long each is, and its figures, names and learned words."""

    def __init__(self, sentences: tuple[str, ...], besides: tuple[frozenset[str], ...]) -> None:
        self.lengths = list(map(len, sentences))
        self.anchors = list(map(beginnings, sentences))
        if besides:
            self.anchors = [one | more for one, more in zip(self.anchors, besides, strict=True)]
        self.pairs = [one | two for one, two in pairwise(self.anchors)]
        self.all = frozenset[str]().union(*self.anchors)

    def last(self, at: int, number: int) -> tuple[int, frozenset[str]]:
        """The same of the one or two sentences before a place, with a blank between them."""
        if number == 1:
            return self.lengths[at - 1], self.anchors[at - 1]
        return self.lengths[at - 2] + 1 + self.lengths[at - 1], self.pairs[at - 2]


def _cost(source: _Side, target: _Side, at: tuple[int, int], way: tuple[int, int], usual: float) -> float:
    (i, j), (di, dj) = at, way
    if not di or not dj:
        alone, others = (source.anchors[i - 1], target.all) if di else (target.anchors[j - 1], source.all)
        return _COSTS[way] + _STRANGE * min(3, len(alone & others))
    length, ours = source.last(i, di)
    other, theirs = target.last(j, dj)
    off = deviation(length, other, usual)
    unlikely = -math.log(max(math.erfc(abs(off) / math.sqrt(2)), 1e-12))
    return _COSTS[way] + unlikely - _ANCHOR * min(4, len(ours & theirs))
