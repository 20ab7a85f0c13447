"""A glossary term is not in the translation, or less often than in the source."""

from __future__ import annotations

from collections.abc import Iterator

from ..glossary import coordinated
from ..model import CONFIRMED, Finding, Policy, Severity, Term, Unit
from . import Check, Example, Scene, Scope, TermUse, quoted

_VOCABULARY = frozenset({"term", "people", "role", "event"})
"""Kinds of terms for which a translator may know a better word than the glossary; names and bodies have one."""


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    for use in scene.uses(unit):
        found = len(use.right) + len(use.other_case)
        if found >= use.wanted:
            continue
        term = use.term
        wanted = quoted(term.target)
        if found:
            yield Finding(
                "term-missing",
                Severity.WARNING,
                unit.key,
                f"{quoted(use.form)} stands {use.wanted} times in the source, {wanted} "
                f"{_times(found)} in the translation.",
                hint=f"write {wanted} at each place, unless a pronoun stands for it",
            )
        elif use.forbidden or use.translated is None:
            ordinary = _ordinary(term)
            if ordinary and not use.forbidden and coordinated(term, unit.target):
                continue
            free = ordinary and unit.state in CONFIRMED
            yield _none(unit, use, Severity.WARNING if free else Severity.ERROR)


def _ordinary(term: Term) -> bool:
    """Whether a term is a word of the language rather than somebody's or something's name."""
    return term.policy is Policy.TRANSLATE and term.kind in _VOCABULARY and term.es.islower()


def _none(unit: Unit, use: TermUse, severity: Severity) -> Finding:
    wanted = quoted(use.term.target)
    stays = use.term.target == use.form
    what = (
        f"{wanted} is missing in the translation; it stays as it is"
        if stays
        else (f"{quoted(use.form)} is {wanted} in the glossary; the translation does not have it")
    )
    return Finding(
        "term-missing",
        severity,
        unit.key,
        f"{what}.",
        span=use.forbidden[0] if use.forbidden else None,
        hint=f"write {wanted}"
        if severity is Severity.ERROR
        else f"write {wanted}, or add your wording to the glossary if it is right too",
    )


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


TERM_MISSING = Check(
    "term-missing",
    "a glossary term of the source is not in the translation",
    _run,
    explain="A term of the glossary stands in the source, but neither its translation nor another accepted form, in "
    "singular or plural, stands in the translation: an error. If it is ordinary vocabulary (kind `term`, `people`, "
    "`role` or `event`, policy `translate`) and a person has confirmed the text: a warning. If it stands there, but "
    "less often than in the source, a pronoun may have taken its place: a warning too. British and American spellings "
    "are one, and *social* and *peasant organisations* has both terms.",
    remedy="Write the glossary's form. If another one is right too, add it to the glossary's `en` column after a `|`.",
    example=Example(
        "La Red Muqui denuncia la represión.",
        "The network denounces the repression.",
        "Red Muqui denounces the repression.",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
)
