"""Comments on a segment as threads: replies, and whether the matter is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...errors import UsageError
from ...model import Event, Unit
from ..editing.edit import done
from ..statement.events import event
from ..statement.work import Work
from .remarks import comment


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment, what was answered, and who settled it."""

    number: int
    """From 1 within the segment, in order of the first comment: what people call it by."""
    first: Event
    """The comment."""
    replies: tuple[Event, ...]
    """Answers, oldest first."""
    resolved: Event | None
    """The event that settled it; None while it is open. A later reply opens it again."""


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


def reply(work: Work, key: str, by: str, note: str, number: int) -> Unit:
    """Answer a thread; it is open again thereby. Raises UsageError if there is none of that number."""
    return comment(work, key, by, note, _thread(work, work.unit(key), number).first.id)


def resolve(work: Work, key: str, by: str, number: int, *, write_po: bool = True) -> Unit:
    """Say that a thread is settled. Raises UsageError if there is none of that number."""

    def make(now: Work) -> Sequence[Event]:
        unit = now.unit(key)
        thread = _thread(now, unit, number)
        return [] if thread.resolved else [replace(event("resolve", unit, by), origin=thread.first.id)]

    return done(work, key, make, write_po)


def _thread(work: Work, unit: Unit, number: int) -> Thread:
    found = threads(unit)
    if not 1 <= number <= len(found):
        raise UsageError(f"{work.name}: {unit.key}: there is no comment {number}; it has {len(found)}")
    return found[number - 1]
