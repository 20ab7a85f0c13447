"""A day of the week that is another in the translation, or is missing there."""

from __future__ import annotations

from collections.abc import Iterator

from ..language.numbers.tables import written
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    for day in scene.figures(unit).weekdays:
        right = written(day.source.value, scene.target_language) if day.source else ""
        if day.source and day.target:
            message = f"The source has {quoted(day.source.form)}, the translation {quoted(day.target.form)}."
        elif day.source:
            message = f"{quoted(day.source.form)} of the source is not in the translation."
        elif day.target:
            message = f"{quoted(day.target.form)} is not in the source."
        else:
            continue
        yield Finding(
            "weekday-changed",
            Severity.ERROR if day.source and day.target else Severity.WARNING,
            unit.key,
            message,
            span=(day.target.start, day.target.end) if day.target else None,
            hint=f"write {quoted(right)}" if right else "take it out, or see what the source says",
        )


WEEKDAY_CHANGED = Check(
    "weekday-changed",
    "a day of the week differs from the source",
    _run,
    explain="Days of the week are compared, abbreviated ones beside a date too (*lun. 9 de enero*). A day in a name "
    "(*Black Friday*, *Plácido Domingo*) is left alone.",
    remedy="Write the day of the source. If it is wrong there, tell whoever issued the statement, and dismiss the finding.",
    example=Example(
        "El lunes 9 de enero marchamos.",
        "On Tuesday, January 9, we marched.",
        "On Monday, January 9, we marched.",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
    grave=True,
)
