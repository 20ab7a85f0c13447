"""Plural and singular of English noun phrases."""

from __future__ import annotations

import re

from .knowledge import of

_PREPOSITION = re.compile(
    rf"\s(?:and|{'|'.join(sorted(of('en').words('function_words', 'prepositions')))})\s", re.IGNORECASE
)
_IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children"}
_SINGULAR = {plural: singular for singular, plural in _IRREGULAR.items()}
_NO_PLURAL = re.compile(r"(?:police|people|intelligence|sis|ss|news|series|[^aeiou]ics)$")


def plural(text: str) -> str:
    """The plural of an English noun phrase in the singular: *votes of confidence*, *comuneros*."""
    head, rest = split_head(text)
    before, _, noun = head.rpartition(" ")
    lead = f"{before} " if before else ""
    if lead in ("woman ", "Woman "):  # women leaders
        lead = lead.replace("man", "men")
    return lead + _plural_word(noun) + rest


def singular(text: str) -> str:
    """The singular of an English noun phrase in the plural; the text itself if it is none."""
    head, rest = split_head(text)
    before, _, noun = head.rpartition(" ")
    lead = f"{before} " if before else ""
    if lead in ("women ", "Women ") and _singular_word(noun) != noun:
        lead = lead.replace("men", "man")
    return lead + _singular_word(noun) + rest


def split_head(text: str) -> tuple[str, str]:
    """A noun phrase as its head, and the rest from a preposition on."""
    cut = _PREPOSITION.search(text)
    return (text[: cut.start()], text[cut.start() :]) if cut else (text, "")


def _plural_word(noun: str) -> str:
    lowered = noun.lower()
    if lowered in _IRREGULAR:
        return _IRREGULAR[lowered]
    if _NO_PLURAL.search(lowered):
        return (
            re.sub("sis$", "ses", noun)
            if lowered.endswith("sis")
            else noun + ("es" if lowered.endswith("ss") else "")
        )
    if re.search(r"(?:s|x|z|ch|sh)$", lowered):
        return noun + "es"
    if re.search(r"[^aeiou]y$", lowered):
        return noun[:-1] + "ies"
    return noun + "s"


def _singular_word(noun: str) -> str:
    lowered = noun.lower()
    if re.search(r"(?:cri|aly|the|gno|pha)ses$", lowered):
        return noun[:-2] + "is"
    if lowered in _SINGULAR:
        return _SINGULAR[lowered]
    if _NO_PLURAL.search(lowered) or not lowered.endswith("s") or lowered.endswith("us"):
        return noun
    if lowered.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if re.search(r"(?:ss|x|z|ch|sh)es$", lowered):
        return noun[:-2]
    return noun[:-1]
