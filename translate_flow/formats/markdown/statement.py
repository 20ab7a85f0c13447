"""The statement in a Markdown file: read, and rebuilt with other texts."""

from __future__ import annotations

from collections.abc import Mapping

from ...errors import BuildError
from ...files.encoding import decode, encode
from ...frontmatter import notices
from ...language.text import has_letters, segment_keys
from ...language.whole import as_read
from ...markup.letters import lettered
from ...markup.messages import FILE_CHANGED
from ...markup.notes import PlaceNote
from ...markup.splice import must_hold, splice
from ...model import IN_TEXT, Document, Kind, Omission, Segment, Setting
from ...names import names_only
from .. import figures
from .blocks import Scan, front_title, scan, twin
from .drawn import drawn
from .messages import BLOCKS_CHANGE, DIAGRAMS, TABLES_LEFT
from .page import is_silent
from .references import linked
from .small import Block
from .write import written

Place = tuple[str, int, int, int]
"""Role, level, start and end of a block."""

_KINDS = {
    "front": Kind.LINE,
    "heading": Kind.HEADING,
    "underlined": Kind.HEADING,
    "paragraph": Kind.PARAGRAPH,
    "item": Kind.ITEM,
    "quote": Kind.QUOTE,
    "footnote": Kind.FOOTNOTE,
    "definition": Kind.ITEM,
    "term": Kind.ITEM,
    "words": Kind.LINE,
    "page": Kind.PARAGRAPH,
    "caption": Kind.CAPTION,
    "cell": Kind.CELL,
    "head-cell": Kind.CELL,
    "drawn": Kind.CELL,
    "drawn-head": Kind.CELL,
}

_NOTES = {
    "head-cell": PlaceNote.TABLE_HEAD,
    "drawn-head": PlaceNote.TABLE_HEAD,
    "caption": PlaceNote.IMAGE_TEXT,
}


def read(data: bytes, name: str) -> Document:
    """The statement in a Markdown file. Raises ReadError."""
    decoded = decode(data, name)
    found = scan(decoded.text, name)
    repeated = front_title(found.blocks) if twin(found.blocks) else None
    own = [block for block in found.blocks if block is not repeated]
    blocks = [
        block
        for block in own
        if has_letters(block.text) and not (block.text[0] in "<&![{" and is_silent(block.text))
    ]
    texts = [as_read(lettered(block.text)) for block in blocks]
    title = _title(blocks)
    segments = tuple(
        Segment(
            key,
            Kind.TITLE if at == title else _kind(block, text),
            text,
            block.start,
            block.end,
            block.line,
            " " if block.role in ("front", "words") else block.newline,
            block.note or _NOTES.get(block.role, ""),
            setting=Setting(outside=True)
            if block.role == "front" or block.note == PlaceNote.FRONT_TEXT
            else IN_TEXT,
        )
        for at, (key, block, text) in enumerate(zip(segment_keys(texts), blocks, texts, strict=True))
    )
    return Document(
        name,
        "markdown",
        segments,
        title="" if title is None else texts[title],
        encoding=decoded.encoding,
        meta=found.front.meta,
        notices=(*decoded.notices, *notices(found.front)),
        omitted=_omitted(found),
    )


def rebuild(data: bytes, document: Document, texts: Mapping[str, str], *, language: str = "") -> bytes:
    """The Markdown file with other texts in its segments; every block stays the block it was.

    Raises BuildError if a text cannot stand where it should without changing the blocks
    around it, if the file's encoding cannot hold it, or if `data` is not what was read.
    """
    changed = {
        segment.start: segment
        for segment in document.segments
        if texts.get(segment.key, segment.text) != segment.text and texts[segment.key].strip()
    }
    if not changed:
        return data
    for known, same, others, made in _LAST:
        if known == data and same is document and others == texts:
            return made
    decoded = decode(data, document.name)
    text, expected, keys = _put(decoded.text, document, texts, changed, decoded.encoding)
    _check(document.name, scan(text, document.name), expected, keys)
    made = encode(text, decoded, document.name)
    _LAST[:] = [(data, document, dict(texts), made)]
    return made


_LAST: list[tuple[bytes, Document, Mapping[str, str], bytes]] = []
"""The last rebuilding: the statement in its own format and its pages ask for the same."""


def put(text: str, document: Document, texts: Mapping[str, str]) -> str:
    """The file's text with other texts in its segments, as `rebuild` makes it but without looking at it again.

    For texts that `rebuild` has had, with marks before them that change no block. Raises BuildError.
    """
    changed = {segment.start: segment for segment in document.segments if texts[segment.key].strip()}
    return _put(text, document, texts, changed, "utf-8")[0]


def _put(
    source: str, document: Document, texts: Mapping[str, str], changed: dict[int, Segment], encoding: str
) -> tuple[str, list[Place], list[str]]:
    """The text with the changed segments; where every block is then expected, and the key of its segment."""
    pieces: list[tuple[int, int, str]] = []
    expected: list[Place] = []
    keys: list[str] = []
    moved = 0
    found = scan(source, document.name)
    blocks, heading = found.blocks, twin(found.blocks)
    tables = dict(found.drawn)
    for block in blocks:
        start, end = block.start, block.end
        if block.role.startswith("drawn"):
            made = (pieces, expected, keys)
            moved += _put_table(block, source, tables, texts, changed, moved, made, document.name, encoding)
            continue
        if heading and block.note == PlaceNote.FRONT_TITLE:
            segment = changed.get(heading.start)
        else:
            segment = changed.pop(start, None)
            segment = segment if segment and segment.end == end else None
        if segment:
            words = linked(segment.text, texts[segment.key], found.labels)
            piece = written(block, words, source)
            must_hold(piece, encoding, document.name, segment.key)
            pieces.append((start, end, piece))
            expected.append((block.role, block.level, start + moved, start + moved + len(piece.rstrip())))
            keys.append(segment.key)
            moved += len(piece) - (end - start)
        else:
            keys.append("")
            expected.append((block.role, block.level, start + moved, end + moved))
    if changed:
        raise BuildError(FILE_CHANGED(file=document.name))
    return splice(source, pieces), expected, keys


def _put_table(
    block: Block,
    source: str,
    tables: dict[int, int],
    texts: Mapping[str, str],
    changed: dict[int, Segment],
    moved: int,
    made: tuple[list[tuple[int, int, str]], list[Place], list[str]],
    file: str,
    encoding: str,
) -> int:
    """Draw the table again that begins at or before this block, if this is its first; by how much it grew."""
    start = next(iter(tables), -1)
    while start >= 0 and tables[start] <= block.start:  # without a word in it
        del tables[start]
        start = next(iter(tables), -1)
    if start < 0 or start > block.start:
        return 0
    end = tables.pop(start)
    table = drawn(source[start:end])
    assert table is not None
    own = {p.start: changed.pop(start + p.start, None) for _, p in table.parts()}
    words = {at: texts[segment.key] for at, segment in own.items() if segment}
    for at, segment in own.items():
        if segment:
            must_hold(words[at], encoding, file, segment.key)
    text = table.again(words) if words else source[start:end]
    pieces, expected, keys = made
    if words:
        pieces.append((start, end, text))
    for (row, part), segment in zip((drawn(text) or table).parts(), own.values(), strict=False):
        place = start + moved + part.start
        expected.append(("drawn-head" if row.head else "drawn", 0, place, place + part.end - part.start))
        keys.append(segment.key if segment else "")
    return len(text) - (end - start)


def _title(blocks: list[Block]) -> int | None:
    """Which block is the statement's title."""
    headed = [at for at, block in enumerate(blocks) if block.level == 1]
    if headed:
        return headed[0]
    if blocks and blocks[0].level > 0:
        return 0
    return next((at for at, block in enumerate(blocks) if block.note == PlaceNote.FRONT_TITLE), None)


def _kind(block: Block, text: str) -> Kind:
    if block.role in ("item", "cell") and names_only(text):
        return Kind.NAME
    if (
        block.role in ("item", "cell", "paragraph")
        and "\n" in text
        and all(map(names_only, text.split("\n")))
    ):
        return Kind.NAME
    return _KINDS[block.role]


def _omitted(found: Scan) -> tuple[Omission, ...]:
    cells = (block.text for block in found.blocks if block.role == "cell" and not has_letters(block.text))
    kinds = ((TABLES_LEFT, found.tables), (DIAGRAMS, found.diagrams))
    left = (Omission(kind(n=len(first)), len(first), first) for kind, first in kinds if first)
    return (*left, *figures(cells))


def _check(name: str, found: Scan, expected: list[Place], keys: list[str]) -> None:
    """Raises BuildError, naming the segment, if the blocks of the new file are not those expected."""
    places = [(block.role, block.level, block.start, block.end) for block in found.blocks]
    if places == expected:
        return
    at = next(
        (n for n, (one, other) in enumerate(zip(places, expected, strict=False)) if one != other), len(keys)
    )
    key = next((key for key in (*reversed(keys[: at + 1]), *keys[at + 1 :]) if key), "")
    raise BuildError(BLOCKS_CHANGE(file=name, key=key))
