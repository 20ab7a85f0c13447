"""A glossary term is not in the translation, or less often than in the source."""

from __future__ import annotations

from collections.abc import Iterator

from ..glossary.kinds import traits
from ..glossary.presence import Presence, is_common_noun
from ..model import CONFIRMED, Finding, Severity, Term, Unit
from . import Check, Example, Scene, Scope, messages, quoted
from .messages import TERM_FEWER, TERM_KEPT_MISSING, WRITE, WRITE_EACH, WRITE_OR_LIST, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    for use in scene.terms(unit):
        if use.lacking <= len(use.forbidden) or use.translated is not None:
            continue  # each that is missing has something wrong in its place, which is reported
        if any(right in use.words for _, right, _ in scene.slips(unit)):
            continue  # as is one that is misspelt: near-miss
        found = use.wanted - use.lacking
        if found:
            wanted = quoted(use.term.target)
            yield Finding(
                "term-missing",
                Severity.WARNING,
                unit.key,
                TERM_FEWER(form=quoted(use.form), wanted=use.wanted, target=wanted, n=found),
                hint=WRITE_EACH(form=wanted),
            )
        else:
            free = _is_ordinary(use.term) and unit.state in CONFIRMED
            yield _none(unit, use, Severity.WARNING if free else Severity.ERROR)


def _is_ordinary(term: Term) -> bool:
    """Whether a term is a word of the language, for which a translator may know a better one than the glossary."""
    return is_common_noun(term) and traits(term.kind).vocabulary


def _none(unit: Unit, use: Presence, severity: Severity) -> Finding:
    wanted = quoted(use.term.target)
    stays = use.term.target == use.form
    what = (
        TERM_KEPT_MISSING(form=wanted)
        if stays
        else messages.TERM_MISSING(form=quoted(use.form), target=wanted)
    )
    return Finding(
        "term-missing",
        severity,
        unit.key,
        what,
        span=use.forbidden[0] if use.forbidden else None,
        hint=WRITE(form=wanted) if severity is Severity.ERROR else WRITE_OR_LIST(form=wanted),
    )


TERM_MISSING = Check(
    "term-missing",
    about.TERM_MISSING(),
    _run,
    explain=explain.TERM_MISSING(),
    remedy=remedy.TERM_MISSING(),
    example=Example(
        "La Red Muqui denuncia la represión.",
        "The network denounces the repression.",
        "Red Muqui denounces the repression.",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
)
