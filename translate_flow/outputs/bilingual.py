"""Both languages side by side, passage by passage, each with its state: for reading and proofing."""

from __future__ import annotations

from ..model import Edition
from ..typeset.sidebyside import bilingual
from . import Output, messages


def make(edition: Edition) -> bytes:
    """One self-contained HTML page; a passage's key is its address in it."""
    return bilingual(edition).encode()


BILINGUAL = Output("bilingual", "bilingual.html", messages.BILINGUAL(), make, glossed=True)
