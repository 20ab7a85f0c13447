"""What a person did in the PO file is taken; what is only old undoes nobody, in whatever copy it is looked at."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.catalogue import Entry
from translate_flow.catalogue.messages import MET, UNSURE
from translate_flow.catalogue.settling import Come, apply, settle
from translate_flow.catalogue.states import DOUBT, derive, last_text, standing, was_fuzzy
from translate_flow.language.text import digest
from translate_flow.model import Event, Kind, State

from .test_states import DRAFTED, ENTRY, past

CORRECTED = ("edit", "Hello, all of you.")
SAVED = Come("outsider")
"""A file that somebody else may have saved."""
CRASHED = Come("outsider", ours="0")
"""A file that is byte for byte ours."""


def settled(
    entry: Entry, events: list[Event], come: Come = SAVED
) -> tuple[Entry, list[tuple[str, str | None]]]:
    found = settle([entry], {"k": events}, come)
    return found.entries[0], [(e.do, e.text) for e in found.events]


def test_a_text_changed_in_another_program_is_journalled_in_that_persons_name() -> None:
    events = past(DRAFTED)
    entry = replace(ENTRY, target="Hello everyone.", fuzzy=False)
    assert settled(entry, events) == (entry, [("edit", "Hello everyone.")])
    assert settle([entry], {"k": events}, SAVED).events[0].by == "outsider"


def test_a_fuzzy_mark_taken_off_outside_confirms_and_one_put_on_returns() -> None:
    assert settled(replace(ENTRY, fuzzy=False), past(DRAFTED))[1] == [("confirm", None)]
    entry = replace(ENTRY, target=CORRECTED[1])
    assert settled(entry, past(DRAFTED, CORRECTED)) == (entry, [("return", None)])


@pytest.mark.parametrize("come", [SAVED, CRASHED])
@pytest.mark.parametrize(
    "steps", [(CORRECTED,), (CORRECTED, ("approve", None)), (("edit", "Hi."), CORRECTED)]
)
def test_a_former_draft_still_marked_unfinished_is_no_edit(
    come: Come, steps: tuple[tuple[str, str | None], ...]
) -> None:
    """A file that lay open in an editor, an old mail, a merge without the driver, a crash: all the same."""
    entry, made = settled(ENTRY, past(DRAFTED, *steps), come)
    assert (entry.target, entry.fuzzy, made) == ("Hello, all of you.", False, [])


def test_a_confirmed_draft_in_an_old_file_stays_confirmed_and_the_doubt_is_noted() -> None:
    events = past(DRAFTED, ("confirm", None), ("approve", None))
    entry, made = settled(ENTRY, events)
    assert (entry.fuzzy, made) == (False, [(DOUBT, None)])
    assert settled(ENTRY, events, CRASHED) == (entry, [])


def test_an_older_finished_text_stands_back_and_the_doubt_is_noted() -> None:
    events = past(("edit", "Hello all."), CORRECTED, ("approve", None))
    entry, made = settled(replace(ENTRY, fuzzy=False), events)
    assert (entry.target, made) == ("Hello, all of you.", [(DOUBT, None)])
    assert derive(entry, events) is State.APPROVED


def test_an_emptied_text_comes_back() -> None:
    entry, made = settled(replace(ENTRY, target=""), past(DRAFTED, CORRECTED))
    assert (entry.target, made) == ("Hello, all of you.", [(DOUBT, None)])
    assert settled(replace(ENTRY, target=""), past(DRAFTED)) == (ENTRY, [])


def test_a_draft_confirmed_outside_after_somebody_changed_it_is_a_new_decision() -> None:
    """This text was never confirmed before, so the file is not merely old."""
    entry = replace(ENTRY, fuzzy=False)
    assert settled(entry, past(DRAFTED, CORRECTED)) == (entry, [("edit", "Hello all.")])


def test_a_returned_text_is_confirmed_by_a_file_saved_later_only() -> None:
    events = [replace(e, at="2023-01-12T10:00:00.000Z") for e in past(CORRECTED, ("return", None))]
    entry = replace(ENTRY, target=CORRECTED[1], fuzzy=False)
    assert settled(entry, events, Come("olga", "2023-01-12T10:01")) == (entry, [("confirm", None)])
    assert settled(entry, events, Come("olga", "2023-01-12T09:59"))[1] == [(DOUBT, None)]
    assert settled(entry, events, CRASHED) == (replace(entry, fuzzy=True), [])


def test_what_the_file_still_held_a_moment_ago_is_no_doubt() -> None:
    events = past(("edit", "Hello all."), CORRECTED)
    come = Come("outsider", held={"k": ("Hello all.", False)})
    assert settled(replace(ENTRY, fuzzy=False), events, come)[1] == []


def test_a_text_changed_outside_and_left_fuzzy_is_one_edit_and_stays_a_draft() -> None:
    events = past(DRAFTED)
    entry = replace(ENTRY, target="Hello everyone.")
    found = settle([entry], {"k": events}, SAVED)
    after = [*events, *(replace(e, id="fffffffffff-0000-000000") for e in found.events)]
    assert [(e.do, e.reason) for e in found.events] == [("edit", UNSURE())]
    assert derive(found.entries[0], after) is State.DRAFT
    assert settled(found.entries[0], after) == (entry, [])


def test_a_text_with_no_history_is_journalled_once() -> None:
    assert settled(replace(ENTRY, fuzzy=False), [])[1] == [("edit", "Hello all.")]
    assert settled(ENTRY, [])[1] == [("draft", "Hello all.")]


def test_kept_names_and_missing_text_ask_for_no_event() -> None:
    assert settled(Entry("k", "Red Muqui", "Red Muqui", Kind.NAME), [])[1] == []
    assert settled(replace(ENTRY, target="", fuzzy=False), [])[1] == []


def test_a_replacement_in_a_draft_that_a_crash_kept_from_the_file_reaches_it() -> None:
    """It is journalled as a `carry`, as a new reading is, for which the file is left alone."""
    events = [
        *past(DRAFTED),
        Event(
            id="5", by="ana", do="carry", key="k", text="Hi all.", base=digest("Hello all."), origin="batch"
        ),
    ]
    assert settled(ENTRY, events, CRASHED)[0].target == "Hi all."
    events[-1] = replace(events[-1], by="translate-flow")
    assert settled(ENTRY, events, CRASHED)[0].target == "Hello all."


def met(target: str, other: str) -> Entry:
    return replace(ENTRY, target=target, comment=f"conflict, the other text: {other}")


def test_of_two_texts_that_met_in_a_merge_the_later_stands_unconfirmed_in_its_writers_name() -> None:
    draft = digest("Hello all.")
    events = past(DRAFTED)
    events.append(Event(id="1", by="berta", do="edit", key="k", text="BERTA", base=draft))
    events.append(Event(id="2", by="ana", do="edit", key="k", text="ANA", base=draft))
    for target, other in (("ANA", "BERTA"), ("BERTA", "ANA")):
        found = settle([met(target, other)], {"k": events}, SAVED)
        assert found.entries == (met("ANA", "BERTA"),)
        assert [(e.by, e.do, e.text, e.reason) for e in found.events] == [("ana", "edit", "ANA", MET())]
        after = [*events, replace(found.events[0], id="3")]
        assert settle(found.entries, {"k": after}, SAVED).events == ()
        # The other copy of the merge tells of it, too, when a person here has decided already.
        decided = [
            *after,
            Event(id="4", by="ana", do="confirm", key="k", base=digest("ANA")),
            replace(after[-1], id="5"),
        ]
        assert (last_text(decided), was_fuzzy(decided)) == ("ANA", False)


def test_a_draft_made_elsewhere_does_not_go_over_what_a_person_wrote_meanwhile() -> None:
    events = past(DRAFTED, CORRECTED)
    events.append(
        Event(id="9", by="apertium", do="draft", key="k", text="Hello to all.", base=digest("Hello all."))
    )
    assert (last_text(events), was_fuzzy(events)) == ("Hello, all of you.", False)
    assert settled(replace(ENTRY, target="Hello to all."), events)[0].target == "Hello, all of you."


def test_who_wrote_over_a_text_that_was_not_in_sight_is_known() -> None:
    events = past(DRAFTED, CORRECTED)
    events.append(Event(id="9", by="berta", do="edit", key="k", text="BERTA", base=digest("Hello all.")))
    assert standing(events).beside == "translator"
    events.append(Event(id="91", by="rita", do="confirm", key="k", base=digest("BERTA")))
    assert standing(events).beside == ""


TEXTS = st.sampled_from(["Hello all.", "Hi.", "Hello, all of you.", "Good day."])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["draft", "edit"]), TEXTS),
        st.tuples(st.sampled_from(["confirm", "approve", "return"]), st.none()),
    ),
    min_size=1,
    max_size=5,
)


def copies(steps: list[tuple[str, str | None]], mine: list[tuple[str, str | None]],
           other: list[tuple[str, str | None]]) -> tuple[list[Event], list[Event], list[Event]]:  # fmt: skip
    """A history with two ends, each made without sight of the other; and both merged, in order of time."""
    start = past(*steps)
    ends = []
    for offset, end in enumerate((mine, other)):
        whole = past(*steps, *end, by=f"person {offset}")[len(start) :]
        ends.append([replace(e, id=f"{100 + 2 * n + offset:011x}-0000-000000") for n, e in enumerate(whole)])
    return start, [*start, *ends[0]], sorted([*start, *ends[0], *ends[1]], key=lambda e: e.id)


@given(STEPS, STEPS, STEPS, st.data())
def test_two_copies_of_one_commit_never_show_different_texts(
    steps: list[tuple[str, str | None]],
    mine: list[tuple[str, str | None]],
    other: list[tuple[str, str | None]],
    data: st.DataObject,
) -> None:
    """Journals merged by union, a PO file of any age or side or edited: the cache of a copy decides nothing."""
    _, _, merged = copies(steps, mine, other)
    ages = [apply([replace(ENTRY, target="", fuzzy=False)], merged[:n])[0] for n in range(len(merged) + 1)]
    entry = data.draw(st.sampled_from(ages)) if data.draw(st.booleans()) else replace(
        ENTRY, target=data.draw(TEXTS), fuzzy=data.draw(st.booleans())
    )  # fmt: skip
    held = {"k": (entry.target, entry.fuzzy)}
    comes = [SAVED, Come("another"), CRASHED, Come("outsider", held=held)]
    seen = {(e.target, e.fuzzy) for come in comes for e in settle([entry], {"k": merged}, come).entries}
    assert len(seen) == 1
    # And what was settled is so for the next who looks, from wherever the journal comes.
    found = settle([entry], {"k": merged}, SAVED)
    told = [replace(e, id=f"{9000 + n:011x}-0000-000000") for n, e in enumerate(found.events)]
    again = settle(found.entries, {"k": [*merged, *told]}, SAVED)
    assert again.entries == found.entries and not again.events


@given(STEPS, STEPS, STEPS)
def test_a_merge_without_the_driver_loses_no_persons_text(
    steps: list[tuple[str, str | None]],
    mine: list[tuple[str, str | None]],
    other: list[tuple[str, str | None]],
) -> None:
    """git kept our side of the PO file; the journal has both sides."""
    _, ours, merged = copies(steps, mine, other)
    empty = [replace(ENTRY, target="", fuzzy=False)]
    entry = apply(empty, ours)[0]
    right = standing(merged)
    shown = settle([entry], {"k": merged}, SAVED).entries[0]
    assert (shown.target, shown.fuzzy) == (right.text or "", right.fuzzy) or right.text is None
    people = [e for e in merged if e.do == "edit"]
    if people and not any(e.do == "draft" and e.id > people[-1].id for e in merged):
        assert shown.target == people[-1].text


def test_a_confirmed_text_that_stands_back_loses_the_marks_of_an_unfinished_one() -> None:
    """An old file may bring the former source and a merge's comment along; they belong to what was undecided."""
    events = past(DRAFTED, CORRECTED, ("approve", None))
    entry = settled(replace(ENTRY, previous="Hola.", comment=""), events)[0]
    assert (entry.target, entry.fuzzy, entry.previous) == ("Hello, all of you.", False, "")


def test_an_unfinished_text_that_stands_back_keeps_the_source_it_was_made_for() -> None:
    events = past(("edit", "Hello all."), CORRECTED, ("return", None))
    entry = settled(replace(ENTRY, target="Hello all.", previous="Hola.", fuzzy=True), events)[0]
    assert (entry.target, entry.fuzzy, entry.previous) == ("Hello, all of you.", True, "Hola.")
