"""A text that can have no hedge is told by its words alone, and no hedge is ever overlooked by that."""

from __future__ import annotations

import pytest

from translate_flow import facts
from translate_flow.language import known, of
from translate_flow.language.numbers.hedges import hedge, hedges

PHRASES = [
    (tag, phrase)
    for tag in known()
    if hedges(tag)
    for row in ("about", "nearly", "most", "less", "more", "least", "least_after", "most_after")
    for phrase in of(tag).phrases("hedges", row)
]


@pytest.mark.parametrize(("tag", "phrase"), PHRASES)
def test_every_hedge_leaves_a_mark(tag: str, phrase: str) -> None:
    """Whatever stands in the table, alone or with a capital, is looked for where it stands."""
    table = hedges(tag)
    assert table is not None
    for text in (f"{phrase} 41", f"{phrase.capitalize()} 41", f"41 {phrase}"):
        assert table.may_be_in(text, facts.read(text, tag).vocabulary)


@pytest.mark.parametrize(("tag", "phrase"), PHRASES)
def test_hedges_behind_a_figure_leave_a_mark(tag: str, phrase: str) -> None:
    """Nothing is found behind a figure where it is not looked for."""
    table = hedges(tag)
    assert table is not None
    for text in (f"41 {phrase}", f"41, {phrase.capitalize()}", f"41 {phrase} 18"):
        behind = table.may_be_behind(facts.read(text, tag).vocabulary)
        assert hedge(text, 0, 2, table, behind=behind) == hedge(text, 0, 2, table)


def test_a_text_without_any_is_passed_over() -> None:
    table = hedges("es")
    assert table is not None
    text = "Murieron 41 personas en Puno."
    assert not table.may_be_in(text, facts.read(text, "es").vocabulary)
