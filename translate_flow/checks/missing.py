"""No translation."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, State, Unit
from . import Check, Scene, Scope, messages
from .messages import DRAFT_IT, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    yield Finding(
        "missing",
        Severity.ERROR,
        unit.key,
        messages.MISSING(),
        hint=DRAFT_IT(),
    )


MISSING = Check(
    "missing",
    about.MISSING(),
    _run,
    explain=explain.MISSING(),
    remedy=remedy.MISSING(),
    severity=Severity.ERROR,
    states=frozenset({State.MISSING}),
    scope=Scope.UNIT,
    by_state=True,
)
