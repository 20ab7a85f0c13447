"""The source changed under a translation."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, State, Unit
from . import Check, Scene, Scope, quoted


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    before = f"; it was {quoted(unit.previous)}" if unit.previous else ""
    yield Finding(
        "source-changed",
        Severity.WARNING,
        unit.key,
        f"The source changed after this was translated{before}.",
        hint="compare the translation with the source as it is now, then confirm or correct it",
    )


SOURCE_CHANGED = Check(
    "source-changed",
    "the source changed after it was translated",
    _run,
    explain="The statement was read again with a different wording of this paragraph, and the old translation was "
    "carried over. It may no longer say what the source says.",
    remedy="Compare both sources, correct what changed, and confirm.",
    states=frozenset({State.STALE}),
    scope=Scope.UNIT,
    by_state=True,
)
