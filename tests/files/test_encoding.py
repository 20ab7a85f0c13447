"""What is told of a text's characters, and what an encoding cannot hold."""

from __future__ import annotations

import pytest

from translate_flow.files.encoding import cannot_hold, decode


@pytest.mark.parametrize("wrong", ["Â¿", "â€œ", "Ã±"])
def test_characters_read_in_another_encoding_are_told_with_their_line(wrong: str) -> None:
    """Each by itself: a text need not have all three beginnings."""
    told = decode(f"Una línea.\n\nOtra {wrong} línea.\n".encode(), "carta.es.txt").notices
    assert [("3" in str(notice), wrong in str(notice)) for notice in told] == [(True, True)]


def test_right_characters_are_told_of_in_no_way() -> None:
    assert decode("¿Qué pasó en «Ñaña»? – “Nada”.\n".encode(), "carta.es.txt").notices == ()


def test_the_first_character_that_an_encoding_cannot_hold_is_named() -> None:
    assert (cannot_hold("año – ✓ ✗", "cp1252"), cannot_hold("año", "cp1252")) == ("✓", "")
