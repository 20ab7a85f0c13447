"""The folder of small documents, and how their segments are written down."""

from __future__ import annotations

from pathlib import Path

from translate_flow.formats import EXTENSIONS
from translate_flow.model import Document

FOLDER = Path(__file__).parent.parent / "fixtures" / "formats"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in EXTENSIONS)


def listing(document: Document) -> str:
    """Facts of the document, then one line a segment: line, kind, note, text."""
    lines = [f"format: {document.format}", f"encoding: {document.encoding}", f"title: {document.title}"]
    lines += [f"meta: {key} = {value}" for key, value in document.meta.items()]
    lines += [f"notice: {notice}" for notice in document.notices]
    lines += [
        f"{segment.line} {segment.kind}{f' ({segment.note})' if segment.note else ''} | {ascii_breaks(segment.text)}"
        for segment in document.segments
    ]
    return "\n".join(lines) + "\n"


def ascii_breaks(text: str) -> str:
    """The text on one line, with what would break it or not be seen spelt out."""
    return "".join(char if char == " " or char.isprintable() else repr(char)[1:-1] for char in text)
