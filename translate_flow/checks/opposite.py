"""The translation says another word's contrary, or somebody else: *heridos*, *dead*; *la madre*, *the father*; *absuelto*, *convicted*."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..facts import Reading
from ..facts.beads import together
from ..language.contraries import PERSONS, may_oppose, opposed
from ..language.words import Span, folded, once
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import CONTRARY, DIFFERS, WHO_IS_MEANT, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    here, there = scene.source(unit), scene.target(unit)
    if here.language == there.language:
        return
    found = _found(here, there)
    if found is not None:
        yield Finding(
            "opposite",
            Severity.WARNING,
            unit.key,
            DIFFERS(source=quoted(found.source), target=quoted(found.target)),
            span=there.plain.span(*found.span),
            hint=WHO_IS_MEANT() if found.row in PERSONS else CONTRARY(),
        )


class _Opposed(NamedTuple):
    source: str
    """The word of the source, as it is there."""
    target: str
    """The one of the translation that says what it does not."""
    span: Span
    """Where that is, in the plain text."""
    row: str


def _found(here: Reading, there: Reading) -> _Opposed | None:
    """The first word that became its opposite, sentence by sentence."""
    languages = here.language, there.language
    several = len(here.sentences) > 1 and len(there.sentences) > 1
    sides = _Side(here), _Side(there)
    rows = may_oppose(
        here.seen.folded,
        there.seen.folded,
        languages,
        (lambda: (sides[0].folded, sides[1].folded)) if several else None,
    )
    if not rows:
        return None
    for one, other in together(here, there):
        ours, theirs = sides[0].words(one), sides[1].words(other)
        near = rows & may_oppose(frozenset(ours), frozenset(theirs), languages) if several else rows
        if near and _denying(here, one) != _denying(there, other):
            near &= PERSONS  # not legal: illegal
        found = opposed(ours, theirs, languages, near) if near else None
        if found is not None:
            left, right = (
                sides[0].first(one) + ours.index(found[0]),
                sides[1].first(other) + theirs.index(found[1]),
            )
            return _Opposed(
                here.seen.written[left], there.seen.written[right], there.seen.span(right), found[2]
            )
    return None


class _Side:
    """The words of a text without marks, by their places."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    @once
    def folded(self) -> list[str]:
        """All of them, folded."""
        return [folded(word) for word in self._reading.seen.written]

    @once
    def _starts(self) -> Sequence[int]:
        return self._reading.seen.ends[:-1:2]

    def first(self, span: Span) -> int:
        """The number of the first word of a stretch."""
        return bisect_left(self._starts, span[0])

    def words(self, span: Span) -> list[str]:
        """The words of a stretch, folded."""
        return self.folded[self.first(span) : bisect_left(self._starts, span[1])]


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
