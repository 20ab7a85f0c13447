"""Statements of formats that are not Markdown are laid out by what their segments are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from translate_flow import outputs
from translate_flow.model import Edition, Kind, State
from translate_flow.typeset.outline import outline

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
