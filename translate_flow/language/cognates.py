"""Words of two languages that look alike, as names, figures and learned words do."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from .text import fold

_BEGINNING = 4
"""Letters that two words begin alike with, of five or more: *lista* and *list* are too short to tell."""
_PIECE = re.compile(r"\d+|[^\W\d_]{4,}")


@lru_cache(maxsize=1 << 14)
def beginnings(text: str) -> frozenset[str]:
    """What texts that say the same have in common: figures, words of four letters, beginnings of longer ones; folded."""
    return frozenset(counted(text))


def counted(text: str) -> Counter[str]:
    """The same, and how often each is there."""
    return Counter(
        [
            found if found.isdigit() or len(found) <= _BEGINNING else found[:_BEGINNING] + "…"
            for found in _PIECE.findall(fold(text))
        ]
    )
