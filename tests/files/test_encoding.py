"""What is told of a text's characters, and what an encoding cannot hold."""

from __future__ import annotations

import pytest

from translate_flow.files.encoding import cannot_hold, decode, encode


@pytest.mark.parametrize("wrong", ["Â¿", "â€œ", "Ã±"])
def test_characters_read_in_another_encoding_are_told_with_their_line(wrong: str) -> None:
    """Each by itself: a text need not have all three beginnings."""
    told = decode(f"Una línea.\n\nOtra {wrong} línea.\n".encode(), "carta.es.txt").notices
    assert [("3" in str(notice), wrong in str(notice)) for notice in told] == [(True, True)]


def test_right_characters_are_told_of_in_no_way() -> None:
    assert decode("¿Qué pasó en «Ñaña»? – “Nada”.\n".encode(), "carta.es.txt").notices == ()


def test_the_first_character_that_an_encoding_cannot_hold_is_named() -> None:
    assert (cannot_hold("año – ✓ ✗", "cp1252"), cannot_hold("año", "cp1252")) == ("✓", "")


@pytest.mark.parametrize(
    "text",
    [
        "minería básica, niño",
        "La comunidad de Azángaro",
        "Última ronda en África: está",
        "José dijo: «¡no!»",
        "cuatro jóvenes\ny bebés",
    ],
)
def test_what_excel_on_a_mac_writes_is_read_as_mac_roman_and_written_so(text: str) -> None:
    found = decode(text.encode("mac_roman"), "a.csv")
    assert (found.text, found.encoding) == (text, "mac_roman") and found.notices
    assert encode(found.text, found, "a.csv") == text.encode("mac_roman")


@pytest.mark.parametrize(
    "text",
    ["don’t", "cost–benefit", "the 1990s–don’t", "minería – niño’s", "Ždánov", "œuvre née", "Žižek à Genève"],
)
def test_what_windows_writes_is_not_taken_for_a_macs(text: str) -> None:
    assert decode(text.encode("cp1252"), "a.csv").text == text
