"""A statement's days: what was done to it, act by act, and how it stood at any moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from ...catalogue import Entry
from ...catalogue.states import UNDO, derive, effective, standing
from ...errors import UsageError
from ...messages import nearest
from ...model import Event, State
from ...review import diff
from ...review.tracked import DiffRun
from ..editing.undo import AGAIN, UNDOABLE
from ..statement.acts import Act, acts
from ..statement.work import Work
from . import messages as said


def timeline(work: Work) -> list[Act]:
    """What was done to the statement, the latest first."""
    return acts(work.journal.events)[::-1]


REDO = "redo"
"""What an undoing of an undoing is called."""


def counted(act: Act) -> dict[str, int]:
    """How many events of each kind the act has; what was done again is `redo`."""
    return dict(Counter(REDO if e.do == UNDO and e.rule == AGAIN else e.do for e in act.events))


def undoable(act: Act) -> bool:
    """Whether undoing it can be tried: it still counts, and is not new reading of the source."""
    return not act.undone and all(e.do in UNDOABLE and not (e.do == "carry" and e.origin) for e in act.events)


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of a statement's history."""

    said: str
    """As it was asked for."""
    event: str = ""
    """Id of the last event that counts; empty if `at` says it."""
    at: str = ""
    """Last moment that counts, RFC 3339 in UTC."""

    def holds(self, event: Event) -> bool:
        """Whether the event had happened by then."""
        return event.id <= self.event if self.event else event.at <= self.at


NOW = Moment("", at="9999")
"""Its state."""


def moment(work: Work, word: str, *, before: bool = False) -> Moment:
    """A moment by the name of an act, after it (or `before` it), or by a date and time, local unless they say.

    Raises UsageError for anything else.
    """
    if not word:
        return NOW
    known = acts(work.journal.events)
    found = next((act for act in known if act.name == word), None)
    if found is not None:
        if not before:
            return Moment(word, event=found.events[-1].id)
        first = found.events[0].id
        last = max((e.id for e in work.journal.events if e.id < first), default="")
        return Moment(word, event=last or "0")
    try:
        at = datetime.fromisoformat(word)
        at = (at if at.tzinfo else at.astimezone()).astimezone(UTC)
    except (ValueError, OverflowError, OSError):  # the last two of a year that no clock here can show
        raise UsageError(
            said.NO_SUCH_MOMENT(moment=word, nearest=nearest(word, [act.name for act in known]))
        ) from None
    return Moment(word, at=at.isoformat(timespec="milliseconds").replace("+00:00", "Z"))


@dataclass(frozen=True, slots=True)
class Changed:
    """A segment that is not the same at two moments."""

    key: str
    source: str
    before: str
    """Its translation at the earlier one; empty if it had none."""
    after: str
    """At the later one."""
    states: tuple[State, State]
    """Its state at both."""

    @property
    def pieces(self) -> tuple[DiffRun, ...]:
        """What differs between the two texts."""
        return diff(self.before, self.after)


def between_moments(work: Work, earlier: Moment, later: Moment) -> list[Changed]:
    """The segments, as they are cut now, whose text or state differs, in document order.

    The states are those of the journal: that the source had changed is not reported.
    """
    history = work.history
    found = []
    for entry in work.catalogue.entries:
        past = history.get(entry.key, ())
        (one, state), (two, now) = _stood(entry, past, earlier), _stood(entry, past, later)
        if one != two or state is not now:
            found.append(Changed(entry.key, entry.source, one, two, (state, now)))
    return found


def _stood(entry: Entry, past: Sequence[Event], at: Moment) -> tuple[str, State]:
    """A segment's text and state at a moment."""
    events = effective([e for e in past if at.holds(e)])
    stands = standing(events)
    if stands.text is None and at is NOW:
        return entry.target, derive(entry, events)
    text = stands.text or ""
    then = replace(entry, target=text, fuzzy=stands.fuzzy and bool(text), previous="")
    return text, derive(then, events)


def timeline_json(work: Work) -> dict[str, Any]:
    """The documented shape of `timeline --format json`."""
    return {
        "version": 1,
        "statement": work.name,
        "language": work.language,
        "acts": [
            {
                "act": act.name,
                "at": act.at,
                "by": act.by,
                "deeds": counted(act),
                "keys": list(act.keys),
                "undone": act.undone,
                "undoable": undoable(act),
                "undoes": act.undoes,
            }
            for act in timeline(work)
        ],
    }


def changed_json(work: Work, earlier: Moment, later: Moment) -> dict[str, Any]:
    """The documented shape of `timeline --since … --format json`."""
    return {
        "version": 1,
        "statement": work.name,
        "language": work.language,
        "since": earlier.said,
        "until": later.said,
        "segments": [
            {
                "key": c.key,
                "source": c.source,
                "from": {"text": c.before, "state": str(c.states[0])},
                "to": {"text": c.after, "state": str(c.states[1])},
                "pieces": [{"op": p.op, "text": p.text} for p in c.pieces],
            }
            for c in between_moments(work, earlier, later)
        ],
    }
