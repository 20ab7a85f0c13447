"""PDF files with letterheads and columns: every word is read, in the order in which people read it."""

from __future__ import annotations

import re

import pytest

from translate_flow.convert import Converted, convert
from translate_flow.convert.pdf import pages
from translate_flow.messages import say

from .pdfs import Words, lines, pdf
from .test_pdf import read

HEAD = (
    "Asamblea del Río Hondo",
    "Calle de los Alisos 14, piso 2",
    "Villa Serena, 3 de mayo",
    "Teléfono 555 0147",
)
LEFT = (
    "Las familias que viven junto al río recuerdan",
    "que cada primavera el agua bajaba limpia y que",
    "los niños aprendían a nadar en la poza grande,",
    "que hoy está cubierta de barro gris desde la",
    "orilla hasta el puente de piedra del camino.",
)
RIGHT = (
    "La escuela del barrio cerró dos semanas en el",
    "otoño, y los maestros dieron clase en el patio",
    "de la iglesia, con mantas sobre las piedras y",
    "un solo pizarrón para los cuatro grados, hasta",
    "que dejó de llover y se pudo volver a las aulas.",
)
NARROW = (
    "Pedimos que la mesa",
    "publique lo que midió",
    "en los pozos y que un",
    "laboratorio lo repita",
    "antes de la siembra.",
)


def _at_the_right(top: float, *texts: str) -> list[Words]:
    """Lines that end below each other."""
    measured, _ = pages(pdf([lines(10, top, *texts, size=10)]), "ancho.pdf", lambda done, total: None)
    return [
        word
        for at, line in enumerate(measured[0].lines)
        for word in lines(548 - line.right, top - 13 * at, texts[at], size=10)
    ]


def test_a_letterhead_at_the_right_is_read_before_both_columns_and_keeps_its_lines() -> None:
    for low in (700.0, 660.0):  # right below it, and with white between
        made = read(
            [[*_at_the_right(739, *HEAD), *lines(57, low - 13, *LEFT), *lines(305, low - 13, *RIGHT)]]
        )
        assert made == "\\\n".join(HEAD) + f"\n\n{' '.join(LEFT)}\n\n{' '.join(RIGHT)}\n"


def test_a_letterhead_at_the_left_above_columns_keeps_its_lines() -> None:
    made = read([[*lines(57, 739, *HEAD, size=10), *lines(57, 687, *LEFT), *lines(305, 687, *RIGHT)]])
    assert made == "\\\n".join(HEAD) + f"\n\n{' '.join(LEFT)}\n\n{' '.join(RIGHT)}\n"


def test_a_letterhead_at_the_right_above_one_column_keeps_its_lines() -> None:
    full = [" ".join(pair) for pair in zip(LEFT, RIGHT, strict=True)]
    made = read([[*_at_the_right(739, *HEAD), *lines(57, 660, *full)]])
    assert made == "\\\n".join(HEAD) + f"\n\n{' '.join(full)}\n"


@pytest.mark.parametrize("third", [NARROW, ()])
def test_narrow_columns_are_running_text_and_no_table(third: tuple[str, ...]) -> None:
    first = (
        "Las familias que viven",
        "junto al río recuerdan",
        "que cada primavera el",
        "agua bajaba limpia y",
        "clara hasta el puente.",
    )
    second = (
        "La escuela del barrio",
        "cerró dos semanas en",
        "otoño, y los maestros",
        "dieron clase en mitad",
        "del patio, con mantas.",
    )
    page = [*lines(57, 740, *first), *lines(226, 740, *second), *lines(394, 740, *third)]
    written = [" ".join(column) for column in (first, second, third) if column]
    assert read([page]) == "\n\n".join(written) + "\n"


def test_the_same_line_at_the_head_of_two_columns_of_one_page_is_no_running_head() -> None:
    page = [*lines(57, 780, *LEFT), *lines(305, 780, LEFT[0], *RIGHT[1:])]
    assert read([page]).count(LEFT[0]) == 2


def test_headings_that_differ_in_their_numbers_are_no_running_heads() -> None:
    headed = [
        [*lines(57, 780, f"Artículo {number}", font="B", size=12), *lines(57, 755, *LEFT)]
        for number in (1, 4, 9)
    ]
    assert re.findall(r"Artículo (\d)", read(headed)) == ["1", "4", "9"]
    running = [
        [*lines(57, 800, f"Acta 12, hoja {number}", size=9), *lines(57, 755, *LEFT)] for number in (3, 4, 5)
    ]
    assert "hoja" not in read(running)


def test_what_is_left_out_as_a_running_head_is_told_once() -> None:
    def told(made: Converted) -> list[str]:
        return [say(notice) for notice in made.notices]

    running = [
        [
            *lines(57, 810, "Coordinadora del valle", f"Boletín 8, hoja {number}", size=9),
            *lines(57, 700, *LEFT),
            *lines(280, 30, f"{number} / 3", size=9),
        ]
        for number in (1, 2, 3)
    ]
    assert told(convert(pdf(running), "boletin.es.pdf", "es")) == [
        "2 lines that appear on several pages are taken for their heads or feet and left out "
        "(Coordinadora del valle, Boletín 8, hoja 1)"
    ]
    assert told(convert(pdf(running[:1]), "boletin.es.pdf", "es")) == []
