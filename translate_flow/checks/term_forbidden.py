"""A rendering that the glossary forbids."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, messages, quoted
from .messages import WRITE, about


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
    explain="The glossary lists wrong renderings of a term in its `forbidden_en` column, and one of them stands in the "
    "translation of a paragraph that has the term. The same words elsewhere are left alone.",
    remedy="Write the glossary's form. If the rendering is right after all, take it out of the glossary.",
    example=Example(
        "Cayó abatido por una terna.",
        "He was shot by a shortlist.",
        "He was shot by a terna (plain-clothes police).",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
)
