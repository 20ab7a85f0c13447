"""Which sentences of a source and its translation go together, found once for all who ask."""

from __future__ import annotations

import math
from functools import lru_cache

from ..language.cognates import beginnings
from ..language.lengths import deviation
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


@lru_cache(maxsize=1024)
def beads(
    source: tuple[str, ...], target: tuple[str, ...], usual: float
) -> tuple[tuple[int, int, int, int], ...]:
    """The cheapest way through the sentences of both sides: which of the source, from and to, go with which of the target."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]] = {(0, 0): (0.0, None)}
    for i in range(len(source) + 1):
        for j in range(len(target) + 1):
            ways = [
                (best[i - di, j - dj][0] + _cost(source, target, (i, j), (di, dj), usual), (di, dj))
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


def _cost(
    source: tuple[str, ...], target: tuple[str, ...], at: tuple[int, int], way: tuple[int, int], usual: float
) -> float:
    (i, j), (di, dj) = at, way
    ours, theirs = " ".join(source[i - di : i]), " ".join(target[j - dj : j])
    if not di or not dj:
        others = " ".join(target) if di else " ".join(source)
        return _COSTS[way] + _STRANGE * min(3, _anchors(ours or theirs, others))
    off = deviation(len(ours), len(theirs), usual)
    unlikely = -math.log(max(math.erfc(abs(off) / math.sqrt(2)), 1e-12))
    return _COSTS[way] + unlikely - _ANCHOR * min(4, _anchors(ours, theirs))


def _anchors(one: str, other: str) -> int:
    """Figures, names and learned words that both texts have."""
    return len(beginnings(one) & beginnings(other))
