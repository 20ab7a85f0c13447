"""Paragraphs that a program or a person has joined, cells merged or divided, and sources changed on the way."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from translate_flow.exchange import odt_read
from translate_flow.exchange.docx_names import W, run, w
from translate_flow.exchange.messages import MERGED, PARTED, SPOILT_TEXT
from translate_flow.flow.exchange import ImportedReview, bring_in, export
from translate_flow.model import State
from translate_flow.workspace import Workspace

from . import word
from .statement import DRAFTS, SOURCE, made, opened, unit_of

RIVER, DEMAND = (line for line in SOURCE.splitlines() if line.startswith(("El río", "Exigimos")))
NEW_RIVER, NEW_DEMAND = "The river has run murky for years.", "We demand a round table."


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """The letter of these tests."""
    return made(tmp_path)


def states(workspace: Workspace) -> list[tuple[str, State]]:
    """Text and state of the two paragraphs these tests are about."""
    units = [unit_of(opened(workspace), start) for start in ("El río", "Exigimos")]
    return [(unit.target, unit.state) for unit in units]


def joined(workspace: Workspace, target: str, *, form: str = "xliff", keyed: bool = True) -> ImportedReview:
    """The statement back from a program that has made one unit of the two paragraphs."""
    path = export(workspace, ["carta"], "en", form, force=True)[0].path
    unit, body = (
        ("trans-unit", "{}{}") if form == "xliff" else ("unit", '<segment state="translated">{}{}</segment>')
    )
    texts = body.format(f"<source>{RIVER} {DEMAND}</source>", f"<target>{target}</target>")
    key = unit_of(opened(workspace), "El río").key if keyed else "7"
    whole = path.read_text("utf-8")
    first, *rest = re.findall(rf"<{unit} .*?</{unit}>", whole, re.DOTALL)
    whole = whole.replace(first, f'<{unit} id="{key}">{texts}</{unit}>')
    for other in rest:
        whole = whole.replace(other, "")
    path.write_text(whole, "utf-8")
    return bring_in(workspace, path, by="Rosa")


@pytest.mark.parametrize("form", ["xliff", "xliff-2.1"])
@pytest.mark.parametrize("keyed", [True, False])
def test_paragraphs_that_a_program_joined_are_parted_between_sentences_and_read_by_a_person(
    workspace: Workspace, form: str, keyed: bool
) -> None:
    back = joined(workspace, f"{NEW_RIVER} {NEW_DEMAND}", form=form, keyed=keyed)
    assert states(workspace) == [(NEW_RIVER, State.DRAFT), (NEW_DEMAND, State.DRAFT)]
    assert [v.why for v in back.verdicts] == [PARTED(), PARTED()]


def test_a_line_break_tells_for_certain_where_to_part(workspace: Workspace) -> None:
    joined(workspace, f"{NEW_RIVER}\n{NEW_DEMAND}")
    assert states(workspace) == [(NEW_RIVER, State.TRANSLATED), (NEW_DEMAND, State.TRANSLATED)]


def test_what_cannot_be_parted_is_refused_and_kept_as_a_comment(workspace: Workspace) -> None:
    text = "As the river has run murky for years, we demand a round table."
    back = joined(workspace, text)
    assert [str(v.outcome) for v in back.verdicts] == ["refused"]
    assert states(workspace) == [(DRAFTS["El río"], State.DRAFT), (DRAFTS["Exigimos"], State.DRAFT)]
    assert [e.note for e in unit_of(opened(workspace), "El río").events if e.do == "comment"] == [text]


def test_a_source_changed_in_the_file_is_told_and_kept_once(workspace: Workspace) -> None:
    path = export(workspace, ["carta"], "en", "docx")[0].path

    def change(root: etree._Element) -> None:
        place = word.cell(word.row_of(root, "mesa de diálogo"), 1)
        place.append(w("ins", run(" ¡Ya!"), id=99, author="Rosa", date="2023-02-01T10:00:00Z"))

    path.write_bytes(word.changed(path.read_bytes(), change))
    for _ in range(2):
        back = bring_in(workspace, path, by="Rosa")
        assert [str(v.outcome) for v in back.verdicts if v.why] == ["unchanged"]
    said = [str(e.remark) for e in unit_of(opened(workspace), "Exigimos").events if e.do == "comment"]
    assert len(said) == 1 and f"{DEMAND} ¡Ya!" in said[0]


def merged_across(left: int) -> Callable[[etree._Element], None]:
    """A cell merged with the one on its right, as Word does it."""

    def change(root: etree._Element) -> None:
        row = word.row_of(root, "mesa de diálogo")
        cells = row.findall(f"{W}tc")
        cells[left].extend(cells[left + 1].findall(f"{W}p"))
        row.remove(cells[left + 1])
        mark(cells[left], w("gridSpan", val=2))

    return change


def mark(cell: etree._Element, sign: etree._Element) -> None:
    """Put a sign into a cell's properties."""
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        properties = w("tcPr")
        cell.insert(0, properties)
    properties.append(sign)


def merged_down(root: etree._Element) -> None:
    """The two translations in one cell that reaches over both rows."""
    upper, lower = (word.row_of(root, text).findall(f"{W}tc")[2] for text in ("turbio", "mesa de diálogo"))
    upper.extend(lower.findall(f"{W}p"))
    lower.append(w("p"))
    mark(upper, w("vMerge", val="restart"))
    mark(lower, w("vMerge"))


@pytest.mark.parametrize("change", [merged_across(1), merged_across(2), merged_down])
def test_what_is_in_a_merged_cell_is_not_taken_for_the_translation(
    workspace: Workspace, change: Callable[[etree._Element], None]
) -> None:
    path = export(workspace, ["carta"], "en", "docx")[0].path
    path.write_bytes(word.changed(path.read_bytes(), change))
    back = bring_in(workspace, path, by="Rosa")
    worked = [v for v in back.verdicts if str(v.outcome) != "unchanged"]
    assert worked and {v.why for v in worked} == {MERGED()}
    assert states(workspace) == [(DRAFTS["El río"], State.DRAFT), (DRAFTS["Exigimos"], State.DRAFT)]


def test_key_and_source_merged_leave_the_translation_where_it_is(workspace: Workspace) -> None:
    path = export(workspace, ["carta"], "en", "docx")[0].path
    path.write_bytes(word.changed(path.read_bytes(), merged_across(0)))
    assert {str(v.outcome) for v in bring_in(workspace, path, by="Rosa").verdicts} == {"unchanged"}


def test_a_cell_divided_in_two_is_one_translation(workspace: Workspace) -> None:
    path = export(workspace, ["carta"], "en", "docx")[0].path

    def change(root: etree._Element) -> None:
        row = word.row_of(root, "mesa de diálogo")
        for place, cell in enumerate(row.findall(f"{W}tc")):
            if place != 2:
                mark(cell, w("vMerge", val="restart"))
        word.retype(row, "We demand")
        lower = [w("tc", w("tcPr", w("vMerge")), w("p")) for _ in range(4)]
        lower[2] = w("tc", w("p", run("a round table.")))
        row.addnext(w("tr", *lower))

    path.write_bytes(word.changed(path.read_bytes(), change))
    back = bring_in(workspace, path, by="Rosa")
    assert [str(v.outcome) for v in back.verdicts if v.events] == ["taken"]
    assert states(workspace)[1] == (NEW_DEMAND, State.TRANSLATED)


def odt(row: str) -> bytes:
    """An OpenDocument text with a table of one row."""
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "text", "table")
    )
    content = (
        f"<office:document-content {names}><office:body><office:text><table:table>{row}</table:table></office:text>"
        "</office:body></office:document-content>"
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return data.getvalue()


def test_cells_merged_in_opendocument_are_seen_too() -> None:
    key = "0123abcd"
    plain = f"<table:table-cell><text:p>{key}</text:p></table:table-cell>"
    across = (
        f'<table:table-row>{plain}<table:table-cell table:number-columns-spanned="2"><text:p>Uno</text:p>'
        "<text:p>One</text:p></table:table-cell><table:covered-table-cell/>"
        "<table:table-cell><text:p>Notes</text:p></table:table-cell></table:table-row>"
    )
    (row,) = odt_read.read(odt(across), "x.odt").rows
    assert row.merged and row.text != "Notes"


@pytest.mark.parametrize("spoilt", ["We demand it in CotabambasÃ³.", "â€œNowâ€\x9d, in Ãncash Ã±"])
def test_a_translation_read_in_a_wrong_encoding_is_refused(workspace: Workspace, spoilt: str) -> None:
    path = export(workspace, ["carta"], "en", "xliff")[0].path
    path.write_text(path.read_text("utf-8").replace(DRAFTS["Exigimos"], spoilt), "utf-8")
    back = bring_in(workspace, path, by="Rosa")
    assert [str(v.outcome) for v in back.verdicts if v.why] == ["refused"]
    assert states(workspace)[1] == (DRAFTS["Exigimos"], State.DRAFT)
    if "\x9d" not in spoilt:
        assert [v.why for v in back.verdicts if v.why] == [SPOILT_TEXT(seen="Ã³", meant="ó")]
