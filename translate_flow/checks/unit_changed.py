"""A unit or currency that is another in the translation."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import BECAME, KEEP_UNIT, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    for one in scene.figures(unit).units:
        yield Finding(
            "unit-changed",
            Severity.ERROR if one.certain else Severity.WARNING,
            unit.key,
            BECAME(source=quoted(one.said), target=quoted(one.instead)),
            span=(one.target.start, one.target.end) if one.target else None,
            hint=KEEP_UNIT(),
        )


UNIT_CHANGED = Check(
    "unit-changed",
    about.UNIT_CHANGED(),
    _run,
    explain=explain.UNIT_CHANGED(),
    remedy=remedy.UNIT_CHANGED(),
    example=Example(
        "La mina pagó 15 000 soles.",
        "The mine paid 15,000 dollars.",
        "The mine paid 15,000 soles.",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
    grave=True,
)
