"""Both languages side by side as a Word document."""

from __future__ import annotations

from ..model import Edition
from ..typeset.bothwords import both_rows
from ..typeset.docx import bilingual_docx
from ..typeset.publication import finished
from . import Output, messages


def make(edition: Edition) -> bytes:
    """A DOCX file with a numbered row for each passage. Unconfirmed passages begin with a label."""
    languages = (edition.source_language, edition.target_language)
    return bilingual_docx(finished(edition), list(both_rows(edition)), languages)


BILINGUAL_DOCX = Output("bilingual-docx", "bilingual.docx", messages.BILINGUAL_DOCX(), make, glossed=True)
