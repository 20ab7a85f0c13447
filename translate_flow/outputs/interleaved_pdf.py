"""Both languages in turn as a PDF; needs the extra `pdf`."""

from __future__ import annotations

from ..model import Edition
from ..typeset.interleaved import interleaved
from ..typeset.pdf import pdf
from . import Output, messages


def make(edition: Edition) -> bytes:
    """Numbered passages, each with its translation below it. Raises BuildError without WeasyPrint."""
    return pdf(interleaved(edition))


INTERLEAVED_PDF = Output("interleaved-pdf", "interleaved.pdf", messages.INTERLEAVED_PDF(), make, glossed=True)
