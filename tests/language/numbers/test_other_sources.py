"""The tables against what others know of the languages: CLDR's dates (babel), numbers in words (num2words)."""

from __future__ import annotations

from datetime import date, timedelta

import num2words
import pytest
from babel.dates import format_date, get_day_names, get_month_names
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.language.calendar import months, weekdays
from translate_flow.language.numbers import figures, unmatched
from translate_flow.language.numbers.tables import written

TAGS = ("ca", "en", "es", "fr", "it", "pt")


@pytest.mark.parametrize("tag", TAGS)
def test_months_and_weekdays_are_cldrs(tag: str) -> None:
    """Full names, and each in its row."""
    for number, name in get_month_names("wide", locale=tag).items():
        word = name.split()[-1].removeprefix("d’").lower()
        assert word in months(tag)
        assert written(f"m{number}", tag).lower() == word
    for number, name in get_day_names("wide", locale=tag).items():
        assert name.lower() in weekdays(tag)
        assert written(f"w{number + 1}", tag).lower() == name.lower()


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("length", ["medium", "long", "full"])
@given(day=st.dates(date(1901, 1, 1), date(2099, 12, 31)))
def test_dates_of_cldr_agree_with_english_ones(tag: str, length: str, day: date) -> None:
    """A date in any usual form of a language agrees with the English one, and not with the next month's."""
    ours = figures(format_date(day, format=length, locale=tag), tag)
    theirs = figures(format_date(day, format="full" if length == "full" else "long", locale="en"), "en")
    assert unmatched(ours, theirs) == ([], []), ours
    later = day + timedelta(days=31)
    if length != "full" and str(day.day) != str(later.day):
        other = figures(format_date(later, format="long", locale="en"), "en")
        assert unmatched(ours, other) != ([], [])


@pytest.mark.parametrize("tag", TAGS)
@given(number=st.integers(2, 999_999))
def test_numbers_in_words_are_their_value(tag: str, number: int) -> None:
    """Any number below a million, as num2words writes it."""
    words = num2words.num2words(number, lang=tag).replace("dicotto", "diciotto")  # its slip in Italian
    assert [str(number) in f.readings for f in figures(words, tag)] == [True], words


@pytest.mark.parametrize("tag", ["en", "es", "fr", "it", "pt"])
@given(number=st.integers(1_000_000, 999_999_999))
def test_millions_in_words_are_their_value(tag: str, number: int) -> None:
    """And those with millions."""
    number -= number % 1000
    words = num2words.num2words(number, lang=tag).replace("dicotto", "diciotto")
    assert str(number) in figures(words, tag)[0].readings, words


@given(number=st.integers(2, 99))
def test_english_ordinals_are_their_value(number: int) -> None:
    """*twenty-first*, and `21st`."""
    for form in ("ordinal", "ordinal_num"):
        words = num2words.num2words(number, lang="en", to=form)
        assert str(number) in figures(words, "en")[0].readings, words


@given(year=st.integers(1301, 1999))
def test_english_years_are_their_value(year: int) -> None:
    """*nineteen fifty-three*."""
    words = num2words.num2words(year, lang="en", to="year")
    if "oh" not in words.split() and "-and" not in words:
        assert str(year) in figures(words.replace(" oh-", " "), "en")[0].readings or "oh" in words, words
