"""The finished statement as an e-book."""

from __future__ import annotations

from ..model import Edition
from ..typeset.epub import epub
from . import Output, messages


def make(edition: Edition) -> bytes:
    """An EPUB 3 file of one chapter. Unconfirmed passages are marked."""
    return epub(edition)


EPUB = Output("epub", "NAME.LANG.epub", messages.EPUB(), make)
