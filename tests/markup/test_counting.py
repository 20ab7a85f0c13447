"""Numbers of list items in the forms that HTML and Word have."""

from __future__ import annotations

import pytest

from translate_flow.markup.counting import counted, ordinal


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (1, "1", "1"),
        (12, "x", "12"),
        (1, "a", "a"),
        (26, "a", "z"),
        (27, "a", "aa"),
        (703, "A", "AAA"),
        (0, "a", "0"),
        (-1, "A", "-1"),
        (1, "i", "i"),
        (4, "i", "iv"),
        (9, "I", "IX"),
        (44, "i", "xliv"),
        (444, "i", "cdxliv"),
        (1994, "I", "MCMXCIV"),
        (3999, "i", "mmmcmxcix"),
        (4000, "i", "4000"),
        (0, "I", "0"),
    ],
)
def test_a_number_is_shown_in_its_form(number: int, form: str, shown: str) -> None:
    assert counted(number, form) == shown


def test_each_roman_sign_counts_what_it_counts() -> None:
    shown = "i iv v ix x xl l xc c cd d cm m".split()
    assert [counted(n, "i") for n in (1, 4, 5, 9, 10, 40, 50, 90, 100, 400, 500, 900, 1000)] == shown
    assert [counted(n, "I") for n in (49, 99, 499, 999)] == ["XLIX", "XCIX", "CDXCIX", "CMXCIX"]


@pytest.mark.parametrize("form", ["1", "a", "A", "i", "I"])
def test_what_is_shown_is_read_again(form: str) -> None:
    assert [ordinal(counted(number, form), form) for number in range(1, 100)] == list(range(1, 100))


@pytest.mark.parametrize(
    ("word", "form"), [("ñ", "a"), ("iiii", "i"), ("c", "i"), ("", "1"), ("x", "1"), ("vv", "I")]
)
def test_what_is_not_a_number_of_that_form_is_none(word: str, form: str) -> None:
    assert ordinal(word, form) == 0
