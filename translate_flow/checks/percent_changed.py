"""A percentage that is none in the translation, or percentage points."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import BECAME, KEEP_PERCENT, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    for one in scene.figures(unit).percents:
        yield Finding(
            "percent-changed",
            Severity.WARNING,
            unit.key,
            BECAME(source=quoted(one.said), target=quoted(one.instead)),
            span=(one.target.start, one.target.end) if one.target else None,
            hint=KEEP_PERCENT(),
        )


PERCENT_CHANGED = Check(
    "percent-changed",
    about.PERCENT_CHANGED(),
    _run,
    explain=explain.PERCENT_CHANGED(),
    remedy=remedy.PERCENT_CHANGED(),
    example=Example(
        "La pobreza subió 15 puntos.",
        "Poverty rose by 15%.",
        "Poverty rose by 15 points.",
    ),
    scope=Scope.UNIT,
    grave=True,
)
