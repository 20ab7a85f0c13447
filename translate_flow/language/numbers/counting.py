"""An ordinal of which a count was made, or the other way round: *el tercer informe*, *three reports*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..knowledge import of
from .deviation import Deviation
from .figure import Figure, FigureKind
from .units import MEASURES, units

_WORDS = re.compile(r"\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?")
_RANKED = frozenset({FigureKind.ORDINAL, FigureKind.FRACTION})
_TIME = frozenset({"time", "years"})


def counted_instead(
    texts: tuple[str, str], languages: tuple[str, str], sides: tuple[Sequence[Figure], Sequence[Figure]]
) -> list[Deviation]:
    """The one ordinal of a text before a noun where the other text has that number before a noun in the plural.

    How often something was done, and for how long, can be said either way: *por tercera vez*, *three times*; *su cuarta
    semana de ayuno*, *four weeks of fasting*.
    """
    for n in (0, 1):
        other = 1 - n
        ranks = [f for f in sides[n] if f.kind is FigureKind.ORDINAL and f.spelled]
        if len(ranks) != 1 or any(g.kind in _RANKED for g in sides[other]):
            continue
        same = [g for g in sides[other] if not g.readings.isdisjoint(ranks[0].readings)]
        here = [f for f in sides[n] if not f.readings.isdisjoint(ranks[0].readings)]
        if len(same) != 1 or len(here) != 1 or same[0].kind is not FigureKind.NUMBER:
            continue
        one, many = _behind(texts[n], here[0], languages[n]), _behind(texts[other], same[0], languages[other])
        if one and any(word[-1:] == "s" != word[-2:-1] for word in many):
            pair = (here[0], same[0]) if n == 0 else (same[0], here[0])
            return [Deviation(*pair, certain=False)]
    return []


def _behind(text: str, figure: Figure, tag: str) -> tuple[str, ...]:
    """Up to two words behind a figure in small letters; none if they say how often or how long, or are no nouns."""
    found = _WORDS.match(text, figure.end)
    words = tuple(word for word in found.groups() if word) if found else ()
    known, language = units(tag).forms, of(tag)
    if not words or not words[0].islower() or words[0] in language.words("function_words"):
        return ()
    often = language.words("numerals", "occasions")
    for word in words:
        if word in often or any(MEASURES.get(unit, ("",))[0] in _TIME for unit in known.get(word, ())):
            return ()
    return words
