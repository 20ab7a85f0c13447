"""The same word twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from ..language import of
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import REPEATED, WRITE_ONCE, about, explain, remedy

_TWICE = re.compile(r"(?<![\w'’.-])([^\W\d_]+)(\s+)\1(?![\w'’-])", re.IGNORECASE)


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    fine = of(scene.target_language).words("grammar", "doubled")
    if not fine:  # what may be twice in a row is not known
        return
    reading = scene.target(unit)
    if not any(map(eq, reading.folded, reading.folded[1:])):
        return
    ours = _doubled(unit.segment.text)
    for match in _TWICE.finditer(reading.plain.text):
        first, second = match[1], match[0][-len(match[1]) :]
        if first.casefold() in fine or (len(first) == 1 and first not in "aA"):
            continue
        if (first[0].isupper() and second[0].isupper()) or first.casefold() in ours:
            continue  # Pago Pago, and what the source doubles too
        yield Finding(
            "doubled-word",
            Severity.WARNING,
            unit.key,
            REPEATED(words=quoted(match[0])),
            span=reading.plain.span(*match.span()),
            hint=WRITE_ONCE(form=quoted(first)),
        )


def _doubled(text: str) -> frozenset[str]:
    """The words that a text has twice in a row."""
    return frozenset(match[1].casefold() for match in _TWICE.finditer(text))


DOUBLED_WORD = Check(
    "doubled-word",
    about.DOUBLED_WORD(),
    _run,
    explain=explain.DOUBLED_WORD(),
    remedy=remedy.DOUBLED_WORD(),
    example=Example(
        "Llegaron a la plaza.", "They reached the the square.", "They reached the square that that map shows."
    ),
    formal=True,
    scope=Scope.UNIT,
)
