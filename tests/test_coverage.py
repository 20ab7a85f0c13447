"""What coverage says of a statement."""

from __future__ import annotations

import pytest

from translate_flow.catalogue.coverage import measure
from translate_flow.model import Kind, Segment, State, Unit


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
