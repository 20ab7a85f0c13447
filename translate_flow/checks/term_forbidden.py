"""A rendering that the glossary forbids."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, messages, quoted
from .messages import WRITE, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    for use in scene.terms(unit):
        for start, end in use.forbidden:
            wanted = quoted(use.term.target)
            yield Finding(
                "term-forbidden",
                Severity.ERROR,
                unit.key,
                messages.TERM_FORBIDDEN(
                    written=quoted(unit.target[start:end]), form=quoted(use.form), target=wanted
                ),
                span=(start, end),
                hint=WRITE(form=wanted),
            )


TERM_FORBIDDEN = Check(
    "term-forbidden",
    about.TERM_FORBIDDEN(),
    _run,
    explain=explain.TERM_FORBIDDEN(),
    remedy=remedy.TERM_FORBIDDEN(),
    example=Example(
        "Cayó abatido por una terna.",
        "He was shot by a shortlist.",
        "He was shot by a terna (plain-clothes police).",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
)
