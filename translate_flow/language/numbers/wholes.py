"""The part that one text takes of a number and the other does not: *la tercera parte de las 1200 familias*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from ..knowledge import of
from .deviation import Deviation
from .figure import Figure, FigureKind
from .units import PERCENT
from .years import At, is_year

_PARTS = frozenset({FigureKind.FRACTION, FigureKind.ORDINAL})
_EMPTY = frozenset({FigureKind.ARTICLE, FigureKind.LOOSE})


def whole_for_part(
    texts: tuple[str, str],
    languages: tuple[str, str],
    sides: tuple[Sequence[Figure], Sequence[Figure]],
    at: At,
) -> list[Deviation]:
    """A part of a number in one text, where the other has that number and nothing that may say a part of it.

    `at` gives the units at a figure of either text.
    """
    for n, other in ((0, 1), (1, 0)):
        if not any(f.kind in _PARTS for f in sides[n]) or any(f.kind in _PARTS for f in sides[other]):
            continue
        known = frozenset[str]().union(*(f.readings for f in sides[n] if f.kind not in _PARTS))
        there = [f for f in sides[other] if f.kind not in _EMPTY]
        if any(f.readings.isdisjoint(known) or PERCENT in at(other, f)[0] for f in there):
            continue  # 400 of 1200, 33 %, one in three
        for part, whole in _parts(texts[n], languages[n], sides[n]):
            same = [f for f in there if not f.readings.isdisjoint(whole.readings)]
            if len(same) == 1:
                return [Deviation(None if n else part, part if n else None, certain=False)]
    return []


def _parts(text: str, tag: str, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Each part of a number in a text, with that number."""
    between, means = _between(tag), of(tag).words("numerals", "mean")
    for part, whole in pairwise(figures):
        if (
            part.kind not in _PARTS
            or whole.kind is not FigureKind.NUMBER
            or not whole.certain
            or is_year(whole)
        ):
            continue
        found = between.fullmatch(text, part.end, whole.start)
        is_part = part.kind is FigureKind.FRACTION and part.form.lower() not in means
        if found and (is_part or found["part"]):
            yield part, whole


@lru_cache(maxsize=64)
def _between(tag: str) -> re.Pattern[str]:
    """What is between a part and its whole: *parte de las*, *of the*."""
    known = of(tag)
    parts = _any(known.words("numerals", "parts"))
    small = _any(
        known.words("hedges", "between")
        | known.words("hedges", "contracted")
        | {*known.phrases("numerals", "of")}
    )
    return re.compile(rf"(?:\s+(?P<part>{parts}))?(?:\s+{small}){{1,4}}\s+", re.IGNORECASE)


def _any(words: frozenset[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, words)))})" if words else "(?!)"
