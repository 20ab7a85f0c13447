"""A loaded glossary and its search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import Match, Term


class Glossary:
    """Terms that can be found in text. Immutable once made."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms: tuple[Term, ...] = tuple(terms)

    @property
    def hash(self) -> str:
        """16 hex digits that name this state of the glossary; same rows, same hash."""
        raise AssertionError

    def find(self, text: str) -> Sequence[Match]:
        """Terms in a Spanish text: longest first, not overlapping, in text order."""
        raise AssertionError
