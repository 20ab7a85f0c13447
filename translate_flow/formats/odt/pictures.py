"""Images that an OpenDocument text shows."""

from __future__ import annotations

from lxml import etree

from ...files.images import KINDS, kind
from .names import DRAW, SVG, XLINK, words
from .package import archive

IMAGE = f"{DRAW}image"
"""The element that shows one; beside it in its frame may stand the same image in other forms."""


def shown(node: etree._Element) -> str:
    """Address within the file of the image that an element shows; empty if it is none that pages show."""
    address = node.get(f"{XLINK}href", "").removeprefix("./")
    frame = node.getparent()
    if (
        kind(address) not in KINDS.values()
        or ":" in address
        or address.startswith(("/", "../"))
        or frame is None
    ):
        return ""
    forms = [one for one in frame.findall(IMAGE) if kind(one.get(f"{XLINK}href", ""))]
    return address if forms[:1] == [node] else ""


def said(node: etree._Element) -> str:
    """What is said in the place of the image; empty if nothing."""
    frame = node.getparent()
    for tag in ("desc", "title") if frame is not None else ():
        found = frame.find(f"{SVG}{tag}") if frame is not None else None
        if found is not None and (text := " ".join(words(found).split())):
            return text
    return ""


def image(data: bytes, name: str, address: str) -> bytes:
    """The bytes of an image that the document shows. Raises ReadError."""
    return archive(data, name).read(address)
