"""The finished statement as a web page."""

from __future__ import annotations

from ..model import Edition
from ..typeset.webpage import webpage
from . import Output, messages


def make(edition: Edition) -> bytes:
    """One self-contained HTML page with the translation alone. Unconfirmed passages are marked."""
    return webpage(edition, both=False).encode()


HTML = Output("html", "NAME.LANG.html", messages.HTML(), make, "html")
