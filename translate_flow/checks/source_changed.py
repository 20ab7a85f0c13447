"""The source changed under a translation."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, State, Unit
from . import Check, Scene, Scope, messages, quoted
from .messages import COMPARE, SOURCE_WAS, about


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
    explain="The statement was read again with a different wording of this paragraph, and the old translation was "
    "carried over. It may no longer say what the source says.",
    remedy="Compare both sources, correct what changed, and confirm.",
    states=frozenset({State.STALE}),
    scope=Scope.UNIT,
    by_state=True,
)
