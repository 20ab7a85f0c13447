"""DOCX: Word documents, paragraph by paragraph, with inline marks for formatting, links and things.

Read: body, tables, text boxes, footnotes, endnotes, headers, footers, alternative
texts of images, the document's title. Tracked changes are read as accepted, hidden
text is left out. Comments, macros, and every part without a translation stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from lxml import etree

from ... import inline
from ...errors import BuildError
from ...model import Document, Kind, Segment
from ...names import names_only
from ...office.kept import Kept
from ...office.languages import full_tag
from ...office.pins import pinned
from ...office.spans import unmarked
from ...office.xmlparts import must_be_xml, parsed, serialised, told
from ...text import segment_keys
from .. import Format
from .blocks import STORED_TITLE, Block, Scan, scan
from .names import DC_LANGUAGE, W
from .package import Package, package
from .paragraph import write
from .styles import Styles

_NAMED = frozenset({Kind.ITEM, Kind.CELL, Kind.LINE})
_KEPT: Kept[tuple[Package, Scan]] = Kept()


def read(data: bytes, name: str) -> Document:
    """The statement in a Word document. Raises ReadError."""
    found = package(data, name)
    result = scan(found)
    _KEPT.keep(data, name, (found, result))
    blocks = result.blocks
    title = _title(blocks)
    notices = [*told((block.text for block in blocks), name)]
    if any(part.endswith("vbaProject.bin") for part in found.archive.parts):
        notices.append("has macros; they are kept as they are, and never run")
    return Document(
        name,
        "docx",
        tuple(
            _segment(block, key, block is title)
            for block, key in zip(blocks, segment_keys(b.text for b in blocks), strict=True)
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
    kept = _KEPT.take(data, document.name)
    found = kept[0] if kept else package(data, document.name)
    result = kept[1] if kept else scan(found)
    touched: dict[str, etree._Element] = {}
    for block in result.blocks:
        segment = changed.pop(block.ordinal, None)
        if segment is None:
            continue
        if segment.text != block.text:
            raise _other(document.name)
        _put(document.name, block, segment, texts[segment.key].strip(), result.styles, language)
        touched[block.part] = result.roots[block.part]
    if changed:
        raise _other(document.name)
    if language:
        _set_language(found, touched, full_tag(language), language)
    archive = found.archive
    return archive.rebuilt({part: serialised(root, archive.read(part)) for part, root in touched.items()})


def _other(name: str) -> BuildError:
    return BuildError(f"{name}: the file has changed since it was read; add it again")


def _put(name: str, block: Block, segment: Segment, text: str, styles: Styles, language: str) -> None:
    parts, left = inline.repaired(block.text, text)
    if left:
        raise BuildError(f"{name}: segment {segment.key}: {left[0].message}; put it where it belongs")
    must_be_xml(text, name, segment.key)
    if block.put is not None:
        block.put("".join(part for part in parts if isinstance(part, str)).replace("\n", " "))
    for node, content, found in zip(block.nodes, block.content, block.marked, strict=True):
        known = {*inline.FORMATTING, *found.things, *found.links, *found.formats}
        own = [part for part in parts if isinstance(part, str) or part.name in known]
        spans = unmarked(own, found)
        if content.pins:
            before = sum(len(span.text) for span in found.before)
            spans = pinned(spans, content.pins, before, found.parts, own, language)
        write(node, content, [*found.before, *spans, *found.after], styles)


def _set_language(found: Package, touched: dict[str, etree._Element], tag: str, plain: str) -> None:
    """Make `tag` the language that text is spell-checked in, in styles, settings and properties."""

    def root(part: str) -> etree._Element:
        if part not in touched:
            touched[part] = parsed(found.archive, part)
        return touched[part]

    if found.styles:
        styles = root(found.styles)
        default = styles
        for step in ("docDefaults", "rPrDefault", "rPr", "lang"):
            default = _child(default, step)
        default.set(f"{W}val", tag)
        for node in styles.iter(f"{W}lang"):
            if node.get(f"{W}val"):
                node.set(f"{W}val", tag)
    if found.settings:
        for node in root(found.settings).iter(f"{W}themeFontLang"):
            node.set(f"{W}val", tag)
    if found.core:
        for node in root(found.core).iter(DC_LANGUAGE):
            node.text = plain


def _child(node: etree._Element, name: str) -> etree._Element:
    """The child of that name, made as the first if there is none."""
    child = node.find(f"{W}{name}")
    if child is None:
        child = etree.Element(f"{W}{name}")
        if name == "lang":
            node.append(child)
        else:
            node.insert(0, child)
    return child


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


DOCX = Format("docx", (".docx", ".docm"), "Word documents", read, rebuild)
