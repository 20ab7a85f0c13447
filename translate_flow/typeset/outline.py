"""Markdown for a statement of another format, laid out by the kinds of its segments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..files.encoding import decode
from ..model import Edition, Kind, Segment
from .escaped import escaped, prepared

_BULLET = re.compile(r"[-–—•·*▪●◦‣o]$")
_ORDINAL = re.compile(r"\d{1,9}[.)]$")
_RULE = re.compile(r"\s*([-_=*~—–])\1\1+\s*")
_DEEPEST = 12
"""Levels by which an item is set in at most; each costs four blanks on each of its lines."""
_LISTED = (Kind.ITEM, Kind.NAME)


@dataclass(frozen=True, slots=True)
class _Block:
    """A segment in its place, or text between segments that is not to be translated."""

    family: str
    """list, table, quote, or text."""
    segment: Segment
    """Its kind and place; one without a key for text between segments."""
    text: str
    """As Markdown."""
    marker: str = ""
    """What stands before it in its line."""


def outline(edition: Edition, texts: Sequence[str]) -> str:
    """The statement's Markdown with one text per unit; texts are plain unless the statement is Markdown."""
    blocks = _blocks(edition, [prepared(text, edition.document.format) for text in texts])
    parts: list[str] = []
    last = ""
    for (family, _), run in groupby(blocks, key=lambda block: (block.family, block.segment.group)):
        if family == last and family != "text":
            parts.append("<!-- -->")  # keeps two lists, tables or quotations apart
        parts.append(_LAYOUTS[family](list(run)))
        last = family
    return "\n\n".join(parts) + "\n"


def _blocks(edition: Edition, texts: Sequence[str]) -> Iterator[_Block]:
    """Segments in order, figures of tables and, in plain text, what stands between them."""
    document = edition.document
    if document.figures:
        found = [_block(unit.segment, text) for unit, text in zip(edition.units, texts, strict=True)]
        found += [_block(figure, escaped(figure.text)) for figure in document.figures]
        yield from sorted(found, key=lambda block: block.segment.start)
        return
    source = decode(edition.source, edition.document.name).text if _has_places(edition) else ""
    at = 0
    for unit, text in zip(edition.units, texts, strict=True):
        segment = unit.segment
        *between, before = source[at : segment.start].splitlines() or [""]
        if source[at : segment.start].endswith(("\n", "\r")):
            between, before = [*between, before], ""
        yield from map(_fixed, filter(str.strip, between))
        at = segment.end
        yield _Block(_family(segment), segment, text, before.strip() or segment.marker)
    yield from map(_fixed, filter(str.strip, source[at:].splitlines()))


def _block(segment: Segment, text: str) -> _Block:
    return _Block(_family(segment), segment, text, segment.marker)


def _has_places(edition: Edition) -> bool:
    """Whether segments' places are characters of the source file's text."""
    return edition.document.format == "plain" and bool(edition.source)


def _fixed(line: str) -> _Block:
    text = "---" if _RULE.fullmatch(line) else escaped(line)
    return _Block("text", Segment("", Kind.LINE, line), text)


def _family(segment: Segment) -> str:
    if segment.kind is Kind.CELL or (segment.kind is Kind.NAME and segment.row):
        return "table" if segment.row else "text"
    if segment.kind is Kind.QUOTE:
        return "quote"
    return "list" if segment.kind in _LISTED else "text"


def _list(blocks: Sequence[_Block]) -> str:
    """List items; with a marker Markdown does not know (`1:`, `a)`) they are paragraphs that begin with it."""
    text, last = "", ""
    for block in blocks:
        bullet = not block.marker or _BULLET.match(block.marker)
        listed = bool(bullet or _ORDINAL.match(block.marker))
        mark = "-" if bullet else block.marker if listed else escaped(block.marker)
        indent = "    " * min(max(block.segment.level - 1, 0), _DEEPEST) if listed else ""
        shape = mark.lstrip("0123456789") if listed else ""
        if last or text:
            # Items of one list stand close; anything else needs a blank line between.
            text += "\n" if shape and shape == last else "\n\n"
        text += f"{indent}{mark} " + _continued(block.text, indent + " " * (len(mark) + 1) if listed else "")
        last = shape
    return text


def _quote(blocks: Sequence[_Block]) -> str:
    return "\n>\n".join("> " + _continued(block.text, "> ") for block in blocks)


def _table(blocks: Sequence[_Block]) -> str:
    lines = [line for _, run in groupby(blocks, key=lambda block: block.segment.row) for line in _row(run)]
    width = max(map(len, lines))
    rows = ["| " + " | ".join(line + [""] * (width - len(line))) + " |" for line in lines]
    return "\n".join([rows[0], "|" + "---|" * width, *rows[1:]])


def _row(blocks: Iterable[_Block]) -> list[list[str]]:
    """The lines of one row: a further paragraph of a cell stands in its column, a line below."""
    lines: list[list[str]] = [[]]
    free: dict[int, int] = {}  # first line that may still have room for a column
    for block in blocks:
        column = block.segment.column or len(lines[0]) + 1
        at = free.get(column, 0)
        while at < len(lines) and len(lines[at]) >= column:
            at += 1
        free[column] = at
        if at == len(lines):
            lines.append([])
        line = lines[at]
        line += [""] * (column - 1 - len(line))
        line.append(_cell(block))
    return lines


def _cell(block: _Block) -> str:
    return re.sub(r"\\?\n", "<br>", block.text)


def _text(blocks: Sequence[_Block]) -> str:
    return "\n\n".join(map(_plain, blocks))


def _plain(block: _Block) -> str:
    segment = block.segment
    before = f"{escaped(block.marker)} " if block.marker else ""
    if segment.kind in (Kind.TITLE, Kind.HEADING):
        level = 1 if segment.kind is Kind.TITLE else min(max(segment.level, 2), 6)
        return "#" * level + " " + before + re.sub(r"\\?\n", "<br>", block.text)
    return before + block.text


def _continued(text: str, prefix: str) -> str:
    return text.replace("\n", "\n" + prefix)


_LAYOUTS = {"list": _list, "quote": _quote, "table": _table, "text": _text}
