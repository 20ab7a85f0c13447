"""What Word can do to a table beside plain typing, and what a stranger can do to a file."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from translate_flow.errors import ReadError, TranslateFlowError
from translate_flow.exchange import form_of, load
from translate_flow.exchange.docx_names import W, run, w
from translate_flow.exchange.sheet import Back, ReviewSheet, SheetRow, SheetRun
from translate_flow.language.text import digest
from translate_flow.model import Kind, State

from . import word

AT = "2023-02-01T10:00:00Z"
TEXTS = ("First the river.", "Then the spring.", "Last the lake.")


@pytest.fixture(scope="module")
def table() -> bytes:
    """A table of three rows."""
    rows = tuple(
        SheetRow(n, f"{n:08x}", Kind.PARAGRAPH, State.DRAFT, f"fuente {n}", (SheetRun(text),), digest(text))
        for n, text in enumerate(TEXTS, 1)
    )
    form = load("docx")
    assert form.write is not None
    return form.write(ReviewSheet("carta", "Carta", "es", "en", "", rows))


def read(data: bytes) -> Back:
    """The table as it comes back."""
    return form_of(data, "carta.docx").read(data, "carta.docx")


def texts(back: Back) -> list[str]:
    """Its translations."""
    return [row.text for row in back.rows]


def test_moved_words_count_once_in_their_new_place(table: bytes) -> None:
    def change(root: etree._Element) -> None:
        place = word.cell(word.row_of(root, "river"), 2)
        text = place.find(f"{W}r")
        assert text is not None
        place.remove(text)
        place.append(w("moveFrom", run("First ", deleted=True), id=1, author="Rosa", date=AT))
        place.append(run("the river"))
        place.append(w("moveTo", run(" first"), id=2, author="Rosa", date=AT))
        place.append(run("."))

    assert texts(read(word.changed(table, change)))[0] == "the river first."


def test_a_row_deleted_with_tracking_is_gone(table: bytes) -> None:
    def change(root: etree._Element) -> None:
        properties = word.row_of(root, "spring").find(f"{W}trPr")
        assert properties is not None
        properties.append(w("del", id=1, author="Rosa", date=AT))

    assert texts(read(word.changed(table, change))) == [TEXTS[0], TEXTS[2]]


def test_a_deleted_paragraph_mark_joins_and_an_inserted_one_parts(table: bytes) -> None:
    def change(root: etree._Element) -> None:
        for name, mark in (("river", "del"), ("spring", "ins")):
            place = word.cell(word.row_of(root, name), 2)
            properties = place.find(f"{W}pPr")
            assert properties is not None
            properties.append(w("rPr", w(mark, id=1, author="Rosa", date=AT)))
            place.addnext(w("p", run(" More.")))

    back = read(word.changed(table, change))
    assert texts(back)[:2] == ["First the river. More.", "Then the spring.\n More."]
    assert back.rows[1].without(back.rows[1].hands) == "Then the spring. More."


def test_a_link_a_field_and_a_control_in_the_text_are_its_words(table: bytes) -> None:
    def change(root: etree._Element) -> None:
        place = word.cell(word.row_of(root, "lake"), 2)
        place.append(w("hyperlink", run(" See here.")))
        place.append(w("sdt", w("sdtPr", w("text")), w("sdtContent", run(" And"))))
        place.append(w("fldSimple", run(" 3"), instr="PAGE"))
        code = w("instrText")
        code.text = " HYPERLINK nowhere "
        place.append(w("r", code))

    assert texts(read(word.changed(table, change)))[2] == "Last the lake. See here. And 3"


def test_the_strict_kind_of_word_file_is_read_too(table: bytes) -> None:
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(table)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(usual, strict))
    assert [(r.key, r.text) for r in read(out.getvalue()).rows] == [
        (f"{n:08x}", text) for n, text in enumerate(TEXTS, 1)
    ]


def test_rows_in_two_tables_and_without_the_notes_column_are_found(table: bytes) -> None:
    def change(root: etree._Element) -> None:
        rows = word.rows(root)
        first = rows[0].getparent()
        assert first is not None
        second = w("tbl", rows[2])
        first.addnext(second)
        for row in (rows[0], rows[2]):
            row.remove(row.findall(f"{W}tc")[3])

    assert texts(read(word.changed(table, change))) == list(TEXTS)


def test_a_document_type_in_a_part_is_refused(table: bytes) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(table)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == word.DOCUMENT:
                data = b'<!DOCTYPE x [<!ENTITY a "b">]>' + data.split(b"?>", 1)[1]
            new.writestr(name, data)
    with pytest.raises(ReadError, match="document type"):
        read(out.getvalue())


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_damage_gives_more_than_an_error_in_a_line(table: bytes, data: st.DataObject) -> None:
    """Bytes changed anywhere, in the file or in its document part: read, or refused with a word."""
    if data.draw(st.booleans()):
        spoilt = bytearray(table)
        for place in data.draw(st.lists(st.integers(0, len(table) - 1), min_size=1, max_size=6)):
            spoilt[place] = data.draw(st.integers(0, 255))
        file = bytes(spoilt[: data.draw(st.integers(1, len(table)))])
    else:
        with zipfile.ZipFile(io.BytesIO(table)) as archive:
            part = bytearray(archive.read(word.DOCUMENT))
        start = data.draw(st.integers(0, len(part) - 1))
        del part[start : start + data.draw(st.integers(0, 60))]
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(table)) as old, zipfile.ZipFile(out, "w") as new:
            for name in old.namelist():
                new.writestr(name, bytes(part) if name == word.DOCUMENT else old.read(name))
        file = out.getvalue()
    try:
        read(file)
    except TranslateFlowError as error:
        assert "carta.docx" in str(error) and "\n" not in str(error)
