"""Words that turn a sentence round where one stands for another: *más* and *menos*, *muertos* and *heridos*, *exigimos* and *exigen*."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from .dictionary import is_conjugated, is_verb_form
from .knowledge import of
from .opposites import GROUPS, counted
from .text import fold

_STEM = 3
"""Letters that two forms of a word share at least."""
_GENDERS = (("o", "a"), ("os", "as"), ("", "a"), ("es", "as"), ("e", "a"), ("es", "os"))
"""Endings of Spanish nouns and adjectives for men and women, and for all (*todes*)."""


@lru_cache(maxsize=64)
def _rows(tag: str) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Folded words with the rows and groups that they belong to."""
    known = of(tag)
    found: dict[str, list[tuple[str, str]]] = {}
    for row, groups in known.table("contraries").items():
        for group in groups if isinstance(groups, tuple) else ():
            for word in group.split():
                found.setdefault(fold(word), []).append((row, group))
    for word, group in counted(tag).items():
        row = next((str(n) for n, some in enumerate(GROUPS) if group in some), "")
        found.setdefault(word, []).append((row, group))
    return found


def turned(ours: Sequence[str], theirs: Sequence[str], tag: str) -> tuple[str, str] | None:
    """A word of one text and the contrary that the other of the same language has instead; None if there is none.

    Both texts are given as their words, in any case.
    """
    rows = _rows(tag)
    here, there = (_groups(words, rows) for words in (ours, theirs))
    gone, came = sorted(here.keys() - there.keys()), sorted(there.keys() - here.keys())
    for left in gone:
        for right in came:
            if left[0] == right[0] and left[1] != right[1]:
                return here[left], there[right]
    return None


def _groups(
    words: Sequence[str], rows: Mapping[str, Sequence[tuple[str, str]]]
) -> dict[tuple[str, str, int], str]:
    """Row, group and which of its words it is, with the word: what comes twice counts twice."""
    seen: Counter[tuple[str, str]] = Counter()
    found = {}
    for word in words:
        for place in rows.get(fold(word), ()):
            found[(*place, seen[place])] = word
            seen[place] += 1
    return found


def inflected(one: str, other: str, tag: str) -> bool:
    """Whether two words are one, said of a woman and of a man, or by another person or at another time."""
    if tag.split("-")[0].lower() != "es":
        return False
    left, right = sorted((fold(one), fold(other)), key=len)
    stem = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))
    if left == right or stem < _STEM or stem * 2 < len(left):
        return False
    ends = left[stem:], right[stem:]
    if ends in _GENDERS or ends[::-1] in _GENDERS:
        return True
    return is_verb_form(one) and is_verb_form(other) and (is_conjugated(one) or is_conjugated(other))
