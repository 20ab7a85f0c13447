"""Two figures of the source that have changed places in the translation."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import CHANGED_PLACES, WHAT_IT_COUNTS, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    for first, second, certain in scene.figures(unit).exchanged:
        yield Finding(
            "figures-exchanged",
            Severity.ERROR if certain else Severity.WARNING,
            unit.key,
            CHANGED_PLACES(first=quoted(first.target.form), second=quoted(second.target.form)),
            span=(second.target.start, second.target.end),
            hint=WHAT_IT_COUNTS(),
        )


FIGURES_EXCHANGED = Check(
    "figures-exchanged",
    about.FIGURES_EXCHANGED(),
    _run,
    explain=explain.FIGURES_EXCHANGED(),
    remedy=remedy.FIGURES_EXCHANGED(),
    example=Example(
        "Hubo 41 muertos y 18 heridos.",
        "There were 18 dead and 41 wounded.",
        "There were 41 dead and 18 wounded.",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
    grave=True,
)
