"""The journal: append-only, ordered by id, and readable whatever a crash or a merge did to it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.catalogue.journal import Journal, next_id, to_line
from translate_flow.errors import UsageError
from translate_flow.model import Event


def made(do: str = "edit", key: str = "k", text: str | None = "t", **more: object) -> Event:
    """An event as `flow` hands it to the journal."""
    return Event(by="translator", do=do, key=key, text=text, **more)  # type: ignore[arg-type]


def test_what_was_appended_is_read_again_in_order(tmp_path: Path) -> None:
    journal = Journal.load(tmp_path / "a.history.jsonl")
    written = journal.append([made(text=f"text {i}\n«ñ» {i}") for i in range(50)])
    assert Journal.load(journal.path).events == written
    assert [e.id for e in written] == sorted({e.id for e in written})


def test_every_event_has_a_utc_time_and_no_empty_fields(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "a.history.jsonl")
    journal.append([made(do="confirm", text=None)])
    row = json.loads(journal.path.read_text("utf-8"))
    assert row["at"].endswith("Z") and "T" in row["at"]
    assert set(row) == {"id", "at", "by", "do", "key"}


def test_an_emptied_text_is_told_apart_from_no_text(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "a.history.jsonl")
    journal.append([made(text=""), made(do="confirm", text=None)])
    assert [e.text for e in Journal.load(journal.path).events] == ["", None]


def test_lines_merged_twice_count_once_and_out_of_order_lines_are_ordered(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "a.history.jsonl")
    events = journal.append([made(text=str(i)) for i in range(5)])
    lines = [to_line(e) for e in events]
    journal.path.write_text("\n".join([*lines[3:], *lines, lines[0]]) + "\n", "utf-8")
    assert Journal.load(journal.path).events == events


def test_a_line_cut_off_by_a_crash_spoils_no_later_one(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "a.history.jsonl")
    first = journal.append([made(text="whole")])
    with journal.path.open("ab") as stream:
        stream.write(b'{"id": "0", "text": "cut o')
    again = Journal.load(journal.path)
    assert again.events == first and again.damaged == (2,)
    second = again.append([made(text="after")])
    third = Journal.load(journal.path)
    assert third.events == first + second and third.damaged == (2,)


def test_unknown_kinds_and_fields_are_passed_on(tmp_path: Path) -> None:
    path = tmp_path / "a.history.jsonl"
    path.write_text(
        '{"id": "0185a7b2c3d-0000-9f31c2", "at": "x", "by": "b", "do": "applaud", "key": "k", "new": [1]}\n',
        "utf-8",
    )
    assert [e.do for e in Journal.load(path).events] == ["applaud"]


@given(
    st.lists(
        st.sampled_from(["[]", "7", '"x"', "null", '{"id": 3}', "{", "\x00", "[[", '{"id":"1"}']), max_size=6
    )
)
def test_rubbish_is_reported_by_line_and_never_raises(lines: list[str]) -> None:
    from translate_flow.catalogue.journal import _parse

    events, damaged = _parse("\n".join(lines).encode())
    assert not events and damaged == tuple(range(1, len(lines) + 1))


@given(st.integers(0, 2**44 - 1), st.integers(0, 0xFFFF))
def test_a_new_id_sorts_after_the_last_even_if_the_clock_went_back(then: int, count: int) -> None:
    last = f"{then:011x}-{count:04x}-ffffff"
    assert next_id(last) > last or then >= 2**44 - 2


@pytest.mark.parametrize(
    "line",
    [
        '{"id": "zz", "at": "x", "by": "y", "do": "edit", "key": "k", "text": "Z"}',
        '{"id": "0185a7b2c3d-0000-9f31c2", "at": "x", "by": "y", "do": [], "key": "k"}',
        '{"id": "0185a7b2c3d-0000-9f31c2", "at": "x", "by": null, "do": "edit", "key": "k", "text": "t"}',
        '{"id": "0185a7b2c3d-0000-9f31c2", "at": "x", "by": "y", "do": "edit", "key": "k", "text": 7}',
        '{"id": "0185a7b2c3d-0000-9f31c2", "at": "x", "by": "y", "do": "edit", "key": "k", "text": "\\ud800"}',
        '{"id": 5}',
        "null",
        "[]",
    ],
)
def test_a_line_that_is_json_but_no_event_is_passed_over_and_told(tmp_path: Path, line: str) -> None:
    journal = Journal(tmp_path / "a.history.jsonl")
    first = journal.append([made(text="whole")])
    with journal.path.open("a") as stream:
        stream.write(line + "\n")
    again = Journal.load(journal.path)
    assert again.events == first and again.damaged == (2,)
    assert Journal.load(journal.path).events == first and again.append([made(text="after")])


def test_text_that_is_no_utf8_is_refused_and_writes_nothing(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "a.history.jsonl")
    with pytest.raises(UsageError, match="not UTF-8"):
        journal.append([made(text="\udcff")])
    assert not journal.path.exists() and journal.events == []
