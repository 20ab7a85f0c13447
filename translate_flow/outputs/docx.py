"""The finished statement as a Word document."""

from __future__ import annotations

from ..model import Edition
from ..typeset.docx import docx
from ..typeset.publication import finished
from . import Output, messages


def make(edition: Edition) -> bytes:
    """A DOCX file: headings, lists, footnotes and links as Word has them. Unconfirmed passages begin with a label."""
    return docx(finished(edition))


DOCX = Output("docx", "NAME.LANG.docx", messages.DOCX(), make, "docx")
