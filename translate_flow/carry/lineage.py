"""A segment's history across changes of its key. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import Event


def lineage(events: Sequence[Event]) -> dict[str, list[Event]]:
    """Events of each segment, oldest first, with those of the segment it was carried over from.

    A `carry` event begins a segment's life with the whole life of its origin up to then.
    The carries of one reading have one time and happen at once, so that two segments may
    change places. One that repeats the last carry of its key (two people read the same new
    version, and their journals were merged) counts once.
    """
    lives: dict[str, list[Event]] = {}
    before: dict[str, list[Event]] = {}
    reading = ""
    for event in events:
        if event.do != "carry" or not event.origin:
            lives.setdefault(event.key, []).append(event)
            continue
        if event.at != reading:
            before, reading = {}, event.at
        own = lives.get(event.key, [])
        if _repeats(event, own):
            continue
        before.setdefault(event.key, own)
        origins = event.origin.split()
        past = _together([before.get(o, lives.get(o, [])) for o in origins])
        lives[event.key] = [*past, event]
    return lives


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
