"""Comments on a segment answered and resolved, by the number of their thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...catalogue.threads import Thread, threads
from ...errors import UsageError
from ...model import Event, Unit
from ..editing.edit import done
from ..statement.events import event
from ..statement.work import Work
from .messages import NO_COMMENT_NUMBER
from .remarks import comment


def reply(work: Work, key: str, by: str, note: str, number: int) -> Unit:
    """Answer a thread; it is open again thereby. Raises UsageError if there is none of that number."""
    return comment(work, key, by, note, _thread(work, work.unit(key), number).first.id)


def resolve(work: Work, key: str, by: str, number: int) -> Unit:
    """Say that a thread is resolved. Raises UsageError if there is none of that number."""

    def make(now: Work) -> Sequence[Event]:
        unit = now.unit(key)
        thread = _thread(now, unit, number)
        return [] if thread.resolved else [replace(event("resolve", unit, by), origin=thread.first.id)]

    return done(work, key, make)


def _thread(work: Work, unit: Unit, number: int) -> Thread:
    found = threads(unit)
    if not 1 <= number <= len(found):
        raise UsageError(NO_COMMENT_NUMBER(name=work.name, key=unit.key, number=number, n=len(found)))
    return found[number - 1]
