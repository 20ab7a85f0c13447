"""Figures of two texts paired: what is left over on either side."""

from __future__ import annotations

import pytest

from translate_flow.language.numbers import figures, unmatched
from translate_flow.language.numbers.units import same_quantity


@pytest.mark.parametrize(
    ("spanish", "english", "left"),
    [
        ("Fórmula 1", "seven times", [["1"], ["seven"]]),
        ("una vez", "once", [[], []]),
        ("dos tercios", "three thirds", [["dos"], ["three"]]),
        ("tres tercios", "two thirds", [["tres"], ["two"]]),
        ("dos tercios", "two thirds", [[], []]),
        ("1.234,56", "1,234.56", [[], []]),
        ("1.234,56", "1,234.65", [["1.234,56"], ["1,234.65"]]),
        ("12.500 %", "12.5%", [[], []]),
        ("12.500 soles", "12.5 soles", [["12.500"], ["12.5"]]),
        ("Llame al 084-232323", "Call 084 232 323", [[], []]),
        ("a las 15:00", "at 3", [[], []]),
    ],
)
def test_what_is_left_over(spanish: str, english: str, left: list[list[str]]) -> None:
    found = unmatched(figures(spanish, "es"), figures(english, "en"))
    assert [[figure.form for figure in side] for side in found] == left


@pytest.mark.parametrize(
    ("value", "unit", "other", "unit_there", "same"),
    [
        (8, "day", 1, "week", True),
        (15, "day", 2, "week", True),
        (1, "week", 8, "day", True),
        (2, "week", 15, "day", True),
        (2, "week", 8, "day", False),
        (8, "day", 1, "month", False),
        (1, "month", 8, "day", False),
        (8, "hour", 1, "week", False),
    ],
)
def test_eight_days_are_a_week(value: float, unit: str, other: float, unit_there: str, same: bool) -> None:
    assert same_quantity(value, frozenset({unit}), other, frozenset({unit_there})) is same
