"""Where a line must not break: at blanks in dates, before percent signs, between *N.º* and its number; beside dashes.

For what is set in lines (pages, Word, PDF); plain text and corpora keep their blanks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..language.calendar import months
from ..language.knowledge import of

NO_BREAK = "\u00a0"
JOINER = "\u2060"
"""Keeps a line from breaking where nothing is seen (U+2060, word joiner)."""

# By the standard a line may break on both sides of a dash (UAX 14, class B2), which parts the dashes around
# an aside, —como este—, from its words.
_OPENING = re.compile(r"(?:(?<=[\s(\[«“‘\"¿¡])|^)[—–](?=[^\s—–\u2060]|$)")
_CLOSING = re.compile(r"(?:(?<=[^\s—–\u2060])|^)[—–](?=[\s.,;:!?)\]»”’\"…]|$)")
_BETWEEN = re.compile(r"(?<=\S) (?=[–—](?: |$))")

_DAY = re.compile(r"\d (?=(de |di |d['’])?(\w+))")
# They begin with what they look for: a look behind in front of it would be tried at every character.
_BEFORE_NUMBER = re.compile(r" (?=[\d%‰°€£IVX])")
_INITIAL = re.compile(r"(?<![^\W\d_])([A-ZÁÉÍÓÚÑ]\.) (?=[A-ZÁÉÍÓÚÑ][^\W\d_]*)")
# What a match of these has in it: looked for first, in a fraction of their time.
_NEAR_INITIAL = re.compile(r"\. (?=[A-ZÁÉÍÓÚÑ])(?<=[A-ZÁÉÍÓÚÑ]\. )")
_NUMBER = re.compile(r"\d+")
_DIGIT = re.compile(r"[0-9]")
_SIGNS = frozenset("%‰°€£")
_CURRENCIES = frozenset({"§", "€", "£", "S/"})


def unbroken(text: str, tag: str, *, joined: bool = True) -> str:
    """The text in the language of that BCP 47 tag with no-break spaces where its lines must not break.

    `joined`: also with word joiners at the dashes of asides; for programs that heed them. Word shows a box for one where
    the font has none.
    """
    if len(text) > 1 and ("—" in text or "–" in text):
        text = _BETWEEN.sub(NO_BREAK, text)
        if joined:
            text = _OPENING.sub(rf"\g<0>{JOINER}", text)
            text = _CLOSING.sub(rf"{JOINER}\g<0>", text)
    if " " not in text:
        return text
    if digit := _DIGIT.search(text):
        words = _words(tag)
        kept = [
            at for found in _BEFORE_NUMBER.finditer(text) if words.before_number(text, at := found.start())
        ]
        for found in _DAY.finditer(text, digit.start()):
            kept += words.day(found)
        for at in kept:
            text = f"{text[:at]}{NO_BREAK}{text[at + 1 :]}"
    return _INITIAL.sub(rf"\1{NO_BREAK}", text) if _NEAR_INITIAL.search(text) else text


@dataclass(frozen=True, slots=True)
class _Words:
    """What a language has before numbers."""

    short: frozenset[str]
    """Abbreviations, without their full stop."""
    months: frozenset[str]

    def before_number(self, text: str, at: int) -> bool:
        """Whether the blank at that place, before a number or a sign, is to be kept: by the word that it follows."""
        if not at or text[at - 1].isspace():
            return False
        following = text[at + 1]
        if following in _SIGNS:
            return text[at - 1].isdigit()
        word = text[text.rfind(" ", 0, at) + 1 : at]
        if not word.isprintable():  # other white space is in it
            word = word.split()[-1]
        if word[-1] in ".º°":
            return word.lstrip("([«“¿¡").rstrip(".º°").lower() in self.short
        if word in _CURRENCIES or word[-1] == "$":
            return True
        # *May 5*, but not *en mayo 41 personas*: the year or a number of three figures is no day
        return following.isdigit() and word.lower() in self.months and self._is_day(text, at + 1)

    def _is_day(self, text: str, at: int) -> bool:
        number = _NUMBER.match(text, at)
        after = text[number.end() : number.end() + 2] if number else ""
        return bool(
            number
            and len(number[0]) < 3
            and after[:1] in (",", "", ")", ".", ";")
            and not after[1:2].isdigit()
        )

    def day(self, found: re.Match[str]) -> list[int]:
        """The blanks within a day and its month."""
        text, at = found.string, found.start()
        start = at - 1 if at and text[at - 1].isdigit() else at
        start -= bool(start and text[start - 1] == "(")
        if (start and not text[start - 1].isspace()) or found[2].lower() not in self.months:
            return []
        return [at + 1, found.start(2) - 1] if found[1] and found[1][-1] == " " else [at + 1]


@lru_cache(maxsize=16)
def _words(tag: str) -> _Words:
    short = of(tag).words("abbreviations", "before_digits", "before_more")
    return _Words(short | {"n", "no"}, months(tag))
