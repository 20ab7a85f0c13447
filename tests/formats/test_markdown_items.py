"""Markdown: lists, rows, captions and formulas that CommonMark does not know, but other readers do, stay lines."""

from __future__ import annotations

import pytest

from translate_flow.formats import load
from translate_flow.model import Document

FORM = load("markdown")


def doc(text: str) -> Document:
    """The document in a text."""
    return FORM.read(text.encode(), "a")


def texts(text: str) -> list[str]:
    """The segments' texts."""
    return [segment.text for segment in doc(text).segments]


def built(text: str, *targets: str) -> str:
    """The text with its segments, in order, replaced by targets."""
    document = doc(text)
    keys = [segment.key for segment in document.segments]
    return FORM.rebuild(text.encode(), document, dict(zip(keys, targets, strict=True))).decode()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("a)", "b)"),
        ("1.-", "2.-"),
        ("(i)", "(ii)"),
        ("(@)", "(@dos)"),
        ("#.", "#."),
        ("1º", "2º"),
        ("I.", "II."),
        ("A.-", "B.-"),
        ("•", "•"),
        ("–", "–"),
        ("✊🏽", "✊🏽"),
    ],
)
def test_lines_with_marks_that_commonmark_does_not_know_are_items(one: str, two: str) -> None:
    text = f"Pedimos:\n{one} que vuelva el agua\n   al canal;\n{two} que se vaya la draga.\n"
    assert texts(text) == ["Pedimos:", "que vuelva el agua al canal;", "que se vaya la draga."]
    made = built(text, "We ask", "that water return;", "that the dredger go.")
    assert made == f"We ask\n{one} that water return;\n{two} that the dredger go.\n"
    assert texts(made) == ["We ask", "that water return;", "that the dredger go."]


def test_one_mark_in_running_text_begins_no_item_and_wrapping_makes_none() -> None:
    text = "La ley dice en el literal que sigue, que es el\na) del artículo nueve, lo contrario.\n"
    assert len(texts(text)) == 1
    words = "The law says in the item that comes after it now a) or even b) or II. or 3.- quite the opposite of that."
    assert texts(built(text, words)) == [words]


def test_lines_with_a_mark_and_a_hard_break_stay_one_segment() -> None:
    text = "a) que vuelva\\\nb) que se vaya\n"
    assert texts(text) == ["a) que vuelva\nb) que se vaya"]
    assert built(text, "a) that it return\nb) that it go") == "a) that it return\\\nb) that it go\n"
    assert (
        built("Pedimos agua y luz.\n", "We ask:\na) water\nb) light") == "We ask:\\\na) water\\\nb) light\n"
    )


def test_rows_between_bars_without_heads_are_cells() -> None:
    text = "| Alto | doce pozos |\n| Bajo | nueve |\n"
    assert texts(text) == ["Alto", "doce pozos", "Bajo", "nueve"]
    assert (
        built(text, "High", "twelve | wells", "Low", "nine")
        == "| High | twelve \\| wells |\n| Low | nine |\n"
    )


def test_a_table_whose_rows_take_several_lines_has_a_caption() -> None:
    table = (
        "----------------------\nDistrito    Pozos\n            secos\n---------   ----------\nAlto        tres de\n"
        "            doce\n\nBajo        dos\n----------------------\n"
    )
    text = f"Antes.\n\n{table}\n: Pozos secos de la cuenca\n\nDespués.\n"
    cells = ["Distrito", "Pozos secos", "Alto", "tres de doce", "Bajo", "dos"]
    assert texts(text) == ["Antes.", *cells, "Pozos secos de la cuenca", "Después."]
    made = built(text, "Before.", *cells, "Dry wells of the basin", "After.")
    assert made == f"Before.\n\n{table}\n: Dry wells of the basin\n\nAfter.\n"


def test_a_formula_between_brackets_and_remarks_are_no_text() -> None:
    text = "Sea\n\\[\nagua = vida\n\\]\ncon\n\n{/* revisar esto */}\n\nFin\n\n???\n\nDicho al margen\n"
    assert texts(text) == ["Sea", "con", "Fin", "Dicho al margen"]
    assert texts("\\[Nota de la mesa\\]\n") == ["\\[Nota de la mesa\\]"]


def test_lines_that_begin_with_a_bold_name_are_items_with_it() -> None:
    text = "**PRIMERO.-** Que vuelva\nel agua.\n**SEGUNDO.-** Que se vaya la draga.\n"
    assert texts(text) == ["**PRIMERO.-** Que vuelva el agua.", "**SEGUNDO.-** Que se vaya la draga."]
    made = built(text, "**FIRST.** That the\nwater return.", "**SECOND.** That the dredger go.")
    assert texts(made)[1] == "**SECOND.** That the dredger go."
    assert texts("**Nota:** uno\nsigue **dos:** aquí\n") == ["**Nota:** uno sigue **dos:** aquí"]


def test_lines_of_metadata_stay_lines_and_only_what_is_seen_is_offered() -> None:
    text = "Title: Agua para todos\nDate: 2024-05-03\nTags: agua, luz\nSummary: Una carta\n    larga\n\nTexto: sí.\n"
    assert texts(text) == ["Agua para todos", "Una carta", "larga", "Texto: sí."]
    assert built(text, "Water for all", "A letter", "long", "Text: yes.") == (
        text.replace("Agua para todos", "Water for all")
        .replace("Una carta", "A letter")
        .replace("larga", "long")
        .replace("Texto: sí", "Text: yes")
    )
    assert texts("Lugar: Puno\nFecha: 3 de mayo\n") == ["Lugar: Puno Fecha: 3 de mayo"]
    assert texts("Hoy.\n\nTitle: Uno\nDate: dos\n") == ["Hoy.", "Title: Uno Date: dos"]
