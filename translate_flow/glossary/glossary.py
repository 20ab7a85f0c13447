"""A loaded glossary and its search."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..language.text import digest
from ..model import Match, Policy, Term

if TYPE_CHECKING:
    from .index import Index
    from .patterns import Pattern


class Glossary:
    """Terms that can be found in text. Immutable once made; the search is built at the first use."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms: tuple[Term, ...] = tuple(terms)

    @classmethod
    def load(cls, paths: Iterable[Path], language: str = "en") -> Glossary:
        """The terms of several CSV files for one target language; a later file wins over an earlier one.

        Raises GlossaryError naming file, row and column.
        """
        from .table import load

        return cls(load(paths, language))

    def with_terms(self, more: Iterable[Term]) -> Glossary:
        """The glossary and further terms, those left out that it has in some form; itself if nothing is new."""
        from .table import term_key

        known = {term_key(form) for term in self.terms for form in (term.es, *term.variants)}
        new = [term for term in more if term_key(term.es) not in known]
        return Glossary([*self.terms, *new]) if new else self

    @cached_property
    def hash(self) -> str:
        """16 hex digits that name this state of the glossary; same rows, same hash."""
        rows = (
            (
                *(t.es, t.en, t.kind, t.policy.value, t.gender, t.number, t.article, t.gloss),
                *(t.variants, t.accepted, t.forbidden, t.note),
            )
            for t in self.terms
        )
        return digest("\n".join(map(repr, rows)))

    @cached_property
    def kept(self) -> frozenset[str]:
        """Forms in which terms that are kept stand in a translation."""
        return frozenset(term.target for term in self.terms if term.policy is Policy.KEEP)

    @cached_property
    def _index(self) -> Index:
        from .index import Index

        return Index(self.terms)

    def find_all(self, text: str) -> Sequence[Match]:
        """Terms in a Spanish text, the ones inside or across others too; by start, the longer first."""
        return [match for match, _ in _best(self._index.search(text))]

    def find(self, text: str) -> Sequence[Match]:
        """Terms in a Spanish text: where two overlap the longer one; in text order."""
        return self._found(text)

    @cached_property
    def _found(self) -> Callable[[str], Sequence[Match]]:
        """The search for one text, done once: verdicts, credits and the page ask one after the other."""
        return lru_cache(maxsize=1 << 12)(self._find)

    def _find(self, text: str) -> Sequence[Match]:
        found = [match for match, _ in _best(self._index.search(text))]
        if len(found) < 2:
            return found
        taken: list[Match] = []
        covered = bytearray(len(text))
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
    return match.form == match.term.es, match.term.kind != "verb", pattern.base, pattern.name
