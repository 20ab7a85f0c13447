"""Two people's changes of one text, merged only where they leave each other alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.flow.editing.together import together

BASE = "The league reports that 12 families lost their homes."
WORDS = st.lists(st.sampled_from("a b the water of 12 league homes . ,".split()), max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("theirs", "mine", "both"),
    [
        (
            BASE.replace("12", "13"),
            BASE.replace("homes", "houses"),
            "The league reports that 13 families lost their houses.",
        ),
        (BASE.replace("12", "13"), BASE.replace("12", "13"), BASE.replace("12", "13")),
        (BASE + " And more.", "Today: " + BASE, "Today: " + BASE + " And more."),
        (BASE.replace("12", "13"), BASE.replace("12", "14"), None),
        (BASE.replace("12 families", "people"), BASE.replace("families", "households"), None),
        ("", BASE + " And more.", None),
    ],
)
def test_changes_of_both_are_taken_or_none(theirs: str, mine: str, both: str | None) -> None:
    assert together(BASE, theirs, mine) == both == together(BASE, mine, theirs)


@given(WORDS, WORDS)
def test_a_side_that_changed_nothing_leaves_the_other_as_it_is(base: str, other: str) -> None:
    assert together(base, base, other) == together(base, other, base) == together(base, other, other) == other
