"""Drop capitals: Word puts a sentence's first letter into a paragraph of its own, in a frame."""

from __future__ import annotations

import re

from lxml import etree

from ...office.spans import Span
from .names import W
from .paragraph import Content

_CAPITAL = re.compile(r"\s*([«“\"'‘¡¿(]*\w)(.*)", re.DOTALL)
_LONGEST = 4
"""Characters of a drop capital, a quotation mark before it included."""


def capital(paragraph: etree._Element, content: Content) -> str:
    """The drop capital that a paragraph holds; empty if it is an ordinary one."""
    if content.length > _LONGEST + 1:
        return ""
    frame = paragraph.find(f"{W}pPr/{W}framePr")
    if frame is None or frame.get(f"{W}dropCap", "none") == "none":
        return ""
    text = "".join(span.text for span in content.spans).strip()
    plain = all(span.thing is None for span in content.spans)
    return text if plain and len(text) <= _LONGEST and " " not in text else ""


def joined(letter: str, content: Content) -> None:
    """Put a drop capital before the text it begins."""
    for span in content.spans:
        if span.thing is None and span.text:
            span.text = letter + span.text
            break
    content.length += len(letter)
    for pin in content.pins:
        pin.at += len(letter)


def parted(spans: list[Span], paragraph: etree._Element) -> None:
    """Set the drop capital of a translation again: into its paragraph, and out of the text."""
    texts = list(paragraph.iter(f"{W}t"))
    first = next((span for span in spans if span.thing is not None or span.text.strip()), None)
    match = _CAPITAL.match(first.text) if first is not None and first.thing is None else None
    if first is not None and match:
        first.text = match[2]
    for at, node in enumerate(texts):
        node.text = match[1] if match and at == 0 else ""
