"""Held spans as lexical units: words with gender and number that every rule can work with.

A mark is a word no dictionary knows, so the analyser answers `^mark/*mark$`. That is made
a noun of the term's gender and number; and once more after the bilingual lookup, which does
not know it either and answers `^mark<tags>/@mark<tags>$`. Agreement, articles and word order
then come out as for any noun, and the generator, which lacks the word, prints it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...model import Held

_UNKNOWN = re.compile(rb"\^([^/^$]+)/\*[^$]*\$")
_UNTRANSLATED = re.compile(rb"\^([^/^$<]+)((?:<[^<>]+>)+)/@[^$]*\$")

Units = Mapping[bytes, Held]
"""Held spans that stand as words, by their mark in lower case."""


def units(held: tuple[Held, ...]) -> dict[bytes, Held]:
    """Those of the held spans that go through as words."""
    return {h.mark.lower().encode(): h for h in held if h.noun in ("name", "noun", "code")}


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
        return b"^%b%b/%b%b$" % (match[1], match[2], match[1], _tags(held, gendered))

    return _UNTRANSLATED.sub(unit, record)


def _tags(held: Held, gendered: bool) -> bytes:
    """Tags of a noun, or of a proper name; a place's name takes articles and agreement best."""
    kind = "<n>" if held.noun == "noun" else "<np><loc>"
    gender = f"<{held.gender}>" if gendered else ""
    return f"{kind}{gender}<{held.number}>".encode()
