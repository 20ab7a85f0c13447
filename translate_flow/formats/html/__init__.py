"""HTML: web pages read block by block with places; every byte that is not translated stays.

Read: running text, headings, lists, tables, quotations, captions, forms' labels,
`<title>`, descriptions in `<meta>`, `alt`, `title`, `placeholder`, `aria-label`.
Left alone: scripts, styles, comments, code, drawings, `translate="no"`.
"""

from __future__ import annotations

import codecs
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...errors import BuildError
from ...files.encoding import Decoded, decode, encode
from ...files.sniffing import declared
from ...language.text import segment_keys
from ...markup import inline
from ...markup.messages import FILE_CHANGED, MISPLACED
from ...markup.notes import is_outside
from ...markup.splice import splice
from ...messages import Message, Template
from ...model import Document, ImagePlace, Kind, Omission, Segment
from ...names import names_only
from .. import Format
from .blocks import scan
from .found import Block
from .messages import READ_AS_DECLARED
from .runs import BLANK
from .settings import in_menu
from .write import attribute, language_edits, markup

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_OURS = frozenset(
    {"utf-8", "iso8859-1", "cp1252", "ascii", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7"}
)
"""Declared encodings that `encoding.decode` finds by itself, or that browsers do not believe."""

_ITEMS = frozenset({Kind.ITEM, Kind.CELL, Kind.LINE})


def read(data: bytes, name: str) -> Document:
    """The statement in a web page. Raises ReadError."""
    return read_within(data, name, "")


def article(data: bytes, name: str) -> str:
    """The elements that hold the page's article, for `read_within`. Raises ReadError."""
    from .article import places

    text = _decode(data, name).text
    return places(text, scan(text).blocks, name)


def read_within(data: bytes, name: str, elements: str) -> Document:
    """The statement in those elements of a web page (`h1:12 div:15`), or in all of it. Raises ReadError."""
    decoded = _decode(data, name)
    scanned = scan(decoded.text)
    found: Sequence[Block] = scanned.blocks
    figures: Sequence[Block] = scanned.figures
    pictures = scanned.pictures
    if elements:
        from .article import standing_in, within

        found, figures = within(found, elements, name), standing_in(figures, elements)
        inside = {place.start for place in standing_in([place for place, _ in pictures], elements)}
        pictures = tuple((place, address) for place, address in pictures if place.start in inside)
    title = _title(found)
    heads = {place for place in title.inside if place.startswith("header:")} if title else set()
    keys = segment_keys(block.text for block in found)
    line, done = 1, 0
    segments = []
    for block, key in zip(found, keys, strict=True):
        line, done = line + decoded.text.count("\n", done, block.start), block.start
        segment = _segment(block, key, line, block is title)
        if segment.setting.outside and heads.intersection(block.inside) and not in_menu(block.inside):
            segment = replace(segment, setting=replace(segment.setting, outside=False))
        segments.append(segment)
    return Document(
        name,
        "html",
        tuple(segments),
        title=inline.plain(title.text) if title else "",
        encoding=decoded.encoding,
        notices=decoded.notices,
        within=elements,
        figures=tuple(_segment(block, "", 0, False) for block in figures),
        pictures=tuple(ImagePlace(_segment(place, "", 0, False), address) for place, address in pictures),
        omitted=_omitted(scanned.omitted),
    )


_LONGEST = 60
"""Characters of words that are quoted."""


def _omitted(found: Sequence[tuple[Template, str]]) -> tuple[Omission, ...]:
    kinds: dict[str, list[str]] = {}
    templates = {template.id: template for template, _ in found}
    for template, words in found:
        kinds.setdefault(template.id, []).append(words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…")
    return tuple(
        Omission(templates[kind](n=len(said)), len(said), tuple(said)) for kind, said in kinds.items()
    )


def rebuild(data: bytes, document: Document, texts: Mapping[str, str], *, language: str = "") -> bytes:
    """The page with other texts in its segments, and marked as being in `language`.

    Where the segments are an article within the page, the article is marked, not the page.
    Raises BuildError naming the segment if a translation lost a link or a fixed thing,
    or if `data` is not what was read.
    """
    changed = {
        (segment.start, segment.end): segment
        for segment in document.segments
        if texts.get(segment.key, segment.text) != segment.text and texts[segment.key].strip()
    }
    if not changed:
        return data
    decoded = _decode(data, document.name)
    found = scan(decoded.text)
    known = {(block.start, block.end): block for block in found.blocks}
    for place, segment in changed.items():
        if place not in known or known[place].text != segment.text:
            raise BuildError(FILE_CHANGED(file=document.name))
    homes = _homes(document.within, [known[place] for place in changed])
    small = language_edits(found, language, homes) if language else []
    large: list[tuple[Block, Segment]] = []
    for place, segment in changed.items():
        block = known[place]
        if block.quote is None:
            large.append((block, segment))
        else:
            words = "".join(p for p in _fitted(document.name, segment, texts) if isinstance(p, str))
            small.append((block.start, block.end, attribute(words, block.quote, decoded.encoding)))
    small.sort()
    pieces = []
    for block, segment in sorted(large, key=lambda pair: pair[0].start):
        parts = _fitted(document.name, segment, texts)
        pieces.append(
            (block.start, block.end, markup(parts, block, _Source(decoded.text, small), decoded.encoding))
        )
    return encode(splice(decoded.text, _merged(pieces, small)), decoded, document.name)


def _homes(within: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """The elements to be marked as translated: those of the article and the page's title; none: the page."""
    if not within:
        return ()
    titles = (block.inside[-1] for block in blocks if block.inside[-1:] and "title:" in block.inside[-1])
    return (*titles, *within.split())


class _Source:
    """Stretches of the page with the changes to attributes in them."""

    def __init__(self, text: str, edits: Sequence[tuple[int, int, str]]) -> None:
        self._text = text
        self._edits = edits
        self._starts = [edit[0] for edit in edits]

    def __call__(self, start: int, end: int) -> str:
        near = self._edits[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        edits = [(a - start, b - start, new) for a, b, new in near if b <= end]
        return splice(self._text[start:end], edits)


def _merged(
    pieces: Sequence[tuple[int, int, str]], small: Sequence[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """Pieces and the small changes outside them, in order."""
    found: list[tuple[int, int, str]] = []
    at = 0
    for edit in small:
        while at < len(pieces) and pieces[at][1] <= edit[0]:
            found.append(pieces[at])
            at += 1
        if at == len(pieces) or edit[1] <= pieces[at][0]:
            found.append(edit)
    return found + list(pieces[at:])


def _fitted(name: str, segment: Segment, texts: Mapping[str, str]) -> list[inline.Token]:
    parts, left = inline.repaired(segment.text, texts[segment.key].strip(BLANK))
    if left:
        raise BuildError(MISPLACED(file=name, key=segment.key, problem=left[0].message))
    return parts


def _decode(data: bytes, name: str) -> Decoded:
    """The page's text; the encoding it declares is believed where the bytes do not tell."""
    codec = declared(data)
    if codec and codec not in _OURS and not data.startswith(_MARKS):
        try:
            text = data.decode(codec)
        except (LookupError, UnicodeError):
            text = ""
        if text and "\0" not in text and text.encode(codec) == data:
            return Decoded(text, codec, notices=(READ_AS_DECLARED(encoding=codec),))
    return decode(data, name)


def _title(blocks: Sequence[Block]) -> Block | None:
    """The block that is the statement's title: the first heading of the first level, or the page's title."""
    first = next((block for block in blocks if block.kind is Kind.HEADING and block.level == 1), None)
    return first or next(
        (block for block in blocks if block.inside[-1:] and "title:" in block.inside[-1]), None
    )


def _segment(block: Block, key: str, line: int, title: bool) -> Segment:
    kind = Kind.TITLE if title else block.kind
    if kind in _ITEMS and names_only(inline.plain(block.text)):
        kind = Kind.NAME
    return Segment(
        key,
        kind,
        block.text,
        block.start,
        block.end,
        line,
        block.line_break,
        block.note,
        block.level,
        block.marker,
        group=block.group,
        row=block.row,
        column=block.column,
        setting=replace(block.setting, outside=True) if is_outside(block.note) else block.setting,
    )


def confidential(data: bytes, name: str) -> Message | None:
    """Where the page marks itself as confidential, in words; see `marks`. Raises ReadError."""
    from .marks import marks

    return marks(_decode(data, name).text)


HTML = Format(
    "html", (".html", ".htm", ".xhtml"), "web pages", read, rebuild, article, read_within, confidential
)
