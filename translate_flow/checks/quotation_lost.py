"""Somebody's words that only one side puts in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts import Reading
from ..language.quotations import has_quotation_marks
from ..language.words import WORD, Span
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, messages, quoted
from .messages import QUOTE_AS_SOURCE, QUOTED_ANEW, about, explain, remedy

_WORDS = 4
"""Words of what somebody said; of fewer it may be a word held at arm's length (*los «terroristas»*), which is a remark."""
_EMPHASIS = "*_<"


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    here, there = scene.source(unit), scene.target(unit)
    if has_quotation_marks(here.plain.text) is has_quotation_marks(there.plain.text):
        return  # as in most texts
    if here.language == there.language or not unit.target.strip():
        return
    lost, added = bool(here.quotations), bool(there.quotations)
    if not (lost or added) or _emphasised(unit.target if lost else unit.segment.text, lost, unit):
        return
    mine, other = (here, there) if lost else (there, here)
    span = max(mine.quotations, key=lambda span: len(WORD.findall(mine.plain.text[slice(*span)])))
    said = mine.plain.text[slice(*span)]
    words = WORD.findall(said)
    if not words or _is_name(words) or said in other.plain.text:
        return
    if added and len(words) < _WORDS:
        return
    yield Finding(
        "quotation-lost",
        Severity.WARNING if len(words) >= _WORDS else Severity.INFO,
        unit.key,
        messages.QUOTATION_LOST(words=quoted(said)) if lost else QUOTED_ANEW(words=quoted(said)),
        span=None if lost else _place(there, span),
        hint=QUOTE_AS_SOURCE(),
    )


def _emphasised(text: str, lost: bool, unit: Unit) -> bool:
    """Whether the side without quotation marks has more emphasis than the other: a title in italics."""
    other = unit.segment.text if lost else unit.target
    return sum(map(text.count, _EMPHASIS)) > sum(map(other.count, _EMPHASIS))


def _is_name(words: list[str]) -> bool:
    """Whether what is quoted is a name or title, whose words have capitals."""
    long = [word for word in words if len(word) > 3]
    return bool(long) and all(word[0].isupper() for word in long)


def _place(there: Reading, span: Span) -> Span:
    return there.plain.span(*span)


QUOTATION_LOST = Check(
    "quotation-lost",
    about.QUOTATION_LOST(),
    _run,
    explain=explain.QUOTATION_LOST(),
    remedy=remedy.QUOTATION_LOST(),
    example=Example(
        "El ministro respondió: «No vamos a dialogar con nadie».",
        "The minister replied that they are not going to talk to anybody.",
        "The minister replied, “We are not going to talk to anybody.”",
    ),
    scope=Scope.UNIT,
)
