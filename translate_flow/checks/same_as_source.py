"""The translation is the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..language.detect import language_of, own_words
from ..language.knowledge import of
from ..language.tags import primary
from ..language.text import squeeze
from ..model import Finding, Kind, Severity, Unit
from . import Check, Example, Scene, Scope
from .messages import TRANSLATE_OR_KEEP, UNCHANGED, about, explain, remedy

_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 4
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]+@\S+\.\w+|^\[[^\]]+\]:\s*\S+")
"""What is the same in both languages: `https://…`, `a@b.org`, a reference line's label and place."""


def _small_words(scene: Scene) -> frozenset[str]:
    """Words that stand between the words of a name, in either language."""
    rows = ("articles", "prepositions", "conjunctions")
    languages = (scene.source_language, scene.target_language)
    return frozenset().union(*(of(tag).words("function_words", *rows) for tag in languages))


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    source = squeeze(unit.segment.text)
    if unit.segment.kind is Kind.NAME or squeeze(unit.target) != source:
        return
    rest = _ADDRESS.sub(" ", source)
    for match in sorted(scene.matches(unit), key=lambda m: -len(m.form)):
        if match.term.target == match.form:
            rest = rest.replace(squeeze(match.form), " ")
    words = _WORD.findall(rest)
    small = scene.memo("same-as-source", _small_words)
    plain = [word for word in words if word[0].islower() and word not in small]
    if len(words) < _LEAST or len(plain) < 2:
        return  # names, with their connectors
    if _is_theirs(unit, scene):
        return
    yield Finding(
        "same-as-source",
        Severity.ERROR if _is_ours(source, scene) else Severity.WARNING,
        unit.key,
        UNCHANGED(),
        span=(0, len(unit.target)),
        hint=TRANSLATE_OR_KEEP(),
    )


def _is_ours(source: str, scene: Scene) -> bool:
    """Whether it is a sentence of the source's language by its small words: programs write it for what nobody has translated."""
    ours, theirs = scene.source_language, scene.target_language
    return language_of(source, (primary(ours), primary(theirs))) == primary(ours)


def _is_theirs(unit: Unit, scene: Scene) -> bool:
    """Whether the source itself is in the target's language, as titles of books and slogans are."""
    said = {word.lower() for word in scene.source(unit).words}
    ours, theirs = scene.source_language, scene.target_language
    return bool(said & own_words(theirs, ours)) and not said & own_words(ours, theirs)


SAME_AS_SOURCE = Check(
    "same-as-source",
    about.SAME_AS_SOURCE(),
    _run,
    explain=explain.SAME_AS_SOURCE(),
    remedy=remedy.SAME_AS_SOURCE(),
    example=Example(
        "Exigimos una investigación independiente.",
        "Exigimos una investigación independiente.",
        "We demand an independent investigation.",
    ),
    scope=Scope.UNIT,
)
