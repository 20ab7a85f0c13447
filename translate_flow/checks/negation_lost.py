"""A *no* of the source that the translation does not have, or the other way round."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..facts import Reading
from ..facts.beads import together
from ..language.negation import Difference, difference, lessens, weakened
from ..language.words import Span, TextWords
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import CONTRARY, SAYS_LESS, SOURCE_NEGATED, TARGET_NEGATED, about, explain, remedy


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    here, there = scene.source(unit), scene.target(unit)
    source, target = here.plain, there.plain
    found = _found(here, there) if here.negations.any or there.negations.any else None
    if found is None:
        yield from _lessened(unit, here, there)
        return
    start, end = found.span
    said = quoted((source if found.lost else target).text[start:end])
    yield Finding(
        "negation-lost",
        Severity.ERROR if found.certain else Severity.WARNING,
        unit.key,
        SOURCE_NEGATED(words=said) if found.lost else TARGET_NEGATED(words=said),
        span=None if found.lost else target.span(start, end),
        hint=CONTRARY(),
    )


def _found(here: Reading, there: Reading) -> Difference | None:
    """The first difference, by sentences that go together, with its place in the whole."""
    languages = here.language, there.language
    ours, theirs = here.negations, there.negations
    alike = ours.same(theirs) and bool(ours.without) is bool(theirs.without)
    if alike and len(here.sentences) < 2 and not (ours.restricted or theirs.restricted):
        return None
    stretches = tuple(together(here, there))
    if len(stretches) == 1:
        known = here.negations, there.negations
        return difference(here.plain.text, there.plain.text, languages, known)
    first: Difference | None = None
    last: tuple[int, Difference] | None = None
    denied = here.denials, there.denials
    for n, (one, other) in enumerate(stretches):
        if not (_within(denied[0], one) or _within(denied[1], other)):
            continue
        found = difference(here.plain.text[slice(*one)], there.plain.text[slice(*other)], languages)
        if found is None:
            continue
        if last is not None and last[0] == n - 1 and last[1].lost != found.lost:
            return None  # what one sentence lost the next one has: it was put there
        last = n, found
        if first is None:
            start = (one if found.lost else other)[0]
            span = found.span[0] + start, found.span[1] + start
            first = replace(found, span=span, certain=False)
    return first


def _lessened(unit: Unit, here: Reading, there: Reading) -> Iterator[Finding]:
    """A word of the source that lessens, by sentences that go together: *es poco probable*, *it is likely*."""
    if not lessens(here.seen, here.language):
        return
    for one, other in together(here, there):
        texts = TextWords(here.plain.text[slice(*one)]), TextWords(there.plain.text[slice(*other)])
        found = weakened(*texts, (here.language, there.language))
        if found is not None:
            said = SAYS_LESS(words=quoted(texts[0].text[slice(*found)]))
            yield Finding("negation-lost", Severity.WARNING, unit.key, said, hint=CONTRARY())
            return


def _within(places: Sequence[int], span: Span) -> bool:
    at = bisect_left(places, span[0])
    return at < len(places) and places[at] < span[1]


NEGATION_LOST = Check(
    "negation-lost",
    about.NEGATION_LOST(),
    _run,
    explain=explain.NEGATION_LOST(),
    remedy=remedy.NEGATION_LOST(),
    example=Example(
        "El Gobierno no garantiza la vida de las personas.",
        "The Government guarantees people's lives.",
        "The Government fails to guarantee people's lives.",
    ),
    scope=Scope.UNIT,
    grave=True,
    severity=Severity.ERROR,
)
