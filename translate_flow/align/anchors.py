"""Where the way through two texts can lead: near pairs that are sure, and between them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import pairwise

from ..carry.chain import Link, heaviest
from .texts import Texts

_RARE = 0.01
"""Share of the paragraphs that a feature may be in to be asked for anchors; `_FEW` may have it in any case."""
_FEW = 6
_SHARED = 12.0
"""What rare features shared must come to, each by the logarithm of how rare it is."""
_CLEAR = 1.6
"""How many times that of the next best it must be."""
_SURE = 4.0
"""And the pair's score."""
_AROUND = 1
"""Places beside the stretch between two anchors that the way may take, so that an anchor may be wrong by one."""
_LONG = 160
"""Paragraphs of a stretch without an anchor from which the way keeps near its diagonal,"""
_BAND, _LEAST = 0.25, 40
"""by this share of the stretch, and at least so many."""


def columns(texts: Texts) -> list[range]:
    """For each number of our paragraphs that are done, the numbers of theirs that may be done by then."""
    n, m = texts.sizes
    first, last = [m] * (n + 1), [0] * (n + 1)
    for one, other in pairwise([(0, 0), *anchors(texts), (n, m)]):
        for i, columns in _between(one, other, texts.sizes):
            first[i], last[i] = min(first[i], columns.start), max(last[i], columns.stop - 1)
    return [range(a, b + 1) for a, b in zip(first, last, strict=True)]


def _between(one: tuple[int, int], other: tuple[int, int], sizes: tuple[int, int]) -> list[tuple[int, range]]:
    """The stretch from one anchor to the next, by line."""
    (a, b), (c, d) = one, other
    low, high = max(0, b - _AROUND), min(sizes[1], d + _AROUND)
    reach = max(_LEAST, int(_BAND * max(c - a, d - b))) if max(c - a, d - b) > _LONG else 0
    found = []
    for i in range(max(0, a - _AROUND), min(sizes[0], c + _AROUND) + 1):
        start, end = low, high
        if reach:
            middle = b + (i - a) * (d - b) // max(1, c - a)
            # The whole of the first line and of the last, so that every way can begin and end.
            start = low if i <= a else max(low, min(middle - reach, high))
            end = high if i >= c else min(high, max(middle + reach, low))
        found.append((i, range(start, end + 1)))
    return found


def anchors(texts: Texts) -> list[tuple[int, int]]:
    """Pairs that are each other's best by far, without those that would cross."""
    near = _near(texts)
    best: dict[int, list[float]] = defaultdict(list)
    for likes in near:
        for j, like in likes.items():
            best[j].append(like)
    top = {j: sorted(likes)[-2:] for j, likes in best.items()}
    links = []
    for i, likes in enumerate(near):
        if not likes:
            continue
        j = max(likes, key=likes.__getitem__)
        like = likes[j]
        if like < _SHARED or like < top[j][-1]:
            continue
        rivals = [*sorted(likes.values())[-2:-1], *top[j][:-1]]
        if like >= _CLEAR * max(rivals, default=0.0) and texts.score(i, j, 1, 1) > _SURE:
            links.append(Link(i, j, round(10 * like)))
    return [(link.old, link.new) for link in heaviest(links)]


def _near(texts: Texts) -> list[dict[int, float]]:
    """For each of our paragraphs, theirs that share rare features, with what these come to."""
    total = sum(texts.sizes)
    limit = max(_FEW, _RARE * total)
    near: list[dict[int, float]] = [defaultdict(float) for _ in range(texts.sizes[0])]
    for kind in texts.kinds:
        ours = Counter(feature for features in kind.features[0] for feature in features)
        for likes, features in zip(near, kind.features[0], strict=True):
            for feature in features:
                places = kind.places.get(feature)
                if places and len(places) <= limit and ours[feature] <= limit:
                    worth = 2 * kind.weight * math.log(total / (len(places) + ours[feature]))
                    for j in places:
                        likes[j] += worth
    return near
