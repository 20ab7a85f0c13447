"""Where in a translation a mark of its source belongs, when nothing better is known than how far on it stood.

For marks that an engine lost. The place is a guess, and whoever uses it says so: the words before the mark, in proportion to
the length of the line it is in, never inside a word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from . import inline

_WORD = re.compile(r"[^\s<>]+")
_TAG = re.compile(r"<[^<>\s][^<>]*>")


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A translation with marks put in by guess."""

    text: str
    """The translation."""
    marks: tuple[str, ...]
    """The marks put in, as they are written, in order."""


def put(source: str, target: str, marks: Sequence[tuple[int, int, str]]) -> PlacedMark:
    """The translation with marks of the source that it lacks: where each begins and ends in the source, and its text.

    Marks that only part words or lines (all white space) take the place of a blank.
    """
    out = target
    for start, end, mark in sorted(marks, reverse=True):
        at = _place(source, start, end, out)
        if not mark.strip() and out[at : at + 1] == " ":
            out = out[:at] + mark + out[at + 1 :]
        elif source[end : end + 1].isalnum() and not source[start - 1 : start].isalnum():
            at += len(out[at:]) - len(out[at:].lstrip(" "))  # it opens the word behind it
            out = out[:at] + mark + out[at:]
        else:
            free = source[start - 1 : start].isspace() and source[end : end + 1].isspace()
            out = out[:at] + (" " if free and at else "") + mark + out[at:]
    return PlacedMark(out, tuple(mark for _, _, mark in sorted(marks)))


def inline_put(source: str, target: str) -> PlacedMark:
    """The translation with the inline marks (`<x1/>`, `<a2>…</a2>`) that it must have and lacks; those too many go.

    As it is where nothing grave is wrong.
    """
    parts, left = inline.repaired(source, target)
    if not left:
        return PlacedMark(target, ())
    wrong = {problem.mark for problem in left}
    kept: list[inline.Token] = []
    seen: set[str] = set()
    for part in parts:
        if isinstance(part, inline.Mark) and part.name in wrong:
            if part.name[0] != "x" or part.name in seen or part.name not in inline.marks(source):
                continue
            seen.add(part.name)
        kept.append(part)
    text = inline.written(kept)
    missing = [name for name in dict.fromkeys(inline.marks(source)) if name in wrong and name not in seen]
    places = [m for m in _TAG.finditer(source) if m[0].strip("</ >") in missing]
    return put(source, text, [(m.start(), m.end(), m[0]) for m in places])


def _place(source: str, start: int, end: int, target: str) -> int:
    """The end of the word in the translation behind which what is from `start` to `end` in the source belongs."""
    before, after = source[:start], source[end:]
    whole = before + (" " if source[start:end].isspace() else "") + after
    line = before.count("\n")
    lines = target.split("\n")
    if whole.count("\n") + 1 == len(lines):
        offset = sum(len(text) + 1 for text in lines[:line])
        there, here = whole.split("\n")[line], lines[line]
        before = before.rsplit("\n", 1)[-1]
    else:
        offset, there, here = 0, whole, target
    total = len(_WORD.findall(_TAG.sub(" ", there)))
    passed = len(_WORD.findall(_TAG.sub(" ", before)))
    words = [m.end() for m in _WORD.finditer(_TAG.sub(lambda m: " " * len(m[0]), here))]
    if not words or not passed:
        return offset + len(here) - len(here.lstrip())
    nth = len(words) if passed >= total else max(1, round(passed / max(1, total) * len(words)))
    place = words[min(nth, len(words)) - 1]
    while (
        passed < total
        and here[place - 1 : place] in (".", ",", ";", ":")
        and source[start - 1 : start].isalnum()
    ):
        place -= 1
    return offset + place
