"""A hedge at a figure that is dropped, put in, or turned: *al menos*, *más de*, *casi*."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import BECAME, KEEP_HEDGE, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    for one in scene.figures(unit).hedges:
        yield Finding(
            "hedge-changed",
            Severity.ERROR if one.certain else Severity.WARNING,
            unit.key,
            BECAME(source=quoted(one.said), target=quoted(one.instead)),
            span=(one.target.start, one.target.end) if one.target else None,
            hint=KEEP_HEDGE(),
        )


HEDGE_CHANGED = Check(
    "hedge-changed",
    about.HEDGE_CHANGED(),
    _run,
    explain=explain.HEDGE_CHANGED(),
    remedy=remedy.HEDGE_CHANGED(),
    example=Example(
        "Más de 41 personas murieron.",
        "Fewer than 41 people died.",
        "More than 41 people died.",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
    grave=True,
)
