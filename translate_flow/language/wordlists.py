"""Spanish words by which terms are found, and gender and number guessed: table `[term_words]` of the Spanish file."""

from __future__ import annotations

from functools import cache

from .knowledge import of


@cache
def term_words(row: str) -> frozenset[str]:
    """A row of the table: the `stop_list`, `titles` before names … folded, unless the file says otherwise."""
    return of("es").words("term_words", row)
