"""Machine text that nobody has read."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, State, Unit
from . import Check, Scene, Scope
from .messages import READ_IT, UNREAD, UNREAD_BY, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    draft = unit.draft
    last = next((e for e in reversed(unit.events) if e.do in ("draft", "edit", "carry", "return")), None)
    if last is not None and last.do == "return":
        return  # the check `returned` says so, with the reviewer's words
    engine = draft.engine if draft is not None else ""
    yield Finding(
        "untouched-draft",
        Severity.WARNING,
        unit.key,
        UNREAD_BY(engine=engine) if engine else UNREAD(),
        hint=READ_IT(),
    )


UNTOUCHED_DRAFT = Check(
    "untouched-draft",
    about.UNTOUCHED_DRAFT(),
    _run,
    explain=explain.UNTOUCHED_DRAFT(),
    remedy=remedy.UNTOUCHED_DRAFT(),
    states=frozenset({State.DRAFT}),
    scope=Scope.UNIT,
    by_state=True,
)
