"""Finding all figures of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import compress

from ..text import fold
from .digits import numbers, plain
from .figure import Figure
from .vocabulary import NUMERALS, SCALES, VOCABULARY
from .words import Word, months, numerals, romans

_WORD = re.compile(r"[^\W\d_]+")
_PERCENT = re.compile(r"\bpor\s?cien(?:to)?\b", re.IGNORECASE)
_TO = re.compile(r"\s*(?:a|to|y|and|o|or|-|–|—)\s*", re.IGNORECASE)


def figures(text: str, language: str) -> list[Figure]:
    """All figures of a text, in text order.

    `language` is a BCP 47 tag. Numbers in words and months are known in Spanish and
    English; in other languages only digits are read, as either of the two would.
    """
    base = language.split("-")[0].lower()
    if base not in NUMERALS:
        return list(_either(text))
    found = list(numbers(text, base))
    plain_text = _PERCENT.sub(_blot, text) if "cien" in text else text
    words = _known_words(plain_text, VOCABULARY[base])
    if found and words:
        taken = {i for f in found for i in range(f.start, f.end)}
        words = [word for word in words if word.start not in taken]
    found += months(text, words, base)
    found += numerals(text, words, base)
    found += romans(text)
    found.sort(key=lambda f: (f.start, f.end))
    for i in range(len(found) - 1):
        found[i] = _share_scale(text, found[i], found[i + 1], base)
    return found


_folded = lru_cache(maxsize=1 << 16)(fold)


def _known_words(text: str, vocabulary: frozenset[str]) -> list[Word]:
    """The words of a text that are in a vocabulary, in text order."""
    forms = list(map(_folded, _WORD.findall(text)))
    known = list(map(vocabulary.__contains__, forms))
    if True not in known:
        return []
    places = compress(_WORD.finditer(text), known)
    return [Word(form, *place.span()) for form, place in zip(compress(forms, known), places, strict=True)]


def _blot(found: re.Match[str]) -> str:
    """*por ciento* blotted out: no number is in it."""
    return "_" * len(found[0])


def _either(text: str) -> Iterator[Figure]:
    spanish = {f.start: f for f in numbers(text, "es")}
    for figure in numbers(text, "en"):
        other = spanish.get(figure.start, figure)
        yield replace(figure, readings=figure.readings | other.readings)


def _share_scale(text: str, left: Figure, right: Figure, language: str) -> Figure:
    """The left end of *5 a 6 millones*: it may mean five or five million."""
    if not _TO.fullmatch(text, left.end, right.start):
        return left
    scales = SCALES[language]
    power, own = (sum(scales.get(word, 0) for word in _WORD.findall(_folded(f.form))) for f in (right, left))
    known = [r for r in left.readings if re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?", r)]
    if not power or own:
        return left
    return replace(left, readings=left.readings | {plain(Decimal(r).scaleb(power)) for r in known})
