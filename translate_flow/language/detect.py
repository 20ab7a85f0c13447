"""What language a text is in, by the small words that hold its sentences together: tables `[function_words]`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from . import knowledge
from .dictionary import is_english, is_spanish
from .tags import primary

_PART = re.compile(r"[^\W\d_]+")
_SURE = 1.25
"""How many times the weight of the next language the small words of one have to have."""
_LEAST = 3
"""Small words by which a language can be determined at all."""


@cache
def function_words(tag: str) -> frozenset[str]:
    """A language's articles, prepositions, pronouns, conjunctions and auxiliaries, in small letters."""
    return knowledge.of(tag).words("function_words")


@cache
def small_words(tag: str) -> frozenset[str]:
    """A language's function words and the words by which it denies."""
    return function_words(tag) | _denying(tag)


@cache
def _denying(tag: str) -> frozenset[str]:
    return knowledge.of(tag).words("negation", "negators", "agreeing", "joining")


@cache
def own_words(tag: str, other: str) -> frozenset[str]:
    """Function words of a language that the other has neither as such nor as a negator."""
    return function_words(tag) - small_words(other)


def language_of(text: str, among: Sequence[str] = ()) -> str:
    """The language of a text, as its primary subtag, or an empty string if nothing tells.

    `among` limits the answer; by default all languages with a file are weighed. A text of fewer than three small
    words, or one whose small words belong to two languages alike, is not determined.
    """
    tags = tuple(among or knowledge.known())
    words = [found.lower() for found in _PART.findall(text)]
    small = {tag: [word for word in words if word in small_words(tag)] for tag in tags}
    # A word that several languages have tells the less of each.
    shares = Counter(word for tag in tags for word in set(small[tag]))
    weights = sorted(((sum(1 / shares[word] for word in small[tag]), tag) for tag in tags), reverse=True)
    best, tag = weights[0]
    if len(small[tag]) < _LEAST or (len(weights) > 1 and best < _SURE * weights[1][0]):
        return ""
    return tag


def language_between(text: str, first: str, second: str) -> str:
    """Which of two languages a text is in that may be short, as its primary subtag; empty if nothing tells.

    Spanish and English are told apart by their dictionaries, too, where the small words are too few.
    """
    pair = (primary(first), primary(second))
    found = language_of(text, pair)
    if found or set(pair) != {"es", "en"}:
        return found
    parts = [part.lower() for part in _PART.findall(text)]
    english, spanish = sum(map(is_english, parts)), sum(map(is_spanish, parts))
    return "" if english == spanish else "en" if english > spanish else "es"
