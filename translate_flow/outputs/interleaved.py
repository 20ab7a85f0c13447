"""Both languages in turn as a web page: each passage, its translation below it."""

from __future__ import annotations

from ..model import Edition
from ..typeset.interleaved import interleaved
from . import Output, messages


def make(edition: Edition) -> bytes:
    """One self-contained HTML page; a passage's key is its address in it."""
    return interleaved(edition).encode()


INTERLEAVED = Output("interleaved", "interleaved.html", messages.INTERLEAVED(), make, glossed=True)
