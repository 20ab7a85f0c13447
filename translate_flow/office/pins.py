"""Comments and bookmarks of a paragraph put to the place in its translation that they belong to.

They are no marks in the segment: Word alone writes several in a paragraph that nobody sees. What
was said about some words is put around the same words where the translation has them (a name, a
number, what is bold, a link), else around their sentence, and if even that is not certain, around
the whole paragraph.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..language.sentences import spans as sentences
from ..markup.inline import Mark, Token
from .spans import Span

Range = tuple[int, int]


@dataclass(slots=True)
class Pin:
    """Something without words that is at a place of a paragraph's text."""

    at: int
    """Characters before it."""
    thing: Any
    """What the format needs to write it, as in `Span.thing`."""
    name: str
    """What its beginning and its end have in common."""
    role: str
    """`start`, `end`, or `point` if it has no extent."""


def pinned(
    spans: Sequence[Span],
    pins: Sequence[Pin],
    before: int,
    source: Sequence[Token],
    target: Sequence[Token],
    language: str,
) -> list[Span]:
    """A translation's stretches with the pins in their places.

    `before`: characters of the paragraph that stand before its segment. `source`, `target`: the
    segment and its translation, tokenised; `language`: of the translation.
    """
    places = _Places(source, target, language or "en")
    put: list[tuple[int, int, int, Pin]] = []
    by_name = {(pin.name, pin.role): pin.at - before for pin in pins}
    for order, pin in enumerate(pins):
        at, start, end = pin.at - before, by_name.get((pin.name, "start")), by_name.get((pin.name, "end"))
        empty = pin.role == "point" or start == end
        if empty:
            at = places.point(at)
        elif start is not None and end is not None:
            at = places.range(start, end)[pin.role == "end"]
        else:
            at = places.sentence(at, at)[pin.role == "end"]
        # Of what stands at one place, that which ends there comes first.
        put.append((at, 0 if pin.role == "end" and not empty else 1, order, pin))
    return _inserted(spans, [(at, pin) for at, _, _, pin in sorted(put, key=lambda p: p[:3])])


class _Places:
    """Where places of a source are in its translation."""

    def __init__(self, source: Sequence[Token], target: Sequence[Token], language: str) -> None:
        self.source, self._there = _plain(source)
        self.target, self._here = _plain(target)
        self._ours, self._theirs = sentences(self.source), sentences(self.target, language)

    def range(self, start: int, end: int) -> Range:
        """Where the words of a range are; the whole text if that is not certain."""
        start, end = max(0, start), min(len(self.source), end)
        words = self.source[start:end].strip()
        if len(words) == len(self.source.strip()):
            return 0, len(self.target)
        if not words:
            return (self.point(start),) * 2
        lead = len(self.source[start:end]) - len(self.source[start:end].lstrip())
        exact = (start + lead, start + lead + len(words))
        for name, extent in self._there.items():
            if extent == exact and name in self._here:
                return self._here[name]
        return self._same(words) or self.sentence(*exact)

    def _same(self, words: str) -> Range | None:
        """Where the very same words stand, if they stand once in both."""
        words = unicodedata.normalize("NFC", words)
        if _count(self.source, words) != 1 or _count(self.target, words) != 1:
            return None
        at = self.target.index(words)
        return at, at + len(words)

    def sentence(self, start: int, end: int) -> Range:
        """The sentences that hold a range."""
        if len(self._ours) != len(self._theirs) or not self._ours:
            return 0, len(self.target)
        first = self._number(start)
        last = self._number(max(start, end - 1))
        return self._theirs[first][0], self._theirs[last][1]

    def point(self, at: int) -> int:
        """Where a single place is: before or after the text, or at the edge of its sentence."""
        if at <= 0 or at >= len(self.source):
            return 0 if at <= 0 else len(self.target)
        start, end = self.sentence(at, at)
        if len(self._ours) != len(self._theirs) or not self._ours:
            return start
        return end if at >= self._ours[self._number(at)][1] else start

    def _number(self, at: int) -> int:
        return max(0, bisect_right([begin for begin, _ in self._ours], at) - 1)


def _count(text: str, words: str) -> int:
    """How often the words stand in a text, not as a part of others."""
    found = 0
    at = text.find(words)
    while at >= 0:
        around = (text[at - 1 : at] if words[0].isalnum() else "") + (
            text[at + len(words) : at + len(words) + 1] if words[-1].isalnum() else ""
        )
        found += not any(map(str.isalnum, around))
        at = text.find(words, at + 1)
    return found if text.count(words) == found else 0


def _plain(tokens: Sequence[Token]) -> tuple[str, dict[str, Range]]:
    """The text of tokens, and the extent of each mark that is in it once."""
    text = ""
    open_at: dict[str, int] = {}
    extents: dict[str, Range] = {}
    seen: set[str] = set()
    for token in tokens:
        if not isinstance(token, Mark):
            text += token
        elif token.role == "open":
            open_at[token.name] = len(text)
        elif token.role == "close" and token.name in open_at:
            if token.name in seen:
                extents.pop(token.name, None)
            else:
                extents[token.name] = (open_at[token.name], len(text))
            seen.add(token.name)
    return text, extents


def _inserted(spans: Sequence[Span], pins: Sequence[tuple[int, Pin]]) -> list[Span]:
    """The stretches cut where pins stand, with the pins between them, inside a link if both sides are."""
    out: list[Span] = []
    waiting = list(pins)
    done = 0
    for span in spans:
        while waiting and waiting[0][0] <= done:
            out.append(_pin(waiting.pop(0)[1], out, span))
        rest = span
        while waiting and waiting[0][0] < done + len(rest.text):
            at, pin = waiting.pop(0)
            cut = at - done
            if cut > 0:
                out.append(Span(rest.text[:cut], rest.props, rest.link))
                rest = Span(rest.text[cut:], rest.props, rest.link)
                done = at
            out.append(_pin(pin, out, rest))
        out.append(rest)
        done += len(rest.text)
    out += [_pin(pin, out, None) for _, pin in waiting]
    return out


def _pin(pin: Pin, before: Sequence[Span], after: Span | None) -> Span:
    link = before[-1].link if before and after is not None and before[-1].link is after.link else None
    return Span("", {}, link, pin.thing)
