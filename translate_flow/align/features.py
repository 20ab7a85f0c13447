"""What of a paragraph is compared with paragraphs of another language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from ..language.numbers import figures
from ..language.text import fold

Feature = Callable[[str], Counter[str]]
"""What is counted in a text."""
_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(r"(?<![.!?¿¡\"“«:;] )(?<!^)\b[^\W\d_]\w+")
"""A word that a sentence does not begin with."""
_STEM = 5
"""Letters of a word that count: endings differ between a draft and a person's words."""
_GRAM = 4
_NAME = 6
"""Letters of a name that count: Colombia, Colombian."""


def stems(text: str) -> Counter[str]:
    """Beginnings of the words, for two texts in one language."""
    return Counter(word[:_STEM] for word in _WORD.findall(fold(text)))


def grams(text: str) -> Counter[str]:
    """Runs of four letters: names, and words of the same origin, share them across languages."""
    words = _WORD.findall(fold(text))
    return Counter(word[i : i + _GRAM] for word in words for i in range(len(word) - _GRAM + 1))


def facts(language: str) -> Feature:
    """Numbers, by their value, and words with a capital, of texts in that language."""

    def found(text: str) -> Iterator[str]:
        for figure in figures(text, language):
            if figure.certain:
                yield "#" + figure.value
        for match in _INSIDE.finditer(text):
            if match[0][0].isupper():
                yield "@" + fold(match[0])[:_NAME]

    return lambda text: Counter(found(text))
