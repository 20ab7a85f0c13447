"""Both languages side by side as a PDF; needs the extra `pdf`."""

from __future__ import annotations

from ..model import Edition
from ..typeset.pdf import pdf
from ..typeset.sidebyside import on_paper
from . import Output, messages


def make(edition: Edition) -> bytes:
    """A numbered row for each passage; unconfirmed ones begin with a label. Raises BuildError without WeasyPrint."""
    return pdf(on_paper(edition))


BILINGUAL_PDF = Output("bilingual-pdf", "bilingual.pdf", messages.BILINGUAL_PDF(), make, glossed=True)
