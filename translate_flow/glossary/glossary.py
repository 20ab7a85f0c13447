"""A loaded glossary and its search."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..language.text import digest
from ..model import Match, Policy, Term

if TYPE_CHECKING:
    from .index import TermIndex
    from .matching import Found


class Glossary:
    """Terms that can be found in text. Immutable once made; the search is built at the first use."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms: tuple[Term, ...] = tuple(terms)

    @classmethod
    def load(cls, paths: Iterable[Path], language: str = "en") -> Glossary:
        """The terms of several CSV files for one target language; a later file wins over an earlier one.

        The same one for the same content, so that what it finds in texts is found once for all statements.
        Raises GlossaryError naming file, row and column.
        """
        from .table import read

        return cls._of(tuple((str(path), read(path)) for path in paths), language)

    @classmethod
    @lru_cache(maxsize=8)
    def _of(cls, files: tuple[tuple[str, bytes], ...], language: str) -> Glossary:
        """Of paths and bytes. A workspace of many statements has few: that of all, and of those that add their own."""
        from .table import terms_of

        return cls(terms_of(files, language))

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
    def _index(self) -> TermIndex:
        from .index import TermIndex

        return TermIndex(self.terms)

    def find_all(self, text: str) -> Sequence[Match]:
        """Terms in a Spanish text, the ones inside or across others too; by start, the longer first."""
        from .matching import find_all

        return find_all(self._index, text)

    def find(self, text: str) -> Sequence[Match]:
        """Terms in a Spanish text, markup seen through: where two overlap the longer one; in text order.

        A match spans the text as it stands; its form is given without markup.
        """
        return self.found(text).matches

    @cached_property
    def found(self) -> Callable[[str], Found]:
        """The same, with what can be held in a draft and what cannot; done once for each text."""
        return lru_cache(maxsize=1 << 14)(self._find)

    def _find(self, text: str) -> Found:
        from .matching import Found, find

        return find(self._index, text) if self.terms else Found()
