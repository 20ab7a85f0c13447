"""Words in pieces made whole: what is joined, and what only looks like it."""

from __future__ import annotations

import pytest

from translate_flow.language.whole import as_read, joint, unspaced


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("P R E S E N T E", "PRESENTE"),
        ("C A R T A   A B I E R T A", "CARTA ABIERTA"),
        ("C A R T A A B I E R T A", "CARTA ABIERTA"),
        ("<b>P r e s e n t e</b>.-", "<b>Presente</b>.-"),
        ("Anexos A B C D", "Anexos A B C D"),
        ("las vocales a e i o u", "las vocales a e i o u"),
        ("Grupo X Y Z W", "Grupo X Y Z W"),
        ("S. A. C. y P. E. R. U.", "S. A. C. y P. E. R. U."),
    ],
)
def test_letters_with_blanks_between_are_a_word_if_they_make_one(text: str, wanted: str) -> None:
    assert unspaced(text) == wanted


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("sea anali-", "zada hoy", ""),
        ("los murie-", "ron ayer", ""),
        ("EL CONGRE-", "SO DICE", ""),
        ("lo socio-", "económico es", ""),
        ("lo peruano-", "chileno es", "-"),
        ("Lima-", "Callao va", None),
        ("de 2020-", "dos", None),
        ("va —", "dijo", None),
        ("la pala\u00ad", "bra", ""),
    ],
)
def test_a_word_goes_on_over_the_end_of_a_line_if_it_is_one(
    before: str, after: str, wanted: str | None
) -> None:
    assert joint(before, after, frozenset()) == wanted


def test_a_text_is_read_composed_and_without_signs_that_part_words() -> None:
    assert as_read("cafe\u0301 sie\u00adrra, RÃ\u00ado") == "café sierra, RÃ\u00ado"
