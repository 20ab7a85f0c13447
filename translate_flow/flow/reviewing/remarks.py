"""What people say about a segment without changing its text: comments, and findings dismissed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...errors import UsageError
from ...model import Event, Unit
from ..editing.edit import done, refuse_controls
from ..statement.events import event
from ..statement.work import Work
from . import messages as said

LONGEST = 4000
"""Characters of one remark."""


def comment(work: Work, key: str, by: str, note: str, reply_to: str = "") -> Unit:
    """Say something about a segment; `reply_to` is the id of the comment that is answered.

    Raises UsageError for an empty or overlong remark, or an id that is not a comment of the segment.
    """
    note = _fit(note)

    def make(now: Work) -> Sequence[Event]:
        unit = now.unit(key)
        if reply_to and not any(e.id == reply_to and e.do in ("comment", "return") for e in unit.events):
            raise UsageError(said.NO_SUCH_COMMENT(name=now.name, key=unit.key, id=reply_to))
        return [replace(event("comment", unit, by, note=note), origin=reply_to)]

    return done(work, key, make)


def dismiss(work: Work, key: str, by: str, rule: str, why: str = "") -> Unit:
    """Set a rule's findings aside for exactly the present text. Raises UsageError for an unknown rule."""
    from ...checks import find

    find(rule)
    note = _fit(why) if why.strip() else ""

    def make(now: Work) -> Sequence[Event]:
        return [replace(event("dismiss", now.unit(key), by, note=note), rule=rule)]

    return done(work, key, make)


def undismiss(work: Work, key: str, by: str, rule: str) -> Unit:
    """Take a dismissal back: the rule is reported again. Raises UsageError if it was not dismissed for this text."""
    from ...checks import dismissed, find

    find(rule)

    def make(now: Work) -> Sequence[Event]:
        unit = now.unit(key)
        if rule not in dismissed(unit):
            raise UsageError(said.NOT_SET_ASIDE(name=now.name, key=unit.key, rule=rule))
        return [replace(event("undismiss", unit, by), rule=rule)]

    return done(work, key, make)


def _fit(note: str) -> str:
    note = note.strip()
    if not note:
        raise UsageError(said.COMMENT_EMPTY())
    if len(note) > LONGEST:
        raise UsageError(said.COMMENT_TOO_LONG(n=len(note), limit=LONGEST))
    refuse_controls(note)
    return note
