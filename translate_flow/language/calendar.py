"""Months and days of the week by their names, in one language or in all."""

from __future__ import annotations

import re
from functools import lru_cache

from .knowledge import known, of


@lru_cache(maxsize=64)
def months(tag: str) -> frozenset[str]:
    """Full names of the months, in small letters."""
    return _named(tag, "months")


@lru_cache(maxsize=64)
def weekdays(tag: str) -> frozenset[str]:
    """Full names of the days of the week, in small letters, plurals included."""
    return _named(tag, "weekdays")


@lru_cache(maxsize=1)
def days() -> frozenset[str]:
    """Words of all languages that tell a day or a time without a figure: *lunes*, *yesterday*, *meio-dia*."""
    found: set[str] = set()
    for tag in known():
        found |= weekdays(tag) | of(tag).words("times", "days", "midday", "midnight")
    return frozenset(found)


@lru_cache(maxsize=16)
def month_pattern(*tags: str) -> re.Pattern[str]:
    """Finds the name of a month of these languages, but no function word (*may*)."""
    names: set[str] = set()
    for tag in tags:
        names |= months(tag) - of(tag).words("function_words")
    return re.compile(rf"\b(?:{'|'.join(sorted(names))})\b", re.IGNORECASE)


def _named(tag: str, table: str) -> frozenset[str]:
    keys = [key for key in of(tag).table(table) if key.isdigit()]
    return of(tag).words(table, *keys)
