"""Comments on a segment as threads."""

from __future__ import annotations

from translate_flow.catalogue.threads import threads
from translate_flow.model import Event, Kind, Segment, State, Unit


def said(do: str, number: str, origin: str = "") -> Event:
    return Event(by="Ana", do=do, key="0" * 8, id=number, origin=origin)


def found(*events: Event) -> list[tuple[int, str, list[str], str]]:
    """Number, comment, replies and what resolved it, of each thread."""
    unit = Unit(Segment("0" * 8, Kind.PARAGRAPH, "Sí."), "Yes.", State.DRAFT, events=events)
    return [
        (t.number, t.first.id, [r.id for r in t.replies], t.resolved.id if t.resolved else "")
        for t in threads(unit)
    ]


def test_threads_are_numbered_from_one_and_have_the_replies_to_their_replies() -> None:
    comments = said("comment", "a"), said("edit", "b"), said("comment", "c")
    assert found(*comments) == [(1, "a", [], ""), (2, "c", [], "")]
    replies = said("comment", "d", "a"), said("comment", "e", "d"), said("comment", "f", "c")
    assert found(*comments, *replies) == [(1, "a", ["d", "e"], ""), (2, "c", ["f"], "")]


def test_a_resolved_comment_is_open_again_with_a_later_reply() -> None:
    resolved = said("comment", "a"), said("comment", "b", "a"), said("resolve", "c", "b")
    assert found(*resolved) == [(1, "a", ["b"], "c")]
    assert found(*resolved, said("comment", "d", "a")) == [(1, "a", ["b", "d"], "")]


def test_what_belongs_to_no_comment_resolves_none_and_a_reply_to_nothing_is_a_comment() -> None:
    assert found(said("comment", "a"), said("resolve", "b", "x")) == [(1, "a", [], "")]
    assert found(said("comment", "a", "x")) == [(1, "a", [], "")]
