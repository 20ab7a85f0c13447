"""A reviewer sent it back."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, State, Unit
from . import Check, Scene, Scope, messages, quoted
from .messages import A_REVIEWER, ANSWER, RETURNED_WITH, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    kinds = ("draft", "edit", "confirm", "approve", "return", "carry", "keep")
    # A carry without a former source only gave the paragraph another key.
    events = (e for e in reversed(unit.events) if e.do in kinds and (e.do != "carry" or e.source))
    last = next(events, None)
    if last is None or last.do != "return":
        return
    person = last.by or A_REVIEWER()
    note = quoted(str(last.remark), 200) if last.remark else ""
    yield Finding(
        "returned",
        Severity.WARNING,
        unit.key,
        RETURNED_WITH(person=person, note=note) if note else messages.RETURNED(person=person),
        hint=ANSWER(),
    )


RETURNED = Check(
    "returned",
    about.RETURNED(),
    _run,
    explain=explain.RETURNED(),
    remedy=remedy.RETURNED(),
    states=frozenset({State.DRAFT, State.STALE, State.TRANSLATED}),
    scope=Scope.UNIT,
    by_state=True,
)
