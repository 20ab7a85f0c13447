"""Parts of the day in words: *esta mañana*, *por la noche*, *in the afternoon*."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from ..knowledge import of
from ..text import fold
from .deviation import Deviation
from .figure import Figure, FigureKind


@dataclass(frozen=True, slots=True)
class DayParts:
    """How a language names the parts of the day."""

    pattern: re.Pattern[str]
    """Any of its phrases, whose capital is at most at the beginning."""
    parts: dict[str, frozenset[str]]
    """By the phrase in small letters: `morning`, `afternoon`, `evening`, `night`; several where it may be either."""
    marks: frozenset[str]
    """The longest word of each, folded: a text without any of these names no part of the day."""


@lru_cache(maxsize=64)
def day_parts(tag: str) -> DayParts | None:
    """The parts of the day of a language; None if it has none listed."""
    known = of(tag)
    parts: dict[str, set[str]] = defaultdict(set)
    for part in known.table("day_parts"):
        for phrase in known.phrases("day_parts", part):
            parts[phrase].add(part)
    if not parts:
        return None
    some = "|".join(f"[{p[0]}{p[0].upper()}]{re.escape(p[1:])}" for p in sorted(parts, key=lambda p: -len(p)))
    return DayParts(
        re.compile(rf"\b(?:{some})\b"),
        {phrase: frozenset(which) for phrase, which in parts.items()},
        frozenset(fold(max(phrase.split(), key=len)) for phrase in parts),
    )


def part_changed(
    source: str, target: str, languages: tuple[str, str], vocabulary: tuple[frozenset[str], frozenset[str]]
) -> Deviation | None:
    """The part of the day that only the source names, where the translation names one that the source does not.

    `vocabulary` are the folded words of each.
    """
    first, second = day_parts(languages[0]), day_parts(languages[1])
    if first is None or second is None:
        return None
    if vocabulary[0].isdisjoint(first.marks) or vocabulary[1].isdisjoint(second.marks):
        return None
    ours, theirs = _found(source, first), _found(target, second)
    gone, come = _alone(ours, theirs), _alone(theirs, ours)
    if len({f.readings for f in gone}) != 1 or len({f.readings for f in come}) != 1:
        return None
    return Deviation(gone[0], come[0], certain=False)


def _found(text: str, known: DayParts) -> list[Figure]:
    return [
        Figure(m[0], *m.span(), known.parts[m[0].lower()], False, True, FigureKind.DAY_PART)
        for m in known.pattern.finditer(text)
    ]


def _alone(these: list[Figure], those: list[Figure]) -> list[Figure]:
    """Those that share no meaning with any of the others."""
    there = frozenset[str]().union(*(f.readings for f in those))
    return [f for f in these if f.readings.isdisjoint(there)]
