"""Held spans as lexical units: words with gender and number that every rule can work with.

A mark is a word no dictionary knows, so the analyser answers `^mark/*mark$`. That is made
a noun of the term's gender and number; and once more after the bilingual lookup, which does
not know it either and answers `^mark<tags>/@mark<tags>$`. Agreement, articles and word order
then come out as for any noun, and the generator, which lacks the word, prints it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ...passage import Held, Passage
from .stream import PAUSE, STOP, breaking

_UNKNOWN = re.compile(rb"\^([^/^$]+)/\*[^$]*\$")
_UNTRANSLATED = re.compile(rb"\^([^/^$<]+)((?:<[^<>]+>)+)/@[^$]*\$")

_SIGNS = {"break": b"<sent>", "pause": b"<cm>", "adverb": b"<adv>"}
_WORDS = frozenset({"name", "noun", "code", "break", "adverb"})
Units = Mapping[bytes, Held]
"""Held spans that stand as words, by their mark in lower case."""


def lexical_units(passage: Passage) -> dict[bytes, Held]:
    """Those of the held spans of a passage that go through as words, and what stands for its line breaks."""
    known = {h.mark.lower().encode(): h for h in passage.held if h.noun in _WORDS}
    for mark, held in known.items():
        if held.noun == "break":
            start = passage.text.find(held.mark)
            known[mark] = replace(held, noun=breaking(passage.text, start, start + len(held.mark)).noun)
    if len(passage.text.splitlines()) > 1:
        known |= {item.mark.lower().encode(): item for item in (STOP, PAUSE)}
    return known


def analysed(record: bytes, known: Units) -> bytes:
    """A record behind the analyser, with an analysis for each mark."""
    if not known:
        return record

    def unit(match: re.Match[bytes]) -> bytes:
        held = known.get(match[1].lower())
        if held is None:
            return match[0]
        return b"^%b/%b%b$" % (match[1], match[1], _tags(held, True))

    return _UNKNOWN.sub(unit, record)


def looked_up(record: bytes, known: Units, gendered: bool) -> bytes:
    """A record behind the bilingual lookup, with a translation for each mark: itself.

    `gendered`: whether nouns of the target language have a gender.
    """
    if not known:
        return record

    def unit(match: re.Match[bytes]) -> bytes:
        held = known.get(match[1].lower())
        if held is None:
            return match[0]
        tags = _tags(held, gendered)
        return b"^%b%b/%b%b$" % (
            match[1],
            match[2],
            match[1],
            tags.replace(b"<mf>", b"<m>") if gendered else tags,
        )

    return _UNTRANSLATED.sub(unit, record)


def _tags(held: Held, gendered: bool) -> bytes:
    """Tags of a noun, or of a proper name; of those that are not a person's a place's takes articles and agreement best."""
    if held.noun in _SIGNS:
        return _SIGNS[held.noun]
    if held.person and held.number == "sg":
        return f"<np><ant><{held.gender}><sg>".encode()
    kind = "<n>" if held.noun == "noun" else "<np><loc>"
    gender = f"<{held.gender}>" if gendered else ""
    return f"{kind}{gender}<{held.number}>".encode()
