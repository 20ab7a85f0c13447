"""A sentence that the translation says twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..facts import Reading
from ..language.text import fold
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, messages, quoted
from .messages import REMOVE_ONCE, about, explain, remedy

_LEAST = 3
"""Words of a sentence that nobody repeats by chance."""


def _said(reading: Reading) -> list[str]:
    """The sentences folded, without the characters at their ends."""
    return [fold(reading.plain.text[start:end]).strip(" .!?¡¿…\"'“”«»") for start, end in reading.sentences]


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    there = scene.target(unit)
    if len(there.sentences) < 2:
        return
    said = _said(there)
    if len(set(said)) == len(said):
        return
    twice = [s for s, count in Counter(said).items() if count > 1 and len(s.split()) >= _LEAST]
    ours = Counter(_said(scene.source(unit))) if twice else Counter[str]()
    repeats = max(ours.values(), default=0)
    for sentence in twice:
        if said.count(sentence) <= repeats:
            continue  # the source repeats one as often
        start, end = there.sentences[len(said) - 1 - said[::-1].index(sentence)]
        yield Finding(
            "sentence-twice",
            Severity.ERROR,
            unit.key,
            messages.SENTENCE_TWICE(sentence=quoted(there.plain.text[start:end])),
            span=there.plain.span(start, end),
            hint=REMOVE_ONCE(),
        )


SENTENCE_TWICE = Check(
    "sentence-twice",
    about.SENTENCE_TWICE(),
    _run,
    explain=explain.SENTENCE_TWICE(),
    remedy=remedy.SENTENCE_TWICE(),
    example=Example(
        "Marcharon juntos. La plaza quedó llena.",
        "They marched together. The square was full. The square was full.",
        "They marched together. The square was full.",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
)
