"""Normal form, hashes, tokens and index features of a text. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import pairwise
from zlib import crc32

from ..language.numbers.tables import tables

_BLANKS = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n ?")
_MARKUP = re.compile(
    r"\*{1,3}|~~|`+|(?<!\w)_{1,3}|_{1,3}(?!\w)|</?[A-Za-z][^<>]*>|\]\([^()\s]*\)|(?<!\])\[(?=[^\]]*\]\()|\[\^[^\[\]\s]+\]"
)
_TOKEN = re.compile(r"\n|\w+(?:[’'·-]\w+)*|[^\w\s]")
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")
_SHAPED = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
_ROMAN = re.compile(r"[IVXLC]{2,}|[IVX]")
_FIGURES = re.compile(r"0(?:(?:[ .,:]| y )0)*")
_RUN = re.compile(r"N(?:(?: | de | del | de la | de las | de los )N)*")

STORED = 16
"""Features kept of a text: enough for two texts half alike to share some, few enough for millions."""
ASKED = 96
"""Features looked up: those a text like the one asked for may have been stored under."""
_SHORT = 8
"""Up to so many words the text's first and last word count as pairs with its ends."""


def normal(text: str) -> str:
    """NFC, runs of blanks as one, none at line ends; line breaks stay."""
    return _LINES.sub("\n", _BLANKS.sub(" ", unicodedata.normalize("NFC", text))).strip()


def digest(text: str, language: str) -> int:
    """64-bit signed hash of a text in normal form; `language` is the translation's."""
    return int.from_bytes(blake2b(f"{language}\0{text}".encode(), digest_size=8).digest(), "big", signed=True)


def neighbour(text: str | int | None, language: str) -> int | None:
    """What stands for a neighbouring source: its hash, 0 for none, None if unknown."""
    if text is None or isinstance(text, int):
        return text
    plain = normal(text)
    return digest(plain, language) if plain else 0


def shape(text: str, language: str) -> int:
    """The same for a text whose numbers, dates and words with capitals are left open; 0 if it has none but the first.

    Coarse: texts of one shape may differ in more (see `substitute`), but what can be put in has one shape.
    """
    opened = _SHAPED.sub(_open, text)
    if "0" not in opened and "N" not in opened[1:]:
        return 0
    return digest(_RUN.sub("N", _FIGURES.sub("0", opened)), f"{language}\1")


def _open(found: re.Match[str]) -> str:
    word = found[0]
    if word[0].isdigit() or word.lower() in _number_words() or _ROMAN.fullmatch(word):
        return "0"
    return "N" if word[0].isupper() else word


@cache
def _number_words() -> frozenset[str]:
    """Spanish words for numbers, months and days of the week; those that are articles as well excepted."""
    known = tables("es")
    return frozenset(
        word
        for word, means in (known.words.items() if known else ())
        if (means.cardinal or 0) > 1 or means.scale or means.month or means.weekday or means.ordinal
    )


def markup(text: str) -> list[str]:
    """Inline marks of Markdown and HTML, sorted."""
    return sorted(_MARKUP.findall(text))


def tokens(text: str) -> list[str]:
    """Words, characters and line breaks, in small letters and without markup: what likeness is counted in."""
    return _TOKEN.findall(_MARKUP.sub("", text).lower())


def coded(words: Sequence[str]) -> str:
    """Tokens as a string of a character each, for comparing by the thousand: equal ones get equal characters.

    The character follows from the token alone, so that codes can be stored; of two different tokens one pair in some
    fifty thousand shares one, so that the likeness of codes is never less than that of the tokens.
    """
    return "".join(map(_code, words))


@lru_cache(maxsize=1 << 16)
def _code(token: str) -> str:
    # up to the surrogates: two bytes each in UTF-16
    return chr(1 + crc32(token.encode("utf-8", "surrogatepass")) % 0xD7FE)


def features(text: str, language: str, wanted: int) -> list[int]:
    """Signed 32-bit hashes of pairs of neighbouring words, the most telling first, at most `wanted`.

    Which pairs are taken depends on the pair alone: pairs of two long words first, and among
    equals those with the smaller hash. Thus texts that share words share features (bottom-k
    sampling: Broder 1997, *On the resemblance and containment of documents*). Numbers count as
    equal here, letter case and markup not at all.
    """
    words = _WORD.findall(_DIGITS.sub("0", _MARKUP.sub(" ", text).lower()))
    if len(words) <= _SHORT:
        words = ["^", *words, "$"]
    ranked = set()
    start = crc32(language.encode())
    for left, right in pairwise(words):
        number = crc32(f"{left} {right}".encode(), start)
        mixed = (number * 0x9E3779B1) & 0xFFFFFFFF
        ranked.add(((len(left) < 4) + (len(right) < 4)) << 32 | mixed)
    return [(value & 0xFFFFFFFF) - 0x80000000 for value in sorted(ranked)[:wanted]]
