"""States are a pure function of the PO entry and its journal; what happened outside is noticed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from translate_flow.catalogue import Entry
from translate_flow.catalogue.states import UNSURE, derive, settle
from translate_flow.language.text import digest
from translate_flow.model import Event, Kind, State

ENTRY = Entry("k", "Hola a todas.", "Hello all.", fuzzy=True)


def past(*steps: tuple[str, str | None], by: str = "translator") -> list[Event]:
    """A history of (do, text) steps, with `base` as `flow` writes it."""
    events, present = [], ""
    for number, (do, text) in enumerate(steps):
        base = digest(present) if present else ""
        events.append(Event(f"{number:011x}-0000-000000", "", by, do, "k", text, base))
        present = text if text is not None else present
    return events


DRAFTED = ("draft", "Hello all.")


@pytest.mark.parametrize(
    ("entry", "steps", "state"),
    [
        (replace(ENTRY, target="", fuzzy=False), (), State.MISSING),
        (replace(ENTRY, target=" \n", fuzzy=False), (), State.MISSING),
        (ENTRY, (DRAFTED,), State.DRAFT),
        (replace(ENTRY, previous="Hola."), (DRAFTED, ("edit", "Hello all.")), State.STALE),
        (replace(ENTRY, fuzzy=False), (DRAFTED, ("confirm", None)), State.TRANSLATED),
        (replace(ENTRY, fuzzy=False), (("edit", "Hello all."),), State.TRANSLATED),
        (replace(ENTRY, fuzzy=False), (DRAFTED, ("confirm", None), ("approve", None)), State.APPROVED),
        (replace(ENTRY, fuzzy=False), (DRAFTED, ("approve", None), ("comment", None)), State.APPROVED),
        (replace(ENTRY, fuzzy=False), (("approve", None),), State.TRANSLATED),
        (ENTRY, (DRAFTED, ("approve", None), ("return", None)), State.DRAFT),
        (replace(ENTRY, fuzzy=False), (), State.TRANSLATED),
        (Entry("k", "Red Muqui", "Red Muqui", Kind.NAME), (("keep", "Red Muqui"),), State.KEPT),
        (Entry("k", "Red Muqui", "Red Muqui", Kind.NAME), (), State.KEPT),
        (
            Entry("k", "Red Muqui", "Muqui", Kind.NAME),
            (("keep", "Red Muqui"), ("edit", "Muqui")),
            State.TRANSLATED,
        ),
        (Entry("k", "1 234", "1 234", Kind.CELL), (), State.KEPT),
    ],
)
def test_state_follows_from_entry_and_history(
    entry: Entry, steps: tuple[tuple[str, str]], state: State
) -> None:
    assert derive(entry, past(*steps)) is state


def test_an_approval_is_for_exactly_one_text() -> None:
    events = past(DRAFTED, ("approve", None), ("edit", "Hello."), ("edit", "Hello all."))
    assert derive(replace(ENTRY, fuzzy=False), events) is State.TRANSLATED


def settled(
    entry: Entry, events: list[Event], applied: str | None
) -> tuple[Entry, list[tuple[str, str | None]]]:
    found = settle([entry], {"k": events}, "outsider", applied)
    return found.entries[0], [(e.do, e.text) for e in found.events]


def test_a_text_changed_in_another_program_is_journalled_in_that_persons_name() -> None:
    events = past(DRAFTED)
    entry = replace(ENTRY, target="Hello everyone.", fuzzy=False)
    assert settled(entry, events, events[-1].id) == (entry, [("edit", "Hello everyone.")])
    assert settle([entry], {"k": events}, "outsider", None).events[0].by == "outsider"


def test_a_fuzzy_mark_taken_off_outside_confirms_and_one_put_on_returns() -> None:
    events = past(DRAFTED)
    assert settled(replace(ENTRY, fuzzy=False), events, events[-1].id)[1] == [("confirm", None)]
    events = past(DRAFTED, ("confirm", None))
    assert settled(ENTRY, events, events[-1].id)[1] == [("return", None)]


@pytest.mark.parametrize("known", [True, False])
def test_an_acknowledged_edit_missing_in_the_po_file_is_brought_back(known: bool) -> None:
    events = past(DRAFTED, ("edit", "Hello, all of you."))
    applied = events[0].id if known else None
    entry, made = settled(ENTRY, events, applied)
    assert entry.target == "Hello, all of you." and not entry.fuzzy and made == []


def test_an_older_text_put_back_outside_is_an_edit_and_not_undone() -> None:
    events = past(DRAFTED, ("edit", "Hello, all of you."))
    entry, made = settled(replace(ENTRY, fuzzy=False), events, events[-1].id)
    assert entry.target == "Hello all." and made == [("edit", "Hello all.")]


def test_text_typed_outside_while_the_file_was_behind_is_kept() -> None:
    events = past(DRAFTED, ("edit", "Hello, all of you."))
    entry, made = settled(replace(ENTRY, target="Dear all.", fuzzy=False), events, events[0].id)
    assert entry.target == "Dear all." and made == [("edit", "Dear all.")]


def test_two_crashes_in_a_row_are_no_edit_outside() -> None:
    """The second edit reached the journal only; the mark is behind since the first, whose text the file has."""
    events = past(DRAFTED, ("edit", "Hello, all of you."), ("edit", "Dear all."))
    entry = replace(ENTRY, target="Hello, all of you.", fuzzy=False)
    done, made = settled(entry, events, events[0].id)
    assert done.target == "Dear all." and made == []


def test_a_text_changed_outside_and_left_fuzzy_is_one_edit_and_stays_a_draft() -> None:
    events = past(DRAFTED)
    entry = replace(ENTRY, target="Hello everyone.")
    found = settle([entry], {"k": events}, "outsider", events[-1].id)
    after = [*events, *(replace(e, id="fffffffffff-0000-000000") for e in found.events)]
    assert [(e.do, e.note) for e in found.events] == [("edit", UNSURE)]
    assert derive(found.entries[0], after) is State.DRAFT
    assert settled(found.entries[0], after, after[-1].id) == (entry, [])


def test_a_text_with_no_history_is_journalled_once() -> None:
    entry = replace(ENTRY, fuzzy=False)
    assert settled(entry, [], None)[1] == [("edit", "Hello all.")]
    assert settled(ENTRY, [], None)[1] == [("draft", "Hello all.")]


def test_kept_names_and_missing_text_ask_for_no_event() -> None:
    assert settled(Entry("k", "Red Muqui", "Red Muqui", Kind.NAME), [], None)[1] == []
    assert settled(replace(ENTRY, target="", fuzzy=False), [], None)[1] == []
