"""OpenDocument names (ISO/IEC 26300): namespaces and elements, and an element's name without its namespace."""

from __future__ import annotations

from lxml import etree

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE = f"{{{_OASIS}:office:1.0}}"
TEXT = f"{{{_OASIS}:text:1.0}}"
TABLE = f"{{{_OASIS}:table:1.0}}"
DRAW = f"{{{_OASIS}:drawing:1.0}}"
STYLE = f"{{{_OASIS}:style:1.0}}"
FO = f"{{{_OASIS}:xsl-fo-compatible:1.0}}"
META = f"{{{_OASIS}:meta:1.0}}"
FORM = f"{{{_OASIS}:form:1.0}}"
LO = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
SVG = f"{{{_OASIS}:svg-compatible:1.0}}"
XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"

PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")


def local(node: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and processing instructions."""
    tag = node.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def words(node: etree._Element) -> str:
    """All text in an element."""
    return "".join(str(text) for text in node.itertext())
