"""A segment's history across changes of its key. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..model import Event


def lineage(events: Sequence[Event]) -> dict[str, list[Event]]:
    """Events of each segment, oldest first, with those of the segment it was carried over from.

    A `carry` event begins a segment's life with the whole life of its origin up to then.
    The carries of one reading have one time and happen at once, so that two segments may
    change places. One that repeats the last carry of its key (two people read the same new
    version, and their journals were merged) counts once.
    """
    return Lineage().add(events).lives


@dataclass
class Lineage:
    """The lives of a journal's segments as far as it was read; goes on where it was when events are added."""

    lives: dict[str, list[Event]] = field(default_factory=dict)
    """Events by the segment's key."""
    _before: dict[str, list[Event]] = field(default_factory=dict)
    _reading: str = ""

    def add(self, events: Iterable[Event]) -> Lineage:
        """Take in the next events; the lineage itself."""
        lives = self.lives
        for event in events:
            if event.do != "carry" or not event.origin:
                lives.setdefault(event.key, []).append(event)
            else:
                self._carry(event)
        return self

    def _carry(self, event: Event) -> None:
        lives = self.lives
        if event.at != self._reading:
            self._before, self._reading = {}, event.at
        own = lives.get(event.key, [])
        if _repeats(event, own):
            return
        self._before.setdefault(event.key, own)
        past = _together([self._before.get(o, lives.get(o, [])) for o in event.origin.split()])
        lives[event.key] = [*past, event]


def _repeats(event: Event, own: Sequence[Event]) -> bool:
    """Whether the event says of its key what the last carry of it has said at another time."""
    last = next((e for e in reversed(own) if e.do == "carry"), None)
    return (
        last is not None
        and last.key == event.key
        and last.at != event.at
        and (last.origin, last.text) == (event.origin, event.text)
    )


def _together(lives: Sequence[Sequence[Event]]) -> Iterable[Event]:
    """Several lives as one, in order."""
    if len(lives) == 1:
        return lives[0]
    return sorted({e.id: e for life in lives for e in life}.values(), key=lambda e: e.id)
