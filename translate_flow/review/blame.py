"""Who put each word of a text there, and who took the words of the draft away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ..model import Event, Unit
from .diff import diff
from .tracked import Change


@dataclass(frozen=True, slots=True)
class BlamedPart:
    """A stretch of the present text that came with one event."""

    text: str
    """The stretch; all of them join to the text."""
    event: Event | None
    """The draft, edit or carrying-over that brought it; None if the journal does not know."""


class _Tracing:
    """A text followed through its versions, character by character."""

    def __init__(self) -> None:
        self.text = ""
        self.owners: list[Event | None] = []
        self.origins: list[int] = []
        """Place in the draft of each character that is still the draft's; -1 for others."""
        self.taken: list[Event | None] = []
        """Who took each character of the draft away."""
        self._draft: str | None = None
        self._seen: dict[str, tuple[list[Event | None], list[int]]] = {}

    def step(self, event: Event) -> None:
        """Follow one event that sets the text."""
        text = event.text or ""
        if event.do == "draft":
            self.owners, self.origins = [event] * len(text), list(range(len(text)))
            self.taken = [None] * len(text)
            if text != self._draft:
                self._draft, self._seen = text, {}
        elif text in self._seen:
            # An old version that came back: its words are still those people's.
            self._lose(self.origins, event)
            self.owners, self.origins = self._seen[text]
            self._lose(self.origins, None)
        else:
            self._follow(text, event)
        self.text = text
        self._seen.setdefault(text, (self.owners, self.origins))

    def _follow(self, text: str, event: Event) -> None:
        owners: list[Event | None] = []
        origins: list[int] = []
        at = 0
        for piece in diff(self.text, text):
            size = len(piece.text)
            if piece.op == "equal":
                owners += self.owners[at : at + size]
                origins += self.origins[at : at + size]
            elif piece.op == "insert":
                owners += [event] * size
                origins += [-1] * size
            else:
                self._lose(self.origins[at : at + size], event)
            at += size if piece.op != "insert" else 0
        self.owners, self.origins = owners, origins

    def _lose(self, origins: Iterable[int], event: Event | None) -> None:
        for origin in origins:
            if origin >= 0:
                self.taken[origin] = event


def _traced(events: Sequence[Event]) -> _Tracing:
    tracing = _Tracing()
    for event in events:
        if event.text is not None:
            tracing.step(event)
    return tracing


def blame(unit: Unit) -> tuple[BlamedPart, ...]:
    """The present text as stretches, each with the event that brought it."""
    tracing = _traced(unit.events)
    if tracing.text != unit.target:
        return (BlamedPart(unit.target, None),) if unit.target else ()
    parts, at = [], 0
    for _, run in groupby(tracing.owners, key=id):
        owners = list(run)
        parts.append(BlamedPart(unit.target[at : at + len(owners)], owners[0]))
        at += len(owners)
    return tuple(parts)


def credited(unit: Unit, changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes between the unit's draft and its text, each with who made it."""
    if not changes:
        return ()
    start = next((n for n in range(len(unit.events) - 1, -1, -1) if unit.events[n].do == "draft"), 0)
    later = [e for e in unit.events[start + 1 :] if e.text is not None]
    if len({e.by for e in later}) == 1:
        return tuple(replace(c, by=later[0].by) for c in changes)
    tracing = _traced(unit.events[start:])
    if tracing.text != unit.target:
        return tuple(changes)
    return tuple(replace(c, by=_who(c, tracing)) for c in changes)


def _who(change: Change, tracing: _Tracing) -> str:
    """Who brought most of what came; where nothing came, who took most of what went."""
    start, end = change.target
    came = [e.by for e in tracing.owners[start:end] if e is not None and e.do != "draft"]
    start, end = change.draft
    came = came or [e.by for e in tracing.taken[start:end] if e is not None]
    return max(dict.fromkeys(came), key=came.count) if came else ""
