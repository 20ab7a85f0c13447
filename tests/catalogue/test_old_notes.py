"""Journals written before events had reasons are read as if they had them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translate_flow.catalogue import old_notes
from translate_flow.catalogue.journal import Journal
from translate_flow.catalogue.messages import parts
from translate_flow.catalogue.states import CONFIRMED_CARRIES, FOUND, last_text, was_fuzzy
from translate_flow.messages import Message, every_template, restore
from translate_flow.model import DRAFT_PROBLEMS, Event

SENTENCES = [
    ("edit", "outside", "catalogue.outside", {}),
    ("edit", "outside, still marked as needing work", "catalogue.unsure", {}),
    ("confirm", "outside", "catalogue.outside", {}),
    ("return", "marked as needing work outside", "catalogue.marked-outside", {}),
    ("edit", "version 3 restored", "flow.reviewing.version-restored", {"number": 3}),
    ("edit", "from carta; vieja.docx", "catalogue.from-file", {"file": "carta; vieja.docx"}),
    ("edit", "undone", "walk.undone", {}),
    ("edit", "replaced [0a1b2c] río → river", "flow.editing.replaced", {"batch": "0a1b2c", "label": "río → river"}),
    ("carry", "replacement [0a1b2c] undone", "flow.editing.replacement-undone", {"batch": "0a1b2c"}),
    ("carry", "certain: the same paragraph", "catalogue.same-paragraph", {}),
    ("carry", "certain, split between sentences, part 2 of 3", "catalogue.split", {"part": 2, "parts": 3}),
    ("carry", "certain, merged from 2 paragraphs", "catalogue.merged", {"n": 2}),
    ("carry", "certain, as the authors say", "catalogue.certain", {"text": "certain, as the authors say"}),
    ("return", "conflict, the other text (r.docx): One.\nTwo.", "exchange.conflict", {"file": "r.docx", "text": "One.\nTwo."}),
    ("draft", "not held: www.example.org", "drafting.not-held", {"span": "www.example.org"}),
    ("doubt", "the PO file had no text, as it once was; the newer one stands", "catalogue.no-text", {}),
]  # fmt: skip


@pytest.mark.parametrize(("do", "note", "identifier", "values"), SENTENCES, ids=lambda v: str(v)[:40])
def test_a_sentence_of_the_program_is_understood(
    do: str, note: str, identifier: str, values: dict[str, str | int]
) -> None:
    event = old_notes.understood(Event(by="x", do=do, key="k", note=note))
    assert (event.note, event.reason) == ("", Message(identifier, values))


def test_of_a_draft_each_part_is_understood_and_none_is_lost() -> None:
    note = "same text, from carta 3f9a; something else; term not held: Ica; line break lost; put back by Ana"
    event = old_notes.understood(Event(by="x", do="draft", key="k", note=note))
    found = [reason.id for reason in parts(event.reason)]
    assert found == [
        "flow.drafts.same-text", "catalogue.remark", "drafting.term-not-held", "drafting.line-break-lost",
        "walk.put-back",
    ]  # fmt: skip
    assert str(event.reason) == note


@pytest.mark.parametrize("do", ["approve", "comment", "return", "edit", "carry", "resolve", "unheard-of"])
def test_what_a_person_wrote_stays_a_note(do: str) -> None:
    said = Event(by="x", do=do, key="k", note="The river is the Ilave; see the map.")
    assert old_notes.understood(said) == said


@pytest.mark.parametrize(
    ("note", "why"),
    [("spaces", ""), ("spaces: as in the original", "as in the original"), ("spaces so", "so")],
)
def test_an_old_dismissal_has_its_rule_apart(note: str, why: str) -> None:
    event = old_notes.understood(Event(by="x", do="dismiss", key="k", note=note))
    assert (event.rule, event.note) == ("spaces", why)


def test_every_reason_it_makes_is_one_the_program_has_with_the_same_values() -> None:
    known = every_template()
    for do, sentences in old_notes._WHOLE.items():
        for sentence, reason in sentences.items():
            assert known[reason.id].slots == frozenset(reason.values), (do, sentence)
    for do, shaped in old_notes._SHAPED.items():
        for pattern, made in shaped:
            reason = made(dict.fromkeys(pattern.groupindex, "1"))
            assert known[reason.id].slots == frozenset(reason.values), (do, pattern.pattern)


def test_the_ids_that_states_and_risks_ask_for_are_the_programs() -> None:
    assert every_template().keys() >= DRAFT_PROBLEMS | CONFIRMED_CARRIES | FOUND


def test_old_and_new_lines_of_one_journal_say_the_same(tmp_path: Path) -> None:
    """As after a git merge of a copy that an older version wrote with one that this version wrote."""
    path = tmp_path / "x.history.jsonl"
    common = {
        "at": "2024-05-01T10:00:00Z",
        "by": "ana",
        "do": "carry",
        "text": "Hello.",
        "from": "b",
        "source": "Hola",
    }
    lines = [
        {"id": "00000000001-0000-000000", "key": "old", **common, "note": "certain: typography"},
        {"id": "00000000002-0000-000000", "key": "new", **common,
         "reason": {"id": "catalogue.safe-change", "values": {"why": {"id": "catalogue.typography", "values": {}}}}},
    ]  # fmt: skip
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    old, new = Journal.load(path).events
    assert old.reason == new.reason and old.note == new.note == ""
    assert [(last_text([e]), was_fuzzy([e])) for e in (old, new)] == [("Hello.", False)] * 2


def test_a_reason_goes_through_the_file_and_a_broken_one_is_a_damaged_line(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "x.history.jsonl")
    reason = restore({"id": "newer.version", "values": {"n": 3, "of": {"id": "x", "values": {}}}})
    journal.append([Event(by="a", do="edit", key="k", text="T", reason=reason, note="mine")])
    again = Journal.load(journal.path)
    assert [(e.reason, e.note) for e in again.events] == [(reason, "mine")]
    line = journal.path.read_text("utf-8")
    journal.path.write_text(
        line + line.replace('"id": "newer.version", ', "").replace("-0000-", "-0001-"), "utf-8"
    )
    assert Journal.load(journal.path).damaged == (2,)
