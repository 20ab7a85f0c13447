"""ODT: LibreOffice and other OpenDocument texts, paragraph by paragraph, with inline marks.

Read: text, tables, frames, sections, footnotes, endnotes, headers, footers, texts for
images, the document's title. Tracked changes are read as accepted, hidden text is left
out. Comments, macros, and every part without a translation stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...language.tags import full_tag
from ...markup.inline import Token
from ...messages import Message
from ...model import Document
from ...office import places
from ...office.kept import KeptReading
from ...office.xmlparts import serialised
from .. import Format
from . import tracked
from .blocks import Block, Scan, scan
from .followed import follow
from .names import DC, FO, STYLE
from .package import archive
from .paragraph import Writer
from .pictures import image

_KEPT: KeptReading[Scan] = KeptReading()


def read(data: bytes, name: str) -> Document:
    """The statement in an OpenDocument text. Raises ReadError."""
    found = scan(data, name)
    _KEPT.keep(data, name, found)
    macros = any(part.startswith(("Basic/", "Scripts/")) for part in found.archive.parts)
    return places.document(
        name, "odt", found.blocks, found.figures, found.pictures, macros=macros, unread=found.unread
    )


def rebuild(data: bytes, document: Document, texts: Mapping[str, str], *, language: str = "") -> bytes:
    """The document with other texts in its segments, spell-checked in `language`.

    Raises BuildError naming the segment if a translation lost a link or a fixed thing,
    or if `data` is not what was read.
    """
    changed = places.changed(document, texts)
    if not changed:
        return data
    found = _KEPT.take(data, document.name) or scan(data, document.name)
    touched: set[str] = set()
    accepted: dict[str, set[str]] = {}
    todo = list(places.written(document.name, found.blocks, changed, texts))
    # A link is made again with the tooltip that it has when its paragraph is written.
    for block, parts in sorted(todo, key=lambda one: one[0].put is None):
        _put(block, parts, found, language)
        touched.add(block.part)
        if block.content is not None and block.content.changes:
            accepted.setdefault(block.part, set()).update(block.content.changes)
    for part, changes in accepted.items():
        tracked.accept(found.roots[part], changes)
    if language:
        touched |= _set_language(found, language)
    return found.archive.rebuilt(
        {
            part: serialised(found.roots[part], found.archive.read(part))
            for part in found.roots
            if part in touched
        }
    )


def _put(block: Block, parts: Sequence[Token], found: Scan, language: str) -> None:
    if block.put is not None:
        block.put(parts)
        return
    if block.content is None or block.marked is None:
        block.node.text = places.plain(parts)
        return
    spans = places.stretches(parts, block.marked, block.content, language)
    Writer(found.styles[block.part]).write(block.node, block.content, spans)
    follow(block.node)


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


def confidential(data: bytes, name: str) -> Message | None:
    """Where the document marks itself as confidential, in words; see `marks`. Raises ReadError."""
    from .marks import marks

    return marks(archive(data, name))


ODT = Format(
    "odt",
    (".odt", ".ott"),
    "LibreOffice and other OpenDocument texts",
    read,
    rebuild,
    confidential=confidential,
    image=image,
)
