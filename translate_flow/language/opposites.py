"""Words that say whom a number counts: the dead or the wounded, women or men."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from .knowledge import of
from .text import fold

Vocabulary = frozenset[str]
Words = tuple[Sequence[str], Sequence[str]]

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


def swapped(
    ours: Vocabulary, theirs: Vocabulary, languages: tuple[str, str], words: Words = ((), ())
) -> tuple[str, str] | None:
    """A word of the source and the opposite that a translation has instead, by the folded words of both.

    `words` are all of them in order, so that one that the translation has once more in place of another is seen.
    """
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
        more = [row for row in group & here.keys() & there.keys() if _more(row, words, (first, second))]
        if len(gone) == len(more) == 1 and not come:
            return here[gone.pop()], there[more.pop()]
    return None


def _more(row: str, words: Words, rows: tuple[Mapping[str, str], Mapping[str, str]]) -> bool:
    """Whether a translation has more words of a row than the source: *two dead and eleven dead*."""
    ours, theirs = (
        sum(of_word.get(w) == row for w in side) for side, of_word in zip(words, rows, strict=True)
    )
    return theirs > ours
