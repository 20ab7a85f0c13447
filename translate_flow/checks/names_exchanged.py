"""Two names of the source that have changed places in the translation."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, Unit
from ..names.order import exchanged
from . import Check, Example, Scene, Scope, quoted
from .messages import CHANGED_PLACES, WHO_DOES_WHAT, about


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    if (scene.source_language, scene.target_language) != ("es", "en"):
        return
    pair = exchanged(scene.source(unit).cut, scene.target(unit).cut, ("es", "en"))
    if pair is not None:
        yield Finding(
            "names-exchanged",
            Severity.INFO if pair.listed else Severity.WARNING,
            unit.key,
            CHANGED_PLACES(first=quoted(pair.first), second=quoted(pair.second)),
            span=pair.span,
            hint=WHO_DOES_WHAT(),
        )


NAMES_EXCHANGED = Check(
    "names-exchanged",
    about.NAMES_EXCHANGED(),
    _run,
    explain="Two names that are in the source and in the translation once are there in the other order, and what relates "
    "them to the sentence has not moved with them. A name that took its preposition along (*en Lima*, *in Lima*), a "
    "passive made active, a possessive, an apposition and the order of a list are left alone.",
    remedy="Compare who does what to whom. If the sentence was turned round on purpose, dismiss the finding.",
    example=Example(
        "Ana Ruiz acusó a Rosa Paz.",
        "Rosa Paz accused Ana Ruiz.",
        "Rosa Paz was accused by Ana Ruiz.",
    ),
    scope=Scope.UNIT,
    grave=True,
)
