"""Words of a text, and words folded so that they compare."""

from __future__ import annotations

import re
from functools import lru_cache

from .text import fold

Span = tuple[int, int]
"""First character, and one past the last."""

WORD = re.compile(r"[^\W\d_]+(?:['’·][^\W\d_]+)*")
"""A word of letters, apostrophes inside it included."""

_PART = re.compile(r"[^\W\d_]+")

folded = lru_cache(maxsize=1 << 16)(fold)
"""`text.fold`, remembered: the words of a statement come again and again."""


def folded_words(text: str) -> set[str]:
    """The words of a text without case and accents, cut at apostrophes."""
    return {folded(word) for word in _PART.findall(text)}
