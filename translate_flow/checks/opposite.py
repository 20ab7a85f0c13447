"""The translation counts other people than the source: *heridos*, *dead*; *mujeres*, *men*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..language.opposites import swapped
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import DIFFERS, WHO_IS_MEANT, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    languages = scene.source_language, scene.target_language
    here, there = scene.source(unit), scene.target(unit)
    found = swapped(here.vocabulary, there.vocabulary, languages, (here.folded, there.folded))
    if found:
        place = re.search(rf"\b{re.escape(found[1])}\b", unit.target, re.IGNORECASE)
        yield Finding(
            "opposite",
            Severity.INFO,
            unit.key,
            DIFFERS(source=quoted(found[0]), target=quoted(found[1])),
            span=place.span() if place else None,
            hint=WHO_IS_MEANT(),
        )


OPPOSITE = Check(
    "opposite",
    about.OPPOSITE(),
    _run,
    explain=explain.OPPOSITE(),
    remedy=remedy.OPPOSITE(),
    example=Example(
        "Hay 18 heridos en el hospital.",
        "There are 18 dead in the hospital.",
        "There are 18 wounded in the hospital.",
    ),
    severity=Severity.INFO,
    scope=Scope.UNIT,
)
