"""A glossary term is not in the translation, or less often than in the source."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, TermUse, quoted


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
            yield _none(unit, use)


def _none(unit: Unit, use: TermUse) -> Finding:
    wanted = quoted(use.term.target)
    stays = use.term.target == use.form
    what = (
        f"{wanted} is missing in the translation; it stays as it is"
        if stays
        else (f"{quoted(use.form)} is {wanted} in the glossary; the translation does not have it")
    )
    return Finding(
        "term-missing",
        Severity.ERROR,
        unit.key,
        f"{what}.",
        span=use.forbidden[0] if use.forbidden else None,
        hint=f"write {wanted}",
    )


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


TERM_MISSING = Check(
    "term-missing",
    "a glossary term of the source is not in the translation",
    _run,
    explain="A term of the glossary stands in the source, but neither its translation nor another accepted form, in "
    "singular or plural, stands in the translation: an error. If it stands there, but less often than in the source, "
    "a pronoun may have taken its place: a warning.",
    remedy="Write the glossary's form. If another one is right too, add it to the glossary's `en` column after a `|`.",
    example=Example(
        "La Red Muqui denuncia la represión.",
        "The network denounces the repression.",
        "Red Muqui denounces the repression.",
    ),
    severity=Severity.ERROR,
)
