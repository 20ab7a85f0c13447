"""The translation says another word's contrary, or somebody else: *heridos*, *dead*; *la madre*, *the father*; *absuelto*, *convicted*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..facts import Reading
from ..facts.beads import together
from ..language.contraries import PERSONS, may_oppose, opposed
from ..language.words import Span, TextWords, folded
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import CONTRARY, DIFFERS, WHO_IS_MEANT, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    here, there = scene.source(unit), scene.target(unit)
    if here.language == there.language:
        return
    found = _found(here, there)
    if found is not None:
        word, other, row = found
        place = re.search(rf"\b{re.escape(other)}\b", unit.target, re.IGNORECASE)
        yield Finding(
            "opposite",
            Severity.WARNING,
            unit.key,
            DIFFERS(source=quoted(word), target=quoted(other)),
            span=place.span() if place else None,
            hint=WHO_IS_MEANT() if row in PERSONS else CONTRARY(),
        )


def _found(here: Reading, there: Reading) -> tuple[str, str, str] | None:
    """A word of the source, the one of the translation that says what it does not, and their row."""
    languages = here.language, there.language
    rows = may_oppose(here.seen.folded, there.seen.folded, languages)
    if not rows:
        return None
    for one, other in together(here, there):
        ours, theirs = TextWords(here.plain.text[slice(*one)]), TextWords(there.plain.text[slice(*other)])
        words = [folded(w) for w in ours.written], [folded(w) for w in theirs.written]
        alike = _denying(here, one) == _denying(there, other)  # not legal: illegal
        found = opposed(*words, languages, rows if alike else rows & PERSONS)
        if found is not None:
            return found
    return None


def _denying(reading: Reading, span: Span) -> tuple[int, int]:
    """How often a stretch of a text denies something, and a denial."""
    found = reading.negations
    hard, undone = (
        sum(span[0] <= start < span[1] for start, _ in some) for some in (found.hard, found.undone)
    )
    return hard, undone


OPPOSITE = Check(
    "opposite",
    about.OPPOSITE(),
    _run,
    explain=explain.OPPOSITE(),
    remedy=remedy.OPPOSITE(),
    example=Example(
        "Hay 18 heridos en el hospital.",
        "There are 18 dead in the hospital.",
        "There are 18 wounded in the hospital.",
    ),
    scope=Scope.UNIT,
    grave=True,
)
