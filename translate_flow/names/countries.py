"""A country in the place of another one: *en Honduras*, *in Nicaragua*."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from ..language.demonyms import demonyms, spanish_demonyms
from ..language.words import Span, TextWords, folded
from .places import countries

_ROOT = 4
"""Letters that a country shares with the adjective made of it: *Chile*, *chileno*, *Chilean*."""
_Named = dict[str, tuple[str, Span]]
"""Countries of a text, folded: as written, and where."""


def exchanged(source: TextWords, target: TextWords) -> tuple[str, Span, str] | None:
    """The one country that only a translation names, its place there, and the one that only the source names.

    By its name or its adjective (*Honduras*, *hondureño*); None if there is none or more than one, or if the other text
    has a word that may be made of the name.
    """
    spanish, english = countries()
    first, second = _firsts()
    ours = _named(source, spanish, first)
    here = ours | _adjectives(source, "es")
    if not here:
        return None  # as in most texts
    theirs = _named(target, english, second)
    there = theirs | _adjectives(target, "en")
    if not there:
        return None
    gone = [es for es in here if spanish[es] not in there and not _said(spanish[es], target)]
    come = [en for en in there if english[en] not in here and not _said(english[en], source)]
    if len(gone) != 1 or len(come) != 1 or (gone[0] in ours) != (come[0] in theirs):
        return None
    word, span = there[come[0]]
    return word, span, here[gone[0]][0]


@cache
def _by_adjective(language: str) -> Mapping[str, str]:
    """The country of each adjective, folded, by the regular endings; not all of them are words."""
    known, make = (countries()[0], spanish_demonyms) if language == "es" else (countries()[1], demonyms)
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    for country in known:
        for form in make(country):
            if found.setdefault(form, country) != country or form in known:
                doubtful.add(form)
    return {form: country for form, country in found.items() if form not in doubtful}


def _adjectives(words: TextWords, language: str) -> _Named:
    known = _by_adjective(language)
    found: _Named = {}
    if known.keys().isdisjoint(words.folded):
        return found
    firsts = sorted(
        next(n for n, low in enumerate(words.low) if folded(low) == word)
        for word in words.folded & known.keys()
    )
    for n in firsts:  # in text order, so that the same form is named in every run
        if language == "es" or words.written[n][0].isupper():
            found.setdefault(known[folded(words.low[n])], (words.written[n], words.span(n)))
    return found


def _said(country: str, text: TextWords) -> bool:
    """Whether a text has a word that may be the adjective of a country, its initials, or a part of its name alone."""
    if not text.folded.isdisjoint(demonyms(country)):
        return True
    parts = [part for part in country.split() if len(part) >= _ROOT]
    roots = [part[:_ROOT] for part in parts if len(parts) < 2 or part[:_ROOT] not in _shared()]
    return any(word.startswith(root) for root in roots for word in text.folded) or _shortened(parts, text)


@cache
def _shared() -> frozenset[str]:
    """What words of several countries' names begin with: *United*, *Republic*."""
    found: set[str] = set()
    for names in countries():
        often = Counter(part[:_ROOT] for name in names if " " in name for part in name.split())
        found |= {root for root, times in often.items() if times > 1}
    return frozenset(found)


_INITIALS = re.compile(r"\b(?:[A-Z]{1,4}\.?[ \xa0]?){1,3}(?![a-z])")


def _shortened(parts: Sequence[str], text: TextWords) -> bool:
    """Whether a text has the initials of a name of several words: *US*, *U.S.*, *USA*, *ONU*, *EE. UU.*"""
    if len(parts) < 2:
        return False
    short = "".join(part[0] for part in parts).upper()
    plural = "".join(letter * 2 for letter in short)
    found = {re.sub(r"\W", "", m[0]) for m in _INITIALS.finditer(text.text)}
    return any(word.startswith((short, plural)) or word.endswith(short) for word in found)


@cache
def _firsts() -> tuple[frozenset[str], frozenset[str]]:
    """First words of the countries' names, in Spanish and in English."""
    spanish, english = (frozenset(name.split(" ")[0] for name in names) for names in countries())
    return spanish, english


def _named(words: TextWords, known: Mapping[str, str], firsts: frozenset[str]) -> _Named:
    found: _Named = {}
    if firsts.isdisjoint(words.folded):
        return found
    for n in words.large:
        if folded(words.written[n]) not in firsts:
            continue
        for length in (4, 3, 2, 1):
            some = words.written[n : n + length]
            name = " ".join(map(folded, some))
            if name in known and len(some) == length:
                start, end = words.span(n)[0], words.span(n + length - 1)[1]
                found.setdefault(name, (words.text[start:end], (start, end)))
                break
    return found
