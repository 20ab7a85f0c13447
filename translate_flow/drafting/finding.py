"""Glossary terms in a text with inline markup: `Red **Muqui**` is the name too."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache

from ..glossary import Glossary
from ..markup.pairs import Pair, pairs
from ..model import Match


@dataclass(frozen=True, slots=True)
class Found:
    """Terms of one text."""

    matches: tuple[Match, ...]
    """Those that can be held, not overlapping, in text order; a form is given without markup."""
    missed: tuple[str, ...] = ()
    """Those that markup cuts through, so that they cannot be held: `**La Red** Muqui`."""


@lru_cache(maxsize=16_384)
def find(text: str, glossary: Glossary) -> Found:
    """Terms of the glossary in a text, found also where markup stands inside them.

    Kept, because a statement is looked through for first mentions before it is drafted.
    """
    matches = tuple(glossary.find(text))
    around = pairs(text)
    if not around:
        return Found(matches)
    marks = sorted({m for pair in around for m in ((pair.start, pair.inner), (pair.outer, pair.end))})
    places = _visible(text, marks)
    begins = [start for start, _ in marks]
    missed: list[str] = []
    more: list[Match] = []
    for match in glossary.find("".join(text[place] for place in places)):
        start, end = places[match.start], places[match.end - 1] + 1
        first = bisect_right(begins, start)
        if first == len(begins) or begins[first] >= end:
            continue  # no markup inside
        whole = _widened(start, end, around)
        if whole is None:
            missed.append(match.form)
        else:
            more.append(replace(match, start=whole[0], end=whole[1]))
    kept = [m for m in matches if not any(m.start < x.end and x.start < m.end for x in more)]
    return Found(tuple(sorted(kept + more, key=lambda m: m.start)), tuple(missed))


def _visible(text: str, marks: list[tuple[int, int]]) -> list[int]:
    """Places of the characters that are no markup."""
    places: list[int] = []
    at = 0
    for start, end in marks:
        places += range(at, start)
        at = max(at, end)
    places += range(at, len(text))
    return places


def _widened(start: int, end: int, around: list[Pair]) -> tuple[int, int] | None:
    """The stretch with the markup that begins and ends inside it or at its edges; None if one does not."""
    for pair in around:
        opens, closes = start <= pair.inner <= end, start <= pair.outer <= end
        if opens and closes:
            start, end = min(start, pair.start), max(end, pair.end)
        elif (start < pair.start < end) or (start < pair.outer < end):
            return None
    return start, end
