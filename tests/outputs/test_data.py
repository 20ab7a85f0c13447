"""The aligned data formats: what is put in can be read out again."""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree

from hypothesis import example, given, settings
from hypothesis import strategies as st

from translate_flow import outputs
from translate_flow.files.cells import unguarded
from translate_flow.model import Edition, Kind, State

from .editions import case, made

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
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
