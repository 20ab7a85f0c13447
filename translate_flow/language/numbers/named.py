"""Days that have a name: *Navidad*, *May Day* may stand for a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from ..knowledge import of
from ..words import TextWords
from .figure import Figure, FigureKind


class _NamedDays(NamedTuple):
    telling: Mapping[str, tuple[frozenset[str], ...]]
    """The words of names in small letters, by the longest of each name: without them all the day is not named."""
    longest: frozenset[str]
    """These longest words."""
    name: re.Pattern[str]
    days: Mapping[str, tuple[str, ...]]
    """Rows of [named_days], such as `5-1` and `w7`, by the name in small letters with plain apostrophes."""


@lru_cache(maxsize=64)
def _known(tag: str) -> _NamedDays | None:
    known = of(tag)
    days: dict[str, tuple[str, ...]] = {}
    for row in known.table("named_days"):
        for name in known.phrases("named_days", row):
            days[name.lower()] = (*days.get(name.lower(), ()), row)
    if not days:
        return None
    ordered = sorted(days, key=lambda name: -len(name))
    some = "|".join(re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s+") for name in ordered)
    telling: dict[str, tuple[frozenset[str], ...]] = {}
    for name in days:
        words = re.findall(r"[^\W\d_]+", name)
        longest = max(words, key=len)
        telling[longest] = (*telling.get(longest, ()), frozenset(words))
    return _NamedDays(
        telling, frozenset(telling), re.compile(rf"(?<!\w)(?:{some})(?!\w)", re.IGNORECASE), days
    )


def named_days(text: str, tag: str, words: TextWords) -> Iterator[Figure]:
    """Day and month, or the day of the week, of each day that is named in a text. None of them needs a partner."""
    known = _known(tag)
    if known is None or known.longest.isdisjoint(words.vocabulary):
        return
    some = known.longest & words.vocabulary
    if not any(name <= words.vocabulary for word in some for name in known.telling[word]):
        return
    for found in known.name.finditer(text):
        rows = known.days[" ".join(found[0].lower().replace("’", "'").split())]
        dates = [row.split("-") for row in rows if "-" in row]
        parts = (
            (FigureKind.MONTH, frozenset(f"m{month}" for month, _ in dates)),
            (FigureKind.NUMBER, frozenset(day for _, day in dates)),
            (FigureKind.WEEKDAY, frozenset(row for row in rows if "-" not in row)),
        )
        for kind, readings in parts:
            if readings:
                yield Figure(found[0], *found.span(), readings, certain=False, spelled=True, kind=kind)
