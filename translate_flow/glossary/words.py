"""Cutting Spanish text into words for term search, and folding words so that they compare.

The pieces of a text joined again are the text, so a piece's place follows from the
lengths before it: no map from folded to original characters has to be kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from ..language.text import fold

_DOUBLED = "|".join(letter * 2 for letter in "ABCDEFGHIJKLMNOPRSTUVZ")
_INITIAL = rf"(?:{_DOUBLED}|[A-ZÑ])"
_DOTTED = rf"{_INITIAL}(?:\.[ \xa0\u202f]?{_INITIAL})+(?![^\W_])\.?"
_NUMERO = r"[Nn](?:\.[ \xa0]?)?[º°]"
_REST = r"\s+|[^\w\s]|_"
# Most pieces are blanks, and small letters before a blank or comma: found at once, without the long way behind.
_SIMPLE = r"\s+|[a-záéíóúüñ]+(?=[ ,;])"
_PLAIN = re.compile(rf"{_SIMPLE}|{_DOTTED}|{_NUMERO}|[^\W_]+(?:['’][^\W_]+)*|{_REST}")
_HIDDEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0300-\u036f"
_HAS_HIDDEN = re.compile(f"[{_HIDDEN}]")
_LOOSE = re.compile(
    rf"{_DOTTED}|{_NUMERO}|(?:[^\W_]|(?<=[^\W_])[{_HIDDEN}]+|['’](?=[^\W_])(?<=[^\W_].))+|{_REST}"
)
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")

DASHES = "-‐‑‒–—―−"
OPENING = {"(": ")", "[": "]", "“": "”", "«": "»", "‘": "’", "‹": "›", "„": "“"}
CLOSING = {close: opening for opening, close in OPENING.items() if opening != "„"}
SILENT = frozenset(DASHES + "\"'" + "".join(OPENING) + "".join(CLOSING))
"""Characters that neither make nor break a term: a name may be written with or without them."""


def _bare_letters() -> dict[int, str]:
    """Latin letters with accents and what they are without; ñ is a letter of its own."""
    letters = {}
    for code in range(0xC0, 0x250):
        plain = unicodedata.normalize("NFD", chr(code))
        if len(plain) > 1 and chr(code) not in "ñÑ":
            letters[code] = plain[0]
    return letters


BARE = _bare_letters()
"""For `str.translate`: takes the accents off composed Latin letters."""


def pieces(text: str) -> list[str]:
    """Words, white-space runs and single characters. An acronym with points is one piece (`RR. HH.`)."""
    apart = chunks(text)
    if apart is None:
        return (_LOOSE if _HAS_HIDDEN.search(text) else _PLAIN).findall(text)
    return pieces_of(apart)


def pieces_of(apart: Iterable[str]) -> list[str]:
    """The pieces of a text of which `chunks` are known."""
    spaced = _spaced
    found = [piece for chunk in apart for piece in spaced[chunk]]
    found.pop()
    return found


def chunks(text: str) -> list[str] | None:
    """What is between the blanks of a text, if no piece reaches over one; None if one may, or a sign is not seen."""
    if not text.isprintable() or "  " in text or _HAS_HIDDEN.search(text) or _ACROSS.search(text):
        return None
    return text.split(" ")


_ACROSS = re.compile("[.] (?:(?<=[A-ZÑ][.] )[A-ZÑ]|(?<=[Nn][.] )[º°])")
"""What a piece of text that reaches over a blank has."""


class _Spaced(dict[str, list[str]]):
    """The pieces of what is between two blanks, and the second: the words of a statement come again and again."""

    def __missing__(self, chunk: str) -> list[str]:
        if len(self) >= 1 << 16:
            self.clear()
        made: list[str] = [*_PLAIN.findall(chunk), " "]
        self[chunk] = made
        return made


_spaced = _Spaced()


def folded(word: str) -> str:
    """A word as it is compared: lower case, without accents, points or invisible characters; ñ stays."""
    if word.isascii():
        plain = word.lower()
    else:
        plain = word.casefold().translate(BARE)
        if not plain.isascii():  # ñ, typographic signs, letters in pieces, other alphabets
            plain = fold(_INVISIBLE.sub("", word)).replace("’", "'").replace("°", "º")
    if "." in plain and len(plain) > 1:
        plain = re.sub(r"[.\s]", "", plain)
    elif plain.startswith("n") and plain.endswith("º"):
        plain = "nº"
    return plain


def is_silent(piece: str) -> bool:
    """Whether a piece is skipped when terms are compared: white space, dashes, quotes, brackets."""
    return piece in SILENT or piece.isspace()


_CONTRACTED = {"del": ("de", "el"), "al": ("a", "el"), "Del": ("De", "el"), "Al": ("A", "el")}
_CONTRACTED |= {"DEL": ("DE", "EL"), "AL": ("A", "EL")}


def spread(word: str) -> tuple[str, ...]:
    """`del` as `de`, `el` and `al` as `a`, `el`; any other word as itself."""
    return _CONTRACTED.get(word, (word,))


def words(text: str) -> list[str]:
    """The pieces that count when terms are compared, contractions taken apart, in composed form (NFC)."""
    return words_of(pieces(text))


def words_of(parts: list[str]) -> list[str]:
    """As `words`, for a text already cut into pieces."""
    found: list[str] = []
    for piece in parts:
        if is_silent(piece):
            continue
        if not piece.isascii():
            piece = unicodedata.normalize("NFC", _INVISIBLE.sub("", piece))
        found.extend(spread(piece))
    return found
