"""Statements of formats that are not Markdown are laid out by what their segments are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from translate_flow import outputs
from translate_flow.formats import format_for
from translate_flow.formats.html.blocks import scan
from translate_flow.markup.notes import PlaceNote
from translate_flow.model import Edition, Kind, Setting, State
from translate_flow.typeset.outline import outline

from ..formats.test_odt import odt
from ..formats.wordfiles import docx, paragraph, run, table
from .editions import made, read


def _placed(rows: list[tuple[Kind, str, dict[str, Any]]]) -> Edition:
    """An edition of a format without places, whose segments have the geometry given."""
    edition = made([(kind, State.APPROVED, text, text) for kind, text, _ in rows], "docx")
    units = tuple(
        replace(unit, segment=replace(unit.segment, **fields))
        for unit, (_, _, fields) in zip(edition.units, rows, strict=True)
    )
    return replace(edition, units=units)


def _outline(*rows: tuple[Kind, str, dict[str, Any]]) -> str:
    return outline(_placed(list(rows)), [text for _, text, _ in rows])


def test_headings_keep_their_levels_below_the_title() -> None:
    text = _outline((Kind.TITLE, "Uno", {}), (Kind.HEADING, "Dos", {}), (Kind.HEADING, "Tres", {"level": 3}))
    assert text == "# Uno\n\n## Dos\n\n### Tres\n"


def test_items_stand_in_lists_as_deep_as_they_were() -> None:
    text = _outline(
        (Kind.ITEM, "uno", {"level": 1}), (Kind.ITEM, "dos", {"level": 2}), (Kind.NAME, "Tres", {})
    )
    assert text == "- uno\n    - dos\n- Tres\n"


def test_a_list_may_begin_at_a_deeper_level_and_leave_some_out() -> None:
    text = _outline(
        (Kind.ITEM, "uno", {"level": 3}), (Kind.ITEM, "dos", {"level": 5}), (Kind.ITEM, "tres", {"level": 1})
    )
    assert text == "- uno\n    - dos\n- tres\n"


def test_a_list_in_an_item_may_begin_with_any_number() -> None:
    """CommonMark takes `4.` right below a line of text for a part of it."""
    source = b"<ol><li>uno<ol start='4'><li>cuatro</li><li>cinco</li></ol></li><li>dos</li></ol>"
    segments = format_for("a.html").read(source, "a").segments
    edition = read(source, "a.es.html", [(State.APPROVED, segment.text) for segment in segments])
    made = outputs.load("txt").make(edition).decode()
    assert made == "1. uno\n   4. cuatro\n   5. cinco\n2. dos\n"


def test_words_of_automatic_numbers_are_those_of_the_translation() -> None:
    edition = _placed(
        [
            (Kind.ITEM, "Toda familia decide.", {"marker": "Artículo IV.-", "level": 1}),
            (Kind.ITEM, "Nadie más.", {"marker": "a)", "level": 1}),
            (
                Kind.CAPTION,
                "Artículo <x1/>.-",
                {"note": f"{PlaceNote.AUTOMATIC_NUMBER}; x1: number", "setting": Setting(outside=True)},
            ),
        ]
    )
    text = outline(edition, ["Every family decides.", "No one else.", "Article <x1/>."])
    assert "Article IV. Every family decides." in text
    assert "a) No one else." in text
    assert "Artículo" not in text


def test_two_lists_in_a_row_stay_two() -> None:
    text = _outline((Kind.ITEM, "uno", {"group": 1}), (Kind.ITEM, "dos", {"group": 2}))
    assert text == "- uno\n\n<!-- -->\n\n- dos\n"


def test_numbers_stay_as_they_were_written() -> None:
    rows = [(Kind.ITEM, f"texto {mark}", {"marker": mark}) for mark in ("1:", "2:", "3.", "4.", "a)")]
    assert _outline(*rows) == "1: texto 1:\n\n2: texto 2:\n\n3. texto 3.\n4. texto 4.\n\na) texto a)\n"


def test_cells_stand_in_rows_and_short_rows_are_filled() -> None:
    rows = [(Kind.CELL, "A|B", {"row": 1}), (Kind.CELL, "C", {"row": 1}), (Kind.CELL, "D\nE", {"row": 2})]
    assert _outline(*rows) == "| A\\|B | C |\n|---|---|\n| D<br>E |  |\n"


def test_a_quotation_keeps_its_paragraphs_together() -> None:
    rows = [(Kind.QUOTE, "uno\ndos", {"group": 1}), (Kind.QUOTE, "tres", {"group": 1})]
    assert _outline(*rows) == "> uno\\\n> dos\n>\n> tres\n"


def test_what_stands_between_segments_of_a_plain_text_is_kept() -> None:
    """Figures and rules are no segments; they stay where they were."""
    data = b"Uno dos tres cuatro.\n\n41\n\n* * *\n***\n\n- cinco\n- seis\n\n7\n"
    count = len(read_sources(data))
    edition = read(data, "a.es.txt", [(State.APPROVED, f"T{n}.") for n in range(count)])
    page = outputs.load("page-md").make(edition).decode()
    translation = page.split("## Spanish original")[0]
    assert "\n41\n" in translation and "\n7\n" in translation and "- T1.\n- T2." in translation


def read_sources(data: bytes) -> list[str]:
    """Sources of a plain text's segments."""
    from translate_flow.formats import format_for

    return [segment.text for segment in format_for("a.txt").read(data, "a").segments]


def _odt_table(*rows: str) -> bytes:
    cells = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return odt("<text:p/>", f"<text:list/><table:table>{cells}</table:table>")


def _odt_cell(*paragraphs: str, more: str = "") -> str:
    inner = "".join(f"<text:p>{text}</text:p>" for text in paragraphs)
    return f"<table:table-cell{more}>{inner}</table:table-cell>"


def _word(*rows: list[str]) -> bytes:
    return docx(table(*([paragraph(run(text)) if text else paragraph() for text in row] for row in rows)))


def _web(*rows: list[str]) -> bytes:
    cells = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in rows)
    return f"<p>Hoy</p><table>{cells}</table>".encode()


ROWS = (["Muertes", "Año", "Lugar"], ["18", "", "Juliaca alta"], ["3", "2023", "Pasco bajo"])


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("acta.odt", _odt_table(*("".join(_odt_cell(text) for text in row) for row in ROWS))),
        ("acta.docx", _word(*ROWS)),
        ("acta.html", _web(*ROWS)),
    ],
)
def test_figures_of_a_table_stand_in_their_columns_though_nobody_translates_them(
    file: str, data: bytes
) -> None:
    texts = [s.text for s in format_for(file).read(data, "acta").segments]
    edition = read(data, file, [(State.APPROVED, f"T {text}") for text in texts])
    assert not any(text.isdigit() for text in texts)
    page = outputs.load("page-md").make(edition).decode()
    assert "| T Muertes | T Año | T Lugar |\n" in page
    assert "| 18 |  | T Juliaca alta |\n| 3 | 2023 | T Pasco bajo |\n" in page
    both = outputs.load("bilingual").make(edition).decode()
    assert both.count(">18<") >= 1 and both.count(">2023<") >= 1


def test_spanned_and_repeated_cells_count_as_the_columns_they_are() -> None:
    wide = _odt_table(
        _odt_cell("Lugar", more=' table:number-columns-spanned="2"')
        + "<table:covered-table-cell/>"
        + _odt_cell("Muertes"),
        _odt_cell(more=' table:number-columns-repeated="2"') + _odt_cell("18"),
    )
    word = docx(
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
        + paragraph(run("Lugar"))
        + "</w:tc><w:tc>"
        + paragraph(run("Muertes"))
        + "</w:tc></w:tr></w:tbl>"
    )
    web = b"<table><tr><td colspan=2>Lugar<td>Muertes<tr><td><td><td>18</table>"
    for file, data in (("a.odt", wide), ("a.docx", word), ("a.html", web)):
        document = format_for(file).read(data, "a")
        assert [s.column for s in document.segments if s.kind is Kind.CELL] == [1, 3], file
        assert [(s.text, s.row, s.column) for s in document.figures] in ([("18", 2, 3)], []), file


def test_a_further_paragraph_of_a_cell_stands_below_it() -> None:
    rows = [
        (Kind.CELL, "A", {"row": 1, "column": 1}),
        (Kind.CELL, "a", {"row": 1, "column": 1}),
        (Kind.CELL, "C", {"row": 1, "column": 3}),
        (Kind.CELL, "D", {"row": 2, "column": 2}),
    ]
    assert _outline(*rows) == "| A |  | C |\n|---|---|---|\n| a |  |  |\n|  | D |  |\n"


def test_the_article_of_a_page_has_its_own_figures_only() -> None:
    page = b"<table><tr><td>Precio<td>40</table><article><table><tr><td>Muertes<td>18</table></article>"
    form = format_for("a.html")
    assert [s.text for s in form.read(page, "a").figures] == ["40", "18"]
    place = next(p for block in scan(page.decode()).blocks for p in block.inside if p.startswith("article"))
    assert [s.text for s in form.document(page, "a", place).figures] == ["18"]
