"""The translation is the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..language.text import squeeze
from ..model import Finding, Kind, Severity, Unit
from . import Check, Example, Scene, Scope
from .messages import TRANSLATE_OR_KEEP, UNCHANGED, about

_WORD = re.compile(r"[^\W\d_]+")
_CONNECTORS = frozenset(
    [
        "de",
        "del",
        "la",
        "las",
        "los",
        "el",
        "y",
        "e",
        "en",
        "para",
        "por",
        "the",
        "of",
        "and",
        "for",
        "in",
        "a",
        "al",
    ]
)
_LEAST = 4
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|^\[[^\]]+\]:\s*\S+")
"""What is the same in both languages: `https://…`, `a@b.org`, a reference line's label and place."""


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    source = squeeze(unit.segment.text)
    if unit.segment.kind is Kind.NAME or squeeze(unit.target) != source:
        return
    rest = _ADDRESS.sub(" ", source)
    for match in sorted(scene.matches(unit), key=lambda m: -len(m.form)):
        if match.term.target == match.form:
            rest = rest.replace(squeeze(match.form), " ")
    words = _WORD.findall(rest)
    plain = [word for word in words if word[0].islower() and word not in _CONNECTORS]
    if len(words) < _LEAST or len(plain) < 2:
        return  # names, with their connectors
    yield Finding(
        "same-as-source",
        Severity.WARNING,
        unit.key,
        UNCHANGED(),
        span=(0, len(unit.target)),
        hint=TRANSLATE_OR_KEEP(),
    )


SAME_AS_SOURCE = Check(
    "same-as-source",
    about.SAME_AS_SOURCE(),
    _run,
    explain="A paragraph of four words or more, not all of them names, is the same in both languages. Names, names with "
    "their connectors and short items are left alone.",
    remedy="Translate it; if it is to stay as it is, dismiss the finding.",
    example=Example(
        "Exigimos una investigación independiente.",
        "Exigimos una investigación independiente.",
        "We demand an independent investigation.",
    ),
    scope=Scope.UNIT,
)
