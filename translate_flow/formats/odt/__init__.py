"""ODT: LibreOffice and other OpenDocument texts, paragraph by paragraph, with inline marks.

Read: text, tables, frames, sections, footnotes, endnotes, headers, footers, texts for
images, the document's title. Tracked changes are read as accepted, hidden text is left
out. Comments, macros, and every part without a translation stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from ... import inline
from ...errors import BuildError
from ...model import Document, Kind, Segment
from ...names import names_only
from ...office.kept import Kept
from ...office.languages import full_tag
from ...office.pins import pinned
from ...office.spans import unmarked
from ...office.xmlparts import must_be_xml, serialised, told
from ...text import segment_keys
from .. import Format
from .blocks import STORED_TITLE, Block, Scan, scan
from .names import DC, FO, STYLE
from .paragraph import Writer

_NAMED = frozenset({Kind.ITEM, Kind.CELL, Kind.LINE})
_KEPT: Kept[Scan] = Kept()


def read(data: bytes, name: str) -> Document:
    """The statement in an OpenDocument text. Raises ReadError."""
    found = scan(data, name)
    _KEPT.keep(data, name, found)
    title = _title(found.blocks)
    notices = [*told((block.text for block in found.blocks), name)]
    if any(part.startswith(("Basic/", "Scripts/")) for part in found.archive.parts):
        notices.append("has macros; they are kept as they are, and never run")
    return Document(
        name,
        "odt",
        tuple(
            _segment(block, key, block is title)
            for block, key in zip(found.blocks, segment_keys(b.text for b in found.blocks), strict=True)
        ),
        title=inline.plain(title.text) if title else "",
        notices=tuple(notices),
    )


def rebuild(data: bytes, document: Document, texts: Mapping[str, str], *, language: str = "") -> bytes:
    """The document with other texts in its segments, spell-checked in `language`.

    Raises BuildError naming the segment if a translation lost a link or a fixed thing,
    or if `data` is not what was read.
    """
    changed = {
        segment.start: segment
        for segment in document.segments
        if texts.get(segment.key, segment.text) != segment.text and texts[segment.key].strip()
    }
    if not changed:
        return data
    found = _KEPT.take(data, document.name) or scan(data, document.name)
    touched: set[str] = set()
    for block in found.blocks:
        segment = changed.pop(block.ordinal, None)
        if segment is None:
            continue
        if segment.text != block.text:
            raise _other(document.name)
        _put(document.name, block, segment, texts[segment.key].strip(), found, language)
        touched.add(block.part)
    if changed:
        raise _other(document.name)
    if language:
        touched |= _set_language(found, language)
    archive = found.archive
    return archive.rebuilt(
        {part: serialised(found.roots[part], archive.read(part)) for part in found.roots if part in touched}
    )


def _other(name: str) -> BuildError:
    return BuildError(f"{name}: the file has changed since it was read; add it again")


def _put(name: str, block: Block, segment: Segment, text: str, found: Scan, language: str) -> None:
    parts, left = inline.repaired(block.text, text)
    if left:
        raise BuildError(f"{name}: segment {segment.key}: {left[0].message}; put it where it belongs")
    must_be_xml(text, name, segment.key)
    if block.content is None or block.marked is None:
        block.node.text = "".join(part for part in parts if isinstance(part, str)).replace("\n", " ")
        return
    spans = unmarked(parts, block.marked)
    if block.content.pins:
        before = sum(len(span.text) for span in block.marked.before)
        spans = pinned(spans, block.content.pins, before, block.marked.parts, parts, language)
    spans = [*block.marked.before, *spans, *block.marked.after]
    Writer(found.styles[block.part]).write(block.node, block.content, spans)


def _set_language(found: Scan, language: str) -> set[str]:
    """Make the language that text is spell-checked in `language`; the parts that were changed."""
    tag, _, country = full_tag(language).partition("-")
    touched = set()
    for part in ("styles.xml", "content.xml"):
        for node in found.roots[part].iter(f"{STYLE}text-properties") if part in found.roots else ():
            if node.get(f"{FO}language", "none") not in ("none", "zxx"):
                node.set(f"{FO}language", tag)
                node.set(f"{FO}country", country or "none")
                for name in (f"{STYLE}rfc-language-tag", f"{FO}script"):
                    if name in node.attrib:
                        del node.attrib[name]
                touched.add(part)
    for node in found.roots["meta.xml"].iter(f"{DC}language") if "meta.xml" in found.roots else ():
        node.text = full_tag(language)
        touched.add("meta.xml")
    return touched


def _title(blocks: list[Block]) -> Block | None:
    """The block that is the title: by its style, as first heading of the first level, or in the properties."""
    styled = (block for block in blocks if block.titled)
    headed = (block for block in blocks if block.kind is Kind.HEADING and block.level == 1)
    stored = (block for block in blocks if block.note == STORED_TITLE)
    return next(chain(styled, headed, stored), None)


def _segment(block: Block, key: str, title: bool) -> Segment:
    kind = block.kind
    if title:
        kind = Kind.TITLE
    elif kind is Kind.TITLE:
        kind = Kind.HEADING
    elif kind in _NAMED and names_only(inline.plain(block.text)):
        kind = Kind.NAME
    return Segment(
        key,
        kind,
        block.text,
        block.ordinal,
        block.ordinal + 1,
        note=block.note,
        level=block.level,
        marker=block.marker,
        group=block.group,
        row=block.row,
    )


ODT = Format("odt", (".odt", ".ott"), "LibreOffice and other OpenDocument texts", read, rebuild)
