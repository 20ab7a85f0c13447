"""White space at the edges, double blanks, blanks before punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..messages import Message
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope
from .messages import (
    BEGIN_WITH_TEXT,
    END_WITH_TEXT,
    NO_SPACE_BEFORE,
    SPACE_AT_END,
    SPACE_AT_START,
    SPACE_BEFORE,
    TWO_SPACES,
    WRITE_ONE,
    about,
    explain,
    remedy,
)

_DOUBLE = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_BLANK = re.compile(r"[ \u00a0][,;!?)\]”».:]")
"""Without it nothing is before a sign: a look that costs a tenth."""
_BEFORE = re.compile(r"(?<=[\w)\]”\"»’])[ \u00a0]+(?=[,;!?)\]”»](?!\w)|[.:](?=\s|$))")


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    source, target = unit.segment.text, unit.target
    if not target.strip():
        return
    edges = (source[:1].isspace(), source[-1:].isspace())
    if target[:1].isspace() and not edges[0]:
        yield _finding(unit, SPACE_AT_START(), (0, len(target) - len(target.lstrip())), BEGIN_WITH_TEXT())
    if target[-1:].isspace() and not edges[1]:
        yield _finding(unit, SPACE_AT_END(), (len(target.rstrip()), len(target)), END_WITH_TEXT())
    if ("  " in target or "\u00a0" in target) and not _DOUBLE.search(source):
        for match in _DOUBLE.finditer(target):
            yield _finding(unit, TWO_SPACES(), match.span(), WRITE_ONE())
    french = scene.target_language == "fr"
    if not french and _BLANK.search(target) and not _BEFORE.search(source):
        for match in _BEFORE.finditer(target):
            sign = target[match.end()]
            yield _finding(
                unit,
                SPACE_BEFORE(mark=sign),
                match.span(),
                NO_SPACE_BEFORE(mark=sign),
            )


def _finding(unit: Unit, message: Message, span: tuple[int, int], hint: Message) -> Finding:
    return Finding("spaces", Severity.INFO, unit.key, message, span, hint)


SPACES = Check(
    "spaces",
    about.SPACES(),
    _run,
    explain=explain.SPACES(),
    remedy=remedy.SPACES(),
    example=Example("Exigimos justicia, hoy.", "We demand justice , today.", "We demand justice, today."),
    severity=Severity.INFO,
    formal=True,
    scope=Scope.UNIT,
)
