"""The parts of a TMX 1.4 file as text (LISA OSCAR, specification 1.4b of 2005). Pure.

Shared by the build output `tmx` and by the translation memory's export.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 (section 2.2) has no way to write, not even as a reference."""
_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z\Z")

FOOT = "</body>\n</tmx>\n"
"""What closes a file."""


def head(version: str, source_language: str) -> str:
    """The opening of a file, line end included; `version` is that of this program."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
        '<tmx version="1.4">\n'
        f'<header creationtool="translate-flow" creationtoolversion={attribute(version)} '
        f'segtype="paragraph" o-tmf="PO" adminlang="en" srclang={attribute(source_language)} datatype="plaintext"/>\n'
        "<body>\n"
    )


def unit(
    variants: Iterable[str],
    attributes: Mapping[str, str],
    notes: Iterable[str] = (),
    properties: Iterable[tuple[str, str]] = (),
) -> list[str]:
    """Lines of a `tu` with notes, properties (type and value) and variants, in the DTD's order."""
    return [
        f"<tu{_attributes(attributes)}>",
        *(f"<note>{text(note)}</note>" for note in notes),
        *(f"<prop type={attribute(name)}>{text(value)}</prop>" for name, value in properties),
        *variants,
        "</tu>",
    ]


def variant(
    tag: str,
    segment: str,
    attributes: Mapping[str, str] | None = None,
    notes: Iterable[str] = (),
    properties: Iterable[tuple[str, str]] = (),
    *,
    marked: str = "",
) -> str:
    """A `tuv` in the language of that tag; `attributes` are those besides, such as `changed` makes.

    `marked` is the segment as XML, with inline elements, where it has any.
    """
    inner = "".join(f"<note>{text(note)}</note>" for note in notes)
    inner += "".join(f"<prop type={attribute(name)}>{text(value)}</prop>" for name, value in properties)
    known = {"xml:lang": tag, **(attributes or {})}
    return f"<tuv{_attributes(known)}>{inner}<seg>{marked or text(segment)}</seg></tuv>"


def changed(at: str, by: str) -> dict[str, str]:
    """Attributes that say when (RFC 3339, UTC) and by whom; what is empty is left out."""
    stamp = stamped(at)
    return ({"changedate": stamp} if stamp else {}) | ({"changeid": by} if by else {})


def created(at: str, by: str) -> dict[str, str]:
    """Attributes that say when it was first made, and by whom; what is empty is left out."""
    stamp = stamped(at)
    return ({"creationdate": stamp} if stamp else {}) | ({"creationid": by} if by else {})


def stamped(time: str) -> str:
    """A time as TMX writes it: `2023-01-13T09:12:44.061Z` is `20230113T091244Z`; empty if it is not such a time."""
    found = _TIME.match(time)
    return "{}{}{}T{}{}{}Z".format(*found.groups()) if found else ""


def legal(value: str) -> str:
    """The text with U+FFFD for each character that XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", value)


def _is_plain(value: str) -> bool:
    """Whether XML has the text as it is: most texts are such, and this is found out in a fraction of the time."""
    special = "&" in value or "<" in value or ">" in value or '"' in value
    return not special and value.isprintable()


def text(value: str) -> str:
    """Text as XML content. Characters that XML cannot hold become U+FFFD."""
    if _is_plain(value):
        return value
    # A bare carriage return would be read back as a line feed.
    return escape(_ILLEGAL.sub("\ufffd", value), {"\r": "&#13;"})


def attribute(value: str) -> str:
    """Text as a quoted attribute value."""
    if _is_plain(value):
        return f'"{value}"'
    return quoteattr(_ILLEGAL.sub("\ufffd", value))


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f" {name}={attribute(value)}" for name, value in values.items())
