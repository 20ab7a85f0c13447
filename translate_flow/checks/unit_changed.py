"""A unit or currency that is another in the translation."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import BECAME, KEEP_UNIT, about


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
    explain="The unit or currency at a number is compared: kilometres, hectares, years, *soles*, `S/`, `US$`. One that "
    "was converted with its number (*10 km*, *6.2 miles*; *doce meses*, *a year*) is right. A missing unit of length, "
    "area, weight or volume or a missing currency is a warning; *18 años* may be *18*.",
    remedy="Write the unit of the source, or convert the number with it.",
    example=Example(
        "La mina pagó 15 000 soles.",
        "The mine paid 15,000 dollars.",
        "The mine paid 15,000 soles.",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
    grave=True,
)
