"""Words of two languages that look alike, as names, figures and learned words do."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from .text import fold

_BEGINNING = 4
"""Letters that two words begin alike with, of five or more: *lista* and *list* are too short to tell."""
_PIECE = re.compile(r"\d+|[^\W\d_]{4,}")


_DOUBLED = re.compile(r"([bcdfgmnpst])\1", re.IGNORECASE)


def singled(text: str) -> str:
    """The text with no doubled consonant, as Spanish writes what it shares with its neighbours: *efficient*, *eficiente*."""
    return _DOUBLED.sub(r"\1", text)


@lru_cache(maxsize=1 << 14)
def beginnings(text: str) -> frozenset[str]:
    """What texts that say the same have in common: figures, words of four letters, beginnings of longer ones; folded."""
    return frozenset(counted(text))


def after_last_shared(source: str, target: str) -> tuple[int, int]:
    """Characters of each text behind the last such word that both have, and each of them once; all where there is none."""
    here, there = fold(source), fold(target)
    ours, theirs = _ends(here), _ends(there)
    shared = [word for word, end in ours.items() if end and theirs.get(word)]
    return (
        len(here) - max((ours[word] for word in shared), default=0),
        len(there) - max((theirs[word] for word in shared), default=0),
    )


def _ends(text: str) -> dict[str, int]:
    """Where each of them ends in a folded text; 0 for those that are there more than once."""
    found: dict[str, int] = {}
    for match in _PIECE.finditer(text):
        word = _bare(match[0])
        found[word] = 0 if word in found else match.end()
    return found


def _bare(found: str) -> str:
    return found if found.isdigit() or len(found) <= _BEGINNING else found[:_BEGINNING] + "…"


def counted(text: str) -> Counter[str]:
    """The same, and how often each is there."""
    return Counter(
        [
            found if found.isdigit() or len(found) <= _BEGINNING else found[:_BEGINNING] + "…"  # often asked
            for found in _PIECE.findall(fold(text))
        ]
    )
