"""A country's name is no town's: English has a word of its own for it."""

from __future__ import annotations

import pytest

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
