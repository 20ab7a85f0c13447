"""The capitalised words of a Spanish text, with what is between them: what names are made of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from ..language import of
from ..language.dictionary import is_spanish, is_verb_form
from ..language.inclusive import plainly
from ..language.spans import Spans
from ..language.text import fold
from ..language.words import TextWords, once
from .people import is_given, is_surname
from .places import english, is_respelt

_PART = re.compile(r"[^\W\d_]+")
_REACH = 10
"""Words before a name among which is what shows it."""
_SMALL = re.compile(r"[a-zà-ÿ]{3}")
_OPENS = re.compile(r"(?:^|[.!?…:;\n•|¿¡«“\"‘(\[—–-][)\]»”]?)[\s¿¡«“\"‘(\[*_#>—–-]*$")
_SHORT = re.compile(
    r"(?:^|[^\w])(?:[A-ZÁÉÍÓÚÑ]|[Ss]ra?s?|[Dd]ra?|[Vv]da|[Aa]vd?a?|[Jj]r|[Ii]ng|[Aa]bog|[Ll]ic)\.[ \u00a0]+$"
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"”»]+|\]\([^\s()]+")
"""What names are not looked for in: an address, and the place a link leads to."""
_MARKS = re.compile(r"(?:[*_~\[]|</?[A-Za-z][^<>]*>)+$")
_BETWEEN = re.compile(r"(?:[\s*_~\[]|</?[A-Za-z][^<>]*>)+$")
_ENDS = re.compile(r"[!?;:\n]")
_LONGEST_TAG = 80
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


@cache
def _openers() -> frozenset[str]:
    """Words that with a capital begin a sentence, in small letters."""
    return of("es").words("sentences", "openers") | of("es").words("function_words")


@lru_cache(maxsize=1 << 15)
def _traits(word: str) -> tuple[str, bool, bool, bool, bool, bool]:
    """Folded; whether it is a given name, a surname, ordinary Spanish, in a name English changes, a head of names."""
    title = word if len(word) == 1 or not word.isupper() else word.title()
    low = fold(word)
    ordinary = is_spanish(title) or low in _function_words()
    if not ordinary and low.endswith(_INCLUSIVE):
        plain = plainly(title)  # Todxs, Compañeres
        ordinary = plain != title and is_spanish(plain)
    parts = title.split("-")
    return (
        low,
        is_given(title),
        all(map(is_surname, parts)),
        ordinary,
        is_respelt(title) and not is_given(title),
        low in _heads(),
    )


@cache
def _heads() -> frozenset[str]:
    rows = of("es").words("names", "saints", "place_heads", "small_places", "organisations")
    return rows | frozenset(map(fold, rows))


_INCLUSIVE = ("xs", "es")
"""How words end that are in no dictionary by their inclusive form alone."""


PERSON, PLACE, BODY = 1, 2, 4
"""What a word before a name may show it to be."""


@cache
def _cues() -> dict[str, int]:
    """Words, in small letters, before which names stand, and of what: *señora*, *comunidad*, *organización*."""
    rows = {("titles", "roles"): PERSON, ("places",): PLACE, ("organisation_words",): BODY}
    found = dict.fromkeys(("centro", "asentamiento"), PLACE)
    for keys, kind in rows.items():
        for row in of("es").words("names", *keys):
            if parts := _PART.findall(row):
                found[parts[-1]] = found.get(parts[-1], 0) | kind
    return found


class CapitalWord(NamedTuple):
    """A capitalised word of a text."""

    text: str
    """As written."""
    start: int
    """Its first character."""
    end: int
    """One past its last."""
    gap: str | None
    """What is between the capitalised word before and this one, white space as one blank at most; None for the first.

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
    number: int
    """Which of the text's words it is, or its first part."""
    heads: bool
    """Whether names of places and organisations begin with it: *San*, *Puente*, *Frente*."""

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

    def __init__(self, text: str, words: TextWords | None = None) -> None:
        """`words` are the text's, if they are known."""
        self.text = text
        self.all = words or TextWords(text)
        self.words = list(_words(self.all))

    @once
    def shouted(self) -> bool:
        """Whether the text is in capitals throughout, short words perhaps excepted."""
        return _SMALL.search(self.text) is None

    @once
    def inverted(self) -> bool:
        """Whether a given name is behind a comma: *Guerra Paredes, Rosa*."""
        return any(word.gap == "," and word.given for word in self.words)

    @once
    def _shown(self) -> dict[int, int]:
        """The words that may show a name behind them, by their numbers, and of what."""
        cues = _cues()
        if self.all.vocabulary.isdisjoint(cues):
            return {}
        return {n: cues[word] for n, word in enumerate(self.all.low) if word in cues}

    @once
    def _nouns(self) -> list[int]:
        """Those that show a place."""
        return [n for n, kind in self._shown.items() if kind & PLACE]

    def cue(self, at: int) -> int:
        """What the words before a capitalised one may show it to be: `PERSON`, `PLACE`, `BODY`, a sum of them, or 0.

        People and organisations are shown by the word right before, places by one not far off.
        """
        shown = self._shown
        if not shown:
            return 0
        number = self._number(at) if "<" in self.text else self.words[at].number
        found = shown.get(number - 1, 0) & (PERSON | BODY)
        at = bisect_left(self._nouns, number)
        return found | PLACE if at and self._nouns[at - 1] >= number - _REACH else found

    def _number(self, at: int) -> int:
        """Which of the text's words a capitalised one is; the names of tags right before it are no words: `<i>`."""
        word = self.words[at]
        number = word.number
        between = _BETWEEN.search(self.text, max(0, word.start - _LONGEST_TAG), word.start)
        while between and number and self.all.ends[2 * number - 1] > between.start():
            number -= 1
        return number

    def unmarked(self, at: int) -> int:
        """Where the marks begin that open right before a place (bold, italics, a link); there if none do."""
        if self.text[at - 1 : at] in ("", " "):
            return at  # as most
        found = _MARKS.search(self.text, max(0, at - _LONGEST_TAG), at)
        return found.start() if found else at

    def before(self, at: int, most: int = 48) -> list[str]:
        """The words before a place, in small letters, the last one last; none if a sentence ends between.

        Marks that open at the place, and tags, are no words.
        """
        at = self.unmarked(at)
        piece = self.text[max(0, at - most) : at]
        if "<" in piece:
            piece = _TAG.sub("", piece)
        if _ENDS.search(piece):
            piece = piece[max(map(piece.rfind, "!?;:\n")) + 1 :]
        words = piece.replace("\u00a0", " ").lower().split(" ")
        return list(filter(None, words))


_FIRST = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÁÉÍÓÚÜÑÇŠŽ")
"""What a name in a Spanish text may begin with."""
_JOINTS = frozenset("’'-")


def _words(words: TextWords) -> Iterator[CapitalWord]:
    text, pieces, written, ends = words.text, words.pieces, words.written, words.ends
    end, done, last = -1, -1, len(written) - 1
    addresses = Spans([m.span() for m in _ADDRESS.finditer(text)]) if "](" in text or "/" in text else None
    for n in words.large:
        word = written[n]
        before = pieces[2 * n][-1:]
        if n <= done or word[0] not in _FIRST or before in _APOSTROPHES or before.isalnum():
            continue
        if before == "_" and _joined(pieces[2 * n], n):
            continue
        start = ends[2 * n]
        if addresses is not None and addresses.touch(start, start + 1):
            continue
        gap = None
        if end >= 0:
            between = text[end:start]
            gap = (
                between
                if between == " "
                else " ".join(between.split()) or (" " if "\n\n" not in between else "")
            )
        done = n
        while done < last and pieces[2 * done + 2] in _JOINTS:
            done += 1
        end = ends[2 * done + 1]
        if done > n:
            word = text[start:end]
        low, given, surname, ordinary, foreign, heads = _traits(word)
        opens = _opens(text, start, word, given or surname)
        shouted = len(word) > 1 and word.isupper()
        yield CapitalWord(
            word, start, end, gap, opens, low, given, surname, ordinary, foreign, shouted, n, heads
        )


def _joined(gap: str, number: int) -> bool:
    """Whether the underscore before a word joins it to what is before (*acta_Final*), and opens no italics."""
    rest = gap.rstrip("_")
    return rest[-1:].isalnum() if rest else number > 0


_APOSTROPHES = frozenset("’'")


def _opens(text: str, start: int, word: str, known: bool) -> bool:
    """Whether a sentence, a bracket or a quotation begins with the word."""
    before = text[max(0, start - 8) : start]
    if before[-1:] == " " and before[-2:-1].isalnum():
        return False  # as most
    if _OPENS.search(before) is None:
        return False
    if _SHORT.search(before):
        # Sra. Rosa; 20 °C. Asegúrese; Rosa Quispe Jr. Ayer
        return not known and (is_verb_form(word) or word.lower() in _openers())
    return True


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
