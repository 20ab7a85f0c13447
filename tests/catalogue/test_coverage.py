"""What coverage says of a statement."""

from __future__ import annotations

import pytest

from translate_flow.catalogue.coverage import is_doubtful, is_returned, measure
from translate_flow.model import Event, Kind, Segment, State, Unit


def units(*states: State) -> list[Unit]:
    """Units of three words each."""
    return [
        Unit(Segment(f"{n:08x}", Kind.PARAGRAPH, "Queremos agua limpia"), "x", s)
        for n, s in enumerate(states)
    ]


@pytest.mark.parametrize(
    ("states", "percent"),
    [
        ([State.TRANSLATED, State.APPROVED, State.KEPT], 100.0),
        ([State.TRANSLATED, State.TRANSLATED, State.DRAFT], 66.6),
        ([State.MISSING, State.STALE], 0.0),
        ([], 100.0),
    ],
)
def test_the_share_is_rounded_down_and_never_more_than_all(states: list[State], percent: float) -> None:
    assert measure("carta", "en", units(*states)).percent == percent


@pytest.mark.parametrize(
    ("deeds", "returned"),
    [
        (["draft", "return"], True),
        (["edit", "return", "comment"], True),
        (["return", "edit"], False),
        (["return", "confirm"], False),
        (["return", "approve"], False),
        (["return", "draft"], False),
        (["return", "carry"], True),
        (["return", "carry of another source"], False),
        (["edit"], False),
        ([], False),
    ],
)
def test_a_text_stays_returned_until_somebody_writes_or_reads_it_again(
    deeds: list[str], returned: bool
) -> None:
    """To come under another key is no answer; to come over from another source is a new text."""
    events = tuple(
        Event(by="Ana", do=deed.split()[0], key="0" * 8, source="Otra." if " " in deed else "")
        for deed in deeds
    )
    unit = Unit(Segment("0" * 8, Kind.PARAGRAPH, "Sí."), "Yes.", State.DRAFT, events=events)
    assert is_returned(unit) is returned


@pytest.mark.parametrize(
    ("deeds", "doubtful"),
    [
        (["edit", "doubt"], True),
        (["doubt", "comment"], True),
        (["doubt", "edit"], False),
        (["doubt", "confirm"], False),
        (["doubt", "return"], False),
        (["edit"], False),
        ([], False),
    ],
)
def test_an_older_text_that_came_with_the_file_is_doubtful_until_somebody_decides(
    deeds: list[str], doubtful: bool
) -> None:
    events = tuple(Event(by="Ana", do=deed, key="0" * 8) for deed in deeds)
    unit = Unit(Segment("0" * 8, Kind.PARAGRAPH, "Sí."), "Yes.", State.TRANSLATED, events=events)
    assert is_doubtful(unit) is doubtful
