"""What a reviewer has to look at: segments that changed, with what changed, the riskiest first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...catalogue.states import CHANGES
from ...model import Event, Finding, Severity, State, Unit
from ...review import CLASSES
from ...review.edits import compared, edit
from ...review.terms import verdicts
from ...review.tracked import Edit
from ..editing.edit import last_hand
from ..statement.sheet import Sheet

_WEIGHTS = {
    "term-broken": 50, "number": 45, "negation": 45, "name": 40, "omission": 25, "addition": 15, "markup": 12,
    "order": 8, "term-fixed": 6, "wording": 5, "spelling": 3, "case": 2, "punctuation": 1,
}  # fmt: skip
"""How much a change of each class asks for a second look."""
_SEVERITIES = {Severity.ERROR: 60, Severity.WARNING: 20, Severity.INFO: 2}


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One segment for a reviewer."""

    unit: Unit
    edit: Edit
    """What changed since the draft, or since the reviewer's last look."""
    findings: tuple[Finding, ...]
    classes: tuple[str, ...]
    """Classes of the changes, the gravest first."""
    score: int
    """The higher, the more it wants to be looked at."""
    by: str
    """Who wrote the present text."""

    @property
    def waiting(self) -> bool:
        """Whether a person has confirmed it and nobody approved it yet."""
        return self.unit.state is State.TRANSLATED


def second_look(
    sheet: Sheet,
    *,
    since: str = "",
    everything: bool = False,
    own: Callable[[str], bool] = lambda writer: False,
) -> list[ReviewItem]:
    """Segments in the order in which they want a second look; equals in document order.

    Those that wait for approval, but for texts whose last hand is the reader's `own`; with `since`, the id of an event, those that changed after
    it, compared with their text then; with `everything`, all that have a text. Raises GlossaryError.
    """
    found = []
    for unit in list(sheet.units.values()):
        if not unit.target or unit.state is State.KEPT:
            continue
        if since and not _changed(unit, since):
            continue
        if not since and not everything and (unit.state is not State.TRANSLATED or own(last_hand(unit))):
            continue
        found.append(_item(sheet, unit, since))
    return sorted(found, key=lambda item: (not item.waiting, -item.score))


def _changed(unit: Unit, since: str) -> bool:
    return any(e.id > since and e.do in ("draft", "edit", "carry", "confirm", "return") for e in unit.events)


def _item(sheet: Sheet, unit: Unit, since: str) -> ReviewItem:
    glossary = sheet.scene().glossary
    before = _text_at(unit.events, since) if since else None
    if before is None:
        made = edit(unit, glossary, sheet.language)
    else:
        made = compared(unit, before, verdicts(unit, glossary), sheet.language)
    findings = sheet.finding(unit.key)
    kinds = {c.kind for c in made.changes}
    score = sum(_WEIGHTS.get(kind, 0) for kind in kinds) + sum(_SEVERITIES[f.severity] for f in findings)
    return ReviewItem(unit, made, findings, tuple(k for k in CLASSES if k in kinds), score, last_hand(unit))


def _text_at(events: tuple[Event, ...], since: str) -> str | None:
    """The text the reviewer saw; None if there was none yet."""
    return next((e.text for e in reversed(events) if e.id <= since and e.do in CHANGES and e.text), None)
