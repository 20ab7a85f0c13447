"""What is known of a catalogue's entries by their keys stays right over events, and says what a look at all would."""

from __future__ import annotations

from pathlib import Path

from translate_flow.catalogue import Catalogue, Entry, Lines
from translate_flow.catalogue.settling import apply
from translate_flow.flow.statement.places import Places
from translate_flow.model import Event

ENTRIES = (
    Entry("a1", "Exigimos justicia."),
    Entry("b2", "Firman las comunidades."),
    Entry("a1-2", "Exigimos  justicia."),
    Entry("c3", "Puno, 9 de enero.", "Puno, 9 January."),
)
EDIT = Event(by="ana", do="edit", key="b2", text="The communities sign.")


def test_it_finds_what_is_there_before_and_after_events() -> None:
    places = Places(ENTRIES)
    assert places.entry("c3") is ENTRIES[3]
    assert places.entry("d4") is None
    made = places.after([EDIT])
    assert made == apply(ENTRIES, [EDIT])
    assert places.entries is made
    assert places.entry("b2") == made[1] != ENTRIES[1]
    assert [e.key for e in places.some(["c3", "d4", "a1"])] == ["a1", "c3"]


def test_sources_are_the_same_whatever_blanks_are_in_them() -> None:
    places = Places(ENTRIES)
    assert [places.repeated(e.key) for e in ENTRIES] == [True, False, True, False]
    assert not places.repeated("d4")
    places.after([EDIT])
    assert [places.repeated(e.key) for e in ENTRIES] == [True, False, True, False]


def test_lines_written_before_are_taken_over_only_for_what_is_as_it_was() -> None:
    known: Lines = {}
    before = Catalogue(Path("aviso.po"), {"Language": "en"}, ENTRIES)
    assert before.to_bytes(known) == before.to_bytes()
    lines = dict(known)
    after = Catalogue(Path("aviso.po"), {"Language": "en"}, Places(ENTRIES).after([EDIT]))
    assert after.to_bytes(known) == after.to_bytes() != before.to_bytes()
    assert [key for key, kept in known.items() if kept is not lines[key]] == ["b2"]
