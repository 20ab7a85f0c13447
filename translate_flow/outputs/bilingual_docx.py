"""Both languages side by side as a Word document."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Edition
from ..typeset.aligned import pairs
from ..typeset.blocks import Inline, inlines_of
from ..typeset.docx import BilingualRow, bilingual_docx
from ..typeset.glosses import annex_rows, annex_title
from ..typeset.labels import label
from ..typeset.publication import finished
from . import Output, messages

_HEADS = frozenset({"title", "heading", "head"})


def make(edition: Edition) -> bytes:
    """A DOCX file with a numbered row for each passage. Unconfirmed passages begin with a label."""
    languages = (edition.source_language, edition.target_language)
    return bilingual_docx(finished(edition), list(_rows(edition)), languages)


def _rows(edition: Edition) -> Iterator[BilingualRow]:
    for pair in pairs(edition):
        for cell in pair.cells:
            said = label(cell.unit) if cell.unit else ""
            marked = (Inline(f"{said} ", frozenset({"label"})),) if said else ()
            target = (*marked, *inlines_of(cell.target))
            yield BilingualRow(inlines_of(cell.source), target, pair.role in _HEADS, pair.marker)
    terms = annex_rows(edition)
    if terms:
        yield BilingualRow((Inline(annex_title(edition)),), (), True, "")
    for source, said in terms:
        yield BilingualRow((Inline(source),), (Inline(said),), False, "")


BILINGUAL_DOCX = Output("bilingual-docx", "bilingual.docx", messages.BILINGUAL_DOCX(), make, glossed=True)
