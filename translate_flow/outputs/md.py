"""The finished statement as Markdown."""

from __future__ import annotations

from ..model import Edition
from ..typeset.labels import labelled, warned
from ..typeset.statement import credited, titled_markdown
from . import Output, messages


def make(edition: Edition) -> bytes:
    """CommonMark with tables and footnotes. Unconfirmed passages begin with a label in brackets."""
    head = warned(edition)
    text = titled_markdown(
        edition, [labelled(unit, edition.target_language) for unit in edition.units], edition.target_language
    ).strip("\n")
    return f"{head}{text}\n{credited(edition)}".encode()


MD = Output("md", "NAME.LANG.md", messages.MD(), make, "markdown")
