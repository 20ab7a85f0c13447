"""A glossary name with the wrong capitals."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, messages, quoted
from .messages import WRITE, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    for use in scene.terms(unit):
        for start, end in use.other_case:
            wanted = quoted(use.term.target)
            yield Finding(
                "term-case",
                Severity.WARNING,
                unit.key,
                messages.TERM_CASE(written=quoted(unit.target[start:end]), target=wanted),
                span=(start, end),
                hint=WRITE(form=wanted),
            )


TERM_CASE = Check(
    "term-case",
    about.TERM_CASE(),
    _run,
    explain=explain.TERM_CASE(),
    remedy=remedy.TERM_CASE(),
    example=Example("Lo dijo la Red Muqui.", "So said red Muqui.", "So said Red Muqui."),
    formal=True,
    scope=Scope.UNIT,
)
