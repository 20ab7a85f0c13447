"""What of a paragraph is compared with paragraphs of another language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..facts import read
from ..language.knowledge import of
from ..language.text import fold

_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL = re.compile(r"\b[^\W\d_a-z]\w+")
_OPENING = frozenset(f"{sign} " for sign in '.!?¿¡"“«:;')
"""What is before a word that a sentence begins with; its capital says nothing."""
_STEM = 5
"""Letters of a word that count: endings differ between a draft and a person's words, and between languages."""
_NAME = 6
"""Letters of a name that count: Colombia, Colombian."""


def stems(text: str, without: frozenset[str] = frozenset()) -> list[str]:
    """Beginnings of the words, but for those left out."""
    return [stem for word in _WORD.findall(fold(text)) if (stem := word[:_STEM]) not in without]


@cache
def small(language: str) -> frozenset[str]:
    """Beginnings of a language's words of grammar alone."""
    return frozenset(fold(word)[:_STEM] for word in of(language).words("function_words"))


def figures(text: str, language: str) -> list[str]:
    """Numbers, months and times, by their value, so that *tres de mayo* and *May 3* have the same."""
    return ["#" + figure.value for figure in read(text, language).figures if figure.certain]


def names(text: str) -> Iterator[str]:
    """Words with a capital that no sentence begins with."""
    for match in _CAPITAL.finditer(text):
        start = match.start()
        if start and match[0][0].isupper() and text[start - 2 : start] not in _OPENING:
            yield "@" + fold(match[0])[:_NAME]
