"""A statement in both languages as rows of words, for documents of word processors."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edition
from .aligned import pairs
from .blocks import Inline, inlines_of
from .docx import BilingualRow
from .glosses import annex_rows, annex_title
from .labels import label

_HEADS = frozenset({"title", "heading", "head"})


def both_rows(edition: Edition) -> Iterator[BilingualRow]:
    """The passages in order, unconfirmed ones behind their label; then the glossary's terms that are in them."""
    reader = edition.target_language
    for pair in pairs(edition):
        for cell in pair.cells:
            said = label(cell.unit, reader) if cell.unit else ""
            marked = (Inline(f"{said} ", frozenset({"label"})),) if said else ()
            target = (*marked, *inlines_of(cell.target))
            yield BilingualRow(inlines_of(cell.source), target, pair.role in _HEADS, pair.marker)
    terms = annex_rows(edition)
    if terms:
        yield BilingualRow((Inline(annex_title(edition, reader)),), (), True, numbered=False)
    for source, said in terms:
        yield BilingualRow((Inline(source),), (Inline(said),), numbered=False)
