"""The source changed under a translation."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, State, Unit
from . import Check, Scene, Scope, messages, quoted
from .messages import COMPARE, SOURCE_WAS, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    yield Finding(
        "source-changed",
        Severity.WARNING,
        unit.key,
        SOURCE_WAS(before=quoted(unit.previous)) if unit.previous else messages.SOURCE_CHANGED(),
        hint=COMPARE(),
    )


SOURCE_CHANGED = Check(
    "source-changed",
    about.SOURCE_CHANGED(),
    _run,
    explain=explain.SOURCE_CHANGED(),
    remedy=remedy.SOURCE_CHANGED(),
    states=frozenset({State.STALE}),
    scope=Scope.UNIT,
    by_state=True,
)
