"""Words that a file keeps in pieces, whole again: parted at a line's end, or set with a blank behind each letter.

What is one word is recognised by the word lists and by the text itself: *anali-zada* is joined because *analizada* is a
word, *socio-económico* keeps its hyphen where it has it elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container

_SOFT = re.compile("(?<=[^\\W\\d_])(?<![ÃÂ])[\u00ad\u200b]+(?=[^\\W\\d_])")
"""Where a word may be parted, between two letters; behind the two it is a letter read in the wrong encoding."""
_SPACED = re.compile(
    r"(?<![^\W_])(?:[^\W\d_] ){3,}[^\W\d_](?![^\W_])(?: {2,}(?=[^\W\d_] [^\W\d_](?![^\W_])))?"
)
_NEAR_SPACED = re.compile(" . . .")
"""What such a word has in it: looked for first, in a tenth of the time."""
_ABC = "abcdefghijklmnñopqrstuvwxyz"
_VOWELS = frozenset("aeiouáéíóúü")
_SURELY = 6
"""Letters of a word no list has, that is taken for one all the same."""
_SHORTEST = 3
"""Letters of a word that is looked for among letters set without blanks between their words."""
HYPHENS = frozenset("-\u2010\u00ad¬")
"""Signs at a line's end behind which a word may go on."""
_LINE = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad¬][ \t]*\n[ \t]*(?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-\u2010\u00ad¬]$")
_FIRST = re.compile(r"[^\W\d_]+")


def as_read(text: str) -> str:
    """A text of a file as a translator gets it: accents composed (NFC), its words whole."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if "\u00ad" in text or "\u200b" in text:
            text = _SOFT.sub("", text)
    if "\n" in text and not HYPHENS.isdisjoint(text):
        lines = text
        text = across_lines(text, lambda: words_of(lines))
    return unspaced(text)


def unspaced(text: str) -> str:
    """The text with letter-spaced words (*P R E S E N T E*) as words."""
    return _SPACED.sub(_closed, text) if _NEAR_SPACED.search(text) else text


def _closed(match: re.Match[str]) -> str:
    word = match[0].replace(" ", "")
    between = " " if match[0].endswith(" ") else ""
    low = word.lower()
    if low in _ABC or set(low) <= _VOWELS:
        return match[0]
    if is_word(word):
        return word + between
    if words := _several(word):
        return " ".join(words) + between
    share = sum(char in _VOWELS for char in low) / len(low)
    return word + between if len(word) >= _SURELY and 0.25 < share < 0.7 else match[0]


def _several(word: str) -> list[str]:
    """The words that stand in these letters without blanks between, the longest first; none if it does not come out."""
    from .dictionary import is_spanish

    if len(word) > 40:
        return []
    best: list[list[str] | None] = [[]]
    for end in range(1, len(word) + 1):
        found: list[str] | None = None
        for start in range(end - _SHORTEST + 1):
            before = best[start]
            if before is not None and (found is None or len(before) + 1 < len(found)):
                piece = word[start:end]
                if is_spanish(piece):
                    found = [*before, piece]
        best.append(found)
    return best[-1] or []


def is_word(word: str) -> bool:
    """Whether a word is an ordinary one, in whatever form."""
    from .dictionary import is_spanish, is_verb_form

    return is_spanish(word) or is_verb_form(word)


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters, those with hyphens as one; the pieces of lines' ends are not among them."""
    return frozenset(_WORD.findall(_LINE.sub("\n\n", text).lower()))


def joint(before: str, after: str, seen: Container[str]) -> str | None:
    """What is between two lines of one text where a word goes on: nothing, or its own hyphen; None if none does.

    `seen` are the words of the whole text. The hyphen at the end of `before` is not to be written besides.
    """
    if before[-1:] not in HYPHENS:
        return None
    left, right = _LAST.search(before), _FIRST.match(after)
    if left is None or right is None:
        return None
    first, second = left[1], right[0]
    if not (second.islower() or (first.isupper() and second.isupper() and len(first) > 1)):
        return None
    sign = before[-1]
    if sign in "\u00ad¬":
        return ""
    low = (first + second).lower()
    if f"{first}-{second}".lower() in seen:
        return sign
    if low in seen or is_word(low) or not (is_word(first) or is_word(second)):
        return ""
    return sign


_REACH = 60
"""Characters of the longest word on either side of a line's end."""


def across_lines(text: str, seen: Callable[[], Container[str]]) -> str:
    """The text with words that go on over the end of a line whole; other line ends stay.

    `seen` gives the words of the whole text, and is asked only where a word may be parted.
    """

    def closed(match: re.Match[str]) -> str:
        before = text[max(0, match.start() - _REACH) : match.start() + 1]
        found = joint(before, text[match.end() : match.end() + _REACH], seen())
        return match[0] if found is None else found

    return _LINE.sub(closed, text) if "\n" in text else text
