"""Markdown: CommonMark with tables, footnotes and front matter, read block by block with places.

Left alone: front matter but for its texts, code, formulas, rules, the links of images that stand alone (their
alternative text is a caption, their title a text of its own), and lines that mean something by themselves (`standing`).
The title is the first first-level heading; without one, the front matter's `title`;
without that, a heading that opens the statement. A `title` that repeats the heading is
not a segment, and follows the heading's translation; one with other words is a segment.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...confidential import in_text
from ...files.encoding import decode
from ...messages import Message
from ...model import Document
from .. import Format

# The reader and its library are loaded when a text is read: to ask for the mark, neither is needed.


def _read(data: bytes, name: str) -> Document:
    from .statement import read

    return read(data, name)


def _rebuild(data: bytes, document: Document, texts: Mapping[str, str], *, language: str = "") -> bytes:
    from .statement import rebuild

    return rebuild(data, document, texts, language=language)


def confidential(data: bytes, name: str) -> Message | None:
    """Where the file marks itself as confidential: in its front matter or first lines. Raises ReadError."""
    return in_text(decode(data, name).text)


MARKDOWN = Format(
    "markdown",
    (".md", ".markdown"),
    "Markdown: CommonMark with tables, footnotes and front matter",
    _read,
    _rebuild,
    confidential=confidential,
)
