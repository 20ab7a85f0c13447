"""Concordance: where words stand on either side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .storage import AskedMemory, FoundUnit
from .unit import MemoryMatch


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A segment with the words that were looked for."""

    hit: MemoryMatch
    """The pair; its score is 0."""
    source: tuple[tuple[int, int], ...]
    """First character and end of each place in the source."""
    target: tuple[tuple[int, int], ...]
    """The same in the translation."""


def search(
    store: AskedMemory, phrases: Sequence[str], language: str, *, side: str = "both", limit: int = 20
) -> list[SearchHit]:
    """Segments that hold all the phrases on one side, or on either; the best first.

    A phrase is words in a row; case and accents do not matter, and a `*` at its end stands for
    any ending.
    """
    places = [
        SearchHit(_match(place.unit), place.source, place.target)
        for place in store.containing(phrases, language, side, limit)
    ]
    # An export that was imported again says the same twice.
    unique = {(p.hit.source, p.hit.target, p.hit.document, p.hit.key): p for p in reversed(places)}
    return list(reversed(unique.values()))


def _match(unit: FoundUnit) -> MemoryMatch:
    return MemoryMatch(
        unit.source, unit.target, 0, "words", unit.rank, unit.document, unit.key, unit.person, unit.at
    )
