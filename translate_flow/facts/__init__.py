"""What a text holds: its words, sentences, numbers, names and terms, found once and asked by everybody.

`read` makes the reading of a text, and everything that has to know what is in it (checks, memory, carrying over,
risk, aligning, suggestions) asks that reading instead of searching by itself, so that no two of them disagree.
"""

from __future__ import annotations

from functools import lru_cache

from .figures import figures_compared
from .reading import Reading

__all__ = ["Reading", "figures_compared", "read"]


def read(text: str, language: str) -> Reading:
    """The reading of a text in a language (a BCP 47 tag). The last few thousand are kept."""
    return _read(text, language.split("-")[0].lower())


@lru_cache(maxsize=4096)
def _read(text: str, base: str) -> Reading:
    return Reading(text, base)
