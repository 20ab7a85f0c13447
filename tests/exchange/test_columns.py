"""What people do to the table itself: columns put in, taken out and moved, words struck through by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from translate_flow.exchange import odt_read
from translate_flow.exchange.columns import SheetColumns, of_head
from translate_flow.exchange.docx_names import W, run, w
from translate_flow.exchange.judge import Outcome
from translate_flow.flow.exchange import ImportedReview, bring_in, export
from translate_flow.workspace import Workspace

from . import word
from .statement import DRAFTS, made, opened, unit_of

MURKY = "The river has run murky for three years."


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one statement, partly read."""
    return made(tmp_path)


def back(workspace: Workspace, change: Callable[[etree._Element], None]) -> ImportedReview:
    """The review table changed in the middle column of the river, then in its shape, and brought in."""
    path = export(workspace, ["carta"], "en", "docx", force=True)[0].path

    def both(root: etree._Element) -> None:
        word.retype(word.row_of(root, "El río"), MURKY)
        change(root)

    path.write_bytes(word.changed(path.read_bytes(), both))
    return bring_in(workspace, path, by="Rosa")


def column_put_in(place: int) -> Callable[[etree._Element], None]:
    """A column before the one at that place, with a remark beside the river."""

    def change(root: etree._Element) -> None:
        for row in root.iter(f"{W}tr"):
            text = "".join(map(str, row.itertext()))
            new = w("tc", w("p", run("Who says so?" if "El río" in text else "")))
            row.findall(f"{W}tc")[place].addprevious(new)

    return change


def column_taken_out(place: int) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        for row in root.iter(f"{W}tr"):
            row.remove(row.findall(f"{W}tc")[place])

    return change


def columns_exchanged(root: etree._Element) -> None:
    for row in root.iter(f"{W}tr"):
        cells = row.findall(f"{W}tc")
        cells[1].addprevious(cells[2])


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_a_column_that_a_reviewer_puts_in_is_remarks(workspace: Workspace, place: int) -> None:
    done = back(workspace, column_put_in(place))
    assert [(v.text, v.by) for v in done.those(Outcome.TAKEN)] == [(MURKY, "Rosa")]
    assert [e.note for v in done.verdicts for e in v.events if e.do == "comment"] == ["Who says so?"]


@pytest.mark.parametrize(
    "change", [column_taken_out(0), column_taken_out(1), column_taken_out(3), columns_exchanged]
)
def test_the_translation_is_found_by_the_head(
    workspace: Workspace, change: Callable[[etree._Element], None]
) -> None:
    done = back(workspace, change)
    assert [v.text for v in done.those(Outcome.TAKEN)] == [MURKY]
    assert unit_of(opened(workspace), "Carta").target == DRAFTS["Carta"]


@pytest.mark.parametrize("mark", ["strike", "dstrike", "vanish"])
def test_words_struck_through_by_hand_or_hidden_are_not_meant(workspace: Workspace, mark: str) -> None:
    def change(root: etree._Element) -> None:
        gone = run(" and nobody answers")
        properties = gone.find(f"{W}rPr")
        if properties is None:
            properties = w("rPr")
            gone.insert(0, properties)
        properties.append(w(mark))
        kept = deepcopy(gone)
        properties.append(w("b"))
        kept.find(f"{W}rPr/{W}{mark}").set(f"{W}val", "0")  # type: ignore[union-attr]
        kept.find(f"{W}t").text = " Always"  # type: ignore[union-attr]
        for node in (gone, kept, w("r", w("sym", font="Symbol", char="F0B7"))):
            word.cell(word.row_of(root, "El río"), 2).append(node)

    assert [v.text for v in back(workspace, change).those(Outcome.TAKEN)] == [f"{MURKY} Always•"]


@pytest.mark.parametrize(
    ("heads", "target", "found"),
    [
        (["Key", "Spanish", "English", "Notes"], "en", SheetColumns(0, 1, 2, 3, named=True)),
        (["Clave", "español", "inglés", "Notas"], "", SheetColumns(0, 1, 2, 3, named=True)),
        (["Key", "", "English", "Spanish", "Notes"], "en", SheetColumns(0, 3, 2, 4, named=True)),
        (["Spanish", "English", "Notes"], "en", SheetColumns(-1, 0, 1, 2, named=True)),
        (["Key", "Spanish", "Elvish", "Notes"], "en", SheetColumns(0, 1, 2, 3)),
        (["3f2a11b0", "Notes of the meeting", "English", ""], "en", None),
        (["Spanish", "English"], "en", None),
    ],
)
def test_heads(heads: list[str], target: str, found: SheetColumns | None) -> None:
    assert of_head(heads, target) == found


def test_an_opendocument_table_is_read_by_its_head_too() -> None:
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "text", "table", "style")
    )

    def row(*cells: str) -> str:
        made = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
        return f"<table:table-row>{made}</table:table-row>"

    style = '<style:style style:name="T1"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    table = row("Key", "Mine", "Spanish", "English", "Notes") + row(
        "9daada20", "Who says so?", "El río", 'It <text:span text:style-name="T1">has </text:span>runs.', ""
    )
    content = (
        f"<office:document-content {names}><office:automatic-styles>{style}</office:automatic-styles>"
        f"<office:body><office:text><table:table>{table}</table:table></office:text></office:body></office:document-content>"
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    (found,) = odt_read.read(data.getvalue(), "back.odt").rows
    assert (found.key, found.source, found.text) == ("9daada20", "El río", "It runs.")
    assert [remark.text for remark in found.remarks] == ["Who says so?"]
