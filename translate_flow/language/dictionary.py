"""Ordinary words of Spanish and English, so that they are not taken for names, nor for misspelt ones.

The word lists beside this file (`words/`, see the note on their origin there) hold Spanish words in
their dictionary form, and English ones with most inflections. They are read at the first question.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_SPANISH_VERB = re.compile(
    r"(.{2,}?)(?:amos|emos|imos|aron|ieron|ando|iendo|yendo|ad[oa]s?|id[oa]s?|aba[ns]?|ía[ns]?|ábamos|íamos|ó|ió|an|en"
    r"|ará|erá|irá|arán|erán|irán|aremos|eremos|iremos|aría|ería|iría|ase|ese|[ae]r(?:se|lo|la|los|las|les?|nos)"
    r"|[ae]|é|í)$"
)


_DERIVED = re.compile(
    r".{3,}(?:mientos?|ci[oó]n(?:es)?|si[oó]n(?:es)?|dad(?:es)?|mente|ismos?|dur[ií]as?|log[ií]as?|[áa]stic[oa]s?|ístic[oa]s?)$"
)
_PREFIX = re.compile(
    r"(?:vice|sub|ex|inter|anti|super|neo|auto|pre|pos|post|tele|bio|micro|multi|pluri|euro|agro|contra)(?=.{4})"
)


@cache
def _words(language: str) -> frozenset[str]:
    return frozenset(
        (files(__package__) / "frequent" / f"{language}.txt").read_text(encoding="utf-8").split("\n")
    )


@cache
def is_spanish(word: str) -> bool:
    """Whether a word, whatever its case, is an ordinary Spanish one, in this form or another of the same word."""
    low, words = word.lower(), _words("es")
    if low in words or _DERIVED.match(low):
        return True
    if (prefix := _PREFIX.match(low)) and is_spanish(low[prefix.end() :]):
        return True
    for stem in _singulars(low):
        if stem in words or (stem[-1:] == "a" and stem[:-1] + "o" in words):
            return True
        # comisiones: the accent of comisión goes with the plural
        accented = re.sub(r"([aeiou])([ns])$", lambda m: "áéíóú"["aeiou".index(m[1])] + m[2], stem)
        if accented in words:
            return True
    if low[-1:] == "a" and low[:-1] in words:
        return True
    verb = _SPANISH_VERB.match(low)
    # one-letter endings would make a word of too many slips: Institue is no form of instituir
    return bool(
        verb
        and len(low) - len(verb[1]) > 1
        and any(verb[1] + ending in words for ending in ("ar", "er", "ir"))
    )


@cache
def is_english(word: str) -> bool:
    """Whether a word, whatever its case, is in the English list, common names of people and places included."""
    low, words = word.lower().replace("’", "'"), _words("en")
    return low in words or any(stem in words for stem in _singulars(low))


def is_ordinary(word: str) -> bool:
    """Whether a word is one of either language."""
    return is_english(word) or is_spanish(word)


def _singulars(word: str) -> list[str]:
    found = []
    if word.endswith("s") and len(word) > 4:
        found.append(word[:-1])
        if word.endswith("es"):
            found.append(word[:-2])
        if word.endswith("ces"):
            found.append(word[:-3] + "z")
    return found
