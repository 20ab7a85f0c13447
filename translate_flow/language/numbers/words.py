"""Figures written in words: months, cardinals, ordinals and Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .digits import multiplier
from .figure import Figure
from .vocabulary import ALSO_WORDS, LOOSE, MONTHS, NUMERALS, SCALES, SHORT_MONTHS, STANDING_SCALES

_ROMAN_LETTERS = re.compile(r"[IVXLCDM]+")
_ROMAN = re.compile(
    r"\b(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=\b|th\b|st\b)"
)
_NOT_ROMAN = frozenset(
    [
        "CD",
        "DC",
        "MM",
        "CC",
        "MD",
        "DI",
        "MI",
        "CI",
        "CM",
        "DM",
        "DL",
        "MC",
        "CV",
        "DV",
        "LI",
        "DIV",
        "MIX",
        "LXD",
        "CIV",
    ]
)
_CENTURY = re.compile(r"\bsiglos?\s+$", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"\d(?:\.?[ºª°]|st|nd|rd|th)?(?:\s+(?:de|of))?\s*$")
_NUMBER_AFTER = re.compile(r"\.?,?(?:\s+(?:del?|of))?\s*\d")
_BOND = {"es": re.compile(r"\s+"), "en": re.compile(r"\s+|-")}
_OF = re.compile(r"\s+de\s+")
_LINK = {"es": "y", "en": "and"}


class Word(NamedTuple):
    """A word of a text, folded, and where it stands."""

    text: str
    start: int
    end: int


def months(text: str, words: Sequence[Word], language: str) -> Iterator[Figure]:
    """Month names. Spanish writes them small; English *May* counts only beside a number."""
    names, abbreviations = MONTHS[language], SHORT_MONTHS[language]
    for word, start, end in words:
        reading = names.get(word)
        short = abbreviations.get(word)
        if not (reading or short):
            continue
        beside = bool(
            _NUMBER_BEFORE.search(text[max(0, start - 12) : start])
            or _NUMBER_AFTER.match(text[end : end + 8])
        )
        capital = text[start].isupper()
        if reading is None:
            if not (short and capital):
                continue
            reading, certain = short, beside
        elif language == "en":
            certain = capital and (word not in ALSO_WORDS or beside)
        else:
            certain = not capital or beside
        yield Figure(text[start:end], start, end, frozenset({reading}), certain, spelled=True)


def numerals(text: str, words: Sequence[Word], language: str) -> Iterator[Figure]:
    """Numbers in words: *ciento veinte mil*, *forty-one*; and the loose ones, one word each."""
    i = 0
    while i < len(words):
        value, after = _compose(text, words, i, language)
        word, start, end = words[i]
        if after > i:
            end = words[after - 1].end
            readings = {str(value)}
            if 1900 < value < 2000 and value % 10 == 0:
                readings.add(str(value % 100))
            if multiple := multiplier(text, end, language):
                readings.add(str(value * multiple))
            yield Figure(text[start:end], start, end, frozenset(readings), value > 1, spelled=True)
            i = after
            continue
        if word in LOOSE[language]:
            yield Figure(text[start:end], start, end, frozenset({LOOSE[language][word]}), False, spelled=True)
        i += 1


def _compose(text: str, words: Sequence[Word], first: int, language: str) -> tuple[int, int]:
    """Value of the number in words that begins at a word, and the index after it; the same index if none does."""
    table, scales = NUMERALS[language], SCALES[language]
    total = group = 0
    i, last, seen = first, -1, False
    while i < len(words):
        word = words[i].text
        bond = _OF if word == "millones" and words[i - 1].text == "miles" else _BOND[language]
        if i > first and not bond.fullmatch(text, words[i - 1].end, words[i].start):
            break
        following = words[i + 1].text if i + 1 < len(words) else ""
        if word in table:
            value = table[word]
            if not _fits(value, group, last, language):
                break
            group, last, seen = group + value, value, True
        elif word == _LINK[language] and seen and _linked(table.get(following, 0), last, language):
            last = -2  # the link itself: lets a unit follow a ten
        elif language == "en" and word == "hundred" and group < 100 and last != 0:
            group, last, seen = (group or 1) * 100, 100, True
        elif word in scales and len(word) > 2 and (seen or word in STANDING_SCALES):
            power = 10 ** scales[word]
            if power == 1000 and total % 1_000_000:
                break
            if power == 1000:
                total += (group or int(total == 0)) * power
            else:
                total = (total + group or 1) * power
            group, last, seen = 0, 1000, True
        else:
            break
        i += 1
    if words[i - 1].text == _LINK[language]:
        i -= 1  # nothing followed the link after all
    return (total + group, i) if seen else (0, first)


def _fits(value: int, group: int, last: int, language: str) -> bool:
    """Whether a cardinal may follow: units after tens, anything below a hundred after hundreds."""
    if group == 0:
        return last in (-1, 1000, -2)
    if value >= 100:
        return False
    if group % 100 == 0:
        return last == group or last in (100, -2) or language == "es"
    after_tens = group % 100 in range(20, 100, 10) and 0 < value < 10
    return after_tens and (last == -2 if language == "es" else last != -2)


def _linked(value: int, last: int, language: str) -> bool:
    """Whether *y* or *and* joins the next cardinal to this number."""
    if language == "es":
        return last in range(20, 100, 10) and 0 < value < 10
    return last in (100, 1000) and 0 < value < 100


def romans(text: str) -> Iterator[Figure]:
    """Roman numerals of two letters or more, and of one after *siglo*; only those are certain."""
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    for letters in _ROMAN_LETTERS.finditer(text):
        start = letters.start()
        found = _ROMAN.match(text, start)
        if found is None:
            continue
        numeral = found[0]
        before = text[max(0, start - 10) : start]
        century = "siglo" in before.lower() and bool(_CENTURY.search(before))
        if not century and (len(numeral) < 2 or numeral in _NOT_ROMAN):
            continue
        digits = [values[c] for c in numeral]
        total = sum(-n if n < max(digits[i:]) else n for i, n in enumerate(digits))
        yield Figure(numeral, start, found.end(), frozenset({str(total)}), century)
