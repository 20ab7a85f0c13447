"""Glossary terms in a Spanish text as its reader sees it: `Red **Muqui**` is the name too.

The one search for all: drafts hold what is found here, checks, diff and desk want it in the translation.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from ..language import of
from ..language.dictionary import is_english, is_spanish
from ..language.inclusive import inclusive
from ..markup.plain import Plain, plain
from ..model import Match
from .kinds import traits
from .patterns import is_acronym

if TYPE_CHECKING:
    from .index import TermIndex
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


def find(index: TermIndex, text: str) -> Found:
    """Terms in a text: where two overlap the longer one."""
    view = seen(text)
    found = [match for match, _ in _best(index.search(view.text))]
    if len(found) > 1:
        found = _longest(found, len(view.text))
    found = [replace(m, doubtful=True) if _is_doubtful(m, view.text) else m for m in found]
    if view.starts is None:
        matches = tuple(found)
        return Found(matches, matches)
    every: list[Match] = []
    held: list[Match] = []
    missed: list[str] = []
    for match in found:
        start, end = view.span(match.start, match.end)
        whole = view.whole(start, end)
        placed = Match(match.term, *(whole or (start, end)), match.form, match.doubtful)
        every.append(placed)
        if whole is None:
            missed.append(match.form)
        else:
            held.append(placed)
    return Found(tuple(every), tuple(held), tuple(missed))


def find_all(index: TermIndex, text: str) -> Sequence[Match]:
    """Terms in a text, the ones inside or across others too; by start, the longer first."""
    view = seen(text)
    found = [match for match, _ in _best(index.search(view.text))]
    if view.starts is None:
        return found
    return [Match(m.term, *view.span(m.start, m.end), m.form) for m in found]


def beside(matches: Iterable[Match], text: str) -> list[Match]:
    """The matches that are the acronym or short name in brackets at their own full name, before or behind it.

    Both together are one mention: *Policía Nacional del Perú (PNP)*, *Corte Interamericana de Derechos Humanos (Corte IDH)*.
    """
    full = sorted(matches, key=lambda match: match.start)
    by_end = sorted(full, key=lambda match: match.end)
    starts, ends = [match.start for match in full], [match.end for match in by_end]

    def said_in_full(match: Match) -> bool:
        before = by_end[bisect_left(ends, match.start - _JOINED) : bisect_left(ends, match.start)]
        behind = full[bisect_right(starts, match.end) : bisect_right(starts, match.end + _JOINED)]
        return any(
            len(other.form) > len(match.form)
            and other.term == match.term
            and _JOINT.fullmatch(text, min(other.end, match.end), max(other.start, match.start))
            for other in (*before, *behind)
        )

    return [match for match in full if said_in_full(match)]


def _is_doubtful(match: Match, text: str) -> bool:
    """Whether a match is part of a longer name: *Premier League*, *CBC News*, *Esperanza Aguirre*, *La Rioja*."""
    if not match.form[0].isupper():
        return False
    before = _BEFORE.search(text, max(0, match.start - 30), match.start)
    after = _AFTER.match(text, match.end)
    if not (before or after):
        return False
    if traits(match.term.kind).place:
        if before and before[1].lower() in _other_place():
            return not (before[1].lower() in _articles() and opens(text, before.start(1)))
        return after is not None and not match.form.isupper() and not is_spanish(after[1])
    if not (match.term.es.islower() or is_acronym(match.form)):
        return False
    return any(found and _is_foreign(found[1]) for found in (before, after))


def _is_foreign(word: str) -> bool:
    return not word.isupper() and is_english(word) and not is_spanish(word)


def opens(text: str, place: int) -> bool:
    """Whether a sentence begins at that place."""
    return _OPENS.search(text, max(0, place - 4), place) is not None


_JOINED = 8
"""Characters between a full name and its short one, at most."""
_JOINT = re.compile(r"[\s*_”»\"'’]*[(\[–—-][\s*_“«\"'‘]*")
_BEFORE = re.compile(r"(?<![\w.])([A-ZÁÉÍÓÚÑ][^\W\d_]+) $")
_AFTER = re.compile(r" ([A-ZÁÉÍÓÚÑ][^\W\d_]+)")
_OPENS = re.compile(r"(?:^|[.!?…:\n][\s\"'”’»)]*|[¿¡“«\"—–(•-]\s*)$")


@cache
def _other_place() -> frozenset[str]:
    """Words, in small letters, that with a place's name behind them make the name of another place."""
    return of("es").words("names", "other_places")


@cache
def _articles() -> frozenset[str]:
    return of("es").words("function_words", "articles")


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
