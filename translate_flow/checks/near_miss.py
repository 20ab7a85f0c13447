"""A name that is one or two letters away from one in the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from ..language.spans import Spans
from ..language.words import Span, folded
from ..messages import Template
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, messages, quoted
from .messages import INFORM_AUTHORS, NEAR_MISS_BOTH, NEAR_MISS_SOURCE, WRITE, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    if not scene.glossary.terms:
        return
    known = scene.spellings
    source = scene.source(unit)
    in_source = {word for word, _ in source.capitalised}
    wrong = [use for use in scene.terms(unit) if not use.right]
    told = Spans([span for use in wrong for span in (*use.forbidden, *use.written_out, *use.other_case)])
    # the names of which nothing else is there
    gone = frozenset(w for use in wrong if not use.there and use.lacking > 0 for w in use.words)
    seen: set[str] = set()
    for word, right, span in scene.slips(unit):
        seen.add(word)
        if not told.touch(*span):
            said = NEAR_MISS_BOTH if word in in_source else messages.NEAR_MISS
            severity = Severity.ERROR if right in gone else Severity.WARNING
            yield _finding(unit, (word, right), span, said, severity)
    for word in sorted(filter(known.may_be_slip, in_source - seen)):
        meant = known.slip(word, source, source)
        if meant is not None and folded(word) not in {folded(w) for w in seen}:
            yield _finding(unit, (word, meant), None, NEAR_MISS_SOURCE, Severity.WARNING)


def _finding(
    unit: Unit, words: tuple[str, str], span: Span | None, said: Template, severity: Severity
) -> Finding:
    word, right = words
    return Finding(
        "near-miss",
        severity,
        unit.key,
        said(word=quoted(word), right=quoted(right)),
        span=span,
        hint=WRITE(form=quoted(right)) if span else INFORM_AUTHORS(form=quoted(right)),
    )


NEAR_MISS = Check(
    "near-miss",
    about.NEAR_MISS(),
    _run,
    explain=explain.NEAR_MISS(),
    remedy=remedy.NEAR_MISS(),
    example=Example("Habló Alberto Otárola.", "Alberto Otalora spoke.", "Alberto Otárola spoke."),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
    grave=True,
)
