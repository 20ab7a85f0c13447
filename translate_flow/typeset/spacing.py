"""Blanks at which a line must not break: in dates, before percent signs, between *N.º* and its number.

For what is set in lines (pages, Word, PDF); plain text and corpora keep their blanks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..language.calendar import months
from ..language.knowledge import of

NO_BREAK = "\u00a0"

_BEFORE_NUMBER = re.compile(r"(?<!\S)(\S+) (?=[\d%‰°€£IVX])")
_DAY = re.compile(r"(?<!\S)(\(?\d{1,2}) (de |di |d['’])?(\w+)")
_INITIAL = re.compile(r"(?<![^\W\d_])([A-ZÁÉÍÓÚÑ]\.) (?=[A-ZÁÉÍÓÚÑ][^\W\d_]*)")
# What a match of these has in it: looked for first, in a fraction of their time.
_NEAR_NUMBER = re.compile(r" [\d%‰°€£IVX]")
_NEAR_DAY = re.compile(r"\d \w")
_NEAR_INITIAL = re.compile(r"[A-ZÁÉÍÓÚÑ]\. [A-ZÁÉÍÓÚÑ]")
_DIGIT = re.compile(r"[0-9]")
_SIGNS = frozenset("%‰°€£")
_CURRENCIES = frozenset({"§", "€", "£", "S/"})


def unbroken(text: str, tag: str) -> str:
    """The text in the language of that BCP 47 tag with no-break spaces where its lines must not break."""
    if " " not in text:
        return text
    if _DIGIT.search(text):
        words = _words(tag)
        if _NEAR_NUMBER.search(text):
            text = _BEFORE_NUMBER.sub(words.before_number, text)
        if _NEAR_DAY.search(text):
            text = _DAY.sub(words.day, text)
    return _INITIAL.sub(rf"\1{NO_BREAK}", text) if ". " in text and _NEAR_INITIAL.search(text) else text


@dataclass(frozen=True, slots=True)
class _Words:
    """What a language has before numbers."""

    short: frozenset[str]
    """Abbreviations, without their full stop."""
    months: frozenset[str]

    def before_number(self, found: re.Match[str]) -> str:
        """A word and the blank before a number or a sign."""
        word = found[1]
        following = found.string[found.end()]
        if following in _SIGNS:
            kept = word[-1].isdigit()
        elif word[-1] in ".º°":
            kept = word.lstrip("([«“¿¡").rstrip(".º°").lower() in self.short
        elif word in _CURRENCIES or word[-1] == "$":
            kept = True
        else:  # *May 5*, but not *en mayo 41 personas*: the year or a number of three figures is no day
            kept = following.isdigit() and word.lower() in self.months and self._is_day(found)
        return word + NO_BREAK if kept else found[0]

    def _is_day(self, found: re.Match[str]) -> bool:
        number = re.compile(r"\d+").match(found.string, found.end())
        after = found.string[number.end() : number.end() + 2] if number else ""
        return bool(
            number
            and len(number[0]) < 3
            and after[:1] in (",", "", ")", ".", ";")
            and not after[1:2].isdigit()
        )

    def day(self, found: re.Match[str]) -> str:
        """A day and its month."""
        return found[0].replace(" ", NO_BREAK) if found[3].lower() in self.months else found[0]


@lru_cache(maxsize=16)
def _words(tag: str) -> _Words:
    short = of(tag).words("abbreviations", "before_digits", "before_more")
    return _Words(short | {"n", "no"}, months(tag))
