"""The sign at the end differs from the source's."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Kind, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import END_WITH, ENDS, REMOVE_MARK, SIGNS, about, explain, remedy

_SHELL = "\"'“”‘’«»‹›()[]{}*_`~ \t\n\u00a0"
_ENDS = {".": ".", "…": "…", "?": "?", "!": "!", ":": ":", ";": ";"}
_HEADING = 8
"""Words that a heading or an item of a list has at most."""
_LISTED = frozenset({Kind.ITEM, Kind.CELL, Kind.CAPTION})
"""What ends with a stop in one house and without in another."""


def _end(text: str) -> str:
    """The last sign, whatever the order of quotes, brackets and punctuation: `».` and `.”` both end with a stop."""
    tail = text.rstrip()
    while tail and tail[-1] not in _ENDS and (tail[-1] in _SHELL or _reference(tail)):
        tail = tail[: _reference(tail) or -1]
    if tail.endswith("..."):
        return "…"
    return _ENDS.get(tail[-1:], "")


def _reference(tail: str) -> int:
    """Where a footnote reference at the very end begins; 0 if there is none."""
    at = tail.rfind("[^")
    return at if tail.endswith("]") and at > 0 and "]" not in tail[at:-1] else 0


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    target = unit.target.rstrip()
    there, here = _end(unit.segment.text), _end(target)
    if there == here or not target or {there, here} in _ALIKE:
        return
    if not there and here == ".":
        last = target.rstrip(_SHELL + ".").rsplit(" ", 1)[-1]
        if len(last) <= 4 or "." in last:
            return  # a.m., U.S., etc.: the stop belongs to the word
    if not here and there == "." and _abbreviation(unit.segment.text):
        return
    # A full stop more or less is a matter of form, which whoever reads the text for the last time puts right; another
    # sign, or a heading that ends as a sentence does, says something else.
    heading = not there and len(unit.segment.text.split()) <= _HEADING and unit.segment.kind not in _LISTED
    form = {there, here} == {".", ""} and not heading
    yield Finding(
        "end-punctuation",
        Severity.INFO if form else Severity.WARNING,
        unit.key,
        ENDS(source=SIGNS[there](), target=SIGNS[here]()),
        span=(max(0, len(target) - 1), len(target)),
        hint=END_WITH(mark=quoted(there)) if there else REMOVE_MARK(),
    )


_ALIKE = (
    {".", "…"},
    {".", "!"},
    {".", ";"},
    {".", ":"},
    {":", ""},
    {";", ""},
    {"…", ""},
    {"!", ""},
    {";", ":"},
)
"""Pairs a translator may exchange."""


def _abbreviation(text: str) -> bool:
    last = text.rstrip(_SHELL + ".").rsplit(" ", 1)[-1]
    return "." in last or (len(last) <= 3 and not last.isdigit())


END_PUNCTUATION = Check(
    "end-punctuation",
    about.END_PUNCTUATION(),
    _run,
    explain=explain.END_PUNCTUATION(),
    remedy=remedy.END_PUNCTUATION(),
    example=Example(
        "Dijo: «No lo entiendo».", "She said: “I do not understand it”", "She said: “I do not understand it.”"
    ),
    formal=True,
    scope=Scope.UNIT,
)
