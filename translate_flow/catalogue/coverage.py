"""Coverage: how much of a statement is in which state, in paragraphs and source words. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from ..language.text import count_words
from ..messages import Message
from ..model import State, Unit
from ..model.coverage import Count, Coverage
from .states import DOUBT, standing


def measure(
    name: str,
    language: str,
    units: Iterable[Unit],
    notice: Message | None = None,
    confidential: Message | None = None,
) -> Coverage:
    """The coverage of one statement's units."""
    segments = dict.fromkeys(State, 0)
    words = dict.fromkeys(State, 0)
    returned = 0
    for unit in units:
        segments[unit.state] += 1
        words[unit.state] += count_words(unit.segment.text)
        if unit.state in (State.DRAFT, State.STALE):
            returned += is_returned(unit)
    return Coverage(
        name, language, {s: Count(segments[s], words[s]) for s in State}, returned, notice, confidential
    )


def is_returned(unit: Unit) -> bool:
    """Whether a reviewer sent the present text back."""
    for event in reversed(unit.events):
        if event.do == "return":
            return True
        if event.do == "carry" and not event.source:
            continue  # the same paragraph under another key
        if event.do in ("edit", "confirm", "approve", "draft", "carry"):
            return False
    return False


def is_doubtful(unit: Unit) -> bool:
    """Whether a person should look: an older text or mark came with the PO file and nobody has decided
    since, or two people wrote a text without sight of each other's."""
    edits = 0
    for event in reversed(unit.events):
        if event.do == DOUBT and not edits:
            return True
        if event.do in ("confirm", "approve", "return", "draft", "carry", "keep"):
            return False
        edits += event.do == "edit"
        if edits > 1:
            return bool(standing(unit.events).beside)
    return False
