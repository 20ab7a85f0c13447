"""What becomes of translations when a statement is read again: matching, and carrying over. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .lineage import Lineage, lineage

if TYPE_CHECKING:
    from .entries import Carried, Carrier, touched
    from .matching import Matching, ParagraphMatch, match

_LAZY = {
    "Carried": "entries",
    "Carrier": "entries",
    "ParagraphMatch": "matching",
    "Matching": "matching",
    "match": "matching",
    "touched": "entries",
}

CUTS = "X-Source-Cuts"
"""Header field of a catalogue: where people divided paragraphs (`cuts`), as JSON; most have none."""

__all__ = [
    "CUTS",
    "Carried",
    "Carrier",
    "Lineage",
    "Matching",
    "ParagraphMatch",
    "lineage",
    "match",
    "touched",
]


def __getattr__(name: str) -> Any:
    """What only `add` needs, imported when first asked for: every command needs the lineage."""
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(f".{_LAZY[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
