"""White space at the edges, double blanks, blanks before punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope

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
        yield _finding(
            unit, "White space at the start.", (0, len(target) - len(target.lstrip())), "begin with the text"
        )
    if target[-1:].isspace() and not edges[1]:
        yield _finding(
            unit, "White space at the end.", (len(target.rstrip()), len(target)), "end with the text"
        )
    if ("  " in target or "\u00a0" in target) and not _DOUBLE.search(source):
        for match in _DOUBLE.finditer(target):
            yield _finding(unit, "Two blanks in a row.", match.span(), "write one")
    french = scene.target_language == "fr"
    if not french and _BLANK.search(target) and not _BEFORE.search(source):
        for match in _BEFORE.finditer(target):
            sign = target[match.end()]
            yield _finding(
                unit,
                f"A blank stands before “{sign}”.",
                match.span(),
                f"write “{sign}” directly after the word",
            )


def _finding(unit: Unit, message: str, span: tuple[int, int], hint: str) -> Finding:
    return Finding("spaces", Severity.WARNING, unit.key, message, span, hint)


SPACES = Check(
    "spaces",
    "white space at the edges, doubled, or before punctuation",
    _run,
    explain="White space at the start or end that the source does not have, two blanks in a row, and a blank before a "
    "comma, full stop or closing bracket. What the source does too is left alone.",
    remedy="Take the blank out.",
    example=Example("Exigimos justicia, hoy.", "We demand justice , today.", "We demand justice, today."),
    formal=True,
    scope=Scope.UNIT,
)
