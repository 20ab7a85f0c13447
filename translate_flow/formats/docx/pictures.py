"""Images that a Word document shows in its text."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from lxml import etree

from .names import RELATION, W
from .package import Package, local, package, relations

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_OLD = "{urn:schemas-microsoft-com:vml}imagedata"
_UNSEEN = (f"{W}del", f"{W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")


def addresses(found: Package) -> Mapping[str, str]:
    """The images of a document's body by relationship id, as addresses that `image` takes."""
    folder = posixpath.dirname(found.main)
    return {
        key: posixpath.relpath(relation.target, folder or ".")
        for key, relation in relations(found.archive, found.main).items()
        if relation.type == "image" and not relation.external and relation.target in found.archive.parts
    }


def shown(node: etree._Element, known: Mapping[str, str]) -> str:
    """Address of the image that an element announces; empty if it announces none, or one that nobody sees."""
    if node.tag == _DRAWN:
        home = node.getparent()
        pictures = (
            list(home.iter(_BLIP)) if home is not None and node.get("hidden") not in ("1", "true") else []
        )
        # Several in one drawing are arranged in a way that no page can repeat.
        address = known.get(pictures[0].get(f"{RELATION}embed", ""), "") if len(pictures) == 1 else ""
    elif node.tag == _OLD:
        address = known.get(node.get(f"{RELATION}id", ""), "")
    else:
        return ""
    return "" if address and next(node.iterancestors(*_UNSEEN), None) is not None else address


def said(node: etree._Element) -> str:
    """What is said in the place of the image that an element announces; empty if nothing."""
    holder = node.getparent() if local(node) == "imagedata" else node
    names = ("alt", "title") if local(node) == "imagedata" else ("descr", "title")
    return next((text for name in names if holder is not None and (text := holder.get(name))), "")


def image(data: bytes, name: str, address: str) -> bytes:
    """The bytes of an image that the document shows. Raises ReadError."""
    found = package(data, name)
    return found.archive.read(posixpath.normpath(posixpath.join(posixpath.dirname(found.main), address)))
