"""Words that say whom a number counts: the dead or the wounded, women or men."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from .knowledge import of
from .text import fold

GROUPS = (
    frozenset({"dead", "wounded", "detained", "missing"}),
    frozenset({"women", "men"}),
    frozenset({"girls", "boys"}),
    frozenset({"armed", "unarmed"}),
    frozenset({"young", "elderly"}),
)
"""Rows of [opposites] of which one is not the other."""


@lru_cache(maxsize=64)
def counted(tag: str) -> Mapping[str, str]:
    """The row of [opposites] that a folded word belongs to."""
    known = of(tag)
    return {fold(word): row for row in known.table("opposites") for word in known.words("opposites", row)}
