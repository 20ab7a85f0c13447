"""Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..words import TextWords
from .figure import Figure, FigureKind
from .tables import Tables

_NUMERAL = r"\b(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_NOT_ROMAN = frozenset("CD DC MM CC MD DI MI CI CM DM DL MC CV DV LI DIV MIX LXD CIV".split())
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def romans(text: str, known: Tables | None, words: TextWords) -> Iterator[Figure]:
    """Roman numerals of two letters or more, and of one after *siglo*; only those are certain. `words` are the text's."""
    letters, roman = _patterns(known.roman_endings if known else frozenset())
    for number in words.large:
        if words.written[number][0] not in _VALUES:
            continue
        start = words.span(number)[0]
        found = roman.match(text, start) if letters.match(text, start) else None
        numeral = found[0] if found else ""
        if not found or not numeral:
            continue
        before = text[max(0, start - 14) : start]
        century = known is not None and known.century is not None and bool(known.century.search(before))
        if not century and (len(numeral) < 2 or numeral in _NOT_ROMAN):
            continue
        digits = [_VALUES[c] for c in numeral]
        total = sum(-n if n < max(digits[i:]) else n for i, n in enumerate(digits))
        yield Figure(numeral, start, found.end(), frozenset({str(total)}), century, kind=FigureKind.ORDINAL)


@lru_cache(maxsize=64)
def _patterns(endings: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a word with a numeral begins with, seen at once, and the numeral, with what makes ordinals of it: *XXIe*."""
    ends = "|".join(map(re.escape, sorted(endings)))
    first = "".join(sorted({ending[0] for ending in endings}))
    return (
        re.compile(rf"[IVXLCDM]+(?![^\WA-Z{first}])"),
        re.compile(rf"{_NUMERAL}(?={rf'(?:{ends})?' if ends else ''}\b)"),
    )
