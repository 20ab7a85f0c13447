"""A text as a reader sees it: inline marks taken out, and where each character stood."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .pairs import lone_tags, pairs

_SIGN = re.compile(r"[\[<*_~]")
"""Without one of these there is no markup."""
_POINT = re.compile(r"\[\^[^\]\s]+\]")
"""A footnote reference: it belongs to the word before."""
_SINGLE = re.compile(r"<[A-Za-z][\w-]*(?:\s[^<>]*)?/>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plain:
    """What is left of a text without its marks."""

    text: str
    """The words, with the signs between them."""
    places: tuple[int, ...] | None = None
    """For each character its place in the text with marks; None where there are no marks."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of `text` stands in the text with marks: from its first character to behind its last."""
        if self.places is None:
            return start, end
        if start == end:
            at = self.places[start] if start < len(self.places) else self.places[-1] + 1 if self.places else 0
            return at, at
        return self.places[start], self.places[end - 1] + 1


def plain(text: str) -> Plain:
    """The text without emphasis, links' targets, tags and footnote references.

    A line-break tag becomes a newline, another tag between two words a blank, so that words stay apart.
    """
    if not _SIGN.search(text):
        return Plain(text)
    marks = {mark for pair in pairs(text) for mark in ((pair.start, pair.inner), (pair.outer, pair.end))}
    lone = {*lone_tags(text), *(match.span() for match in _SINGLE.finditer(text))} if "<" in text else set()
    marks |= lone
    if "[^" in text:
        marks |= {match.span() for match in _POINT.finditer(text)}
    if not marks:
        return Plain(text)
    out: list[str] = []
    places: list[int] = []
    at = 0
    for start, end in sorted(marks):
        if start > at:
            out.append(text[at:start])
            places += range(at, start)
        if (start, end) in lone and start >= at and (put := _between(text, start, end)):
            out.append(put)
            places.append(start)
        at = max(at, end)
    out.append(text[at:])
    places += range(at, len(text))
    return Plain("".join(out), tuple(places))


def _between(text: str, start: int, end: int) -> str:
    """What stands for a lone tag: a newline, a blank or nothing."""
    if _BREAK.fullmatch(text, start, end):
        return "\n"
    return " " if text[start - 1 : start].isalnum() and text[end : end + 1].isalnum() else ""
