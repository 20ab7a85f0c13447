"""States are a pure function of the PO entry and its journal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from translate_flow.catalogue import Entry
from translate_flow.catalogue.states import derive, was_fuzzy
from translate_flow.language.text import digest
from translate_flow.model import Event, Kind, State

ENTRY = Entry("k", "Hola a todas.", "Hello all.", fuzzy=True)


def past(*steps: tuple[str, str | None], by: str = "translator") -> list[Event]:
    """A history of (do, text) steps, with `base` as `flow` writes it."""
    events, present = [], ""
    for number, (do, text) in enumerate(steps):
        base = digest(present) if present else ""
        events.append(Event(id=f"{number:011x}-0000-000000", by=by, do=do, key="k", text=text, base=base))
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


def test_what_was_done_in_another_copy_to_a_former_text_takes_no_approval_back() -> None:
    """Two clones were merged: there somebody confirmed the draft, here the corrected text was approved."""
    draft, correction = digest("Hello."), digest("Hello all.")
    events = past(("draft", "Hello."), ("edit", "Hello all."), ("approve", None))
    events.append(Event(id="9", by="berta", do="confirm", key="k", base=draft))
    assert derive(replace(ENTRY, fuzzy=False), events) is State.APPROVED
    events.append(Event(id="91", by="apertium", do="draft", key="k", text="Hello to all.", base=draft))
    assert derive(replace(ENTRY, fuzzy=False), events) is State.APPROVED
    events.append(Event(id="92", by="rita", do="return", key="k", base=correction))
    events.append(Event(id="93", by="ana", do="confirm", key="k", base=correction))
    assert derive(replace(ENTRY, fuzzy=False), events) is State.TRANSLATED


def test_a_text_that_msgcat_made_of_two_is_never_translated() -> None:
    both = "#-#-#-#-#  a.po  #-#-#-#-#\nHello.\n#-#-#-#-#  b.po  #-#-#-#-#\nHi."
    assert derive(Entry("k", "Hola.", both), past(("edit", both))) is State.DRAFT


@pytest.mark.parametrize(
    ("steps", "fuzzy"),
    [
        ((), True),
        ((("edit", "Hello."),), False),
        ((("edit", "Hello."), ("undo", None)), False),
        ((DRAFTED, ("undo", None)), True),
        ((("edit", "Hello."), ("undo", "Hello all.")), False),
    ],
)
def test_an_act_that_is_undone_without_a_text_leaves_the_last_word_to_the_one_before(
    steps: tuple[tuple[str, str | None], ...], fuzzy: bool
) -> None:
    assert was_fuzzy(past(*steps)) is fuzzy
