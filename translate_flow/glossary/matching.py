"""Glossary terms in a Spanish text as its reader sees it: `Red **Muqui**` is the name too.

The one search for all: drafts hold what is found here, checks, diff and desk want it in the translation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..language.inclusive import inclusive
from ..markup.plain import Plain, plain
from ..model import Match
from .kinds import traits

if TYPE_CHECKING:
    from .index import Index
    from .patterns import Pattern


@dataclass(frozen=True, slots=True)
class Found:
    """Terms of one text, in text order, not overlapping; forms are given without markup."""

    matches: tuple[Match, ...] = ()
    """All of them."""
    held: tuple[Match, ...] = ()
    """Those that can be replaced as a whole, with the markup inside them."""
    missed: tuple[str, ...] = ()
    """Forms of the others: markup cuts through them (`**La Red** Muqui`)."""


def seen(text: str) -> Plain:
    """A Spanish text as terms are looked for in it: without markup, inclusive forms as plain words."""
    return plain(text, tuple(inclusive(text)))


def find(index: Index, text: str) -> Found:
    """Terms in a text: where two overlap the longer one."""
    view = seen(text)
    found = [match for match, _ in _best(index.search(view.text))]
    if len(found) > 1:
        found = _longest(found, len(view.text))
    if view.starts is None:
        matches = tuple(found)
        return Found(matches, matches)
    every: list[Match] = []
    held: list[Match] = []
    missed: list[str] = []
    for match in found:
        start, end = view.span(match.start, match.end)
        whole = view.whole(start, end)
        placed = Match(match.term, *(whole or (start, end)), match.form)
        every.append(placed)
        if whole is None:
            missed.append(match.form)
        else:
            held.append(placed)
    return Found(tuple(every), tuple(held), tuple(missed))


def find_all(index: Index, text: str) -> Sequence[Match]:
    """Terms in a text, the ones inside or across others too; by start, the longer first."""
    view = seen(text)
    found = [match for match, _ in _best(index.search(view.text))]
    if view.starts is None:
        return found
    return [Match(m.term, *view.span(m.start, m.end), m.form) for m in found]


def _longest(found: list[Match], length: int) -> list[Match]:
    taken: list[Match] = []
    covered = bytearray(length)
    for match in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        # What is taken is at least as long, so that it covers an end of what it overlaps.
        if not (covered[match.start] or covered[match.end - 1]):
            covered[match.start : match.end] = b"\1" * (match.end - match.start)
            taken.append(match)
    return sorted(taken, key=lambda m: m.start)


def _best(found: Iterable[tuple[Match, Pattern]]) -> list[tuple[Match, Pattern]]:
    """One match for each span: the term written exactly so before others, a term before a variant."""
    best: dict[tuple[int, int], tuple[Match, Pattern]] = {}
    for match, pattern in found:
        span = match.start, match.end
        other = best.get(span)
        if other is None or _rank(match, pattern) > _rank(*other):
            best[span] = match, pattern
    return sorted(best.values(), key=lambda pair: (pair[0].start, -pair[0].end))


def _rank(match: Match, pattern: Pattern) -> tuple[bool, bool, bool, bool]:
    return match.form == match.term.es, not traits(match.term.kind).verb, pattern.base, pattern.name
