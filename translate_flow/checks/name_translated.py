"""The name of an organisation was translated although it is to be kept."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, messages, quoted
from .messages import WRITE, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    for use in scene.terms(unit):
        span = use.translated
        if span is None or any(right in use.words for _, right, _ in scene.slips(unit)):
            continue  # misspelt rather than translated: near-miss
        wanted = quoted(use.term.target)
        yield Finding(
            "name-translated",
            Severity.ERROR,
            unit.key,
            messages.NAME_TRANSLATED(written=quoted(unit.target[slice(*span)]), target=wanted),
            span=span,
            hint=WRITE(form=wanted),
        )


NAME_TRANSLATED = Check(
    "name-translated",
    about.NAME_TRANSLATED(),
    _run,
    explain=explain.NAME_TRANSLATED(),
    remedy=remedy.NAME_TRANSLATED(),
    example=Example(
        "Lo dijo el Movimiento Manuela Ramos.",
        "So said the Manuela Ramos Movement.",
        "So said Movimiento Manuela Ramos.",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
    grave=True,
)
