"""The XML parts of DOCX and ODT: parsed without entities, network or document types, and written again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from ..errors import BuildError, ReadError
from ..files.encoding import odd_characters
from ..files.messages import PART_DAMAGED
from ..files.zipped import Archive
from ..messages import Message
from .messages import AT_SEGMENT, CONTROL_CHARACTER, DOCUMENT_TYPE, NOT_XML

_PROLOGUE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?")
_DOCTYPE = re.compile(rb"\A(?:\s|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL)
_UTF_8 = re.compile(rb"encoding\s*=\s*[\"']utf-8[\"']", re.IGNORECASE)
_STANDARD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

DEEPEST = 200
"""Nesting that is followed inside a paragraph."""


def parsed(archive: Archive, part: str) -> etree._Element:
    """The root of one part. Raises ReadError if it is not well-formed XML, or declares a document type."""
    data = archive.read(part)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            data = re.sub(r"\A\s*<\?xml[^>]*\?>", "", data.decode("utf-16")).encode()
        except UnicodeError as cause:
            raise ReadError(PART_DAMAGED(file=archive.name, part=part, cause=str(cause))) from cause
    if _DOCTYPE.match(_PROLOGUE.sub(b"", data, count=1)):
        raise ReadError(DOCUMENT_TYPE(file=archive.name, part=part))
    parser = _parser(recover=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as cause:
        if _only_odd_names(parser):
            return etree.fromstring(data, _parser(recover=True))
        said = str(cause).splitlines()[0] if str(cause) else NOT_XML()
        raise ReadError(PART_DAMAGED(file=archive.name, part=part, cause=said)) from cause


def _parser(recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        collect_ids=False,
        recover=recover,
    )


def _only_odd_names(parser: etree.XMLParser) -> bool:
    """Whether all that is wrong is the name of a namespace that is not a proper address, as word processors accept."""
    return all(entry.type == etree.ErrorTypes.WAR_NS_URI for entry in parser.error_log)


def serialised(root: etree._Element, original: bytes) -> bytes:
    """The part's bytes, beginning as the original does."""
    head = _PROLOGUE.match(original)
    start = head[0] if head and (_UTF_8.search(head[0]) or b"encoding" not in head[0]) else _STANDARD
    return start + etree.tostring(root.getroottree(), encoding="utf-8", xml_declaration=False)


def notices(texts: Iterable[str]) -> tuple[Message, ...]:
    """What a user should know about the characters of a document, such as UTF-8 read as Latin-1."""
    lines = "\n".join(text.replace("\n", " ") for text in texts)
    return () if lines.isascii() else odd_characters(lines, AT_SEGMENT)


def must_be_xml(text: str, name: str, key: str) -> None:
    """Raises BuildError, naming the segment, if the text holds a character that XML cannot."""
    if not text.isprintable() and (bad := _NOT_XML.search(text)):
        raise BuildError(CONTROL_CHARACTER(file=name, key=key, code=f"{ord(bad[0]):04X}"))
