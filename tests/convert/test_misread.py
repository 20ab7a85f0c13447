"""Letters that Tesseract's Spanish model does not have are put back where they can be nothing else."""

from __future__ import annotations

import pytest

from translate_flow.convert.misread import mended


@pytest.mark.parametrize(
    ("read", "text"),
    [
        ("La Ley N.2 29785 rige", "La Ley N.º 29785 rige"),
        ("(n.? 12-2011)", "(n.º 12-2011)"),
        ("el expediente N* 5", "el expediente Nº 5"),
        ("el 1.2 de mayo, hoy", "el 1.º de mayo, hoy"),
        ("el 12 de mayo", "el 12 de mayo"),
        ("la 2.2 sala", "la 2.2 sala"),
        ("artículo 1.2 de la ley", "artículo 1.2 de la ley"),
        ("una vergúenza, el pingúino", "una vergüenza, el pingüino"),
        ("SIN VERGÚENZA, la ambigúedad", "SIN VERGÜENZA, la ambigüedad"),
        ("un ángulo agudo según Gútierrez", "un ángulo agudo según Gútierrez"),
        ("a 25 *C, hoy", "a 25 °C, hoy"),
        ("la nota *C", "la nota *C"),
        ("N.2 de orden", "N.2 de orden"),
    ],
)
def test_mended(read: str, text: str) -> None:
    assert " ".join(mended(read.split(), "es-PE")) == text


def test_only_spanish_is_mended() -> None:
    words = "Law N.2 29785 vergúenza".split()
    assert mended(words, "en") == words
