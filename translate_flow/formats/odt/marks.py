"""Where an OpenDocument text says of itself that it is confidential."""

from __future__ import annotations

import io
import re
from collections import deque
from collections.abc import Iterator

from lxml import etree

from ...confidential import in_end, in_lines, in_property, is_free
from ...files.zipped import Archive
from ...messages import Message
from ...office.xmlparts import parsed
from .messages import IN_HEADER_OR_FOOTER, IN_PROPERTIES
from .names import META, PARAGRAPHS, STYLE, TEXT, local, words

_STRONG = re.compile(rb"onf|0nf|vertr", re.IGNORECASE)
"""What a text that is worth reading to its end holds."""
_NAMED = (f"{TEXT}bookmark", f"{TEXT}bookmark-start", f"{TEXT}user-field-decl", f"{TEXT}variable-decl")
_PAGE = (f"{STYLE}header", f"{STYLE}footer", f"{STYLE}header-first", f"{STYLE}footer-first")


def marks(archive: Archive) -> Message | None:
    """In its properties, page headers, or first lines; empty if in none. Raises ReadError."""
    if "meta.xml" in archive.parts:
        root = parsed(archive, "meta.xml")
        if any(_property(node) for node in root.iter() if isinstance(node.tag, str)):
            return IN_PROPERTIES()
    if "styles.xml" in archive.parts:
        found = parsed(archive, "styles.xml").iter(*_PAGE)
        if in_lines(words(line) for node in found for line in node.iter(*PARAGRAPHS)):
            return IN_HEADER_OR_FOOTER()
    data = archive.read("content.xml")
    if first := in_lines(_first(data)):
        return first
    if not _STRONG.search(data):
        return None
    nodes = parsed(archive, "content.xml").iter(*_NAMED)
    if any(in_property("label", str(node.get(f"{TEXT}name", ""))) for node in nodes):
        return IN_PROPERTIES()
    return in_end([*deque(_first(data), 3)])


def _property(node: etree._Element) -> bool:
    name, value = local(node), words(node)
    if is_free(name) and in_lines(value.splitlines(), weak=False):
        return True
    if name == "user-defined":
        # Whoever adds a property to say what the document is says so by its name or its value.
        return in_property(str(node.get(f"{META}name", "")), value) or in_property("label", value)
    return in_property(name, value)


def _first(data: bytes) -> Iterator[str]:
    """The paragraphs of the body, read as far as they are asked for."""
    parser = etree.iterparse(
        io.BytesIO(data),
        tag=PARAGRAPHS,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
    )
    try:
        for _, node in parser:
            if line := words(node).strip():
                yield line
    except etree.XMLSyntaxError:
        return  # the reader says what is wrong with it
