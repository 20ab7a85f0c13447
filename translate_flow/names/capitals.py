"""The capitalised words of a Spanish text, with what stands between them: what names are made of."""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from ..language import of
from ..language.dictionary import is_spanish, is_verb_form
from ..language.text import fold
from .people import is_given, is_surname
from .places import english, is_respelt

_WORD = re.compile(r"(?<![\w’'])[A-ZÁÉÍÓÚÜÑÇŠŽ][^\W\d_]*(?:[’'-][^\W\d_]+)*")
_SMALL = re.compile(r"[a-zà-ÿ]{3}")
_OPENS = re.compile(r"(?:^|[.!?…:;\n•|¿¡«“\"‘(\[—–-])[\s¿¡«“\"‘(\[*_#>—–-]*$")
_SHORT = re.compile(
    r"(?:^|[^\w])(?:[A-ZÁÉÍÓÚÑ]|[Ss]ra?s?|[Dd]ra?|[Vv]da|[Aa]vd?a?|[Jj]r|[Ii]ng|[Aa]bog|[Ll]ic)\.[ \u00a0]+$"
)
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")

PERSON_LINKS = frozenset({"de", "del", "de la", "de las", "de los"})
"""Small words inside names of people and places."""
BODY_LINKS = PERSON_LINKS | {
    "y", "e", "para", "para la", "para el", "para los", "para las", "por", "por la", "por el", "por los", "por las",
    "contra", "contra la", "contra el", "sin", "con", "en", "en la", "pro", "y la", "y el", "y de", "y de la", "y del",
    "y de los", "y de las", "y por", "y por la", "y los", "y las", "frente a la", "a", "a la", ",", "&",
}  # fmt: skip
"""Those inside names of organisations."""


@cache
def _function_words() -> frozenset[str]:
    """Articles, pronouns and their like, folded: a capital makes no names of them."""
    return frozenset(fold(word) for word in of("es").words("function_words"))


@lru_cache(maxsize=1 << 15)
def _traits(word: str) -> tuple[str, str, bool, bool, bool, bool]:
    """Folded and in title case; whether it is a given name, a surname, ordinary Spanish, in a name English changes."""
    title = word if len(word) == 1 or not word.isupper() else word.title()
    low = fold(word)
    ordinary = is_spanish(title) or low in _function_words()
    parts = title.split("-")
    return (
        low,
        title,
        is_given(title),
        all(map(is_surname, parts)),
        ordinary,
        is_respelt(title) and not is_given(title),
    )


class CapitalWord(NamedTuple):
    """A capitalised word of a text."""

    text: str
    """As written."""
    start: int
    """Its first character."""
    end: int
    """One past its last."""
    gap: str | None
    """What stands between the capitalised word before and this one, white space as one blank at most; None for the first.

    Blanks at both ends are left out where there are words between: ` ` is a blank, `de la` is `de la`."""
    opens: bool
    """Whether a sentence, a bracket or a quotation begins with it, so that its capital says nothing."""
    low: str
    """Without case and accents."""
    given: bool
    """Whether people are called so."""
    surname: bool
    """Whether it is a surname."""
    ordinary: bool
    """Whether it is a word of the Spanish dictionary."""
    foreign: bool
    """Whether it is a country or city that English writes otherwise."""
    shouted: bool
    """Whether it is in capitals throughout."""

    @property
    def known(self) -> bool:
        """Whether it is a name of people."""
        return self.given or self.surname

    @property
    def unknown(self) -> bool:
        """Whether it can be nothing but a name: in no dictionary, and English does not write it otherwise."""
        return not (self.ordinary or self.foreign)


class Capitals:
    """A text and its capitalised words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = _words(text)

    @cached_property
    def shouted(self) -> bool:
        """Whether the text is in capitals throughout, short words perhaps excepted."""
        return _SMALL.search(self.text) is None

    def before(self, at: int, most: int = 48) -> list[str]:
        """The words before a place, in small letters, the last one last; none if a sentence ends between."""
        piece = self.text[max(0, at - most) : at]
        cut = max(piece.rfind(sign) for sign in "!?;:\n")
        words = piece[cut + 1 :].replace("\u00a0", " ").split(" ")
        return [word.lower() for word in words if word]


def _words(text: str) -> list[CapitalWord]:
    found: list[CapitalWord] = []
    end = -1
    for match in _WORD.finditer(text):
        start = match.start()
        gap = None
        if end >= 0:
            between = text[end:start]
            gap = (
                between
                if between == " "
                else " ".join(between.split()) or (" " if "\n\n" not in between else "")
            )
        before = text[max(0, start - 8) : start]
        opens = _OPENS.search(before) is not None
        word = match[0]
        low, _, given, surname, ordinary, foreign = _traits(word)
        if opens and _SHORT.search(before):
            opens = not (given or surname) and is_verb_form(word)  # Sra. Rosa; 20 °C. Asegúrese
        found.append(
            CapitalWord(
                word,
                start,
                match.end(),
                gap,
                opens,
                low,
                given,
                surname,
                ordinary,
                foreign,
                len(word) > 1 and word.isupper(),
            )
        )
        end = match.end()
    return found


def is_roman(word: str) -> bool:
    """Whether a word is a Roman numeral: *XXI*, *II*."""
    return bool(word) and _ROMAN.fullmatch(word) is not None


@cache
def _translated_acronyms() -> frozenset[str]:
    return of("es").words("names", "translated_acronyms")


def is_translated_acronym(word: str) -> bool:
    """Whether English has other letters for an acronym: *ONU*, UN."""
    return word.lower() in _translated_acronyms()


def is_translated(name: str) -> bool:
    """Whether English writes the place or union otherwise: *Nueva York*, *Naciones Unidas*."""
    return bool(english(name))
