"""Where a Word document says of itself that it is confidential."""

from __future__ import annotations

import io
import re
from collections import deque
from collections.abc import Iterator
from itertools import chain, islice

from lxml import etree

from ...confidential import HEAD_LINES, in_end, in_lines, in_notes, in_property, is_free
from ...messages import Message
from ...office.xmlparts import parsed
from .messages import IN_COMMENT, IN_FOOTER, IN_HEADER, IN_PROPERTIES
from .names import W
from .package import Package, local

_LABELS = frozenset({"keywords", "category", "contentStatus"})
_BESIDE = re.compile(r"docProps/app\.xml|docMetadata/.*\.xml|customXml/item\d*\.xml")
_NOTES = re.compile(r"word/(?:footnotes|endnotes)\d*\.xml")
_STRONG = re.compile(rb"onf|0nf|vertr", re.IGNORECASE)
"""What a text whose last lines are worth reading holds."""
_COMMENTS = re.compile(r"word/comments\w*\.xml")
_SHAPE_TEXT = "{urn:schemas-microsoft-com:vml}textpath"
"""A watermark's words, as "Design, Watermark" writes them into the page header."""


def marks(package: Package) -> Message | None:
    """In its properties, page headers and watermarks, or first lines; empty if in none. Raises ReadError."""
    if any(_property(*pair) for pair in chain(_properties(package), _elsewhere(package))):
        return IN_PROPERTIES()
    for part in package.archive.parts:
        if _COMMENTS.fullmatch(part) and in_lines(_paragraphs(parsed(package.archive, part)), weak=False):
            return IN_COMMENT()
        if _NOTES.fullmatch(part) and (found := in_notes(_paragraphs(parsed(package.archive, part)))):
            return found
    for part, story in package.stories:
        if story not in ("header", "footer"):
            continue
        root = parsed(package.archive, part)
        shapes = [str(node.get("string", "")) for node in root.iter(_SHAPE_TEXT)]
        if in_lines([*shapes, *islice(_paragraphs(root), HEAD_LINES)]):
            return IN_HEADER() if story == "header" else IN_FOOTER()
    data = package.archive.read(package.main)
    return in_lines(_lines(data)) or (in_end([*deque(_lines(data), 3)]) if _STRONG.search(data) else None)


def _properties(package: Package) -> Iterator[tuple[str, str]]:
    """Names and values of the document's properties, its own and those a person added."""
    if package.core:
        for node in parsed(package.archive, package.core).iter():
            yield local(node), str(node.text or "")
    if package.custom:
        for node in parsed(package.archive, package.custom).iter():
            if local(node) == "property":
                # Whoever adds a property to say what the document is says so by its name or its value.
                value = " ".join(str(text) for text in node.itertext())
                yield str(node.get("name", "")), value
                yield "label", value


def _elsewhere(package: Package) -> Iterator[tuple[str, str]]:
    """Those that Word and what works with it keep in other parts: of the organisation, of a library, of labels, of macros."""
    for part in package.archive.parts:
        if not _BESIDE.match(part):
            continue
        for node in parsed(package.archive, part).iter():
            yield local(node), str(node.text or "")
            if part.startswith("docMetadata"):
                yield from (("label", str(value)) for value in node.attrib.values())
    if package.settings:
        for node in parsed(package.archive, package.settings).iter(f"{W}docVar"):
            yield str(node.get(f"{W}name", "")), str(node.get(f"{W}val", ""))


def _property(name: str, value: str) -> bool:
    if is_free(name) and in_lines(value.splitlines(), weak=False):
        return True
    return in_property("label" if name in _LABELS else name, value)


def _paragraphs(root: etree._Element) -> Iterator[str]:
    for node in root.iter(f"{W}p"):
        if words := _words(node):
            yield words


def _words(paragraph: etree._Element) -> str:
    return "".join(str(node.text or "") for node in paragraph.iter(f"{W}t", f"{W}delText")).strip()


def _lines(data: bytes) -> Iterator[str]:
    """The paragraphs of the body, read as far as they are asked for."""
    parser = etree.iterparse(
        io.BytesIO(data), tag=f"{W}p", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
    )
    try:
        for _, node in parser:
            if words := _words(node):
                yield words
            node.clear()
    except etree.XMLSyntaxError:
        return  # the reader says what is wrong with it
