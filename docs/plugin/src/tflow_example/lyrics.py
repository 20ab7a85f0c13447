"""Song texts (`.lyrics`): each line that is not empty and does not begin with `#` is a segment."""

from __future__ import annotations

from collections.abc import Mapping

from translate_flow.errors import BuildError, ReadError
from translate_flow.formats import Format
from translate_flow.language.text import digest
from translate_flow.model import Document, Kind, Segment


def read(data: bytes, name: str) -> Document:
    """The lines. Raises ReadError for what is not UTF-8 text."""
    if b"\0" in data:
        raise ReadError(f"{name}: is not a text")
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise ReadError(f"{name}: is not UTF-8 at byte {error.start}; save it as UTF-8") from error
    seen: dict[str, int] = {}
    segments: list[Segment] = []
    for number, line in enumerate(lines):
        if line.strip() and not line.startswith("#"):
            key = digest(line)[:8]
            seen[key] = seen.get(key, 0) + 1
            if seen[key] > 1:
                key = f"{key}-{seen[key]}"
            segments.append(Segment(key, Kind.PARAGRAPH, line, start=number, line=number + 1))
    return Document(name, "lyrics", tuple(segments))


def rebuild(data: bytes, document: Document, texts: Mapping[str, str], *, language: str = "") -> bytes:
    """The lines with other texts; all else as it is."""
    lines = data.decode("utf-8").split("\n")
    for segment in document.segments:
        text = texts.get(segment.key, segment.text)
        if "\n" in text:
            raise BuildError(f"{document.name}: {segment.key}: a line of a song has no line break")
        lines[segment.start] = text
    return "\n".join(lines).encode()


LYRICS = Format("lyrics", (".lyrics",), "Song texts, a segment a line", read, rebuild)
