"""Years, and other numbers in their place: *2013 officials were accused in 34*, *March 1965, 18*."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..knowledge import of
from .figure import Figure

At = Callable[[int, Figure], tuple[frozenset[str], str]]
"""Units at a figure of the source (0) or the translation (1)."""


class Partner(NamedTuple):
    """One figure on both sides."""

    source: Figure
    target: Figure
    unique: bool
    """No other figure on either side has its value."""


_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_WORDS_BEHIND = re.compile(r"[ \u00a0]([^\W\d_]+)(?:[ \u00a0-]([^\W\d_]+))?")
_SHORT_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d)?")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0]$")


def is_year(figure: Figure) -> bool:
    """Whether a figure is written as years of our times are."""
    return len(figure.form) == 4 and _YEAR.fullmatch(figure.form) is not None


def may_be_exchanged(text: str, figures: Iterable[Figure], language: str) -> bool:
    """Whether one of a translation's figures is a year by its form and yet counts what is behind it: seldom."""
    return any(is_year(figure) and _counted(text, figure, language) for figure in figures)


def years_exchanged(
    texts: tuple[str, str], languages: tuple[str, str], partners: Sequence[Partner], at: At
) -> Iterator[tuple[Partner, Partner, bool]]:
    """A year in the place of what counts something, which is in the place of the year: *2013 officials were accused in 34*.

    Order says nothing of it where the right translation turned the sentence round.
    """
    if len(partners) < 2 or not may_be_exchanged(texts[1], (p.target for p in partners), languages[1]):
        return
    for year in partners:
        if not is_year(year.source) or year.source.form != year.target.form:
            continue
        if not _counted(texts[1], year.target, languages[1]) or _counted(texts[0], year.source, languages[0]):
            continue
        unit = at(1, year.target)[0]
        for count in partners:
            measured = at(0, count.source)[0]
            if unit and count is not year and not at(1, count.target)[0] and not unit.isdisjoint(measured):
                yield year, count, True  # a 2010-hour drive, the 1.5 Olympics
                break
            if (
                _SHORT_NUMBER.fullmatch(count.target.form)
                and _counted(texts[0], count.source, languages[0])
                and not _counted(texts[1], count.target, languages[1])
                and _dating(texts[1], count.target, languages[1])
                and not measured  # a los 54 años, at the age of 54
            ):
                yield year, count, True
                break
        return  # what it is exchanged with is the same for each


def _counted(text: str, figure: Figure, language: str) -> bool:
    """Whether what a figure counts is right behind it: a word in small letters with a meaning of its own, *other* passed over."""
    found = _WORDS_BEHIND.match(text, figure.end)
    if found is None:
        return False
    passed = of(language).words("function_words", "adverbs")
    word = found[2] if found[1] in passed and found[2] else found[1]
    return word.islower() and word not in small_words(language)


def _dating(text: str, figure: Figure, language: str) -> bool:
    """Whether a preposition or an article is right before a figure, as before years."""
    word = _WORD_BEFORE.search(text, max(0, figure.start - 12), figure.start)
    return word is not None and word[1].lower() in of(language).words(
        "function_words", "prepositions", "articles"
    )


_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])")
_BEFORE_YEAR = re.compile(r"([^\W\d_]+)\.?[ \u00a0]$")
_MONTH_BETWEEN = re.compile(r",?[ \u00a0]([^\W\d_]+)\.?[ \u00a0]")


def year_before_day(text: str, day: Figure, year: Figure, months: frozenset[str]) -> bool:
    """Whether the year of a date in words has the place of its day: *2008 October 15*, *March 1965, 18*."""
    if not is_year(year) or not _DAY.fullmatch(day.form) or year.end > day.start or day.start - year.end > 16:
        return False
    between = text[year.end : day.start]
    month = _MONTH_BETWEEN.fullmatch(between)
    if month is None and between.strip() == ",":
        month = _BEFORE_YEAR.search(text, max(0, year.start - 14), year.start)
    return month is not None and month[1].lower() in months


@lru_cache(maxsize=64)
def small_words(language: str) -> frozenset[str]:
    """Words that carry no content."""
    return of(language).words("function_words")
