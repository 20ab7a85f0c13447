"""The statement as a page to publish: the translation, its signatories, then the original."""

from __future__ import annotations

from ..model import Edition
from ..typeset.webpage import webpage
from . import Output, messages


def make(edition: Edition) -> bytes:
    """One self-contained HTML page. Unconfirmed passages are marked; missing ones stand in the source language."""
    return webpage(edition, both=True).encode()


PAGE_HTML = Output("page-html", "page.html", messages.PAGE_HTML(), make)
