"""The page to publish as a PDF; needs the extra `pdf`."""

from __future__ import annotations

from ..model import Edition
from ..typeset.pdf import pdf
from ..typeset.webpage import webpage
from . import Output, messages


def make(edition: Edition) -> bytes:
    """A tagged PDF with its fonts. Unconfirmed passages are marked. Raises BuildError without WeasyPrint."""
    return pdf(webpage(edition, both=True))


PAGE_PDF = Output("page-pdf", "page.pdf", messages.PAGE_PDF(), make)
