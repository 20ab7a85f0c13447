"""The words that tell names from other lines: table `[name_lines]` of the Spanish file."""

from __future__ import annotations

from functools import cache

from ..language import of


@cache
def line_words(row: str) -> frozenset[str]:
    """A row of the table: `heads` of organisations' names, `connectors` inside names … folded, most of them."""
    return frozenset(of("es").phrases("name_lines", row))
