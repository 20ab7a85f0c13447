"""What a model says once more: a figure that it repeats, and words that it begins again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_FIGURE = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[.,\u00a0\u202f ]")
_LONG = 5
"""Letters of a word that says something."""


def figure_repeated(source: str, draft: str) -> str:
    """The first figure that appears more often in a draft than in its source, of those the source has; empty if there is none."""
    said = Counter(_figures(source))
    for figure, times in Counter(_figures(draft)).items():
        if 0 < said[figure] < times:
            return figure
    return ""


def words_repeated(source: str, draft: str) -> str:
    """Four words that appear twice in a draft of a source in which no two do; empty if there are none."""
    if _twice(_words(source.replace("del ", "de el ")), 2):
        return ""
    return _twice(_words(draft), 4)


def _figures(text: str) -> Iterator[str]:
    return (_BETWEEN.sub("", match[0]) for match in _FIGURE.finditer(text))


def _words(text: str) -> list[str]:
    return [match[0].lower() for match in _WORD.finditer(text)]


def _twice(words: Sequence[str], length: int) -> str:
    """The first run of so many words that comes again behind it, if one of them at least is long; empty if there is none."""
    there: set[tuple[str, ...]] = set()
    for at in range(len(words) - length + 1):
        run = tuple(words[at : at + length])
        if any(len(word) >= _LONG for word in run):
            if run in there:
                return " ".join(run)
            there.add(run)
    return ""
