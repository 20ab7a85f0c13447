"""The name of an organisation was translated although it is to be kept."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    for use in scene.terms(unit):
        span = use.translated
        if span is not None:
            wanted = quoted(use.term.target)
            yield Finding(
                "name-translated",
                Severity.ERROR,
                unit.key,
                f"{quoted(unit.target[slice(*span)])} translates a name that stays as it is: {wanted}.",
                span=span,
                hint=f"write {wanted}",
            )


NAME_TRANSLATED = Check(
    "name-translated",
    "a name that is to be kept was translated",
    _run,
    explain="The glossary keeps the name (policy `keep`), but the translation has it in English, whole or in part. "
    "An explanation in brackets after the kept name is fine.",
    remedy="Write the name as it is; explain it in brackets if readers need that.",
    example=Example(
        "Lo dijo el Movimiento Manuela Ramos.",
        "So said the Manuela Ramos Movement.",
        "So said Movimiento Manuela Ramos.",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
    grave=True,
)
