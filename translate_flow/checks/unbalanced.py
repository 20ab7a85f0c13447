"""A bracket or quotation mark without its partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, messages
from .messages import ADD_PARTNER, about, explain, remedy

_PAIRS = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»", "‹": "›"}
_CLOSING = {close: open for open, close in _PAIRS.items()}
_SIGN = re.compile(r"[()\[\]{}“”«»‹›]")
_ENUMERATION = re.compile(r"(?:^|(?<=[\s;,.:]))(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})\)|[:;]-?[()]")


def _loose(text: str) -> list[tuple[str, int]]:
    """Brackets and quotation marks without partner, and where they stand; a straight quote needs a second."""
    waiting: list[tuple[str, int]] = []
    loose: list[tuple[str, int]] = []
    for found in _SIGN.finditer(text):
        char, at = found[0], found.start()
        if char in _PAIRS:
            waiting.append((char, at))
        else:
            partner = next(
                (i for i in reversed(range(len(waiting))) if waiting[i][0] == _CLOSING[char]), None
            )
            if partner is None:
                loose.append((char, at))
            else:
                del waiting[partner]
    if text.count('"') % 2 and not re.search(r'\d"', text):
        waiting.append(('"', text.rindex('"')))
    loose += waiting
    if loose:
        excused = {i for match in _ENUMERATION.finditer(text) for i in range(*match.span())}
        loose = [(char, at) for char, at in loose if char not in "()" or at not in excused]
    return loose


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    loose = _loose(unit.target)
    if not loose or _loose(unit.segment.text):
        return  # a quotation that runs over several paragraphs is open in the source too
    for char, at in loose:
        partner = _PAIRS.get(char) or _CLOSING.get(char) or char
        yield Finding(
            "unbalanced",
            Severity.WARNING,
            unit.key,
            messages.UNBALANCED(mark=char, partner=partner),
            span=(at, at + 1),
            hint=ADD_PARTNER(partner=partner, mark=char),
        )


UNBALANCED = Check(
    "unbalanced",
    about.UNBALANCED(),
    _run,
    explain=explain.UNBALANCED(),
    remedy=remedy.UNBALANCED(),
    example=Example(
        "La Federación (Puno) firmó.",
        "The Federation (Puno signed.",
        "The Federation (Puno) signed: a) today, b) here.",
    ),
    formal=True,
    scope=Scope.UNIT,
)
