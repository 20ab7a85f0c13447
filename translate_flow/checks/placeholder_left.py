"""A mark that stood for a held name was not replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import PLACEHOLDER, WRITE_WHAT_IS_THERE, about, explain, remedy

_MARKS = re.compile(
    r"\b[Xx]q[a-z]{1,8}\b|\bXQZ\w*|⟦[^⟦⟧\n]{0,12}⟧|[⟦⟧]"
    r"|</?(?:x|g|ph|bpt|ept|mrk)\b(?:\s+id=[^<>]*|\s*)/?>|<span[^<>]*translate=[^<>]*>|\[\]\[|\^[^\s^$/]+/[^\s^$]+\$"
    r"|\uFFFD"
)
_SIGNS = ("xq", "Xq", "XQZ", "⟦", "⟧", "<", "[][", "^", "\ufffd")
"""Each mark has one of them: most texts have none, which is seen at once."""


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    target = unit.target
    if not any(sign in target for sign in _SIGNS):
        return
    for match in _MARKS.finditer(target):
        if match[0] in unit.segment.text:
            continue
        yield Finding(
            "placeholder-left",
            Severity.ERROR,
            unit.key,
            PLACEHOLDER(mark=quoted(match[0])),
            span=match.span(),
            hint=WRITE_WHAT_IS_THERE(),
        )


PLACEHOLDER_LEFT = Check(
    "placeholder-left",
    about.PLACEHOLDER_LEFT(),
    _run,
    explain=explain.PLACEHOLDER_LEFT(),
    remedy=remedy.PLACEHOLDER_LEFT(),
    example=Example("Habló Ana Quispe.", "Spoke Xqzab.", "Ana Quispe spoke."),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
)
