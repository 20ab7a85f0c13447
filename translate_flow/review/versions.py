"""The versions of a segment's translation, as its journal has them, by number and by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Event, Unit

NAMES = ("draft", "translator", "previous", "approved", "present")
"""Names a version can be asked for by, besides its number."""


@dataclass(frozen=True, slots=True)
class Version:
    """One text a segment had."""

    number: int
    """From 1, oldest first."""
    text: str
    """The translation."""
    event: Event
    """What brought it."""


def versions(unit: Unit) -> tuple[Version, ...]:
    """Each text the segment had, oldest first; an event that left the text as it was makes none."""
    made: list[Version] = []
    for event in unit.events:
        if event.text is not None and (not made or event.text != made[-1].text or event.do == "draft"):
            made.append(Version(len(made) + 1, event.text, event))
    return tuple(made)


def version(unit: Unit, name: str) -> Version | None:
    """The version of that number or name; None if the segment has no such version.

    `draft`: what the engine gave last. `translator`: the last text before somebody else first
    approved or returned it. `previous`: the one before the present one. `approved`: the last
    that was approved. `present`: the one that holds.
    """
    every = versions(unit)
    if name.isdecimal():
        return next((v for v in every if v.number == int(name)), None)
    if not every:
        return None
    if name == "draft":
        return next((v for v in reversed(every) if v.event.do == "draft"), None)
    if name == "previous":
        return every[-2] if len(every) > 1 else None
    if name == "translator":
        return _standing(every, unit.events, _first_look(unit.events))
    if name == "approved":
        last = next((e for e in reversed(unit.events) if e.do == "approve"), None)
        return _standing(every, unit.events, last) if last else None
    return every[-1]


def _first_look(events: Sequence[Event]) -> Event | None:
    """The first approval or return since the draft, by another than who wrote the text."""
    found: Event | None = None
    writer = ""
    for event in events:
        if event.do == "draft":
            found, writer = None, ""
        elif event.text is not None:
            writer = event.by
        elif event.do in ("approve", "return") and found is None and event.by != writer:
            found = event
    return found


def _standing(every: Sequence[Version], events: Sequence[Event], at: Event | None) -> Version | None:
    """The version that stood when that event happened; the last one without an event."""
    if at is None:
        return every[-1]
    before = {e.id for e in events[: events.index(at)]}
    return next((v for v in reversed(every) if v.event.id in before), None)
