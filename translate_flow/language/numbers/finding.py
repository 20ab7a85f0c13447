"""Finding all figures of a text."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

from .digits import numbers, plain
from .figure import Figure
from .romans import romans
from .tables import NumberWord, Tables, tables
from .words import NumberToken, numerals

_WORD = re.compile(r"[^\W\d_]+")
_WORDS_APART = re.compile(r"([^\W\d_]+)")
_MILLE = re.compile(r"(.*)mila(.*)|mille(.+)")
_SHARED = re.compile(r"\d{1,6}(?:\.\d{1,6})?")
_ADDRESS = re.compile(
    r"\]\([^()\s]*\)|https?://[^\s<>()\"»”]+|www\.[^\s<>()\"»”]+|(?<![^\s<>@()])[^\s<>@()]+@[^\s<>@()]+\.\w+|(?<!\w)[@#]\w*[^\W\d]\w*"
    r"|(?<![\w./%-])[\w./%-]*\.(?:pdf|docx?|odt|xlsx?|pptx?|csv|txt|html?|md|zip|jpe?g|png|gif|mp[34])\b"
    r"|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|info|edu|gob|gov|pe)(?:\.\w\w)?\b(?:/[^\s<>()\"»”]*)?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\.(?:pdf|docx?|odt|xlsx?|pptx?|csv|txt|html?|md|zip|jpe?g|png|gif|mp[34]|org|com|net|info|edu|gob|gov|pe)\b",
    re.IGNORECASE,
)
"""The end of a file's or site's name: without it or one of the signs of addresses there is none in the text."""


def figures(text: str, language: str) -> list[Figure]:
    """All figures of a text, in text order.

    `language` is a BCP 47 tag. Numbers in words, months and weekdays are known in the languages that
    have a file; in others only digits are read, as Spanish or English would. What stands in an
    address or a file's name is no figure.
    """
    known = tables(language)
    if known is None:
        return _either(text)
    low = text.lower()
    if _may_have_address(low):
        text = _ADDRESS.sub(_blot, text)
        low = text.lower()
    if len(low) != len(text):  # İ
        low = "".join([c.lower() if len(c.lower()) == 1 else c for c in text])
    pieces = _WORDS_APART.split(low)  # what is between words, and words, in turn
    words = pieces[1::2]
    found = list(numbers(text, known))
    if not known.triggers.isdisjoint(words) or (known.glued and "mil" in low):
        some = _known_words(pieces, words, known)
        if found and some:
            taken = {i for f in found for i in range(f.start, f.end)}
            some = [word for word in some if word.start not in taken]
        found += numerals(text, some, known)
    found += romans(text, known)
    if len(found) < 2:
        return found
    found.sort(key=lambda f: (f.start, f.end))
    for i in range(len(found) - 1):
        found[i] = _share_scale(text, found[i], found[i + 1], known)
    return found


def _may_have_address(low: str) -> bool:
    return (
        "](" in low
        or "@" in low
        or "#" in low
        or "://" in low
        or "www." in low
        or _NAMED.search(low) is not None
    )


def _known_words(pieces: list[str], words: list[str], known: Tables) -> list[NumberToken]:
    """Those words of a text that can be part of a number, in text order.

    `pieces` are all its words and what is between them, in turn; `words` the words alone.
    """
    entries = known.words
    ends = list(accumulate(map(len, pieces)))
    if not known.glued:
        return [
            NumberToken(word, ends[2 * n], ends[2 * n + 1], entries[word])
            for n, word in enumerate(words)
            if word in entries
        ]
    some = []
    for n, word in enumerate(words):
        entry = entries.get(word)
        if entry is None and "mil" in word and (value := _thousands(word, known)):
            entry = NumberWord(cardinal=value)
        if entry is not None:
            some.append(NumberToken(word, ends[2 * n], ends[2 * n + 1], entry))
    return some


def _thousands(word: str, known: Tables) -> int:
    """A number above a thousand that is one word: *duemilaventitré*; 0 if it is none."""
    parts = _MILLE.fullmatch(word)
    if parts is None:
        return 0
    values = []
    for part in (parts[1], parts[2] or parts[3]):
        entry = known.words.get(part) if part else NumberWord(cardinal=0)
        if entry is None or entry.cardinal is None:
            return 0
        values.append(entry.cardinal)
    return (values[0] or 1) * 1000 + values[1]


def _blot(found: re.Match[str]) -> str:
    return "_" * len(found[0])


def _either(text: str) -> list[Figure]:
    """Figures of a text whose language is not known: digits, as one language or another reads them."""
    shown = _ADDRESS.sub(_blot, text)
    spanish, english = tables("es"), tables("en")
    if spanish is None or english is None:
        return []
    other = {f.start: f for f in numbers(shown, spanish)}
    return [replace(f, readings=f.readings | other.get(f.start, f).readings) for f in numbers(shown, english)]


def _share_scale(text: str, left: Figure, right: Figure, known: Tables) -> Figure:
    """The left end of *5 a 6 millones*: it may mean five or five million."""
    if right.start - left.end > 5 or not known.to.fullmatch(text, left.end, right.start):
        return left
    power, own = (
        sum(e.scale for w in _WORD.findall(f.form.lower()) if (e := known.words.get(w)))
        for f in (right, left)
    )
    if not power or own:
        return left
    shared = [r for r in left.readings if _SHARED.fullmatch(r)]
    return replace(left, readings=left.readings | {plain(Decimal(r).scaleb(power)) for r in shared})
