"""Taking a deed back: new events that bring a segment to where it was. Pure."""

from __future__ import annotations

from dataclasses import replace

from ..catalogue.coverage import is_returned
from ..catalogue.messages import combined, parts
from ..flow.statement.events import event
from ..messages import Message
from ..model import Event, State, Unit
from .messages import APPROVE_AGAIN, IN_HISTORY, PUT_BACK, UNDONE


def back(before: Unit, now: Unit, by: str) -> tuple[list[Event], Message | None]:
    """Events that give the unit the text and state it had before, and what cannot be given back.

    The history is only ever added to: a restored text is a new version. A machine draft
    comes back as the draft it was, unread; an approval has to be given anew, by whom it is due.
    """
    text = [] if before.target == now.target else [event("edit", now, by, before.target, reason=UNDONE())]
    if not before.target:
        return text, None
    if before.state is State.DRAFT and before.draft is not None and not is_returned(before):
        return [_draft(before.draft, before, now, by)], None
    if before.state in (State.DRAFT, State.STALE):
        returned = next((e for e in reversed(before.events) if e.do == "return"), None)
        again = returned if returned is not None and is_returned(before) else None
        note, reason = (again.note, again.reason) if again is not None else ("", UNDONE())
        lost = IN_HISTORY() if before.state is State.STALE else None
        return [*text, event("return", before, by, note=note, reason=reason)], lost
    lost = APPROVE_AGAIN() if before.state is State.APPROVED else None
    if text:
        return text, lost
    if now.state is State.APPROVED:
        # Confirming would leave the approval, which is for exactly this text; writing it again takes it back.
        return [event("edit", now, by, before.target, reason=UNDONE())], lost
    return [event("confirm", now, by, reason=UNDONE())], lost


def _draft(draft: Event, before: Unit, now: Unit, by: str) -> Event:
    """The machine's draft once more, as it was made; its reason says who put it back."""
    reason = combined([*parts(draft.reason), PUT_BACK(person=by)])
    found = event("draft", now, draft.by, before.target, draft.note, reason)
    return replace(found, engine=draft.engine, score=draft.score, glossary=draft.glossary)
