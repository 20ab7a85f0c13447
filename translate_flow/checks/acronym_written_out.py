"""A full name where the source has its acronym: once more in brackets, or in capitals."""

from __future__ import annotations

from collections.abc import Iterator

from ..glossary.agreement import english_acronym
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import ACRONYM, WRITE, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    for use in scene.terms(unit):
        for start, end in use.written_out:
            wanted = quoted(english_acronym(use.term))
            yield Finding(
                "acronym-written-out",
                Severity.ERROR,
                unit.key,
                ACRONYM(written=quoted(unit.target[start:end]), target=wanted),
                span=(start, end),
                hint=WRITE(form=wanted),
            )


ACRONYM_WRITTEN_OUT = Check(
    "acronym-written-out",
    about.ACRONYM_WRITTEN_OUT(),
    _run,
    explain=explain.ACRONYM_WRITTEN_OUT(),
    remedy=remedy.ACRONYM_WRITTEN_OUT(),
    example=Example(
        "Lo pidió la Comisión Interamericana de Derechos Humanos (CIDH).",
        "So asked the Inter-American Commission on Human Rights (INTER-AMERICAN COMMISSION ON HUMAN RIGHTS).",
        "So asked the Inter-American Commission on Human Rights (IACHR).",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
)
