"""Markdown for a statement of another format, laid out by the kinds of its segments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import quote

from ..files.encoding import decode
from ..files.images import image_name
from ..formats.plain.mail import hidden_heads
from ..frontmatter import front_matter
from ..markup.inline import plain
from ..markup.notes import PlaceNote
from ..model import Edition, Kind, Segment
from .escaped import escaped, without_links
from .footnotes import Footnotes, footnotes, without_sign
from .inlines import prepared
from .marks import label_mark, split_mark
from .worded import Worded

_BULLET = re.compile(r"[-–—•·*▪●◦‣o]$")
_ORDINAL = re.compile(r"\d{1,9}[.)]$")
_LABEL = re.compile(
    r"(?:\(?(?:[a-zA-Zñ]|[ivxIVX]{1,6}|\d{1,4}|\d{1,3}(?:\.\d{1,3})+)(?:\.[-º]|[.):º°])++|\d{1,3}(?:\.\d{1,3})+)$"
)
"""Characters of numbered lists that Markdown does not know: `a)`, `iv.`, `1:`, `2.1.`, `1.-`."""
_RULE = re.compile(r"\s*([-_=*~—–])\1\1+\s*")
_NEXT_LINE = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
_LISTED_FROM = 3
_DEEPEST = 12
"""Levels by which an item is set in at most; each costs four blanks on each of its lines."""
_LISTED = (Kind.ITEM, Kind.NAME)


@dataclass(frozen=True, slots=True)
class _Block:
    """A segment in its place, or text between segments that is not to be translated."""

    family: str
    """list, table, quote, note, or text."""
    segment: Segment
    """Its kind and place; one without a key for text between segments."""
    text: str
    """As Markdown."""
    marker: str = ""
    """What is before it in its line; of a footnote, its label."""
    below: bool = False
    """Whether it is a line of its own directly below the one before."""


def outline(edition: Edition, texts: Sequence[str], *, labels: bool = False) -> str:
    """The statement's Markdown with one text per unit; texts are plain unless the statement is Markdown.

    What is about the file and no part of the statement is left out. With `labels` items whose characters Markdown does not
    know are items all the same, with a mark that holds the sign (`marks.labelled`); without, they are paragraphs.
    """
    parts: list[str] = []
    last = ""
    for blocks in _runs(_below_title(_blocks(edition, texts), edition)):
        family = blocks[0].family
        if family == last and family not in ("text", "note"):
            parts.append("<!-- -->")  # keeps two lists, tables or quotations apart
        parts.append(_list(blocks, labels) if family == "list" else _LAYOUTS[family](blocks))
        last = family
    return "\n\n".join(parts) + "\n"


def _below_title(blocks: Iterable[_Block], edition: Edition) -> Iterator[_Block]:
    """Headings of the title's own level, as a title that is none in the file leaves them, and all below a level deeper."""
    deeper = any(unit.segment.kind is Kind.HEADING and unit.segment.level == 1 for unit in edition.units)
    for block in blocks:
        segment = block.segment
        if deeper and segment.kind is Kind.HEADING:
            block = replace(block, segment=replace(segment, level=segment.level + 1))
        yield block


def _runs(blocks: Iterable[_Block]) -> Iterator[list[_Block]]:
    """Blocks of one list, table or quotation together; a list within an item is part of the outer one."""
    run: list[_Block] = []
    groups: set[int] = set()
    for block in blocks:
        segment = block.segment
        inner = block.family == "list" and segment.level > 1
        if run and (block.family != run[0].family or not (inner or segment.group in groups)):
            yield run
            run, groups = [], set()
        run.append(block)
        groups.add(segment.group)
    if run:
        yield run


def left_out(edition: Edition) -> frozenset[int]:
    """Ordinals of the units that are no part of the statement's text; see `outline`."""
    if edition.document.format == "markdown" and edition.source:
        bare: frozenset[int] = frozenset()
    else:
        bare = footnotes(edition, _markers(edition)).headings
    units = enumerate(edition.units)
    bare |= _described(edition).keys()
    return bare | {at for at, u in units if u.segment.setting.outside and u.segment.kind is not Kind.TITLE}


def _markers(edition: Edition) -> dict[int, str]:
    """What is before the units of a plain file."""
    if not _has_places(edition):
        return {}
    return {at: before.strip() for at, _, before in _between(edition) if at >= 0 and before.strip()}


def _blocks(edition: Edition, texts: Sequence[str]) -> Iterator[_Block]:
    """Segments in order, figures of tables and, in plain text, what is between them."""
    between = list(_between(edition)) if _has_places(edition) else []
    markers = _markers(edition)
    depths = _depths(between)
    notes = footnotes(edition, markers)
    below = _lines(edition, markers) if _has_places(edition) else {}
    described = _described(edition)
    worded = Worded(edition, texts)
    found: list[tuple[int, _Block]] = [(start, _fixed(line)) for at, start, line in between if at < 0]
    for at, (unit, text) in enumerate(zip(edition.units, texts, strict=True)):
        segment = unit.segment
        title = segment.kind is Kind.TITLE
        if (segment.setting.outside and not title) or at in notes.headings or at in described:
            continue
        mark, text = split_mark(text)
        if at in depths:
            segment = replace(segment, level=depths[at])
        label = notes.labels.get(at, "")
        if label and edition.document.format == "html":
            text = without_sign(text)
        segment = _unmarked(segment)
        text = mark + prepared(text, segment, edition.document.format, notes)
        family, marker = (
            ("note", label) if label else (_family(segment), markers.get(at) or worded.put(segment.marker))
        )
        if title and segment.setting.outside:
            found.insert(0, (-1, _Block(family, segment, text)))
        else:
            family = "text" if at in below else family
            found.append((segment.start, _Block(family, segment, text, marker, below.get(at, False))))
    found += [(one.start, _figure(one, edition, notes)) for one in edition.document.figures]
    pictures = _pictures(edition, texts, described)
    found += [(block.segment.start, block) for block in pictures]
    if between or pictures or edition.document.figures:
        found.sort(key=lambda pair: pair[0])
    yield from (block for _, block in found)


def _unmarked(segment: Segment) -> Segment:
    """The segment without the marks around all its words, where its place says that it is bold."""
    if segment.kind in (Kind.TITLE, Kind.HEADING) or (segment.kind is Kind.CELL and segment.row == 1):
        return replace(segment, setting=replace(segment.setting, around=()))
    return segment


def _figure(segment: Segment, edition: Edition, notes: Footnotes) -> _Block:
    """A cell without words."""
    return _block(segment, prepared(segment.text, _unmarked(segment), edition.document.format, notes))


def _described(edition: Edition) -> dict[int, int]:
    """The units that say what is in an image's place, and the ordinal of the image among the `pictures`."""
    found: dict[int, int] = {}
    units = [
        (at, unit.segment)
        for at, unit in enumerate(edition.units)
        if unit.segment.note.startswith((PlaceNote.IMAGE_TEXT, PlaceNote.IMAGE_TITLE))
    ]
    for ordinal, picture in enumerate(edition.document.pictures):
        if image_name(picture.address) not in edition.images or not picture.place.text:
            continue
        for at, segment in units:
            if (
                at not in found
                and segment.start >= picture.place.start
                and segment.text == picture.place.text
            ):
                found[at] = ordinal
                break
    return found


def _pictures(edition: Edition, texts: Sequence[str], described: Mapping[int, int]) -> list[_Block]:
    """The images that stand among the segments."""
    units = {ordinal: at for at, ordinal in described.items()}
    blocks = []
    for ordinal, picture in enumerate(edition.document.pictures):
        if image_name(picture.address) in edition.images:
            at = units.get(ordinal)
            mark, words = split_mark(texts[at]) if at is not None else ("", picture.place.text)
            words = without_links(plain(words)).replace("]", "\\]")
            sign = f"{mark}![{words}](<{quote(image_name(picture.address))}>)"
            blocks.append(_block(picture.place, sign))
    return blocks


def _between(edition: Edition) -> Iterator[tuple[int, int, str]]:
    """Of a plain file, the lines that are no segments, each with -1 and its place; and what is before a segment
    in its line, with the segment's ordinal."""
    source = decode(edition.source, edition.document.name).text
    head = front_matter(source)
    front = head.end if any(value.path and value.path[0] for value in head.values) else 0
    source = source[:front] + hidden_heads(source[front:])
    segments = [unit.segment for unit in edition.units if unit.segment.start >= front]
    first = len(edition.units) - len(segments)
    at = front
    for ordinal, segment in enumerate(segments, first):
        *lines, before = source[at : segment.start].splitlines() or [""]
        if source[at : segment.start].endswith(("\n", "\r")):
            lines, before = [*lines, before], ""
        yield from ((-1, at, line) for line in lines if line.strip() and not segment.setting.outside)
        yield ordinal, segment.start, before.rstrip()
        at = segment.end
    outside = bool(segments) and segments[-1].setting.outside
    yield from ((-1, at, line) for line in source[at:].splitlines() if line.strip() and not outside)


def _depths(between: Sequence[tuple[int, int, str]]) -> dict[int, int]:
    """Of a plain file, how deep each item is, from 1: as far as its sign is set in further than those before."""
    found: dict[int, int] = {}
    indents: list[int] = []
    last = -2
    for at, _, before in between:
        if at < 0 or not before.strip():
            continue
        indent = len(before.expandtabs()) - len(before.expandtabs().lstrip())
        if at != last + 1:
            indents = []
        last = at
        while indents and indents[-1] > indent:
            indents.pop()
        if not indents or indents[-1] < indent:
            indents.append(indent)
        found[at] = len(indents)
    return found


def _lines(edition: Edition, markers: Mapping[int, str]) -> dict[int, bool]:
    """The units of a plain file that are lines of an address or the like, and whether each is directly below another.

    Names one below the other are a list from three on.
    """
    source = decode(edition.source, edition.document.name).text
    runs: list[list[int]] = []
    end = -1
    for at, unit in enumerate(edition.units):
        segment = unit.segment
        if segment.kind in (Kind.LINE, Kind.NAME) and at not in markers and not segment.setting.outside:
            if runs and runs[-1][-1] == at - 1 and _NEXT_LINE.fullmatch(source, end, segment.start):
                runs[-1].append(at)
            else:
                runs.append([at])
        end = segment.end
    named = {at for run in runs for at in run if edition.units[at].segment.kind is Kind.NAME}
    loose = [run for run in runs if len(run) < _LISTED_FROM or not named.issuperset(run)]
    return {at: place > 0 for run in loose for place, at in enumerate(run)}


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


def _list(blocks: Sequence[_Block], labels: bool) -> str:
    """List items; with a marker Markdown does not know (`1:`, `a)`) they are paragraphs that begin with it."""
    text, hang = "", ""
    shapes: dict[int, str] = {}
    """Of the lists that are open, by depth."""
    levels: list[int] = []
    """Of those, as the file counts them: it may leave some out, Markdown must not."""
    for block in blocks:
        if block.segment.setting.continues and text:
            text += "\n\n" + hang + _continued(block.text, hang)
            continue
        bullet = not block.marker or bool(_BULLET.match(block.marker))
        known = bool(bullet or _ORDINAL.match(block.marker))
        lettered = labels and not known and bool(_LABEL.match(block.marker))
        listed = known or lettered
        mark = "-" if bullet else "1." if lettered else block.marker if known else escaped(block.marker)
        own = max(block.segment.level, 1)
        levels = [level for level in levels if level < own] if listed else []
        depth = min(len(levels), _DEEPEST)
        if listed:
            levels.append(own)
        shape = mark.lstrip("0123456789") if listed else ""
        if text:
            # Items stand close; between two lists, and beside what is no item, a blank line is needed.
            begins = depth not in shapes and mark in (
                "-",
                "1.",
            )  # no other number may follow its text directly
            close = shape and (shapes.get(depth) == shape or (begins and shapes))
            text += "\n" if close else "\n\n"
        shapes = {at: known for at, known in shapes.items() if at < depth} | ({depth: shape} if shape else {})
        indent = "    " * depth
        hang = indent + " " * (len(mark) + 1) if listed else ""
        body = label_mark(block.marker) + block.text if lettered else block.text
        text += f"{indent}{mark} " + _continued(body, hang)
    return text


def _notes(blocks: Sequence[_Block]) -> str:
    """Footnotes, each with its further paragraphs."""
    parts, last = [], ""
    for block in blocks:
        first = block.marker != last
        parts.append((f"[^{block.marker}]: " if first else "    ") + _continued(block.text, "    "))
        last = block.marker
    return "\n\n".join(parts)


def _quote(blocks: Sequence[_Block]) -> str:
    return "\n>\n".join("> " + _continued(block.text, "> ") for block in blocks)


def _table(blocks: Sequence[_Block]) -> str:
    lines = [line for _, run in groupby(blocks, key=lambda block: block.segment.row) for line in _row(run)]
    width = max(map(len, lines))
    rows = ["| " + " | ".join(line + [""] * (width - len(line))) + " |" for line in lines]
    return "\n".join([rows[0], "|" + "---|" * width, *rows[1:]])


def _row(blocks: Iterable[_Block]) -> list[list[str]]:
    """The lines of one row: a further paragraph of a cell is in its column, a line below."""
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
    made = _plain(blocks[0])
    for block in blocks[1:]:
        made += ("\\\n" if block.below else "\n\n") + _plain(block)
    return made


def _plain(block: _Block) -> str:
    segment = block.segment
    before = f"{escaped(block.marker)} " if block.marker else ""
    if segment.kind in (Kind.TITLE, Kind.HEADING):
        level = 1 if segment.kind is Kind.TITLE else min(max(segment.level, 2), 6)
        return "#" * level + " " + before + re.sub(r"\\?\n", "<br>", block.text)
    return before + block.text


def _continued(text: str, prefix: str) -> str:
    return text.replace("\n", "\n" + prefix)


_LAYOUTS = {"quote": _quote, "table": _table, "note": _notes, "text": _text}
