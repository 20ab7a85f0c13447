"""Two names of the source that have changed places in the translation."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, Unit
from ..names.inside import turned_inside
from ..names.kept import keeps_names
from ..names.order import exchanged
from . import Check, Example, Scene, Scope, quoted
from .messages import CHANGED_PLACES, WHO_DOES_WHAT, WRITE, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    if scene.source_language != "es" or not keeps_names(scene.target_language):
        return
    english = scene.target_language == "en"
    here, there = scene.source(unit), scene.target(unit)
    pair = (
        exchanged(here.cut, there.cut, ("es", "en"), lambda: (here.starts, there.starts)) if english else None
    )
    if pair is not None:
        yield Finding(
            "names-exchanged",
            Severity.INFO if pair.listed else Severity.WARNING,
            unit.key,
            CHANGED_PLACES(first=quoted(pair.first), second=quoted(pair.second)),
            span=pair.span,
            hint=WHO_DOES_WHAT(),
        )
        return
    inside = turned_inside(unit.segment.text, here.names, there.cut)
    if inside is not None:
        yield Finding(
            "names-exchanged",
            Severity.WARNING,
            unit.key,
            CHANGED_PLACES(first=quoted(inside.first), second=quoted(inside.second)),
            span=inside.span,
            hint=WRITE(form=quoted(inside.name)),
        )


NAMES_EXCHANGED = Check(
    "names-exchanged",
    about.NAMES_EXCHANGED(),
    _run,
    explain=explain.NAMES_EXCHANGED(),
    remedy=remedy.NAMES_EXCHANGED(),
    example=Example(
        "Ana Ruiz acusó a Rosa Paz.",
        "Rosa Paz accused Ana Ruiz.",
        "Rosa Paz was accused by Ana Ruiz.",
    ),
    scope=Scope.UNIT,
    grave=True,
)
