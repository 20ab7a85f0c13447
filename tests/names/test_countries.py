"""A country's name is no town's: English has a word of its own for it."""

from __future__ import annotations

import pytest

from translate_flow.language.words import TextWords
from translate_flow.names.countries import exchanged
from translate_flow.names.found import finder


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Hubo sismos en Islandia y cayó nieve.", []),
        ("Volvieron de Ucrania sin papeles.", []),
        ("Los vecinos de Ventanilla marcharon.", ["Ventanilla"]),
    ],
)
def test_held(text: str, held: list[str]) -> None:
    assert [name.text for name in finder([], "es")(text)] == held


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("canadiense", "canadienses"),
        ("canadienses", "canadiense"),
        ("colombiana", "colombianos"),
        ("colombianos", "colombiana"),
        ("bolivianos", "boliviana"),
        ("boliviana", "bolivianos"),
    ],
)
def test_of_several_forms_the_first_in_the_text_is_named(first: str, again: str) -> None:
    """The order of a set, which is another in every run, says nothing about it."""
    source = TextWords(f"Firmó la parte {first}, y lo leyeron los otros {again} que estaban.")
    found = exchanged(source, TextWords("The Japanese side signed, and the others who were there read it."))
    assert found is not None
    assert (found[0], found[2]) == ("Japanese", first)
