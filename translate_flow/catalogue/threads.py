"""Comments on a segment as threads: replies, and whether the matter is resolved. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..model import Event, Unit


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment, what was answered, and who resolved it."""

    number: int
    """From 1 within the segment, in order of the first comment: what people call it by."""
    first: Event
    """The comment."""
    replies: tuple[Event, ...]
    """Answers, oldest first."""
    resolved: Event | None
    """The event that resolved it; None while it is open. A later reply opens it again."""


def threads(unit: Unit) -> tuple[Thread, ...]:
    """The threads of a segment, oldest first; a reply to a reply belongs to the same thread."""
    root: dict[str, str] = {}
    found: dict[str, Thread] = {}
    for e in unit.events:
        start = root.get(e.origin, "")
        if e.do == "comment" and not start:
            root[e.id] = e.id
            found[e.id] = Thread(len(found) + 1, e, (), None)
        elif e.do == "comment":
            root[e.id] = start
            found[start] = replace(found[start], replies=(*found[start].replies, e), resolved=None)
        elif e.do == "resolve" and start:
            found[start] = replace(found[start], resolved=e)
    return tuple(found.values())
