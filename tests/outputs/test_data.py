"""The aligned data formats: what is put in can be read out again."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pyarrow.parquet
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from translate_flow import outputs
from translate_flow.files.cells import unguarded
from translate_flow.model import Edition, Kind, State

from ..needs import need
from .editions import case, made
from .test_laid_out import approved

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def _pair(source: str, target: str, state: State = State.TRANSLATED) -> Edition:
    return made([(Kind.PARAGRAPH, state, source, target)])


def _rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline=""), delimiter="\t"))


@given(_TEXTS, _TEXTS)
@example('"Mi hijo salió a marchar.', '"My son went out to march.')
@example('Dijo "basta"\ty\r\nse fue.', '=HYPERLINK("http://localhost")')
@settings(max_examples=200, deadline=None)
def test_tsv_gives_back_any_text(source: str, target: str) -> None:
    """To Python's csv, and to whatever reads as it does (pandas, spreadsheets)."""
    head, row = _rows(outputs.load("tsv").make(_pair(source, target)))
    assert head == ["key", "kind", "state", "es", "en"]
    _, kind, state, es, en = row
    assert (kind, state, unguarded(es), unguarded(en)) == ("paragraph", "translated", source, target)
    assert not re.match(r"\s*[=+\-@]|[\t\r]", es) and not re.match(r"\s*[=+\-@]|[\t\r]", en)


ODD = [
    ('"Mi hijo salió a marchar.', '"My son went out to march.'),
    ('Dijo «basta»\ty se "fue".', 'He said, "enough",\r\nand left.'),
    ('=HYPERLINK("http://localhost")', "+51 900 000 000"),
    ("-Un guion, y otro; uno|más", "@everyone"),
    ("1.500", "007"),
]
"""Quotation marks, line breaks, delimiters, what a spreadsheet would compute, and figures alone in a cell."""
TABLES = pytest.mark.parametrize(("output", "parting"), [("tsv", "\t"), ("csv", ",")])


def _odd(output: str) -> bytes:
    edition = made([(Kind.PARAGRAPH, State.TRANSLATED, source, target) for source, target in ODD])
    return outputs.load(output).make(edition)


@TABLES
def test_pandas_reads_every_text_in_its_row(output: str, parting: str) -> None:
    import pandas  # takes half a second, which whoever collects the tests need not pay for

    table = pandas.read_csv(io.BytesIO(_odd(output)), sep=parting, dtype=str, keep_default_na=False)
    assert list(table.columns) == ["key", "kind", "state", "es", "en"]
    found = [(unguarded(es), unguarded(en)) for es, en in zip(table["es"], table["en"], strict=True)]
    assert found == ODD
    assert not any(cell[0] in "=+-@\t\r" for column in ("es", "en") for cell in table[column])


@pytest.mark.parametrize(
    ("output", "parting", "columns"), [("tsv", "\t", "text"), ("csv", ",", "text"), ("csv", ",", "standard")]
)
def test_libreoffice_reads_every_text_in_its_row(
    output: str, parting: str, columns: str, tmp_path: Path
) -> None:
    """As columns of texts, and as a spreadsheet takes it by itself, which makes numbers of figures: never a formula."""
    program = need("soffice")
    if not (Path(program).resolve().parent / "libsclo.so").exists():
        pytest.skip("LibreOffice has no spreadsheet here: apt-get install libreoffice-calc")
    file = tmp_path / f"aligned.{output}"
    file.write_bytes(_odd(output))
    kinds = "1/2/2/2/3/2/4/2/5/2" if columns == "text" else ""
    command = [
        program,
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        f"--infilter=Text - txt - csv (StarCalc):{ord(parting)},34,76,1,{kinds}",
        "--convert-to",
        "fods",
        "--outdir",
        str(tmp_path),
        str(file),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    sheet = ElementTree.parse(tmp_path / "aligned.fods").getroot()
    assert not [cell for cell in sheet.iter(f"{_TABLE}table-cell") if cell.get(f"{_TABLE}formula")]
    rows = [_cells(row) for row in sheet.iter(f"{_TABLE}table-row")][: len(ODD) + 1]
    assert rows[0] == ["key", "kind", "state", "es", "en"]
    found = [(unguarded(row[3]), unguarded(row[4])) for row in rows[1:]]
    ends = [(source, target.replace("\r\n", "\n")) for source, target in ODD]
    if columns == "text":
        assert found == ends
    else:
        assert found[:-1] == ends[:-1]


def _cells(row: ElementTree.Element) -> list[str]:
    """The texts of a row's cells; a line break is a newline."""
    return [
        "\n".join(_words_of(line) for line in cell.iter(f"{_TEXT}p"))
        for cell in row.iter(f"{_TABLE}table-cell")
    ]


def _words_of(line: ElementTree.Element) -> str:
    """The words of a line of OpenDocument, its blanks and tabs included."""
    blank = {f"{_TEXT}tab": "\t", f"{_TEXT}s": " "}.get(line.tag, "") * int(line.get(f"{_TEXT}c", "1"))
    return blank + (line.text or "") + "".join(_words_of(part) + (part.tail or "") for part in line)


def test_tsv_has_plain_texts_on_a_line_between_tabs() -> None:
    data = outputs.load("tsv").make(_pair("Son las 3: ¿y Ana?", "It's 3, and Ana?")).decode()
    assert data.splitlines()[1].endswith("\tparagraph\ttranslated\tSon las 3: ¿y Ana?\tIt's 3, and Ana?")


@given(_TEXTS, _TEXTS)
@settings(max_examples=200, deadline=None)
def test_jsonl_gives_back_any_text_on_one_line(source: str, target: str) -> None:
    data = outputs.load("jsonl").make(_pair(source, target)).decode()
    assert len(data.splitlines()) == 1
    found = json.loads(data)
    assert (found["version"], found["source"], found["target"]) == (1, source, target)


def test_jsonl_says_who_confirmed_and_who_approved() -> None:
    lines = [json.loads(line) for line in outputs.load("jsonl").make(case("aviso")).splitlines()]
    by_state = {line["state"]: line for line in lines}
    assert by_state["approved"]["confirmed_by"] == "translator"
    assert by_state["approved"]["approved_by"] == "reviewer"
    assert by_state["translated"]["approved_by"] is None
    assert by_state["draft"]["confirmed"] is False and by_state["draft"]["confirmed_by"] is None
    assert by_state["draft"]["engine"] == "apertium 3.8.3"


@given(_TEXTS, _TEXTS.filter(bool))
@settings(max_examples=200, deadline=None)
def test_tmx_is_well_formed_whatever_the_text(source: str, target: str) -> None:
    """Text comes back as it was, but for characters XML cannot hold, which become U+FFFD."""
    root = ElementTree.fromstring(outputs.load("tmx").make(_pair(source, target)))
    segments = [seg.text or "" for seg in root.iter("seg")]
    legal = [
        re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", t)
        for t in (source, target)
    ]
    assert segments == legal


def test_tmx_has_what_version_1_4_asks_for() -> None:
    """Attributes and order of elements as in the TMX 1.4b specification's document type."""
    data = outputs.load("tmx").make(case("aviso"))
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n')
    root = ElementTree.fromstring(data)
    assert (root.tag, root.attrib, [child.tag for child in root]) == (
        "tmx",
        {"version": "1.4"},
        ["header", "body"],
    )
    asked = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert set(root[0].attrib) == asked
    assert root[0].get("segtype") == "paragraph" and root[0].get("srclang") == "es"
    for unit in root[1]:
        assert unit.tag == "tu" and re.fullmatch(r"\S+", unit.get("tuid", ""))
        assert re.fullmatch(r"(note )?(prop )+(tuv ?){1,2}", " ".join(child.tag for child in unit))
        for variant in unit.iter("tuv"):
            assert variant.get(_LANG) in ("es", "en") and [child.tag for child in variant] == ["seg"]
            assert re.fullmatch(r"\d{8}T\d{6}Z", variant.get("changedate", "20210504T000000Z"))
        properties = {prop.get("type"): prop.text for prop in unit.iter("prop")}
        assert properties["x-key"] == unit.get("tuid") and properties["x-document"] == "aviso"
        unread = properties["x-state"] in ("missing", "draft", "stale")
        assert (unit.find("note") is not None) is unread


DATA = ("tsv", "csv", "jsonl", "tmx", "xliff", "moses")
MARKED = [
    ("a.es.md", "El **acta** de [mayo](https://red.example/a), página 3.[^1]\n\n[^1]: Una nota.\n"),
    ("a.es.html", "<p>El <b>acta</b> de <a href='https://red.example/a'>mayo</a>, página 3.</p>"),
]


def _shown(output: str, edition: Edition) -> str:
    data = outputs.load(output).make(edition)
    if output != "moses":
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


@pytest.mark.parametrize(("file", "text"), MARKED)
@pytest.mark.parametrize("output", DATA)
def test_corpora_have_words_without_marks(output: str, file: str, text: str) -> None:
    made = _shown(output, approved(text, file))
    assert "The acta de mayo, página 3." in made
    assert "**" not in made and "red.example" not in made and "[^1]" not in made and "<b>" not in made


def test_moses_has_a_pair_a_line_and_none_that_nobody_has_read() -> None:
    rows = [
        (Kind.PARAGRAPH, State.APPROVED, "Uno\ndos.", "One\u2028two."),
        (Kind.PARAGRAPH, State.DRAFT, "Tres.", "Three."),
    ]
    with zipfile.ZipFile(io.BytesIO(outputs.load("moses").make(made(rows)))) as archive:
        sides = {name: archive.read(name).decode() for name in archive.namelist()}
    assert sides == {"hecho.es-en.es": "Uno dos.\n", "hecho.es-en.en": "One two.\n"}


def test_parquet_has_the_fields_of_jsonl() -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(outputs.load("parquet").make(case("aviso"))))
    lines = [json.loads(line) for line in outputs.load("jsonl").make(case("aviso")).splitlines()]
    assert table.to_pylist() == lines


@given(_TEXTS, _TEXTS)
@settings(max_examples=100, deadline=None)
def test_xliff_is_well_formed_whatever_the_text(source: str, target: str) -> None:
    root = ElementTree.fromstring(outputs.load("xliff").make(_pair(source, target)))
    assert root.tag == "{urn:oasis:names:tc:xliff:document:2.0}xliff"


def test_what_a_person_confirmed_is_no_longer_the_engines() -> None:
    """The author of a confirmed text is who confirmed it, also where not a word was changed."""
    root = ElementTree.fromstring(outputs.load("tmx").make(case("aviso")))
    for unit in root.iter("tu"):
        state = next(prop.text for prop in unit.iter("prop") if prop.get("type") == "x-state")
        for variant in list(unit.iter("tuv"))[1:]:
            expected = {"approved": "reviewer", "translated": "translator", "draft": "apertium"}.get(
                state or ""
            )
            assert expected is None or variant.get("changeid") == expected
