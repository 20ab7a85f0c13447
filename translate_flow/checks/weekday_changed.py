"""A day of the week that is another in the translation, or is missing there."""

from __future__ import annotations

from collections.abc import Iterator

from ..language.numbers.tables import written
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import ADDED, DIFFERS, LOST, REMOVE_OR_COMPARE, WRITE, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    for day in scene.figures(unit).weekdays:
        right = written(day.source.value, scene.target_language) if day.source else ""
        if day.source and day.target:
            message = DIFFERS(source=quoted(day.source.form), target=quoted(day.target.form))
        elif day.source:
            message = LOST(form=quoted(day.source.form))
        elif day.target:
            message = ADDED(form=quoted(day.target.form))
        else:
            continue
        yield Finding(
            "weekday-changed",
            Severity.ERROR if day.source and day.target else Severity.WARNING,
            unit.key,
            message,
            span=(day.target.start, day.target.end) if day.target else None,
            hint=WRITE(form=quoted(right)) if right else REMOVE_OR_COMPARE(),
        )


WEEKDAY_CHANGED = Check(
    "weekday-changed",
    about.WEEKDAY_CHANGED(),
    _run,
    explain=explain.WEEKDAY_CHANGED(),
    remedy=remedy.WEEKDAY_CHANGED(),
    example=Example(
        "El lunes 9 de enero marchamos.",
        "On Tuesday, January 9, we marched.",
        "On Monday, January 9, we marched.",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
    grave=True,
)
