"""DOCX: Word documents, paragraph by paragraph, with inline marks for formatting, links and things.

Read: body, tables, text boxes, footnotes, endnotes, headers, footers, alternative
texts of images, the document's title. Tracked changes are read as accepted, hidden
text is left out. Comments, macros, and every part without a translation stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from ...language.tags import full_tag
from ...markup.inline import FORMATTING, Token
from ...messages import Message
from ...model import Document
from ...office import places
from ...office.kept import KeptReading
from ...office.xmlparts import parsed, serialised
from .. import Format
from .accepted import accept
from .blocks import Block, Scan, scan
from .capital import parted
from .controls import unbind
from .names import DC_LANGUAGE, W
from .package import Package, package
from .pictures import image
from .styles import Styles
from .writer import write

_KEPT: KeptReading[tuple[Package, Scan]] = KeptReading()


def read(data: bytes, name: str) -> Document:
    """The statement in a Word document. Raises ReadError."""
    found = package(data, name)
    result = scan(found)
    _KEPT.keep(data, name, (found, result))
    macros = any(part.endswith("vbaProject.bin") for part in found.archive.parts)
    return places.document(
        name, "docx", result.blocks, result.figures, result.pictures, macros=macros, unread=result.unread
    )


def rebuild(data: bytes, document: Document, texts: Mapping[str, str], *, language: str = "") -> bytes:
    """The document with other texts in its segments, spell-checked in `language`.

    Raises BuildError naming the segment if a translation lost a link or a fixed thing,
    or if `data` is not what was read.
    """
    changed = places.changed(document, texts)
    if not changed:
        return data
    kept = _KEPT.take(data, document.name)
    found = kept[0] if kept else package(data, document.name)
    result = kept[1] if kept else scan(found)
    touched: dict[str, etree._Element] = {}
    todo = list(places.written(document.name, result.blocks, changed, texts))
    # A link is made again with the tooltip that it has when its paragraph is written.
    for block, parts in sorted(todo, key=lambda one: bool(one[0].nodes)):
        _put(block, parts, result.styles, language)
        touched |= {part: result.roots[part] for part in (block.part, *block.others)}
    for part, _ in found.stories:
        if part in touched:
            accept(touched[part])
    if language:
        _set_language(found, touched, full_tag(language), language)
    archive = found.archive
    return archive.rebuilt({part: serialised(root, archive.read(part)) for part, root in touched.items()})


def _put(block: Block, parts: Sequence[Token], styles: Styles, language: str) -> None:
    for put in block.puts:
        put(parts)
    for at, (node, content, found) in enumerate(zip(block.nodes, block.content, block.marked, strict=True)):
        # A twin for older programs may lack things that the paragraph has.
        known = {*FORMATTING, *found.things, *found.links, *found.formats}
        own = [part for part in parts if isinstance(part, str) or part.name in known]
        spans = places.stretches(own, found, content, language)
        if at < len(block.capital):
            parted(spans, block.capital[at])
        write(node, content, spans, styles)
        unbind(node)


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


def confidential(data: bytes, name: str) -> Message | None:
    """Where the document marks itself as confidential, in words; see `marks`. Raises ReadError."""
    from .marks import marks

    return marks(package(data, name))


DOCX = Format(
    "docx", (".docx", ".docm"), "Word documents", read, rebuild, confidential=confidential, image=image
)
