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
)
"""Rows of [opposites] of which one is not the other."""


@lru_cache(maxsize=64)
def counted(tag: str) -> Mapping[str, str]:
    """The row of [opposites] that a folded word belongs to."""
    known = of(tag)
    return {fold(word): row for row in known.table("opposites") for word in known.words("opposites", row)}


def swapped(
    ours: frozenset[str], theirs: frozenset[str], languages: tuple[str, str]
) -> tuple[str, str] | None:
    """A word of the source and the opposite that a translation has instead, by the folded words of both."""
    first, second = counted(languages[0]), counted(languages[1])
    if ours.isdisjoint(first) or theirs.isdisjoint(second):
        return None
    here = {first[w]: w for w in sorted([w for w in ours if w in first])}
    there = {second[w]: w for w in sorted([w for w in theirs if w in second])}
    if here.keys() == there.keys():
        return None
    for group in GROUPS:
        gone, come = (here.keys() - there.keys()) & group, (there.keys() - here.keys()) & group
        if len(gone) == len(come) == 1:
            return here[gone.pop()], there[come.pop()]
    return None
