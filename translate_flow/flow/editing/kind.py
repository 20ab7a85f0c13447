"""What a segment is, by a person's word: a name to keep, a heading, a quotation, not for translation."""

from __future__ import annotations

from dataclasses import replace

from ...carry.kinds import KEEP, KINDS, SETTABLE, keeping, read
from ...catalogue.messages import UNDONE_OPEN
from ...catalogue.states import UNDO, effective, standing
from ...errors import UsageError
from ...messages import Message
from ...model import Event, Unit
from ...model.messages import KIND
from ..intake.add import Reread, read_with_kinds
from ..statement.anew import save_anew
from ..statement.events import event
from ..statement.work import Work
from . import messages as said

AS_IN_FILE = "file"
"""Instead of a kind: what the file says it is."""
CHOICES = (*SETTABLE, AS_IN_FILE)
"""What can be said of a segment."""


def set_kind(work: Work, key: str, kind: str, by: str) -> None:
    """Say what a segment is; it stays so when its source changes.

    A name, and what is not for translation, is in the translation as it stands in the source; said to be
    something else later, it has the text again that it had before. Raises UsageError for an unknown kind, or the one
    that was said already.
    """
    if kind not in CHOICES:
        raise UsageError(said.UNKNOWN_KIND(kind=kind, known=CHOICES))
    unit = work.unit(key)
    before = read(work.catalogue.header.get(KINDS, ""))
    if before.get(unit.key, AS_IN_FILE) == kind:
        raise UsageError(said.KIND_ALREADY(key=unit.key, kind=_named(kind)))
    work.must_be_whole()
    reason = said.KIND_SET(kind=_named(kind))
    with work.storage.alone(work.name, work.language):
        now = Work.under_lock(work.workspace, work.name, work.language)
        here = now.unit(unit.key)
        acts = [event("kind", here, by, reason=reason), *_text(here, kind, by)]

        def again() -> Reread:
            kinds = read(now.catalogue.header.get(KINDS, ""))
            kinds.pop(unit.key, None)
            wanted = kinds if kind == AS_IN_FILE else {**kinds, unit.key: kind}
            done = read_with_kinds(now, wanted, tuple(acts))
            acts.clear()
            return done

        save_anew(now, again)


def _text(unit: Unit, kind: str, by: str) -> list[Event]:
    """What becomes of the text: kept as the source has it, or as it was before it was kept."""
    if keeping({unit.key: kind}, unit.key):
        return [event("keep", unit, by, text=unit.segment.text)]
    keeps = [e for e in effective(unit.events) if e.do == "keep"]
    if not keeps or unit.target != unit.segment.text:
        return []
    made = replace(event(UNDO, unit, by), origin=" ".join(e.id for e in keeps))
    text = standing(effective([*unit.events, replace(made, id="~")])).text or ""
    return [replace(made, text=text, reason=UNDONE_OPEN(act=KEEP))]


def _named(kind: str) -> Message:
    return KIND[kind]() if kind in KIND else said.KINDS_SAID[kind]()
