"""The XML parts of DOCX and ODT: parsed without entities, network or document types, and written again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from ..errors import BuildError, ReadError
from ..files.encoding import decode
from ..files.zipped import Archive

_PROLOGUE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?")
_DOCTYPE = re.compile(rb"\A(?:\s|<\?.*?\?>|<!--.*?-->)*<!DOCTYPE", re.DOTALL)
_UTF_8 = re.compile(rb"encoding\s*=\s*[\"']utf-8[\"']", re.IGNORECASE)
_STANDARD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

DEEPEST = 200
"""Nesting that is followed inside a paragraph."""


def parsed(archive: Archive, part: str) -> etree._Element:
    """The root of one part. Raises ReadError if it is no well-formed XML, or declares a document type."""
    data = archive.read(part)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            data = re.sub(r"\A\s*<\?xml[^>]*\?>", "", data.decode("utf-16")).encode()
        except UnicodeError as cause:
            raise ReadError(
                f"{archive.name}: {part} in it is damaged ({cause}); get the file again"
            ) from cause
    if _DOCTYPE.match(_PROLOGUE.sub(b"", data, count=1)):
        raise ReadError(
            f"{archive.name}: {part} in it declares a document type, which no word processor writes; it is not opened"
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, collect_ids=False
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as cause:
        said = str(cause).splitlines()[0] if str(cause) else "no XML"
        raise ReadError(f"{archive.name}: {part} in it is damaged ({said}); get the file again") from cause


def serialised(root: etree._Element, original: bytes) -> bytes:
    """The part's bytes, beginning as the original does."""
    head = _PROLOGUE.match(original)
    start = head[0] if head and (_UTF_8.search(head[0]) or b"encoding" not in head[0]) else _STANDARD
    return start + etree.tostring(root.getroottree(), encoding="utf-8", xml_declaration=False)


def told(texts: Iterable[str], name: str) -> tuple[str, ...]:
    """What a user should be told about the characters of a document, such as UTF-8 read as Latin-1."""
    lines = "\n".join(text.replace("\n", " ") for text in texts)
    if lines.isascii():
        return ()
    # the blank keeps words that look like the head of another kind of file from being taken for one
    notices = decode(f" {lines}".encode(), name).notices
    return tuple(notice.replace("(line ", "(segment ", 1) for notice in notices)


def must_be_xml(text: str, name: str, key: str) -> None:
    """Raises BuildError, naming the segment, if the text holds a character that XML cannot."""
    if not text.isprintable() and (bad := _NOT_XML.search(text)):
        raise BuildError(
            f"{name}: segment {key}: holds the control character U+{ord(bad[0]):04X}; take it out"
        )
