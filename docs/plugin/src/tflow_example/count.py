"""An output of `build`: how many words each language has."""

from __future__ import annotations

from translate_flow.model import Edition
from translate_flow.outputs import Output


def make(edition: Edition) -> bytes:
    """Two lines."""
    source = sum(len(unit.segment.text.split()) for unit in edition.units)
    target = sum(len(unit.target.split()) for unit in edition.units)
    return f"{edition.source_language} {source}\n{edition.target_language} {target}\n".encode()


COUNT = Output("count", "count.txt", "number of words in each language", make)
