"""A full name where the source has its acronym: once more in brackets, or in capitals."""

from __future__ import annotations

from collections.abc import Iterator

from ..glossary.agreement import english_acronym
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import ACRONYM, WRITE, about


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
    explain="The full name of a body is followed by the same name in brackets, where the source has its acronym; or it "
    "stands in capitals in a text that is not in capitals, because the acronym was. The Spanish acronym and the "
    "English one (in the glossary's `en` column after a `|`) are both fine.",
    remedy="Write the acronym.",
    example=Example(
        "Lo pidió la Comisión Interamericana de Derechos Humanos (CIDH).",
        "So asked the Inter-American Commission on Human Rights (INTER-AMERICAN COMMISSION ON HUMAN RIGHTS).",
        "So asked the Inter-American Commission on Human Rights (IACHR).",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
)
