"""Tables in scans: cells side by side are rows, with and without rules, and running text beside other text is no table."""

from __future__ import annotations

import io

import pytest

from translate_flow.convert import convert
from translate_flow.convert.scanned import without_rules

from ..needs import need
from .pdfs import Words, lines, pdf
from .test_tables import ruled

ROWS = [
    ["Comunidad", "Fecha", "Lo que pide"],
    ["Puerto Nuevo", "lunes", "agua limpia"],
    ["San Juan", "martes", "la verdad entera"],
    ["Villa Rica", "jueves", "una escuela"],
]
WRITTEN = (
    "| Comunidad | Fecha | Lo que pide |\n| --- | --- | --- |\n| Puerto Nuevo | lunes | agua limpia |\n"
    "| San Juan | martes | la verdad entera |\n| Villa Rica | jueves | una escuela |\n"
)
TOP, STEP, SIZE = 680, 30, 15
COLUMNS = (70, 230, 350)


def scan(words: list[Words], extra: str = "", turn: float = 0.0) -> bytes:
    """A picture of the page, as a scanner makes it."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf([words], extra=extra)) as document:
        picture = document[0].render(scale=200 / 72).to_pil().convert("RGB")
    out = io.BytesIO()
    picture.rotate(turn, fillcolor="white").save(out, "PNG", dpi=(200, 200))
    return out.getvalue()


def table() -> list[Words]:
    """The cells, with a line of text above and one below."""
    cells = [
        (left, TOP - STEP * at, SIZE, "F", cell)
        for at, row in enumerate(ROWS)
        for left, cell in zip(COLUMNS, row, strict=True)
    ]
    return [
        *lines(70, 760, "Las familias se reunieron en abril y dijeron esto:", size=SIZE),
        *cells,
        *lines(70, 520, "Nadie ha respondido todavía a las familias.", size=SIZE),
    ]


RULES = ruled(702, 672, 642, 612, 582, edges=(60, 220, 340, 540))


@pytest.mark.parametrize(("rules", "turn"), [("", 0.0), (RULES, 0.0), (RULES, 0.3)])
def test_a_scanned_table_is_a_table_and_none_of_its_words_is_lost(rules: str, turn: float) -> None:
    need("tesseract", "apt-get install tesseract-ocr tesseract-ocr-spa")
    text = convert(scan(table(), rules, turn), "acta.es.png", "es").data.decode().replace(" [?]", "")
    assert WRITTEN in text
    assert text.index("dijeron esto") < text.index("Comunidad") < text.index("Nadie ha respondido")


def test_columns_of_running_text_are_no_table() -> None:
    need("tesseract", "apt-get install tesseract-ocr tesseract-ocr-spa")
    left = (
        "Las familias del valle piden",
        "agua limpia para la escuela",
        "y el puesto de salud, que no",
        "la tienen desde enero, y una",
        "respuesta del municipio que",
        "diga cuándo vuelve el agua.",
    )
    right = (
        "El municipio dice que la obra",
        "se termina en mayo, pero las",
        "familias no han visto a nadie",
        "en la toma, y los tubos siguen",
        "en el depósito de la capital,",
        "donde están desde hace un año.",
    )
    page = [*lines(60, 720, *left, size=15, step=19), *lines(320, 720, *right, size=15, step=19)]
    text = convert(scan(page), "acta.es.png", "es").data.decode()
    assert "|" not in text
    assert text.index("agua limpia") < text.index("diga cuándo vuelve") < text.index("El municipio dice")


def test_only_lines_are_wiped_out() -> None:
    """Letters, however large, and the ground of white letters stay as they are."""
    from PIL import Image, ImageDraw

    plain = Image.open(io.BytesIO(scan([*table(), *lines(60, 400, "ETHIL", size=72, font="B")])))
    assert without_rules(plain).tobytes() == plain.tobytes()
    lined = Image.open(io.BytesIO(scan(table(), RULES)))
    assert without_rules(lined).crop((200, 380, 1500, 400)).getextrema() == ((255, 255),) * 3
    boxed = Image.new("RGB", (1600, 400), "white")
    ImageDraw.Draw(boxed).rectangle((200, 100, 1400, 300), fill="black")
    kept = without_rules(boxed)
    assert kept.crop((208, 108, 1392, 292)).getextrema() == ((0, 0),) * 3
