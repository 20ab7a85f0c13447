"""Both languages in turn as a Word document."""

from __future__ import annotations

from ..model import Edition
from ..typeset.bothwords import both_rows
from ..typeset.docx import interleaved_docx
from ..typeset.publication import finished
from . import Output, messages


def make(edition: Edition) -> bytes:
    """A DOCX file: numbered passages, each with its translation below it. Unconfirmed ones begin with a label."""
    languages = (edition.source_language, edition.target_language)
    return interleaved_docx(finished(edition), list(both_rows(edition)), languages)


INTERLEAVED_DOCX = Output(
    "interleaved-docx", "interleaved.docx", messages.INTERLEAVED_DOCX(), make, glossed=True
)
