"""PDF files of browsers, in which each letter of small print is set by itself: words stay words, in their order."""

from __future__ import annotations

from translate_flow.convert import convert

from .pdfs import Words, pdf

WIDE = {
    "i": 0.222,
    "j": 0.222,
    "l": 0.222,
    "r": 0.333,
    "t": 0.278,
    "f": 0.278,
    "m": 0.833,
    "v": 0.5,
    "y": 0.5,
}
"""Widths of Helvetica's letters; the others of a statement are about as wide as a figure."""
SMALL = (" ", ",", ".")


def letters(left: float, top: float, text: str, size: float = 11, font: str = "F") -> list[Words]:
    """A line, letter by letter."""
    found: list[Words] = []
    for sign in text:
        if sign != " ":
            found.append((left, top, size, font, sign))
        left += size * (0.278 if sign in SMALL else WIDE.get(sign, 0.556))
    return found


def test_letters_set_one_by_one_are_words_beside_a_raised_number_and_another_column() -> None:
    left = (
        "La comuna del valle no tiene agua",
        "desde hace tres meses, y nadie ha",
        "respondido a ninguno de los",
        "oficios que le enviamos",
        "ni a las familias, ni a la junta,",
        "ni al municipio de la capital.",
    )
    right = (
        "El informe dice que la toma de",
        "agua se repara antes de mayo, con",
        "familias del valle, y que",
        "el plazo es de treinta das,",
        "luego de los cuales las familias",
        "marchan a la capital.",
    )
    page = [
        *[one for at, line in enumerate(left[:4]) for one in letters(60, 700 - 14 * at, line)],
        *letters(letters(60, 658, "oficios que le enviamoss")[-1][0], 662, "1", size=6),
        *[one for at, line in enumerate(left[4:], 4) for one in letters(60, 700 - 14 * at, line)],
        *[one for at, line in enumerate(right) for one in letters(320, 700 - 14 * at, line)],
        *letters(60, 100, "1", size=6),
        *letters(66, 97, "Oficios 009, 010 y 011 de abril.", size=8),
    ]
    text = convert(pdf([page]), "carta.es.pdf", "es").data.decode().replace("[^1]", "")
    assert (
        "no tiene agua desde hace tres meses, y nadie ha respondido a ninguno de los oficios que le enviamos"
        in text
    )
    assert "ni a las familias, ni a la junta, ni al municipio de la capital." in text
    assert "familias del valle, y que el plazo es de treinta das, luego de los cuales" in text
    assert "Oficios 009, 010 y 011 de abril." in text
    assert "|" not in text
