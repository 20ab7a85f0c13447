"""What a query matches."""

from __future__ import annotations

import pytest

from translate_flow.flow.finding.query import Facts, matches, parse
from translate_flow.model import Event, Kind, Segment, State, Unit


@pytest.mark.parametrize(
    ("state", "back", "found"),
    [
        (State.DRAFT, True, True),
        (State.STALE, True, True),
        (State.DRAFT, False, False),
        (State.TRANSLATED, True, False),
        (State.APPROVED, False, False),
    ],
)
def test_returned_is_what_was_sent_back_and_not_done_again(state: State, back: bool, found: bool) -> None:
    events = (Event(id="1", by="Ana", do="draft", key="a", text="x"),)
    if back:
        events += (Event(id="2", by="Luz", do="return", key="a", note="¿41?"),)
    unit = Unit(Segment("a", Kind.PARAGRAPH, "Murieron 41."), "x", state, events)
    assert matches(parse("state:returned"), Facts(unit)) is found
