"""A text in pieces: words as a reader sees them."""

from __future__ import annotations

import pytest

from translate_flow.glossary.kinds import KINDS, traits
from translate_flow.glossary.words import pieces, words


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("La Red Muqui.", ["La", " ", "Red", " ", "Muqui", "."]),
        ("la  RR. HH.", ["la", "  ", "RR. HH."]),
        ("D’Angelo dijo", ["D’Angelo", " ", "dijo"]),
        # A soft hyphen, a joiner and an accent of its own belong to the word they are in.
        ("mi\u00adnera, agua", ["mi\u00adnera", ",", " ", "agua"]),
        ("Mu\u200bqui", ["Mu\u200bqui"]),
        ("Peru\u0301 libre", ["Peru\u0301", " ", "libre"]),
    ],
)
def test_a_word_is_one_piece_whatever_is_hidden_in_it(text: str, cut: list[str]) -> None:
    assert pieces(text) == cut and "".join(pieces(text)) == text


def test_a_kind_that_is_not_in_the_table_has_no_traits_and_a_name_is_no_common_word() -> None:
    assert traits("no such kind") == traits("") and not any(
        getattr(traits("no such kind"), name) for name in traits("").__slots__
    )
    for kind, its in KINDS.items():
        assert not (its.name and its.common), kind
        assert not (its.country and not its.place) and not (its.person and not its.name), kind
        assert its.verb == (kind == "verb") and its.country == (kind == "country"), kind


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("Peru\u0301 libre", ["Perú", "libre"]),
        ("mi\u00adnera del Mu\u200bqui", ["minera", "de", "el", "Muqui"]),
        ("Año de niñez", ["Año", "de", "niñez"]),
    ],
)
def test_words_are_compared_composed_and_without_what_is_hidden(text: str, compared: list[str]) -> None:
    assert words(text) == compared
