"""The statement as a Word document to publish: the translation, then the original."""

from __future__ import annotations

from ..model import Edition
from ..typeset.docx import docx
from ..typeset.publication import page
from . import Output, messages


def make(edition: Edition) -> bytes:
    """A DOCX file; the original begins on a page of its own. Unconfirmed passages begin with a label."""
    return docx(page(edition))


PAGE_DOCX = Output("page-docx", "page.docx", messages.PAGE_DOCX(), make)
