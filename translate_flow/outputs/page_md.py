"""The statement as Markdown to publish: the translation, its signatories, then the original."""

from __future__ import annotations

import re

from ..formats.markdown.blocks import scan
from ..language.tags import direction
from ..model import Edition
from ..typeset.chrome import line
from ..typeset.labels import labelled, warned
from ..typeset.statement import credited, titled_markdown
from . import Output, messages

_NOTE = re.compile(r"\[\^([^\[\]\s]+)\]")
_BELOW = 2
"""By how many levels the original's headings stand below the translation's."""


def make(edition: Edition) -> bytes:
    """CommonMark with tables and footnotes. Unconfirmed passages begin with a label in brackets."""
    source = edition.source_language
    sources = [unit.segment.text for unit in edition.units]
    head = warned(edition)
    translation = titled_markdown(
        edition, [labelled(unit, edition.target_language) for unit in edition.units], edition.target_language
    ).strip("\n")
    original = _lowered(titled_markdown(edition, sources, source), source).strip("\n")
    page = (
        f"{head}{translation}\n{credited(edition)}\n---\n\n## {line('original', edition.target_language, source)}\n\n"
        f'<div lang="{source}" dir="{direction(source)}">\n\n{original}\n\n</div>\n'
    )
    return page.encode()


def _lowered(text: str, prefix: str) -> str:
    """The Markdown with its headings lowered and its footnotes' labels made its own."""
    lines = text.split("\n")
    found = scan(text, "")
    code = {line for start, end in found.code for line in range(start, end)}
    for start, end, markup in found.headings:
        _lower(lines, start, end, markup)
    notes = rf"[^{prefix}-\1]"
    return "\n".join(line if at in code else _NOTE.sub(notes, line) for at, line in enumerate(lines))


def _lower(lines: list[str], start: int, end: int, markup: str) -> None:
    """Lower the heading that is in these lines."""
    if markup.startswith("#"):
        level = min(len(markup) + _BELOW, 6)
        lines[start] = lines[start].replace(markup, "#" * level, 1)
    else:
        level = _BELOW + (1 if markup == "=" else 2)
        words = " ".join(line.strip() for line in lines[start : end - 1])
        lines[start:end] = ["#" * level + " " + words, *[""] * (end - start - 1)]


PAGE_MD = Output("page-md", "page.md", messages.PAGE_MD(), make)
