"""Tracked changes of a Word document, accepted where paragraphs are written anew.

A paragraph that is written anew has none left. What was deleted or moved away elsewhere is in the
language of the source, and word processors show it struck out beside the translation.
"""

from __future__ import annotations

import re

from lxml import etree

from .names import W
from .package import local

_AWAY = (f"{W}del", f"{W}moveFrom")
_RANGE = re.compile(r"move(?:From|To)Range(?:Start|End)$")


def accept(root: etree._Element) -> None:
    """Take what was deleted or moved away out of a story; what was moved to a place is text there."""
    if next(root.iter(*_AWAY), None) is None:
        return
    for row in [r for r in root.iter(f"{W}tr") if r.find(f"{W}trPr/{W}del") is not None]:
        home = row.getparent()
        if home is not None and len(home.findall(f"{W}tr")) > 1:
            home.remove(row)
    marked = [
        p for p in root.iter(f"{W}p") if any(p.find(f"{W}pPr/{W}rPr/{tag}") is not None for tag in _AWAY)
    ]
    for node in list(root.iter(*_AWAY)):
        home = node.getparent()
        if home is not None and local(home) not in ("rPr", "trPr"):
            _cut(node)
    for node in [n for n in root.iter() if _RANGE.match(local(n))]:
        _cut(node)
    for node in list(root.iter(f"{W}moveTo")):
        _unwrap(node)
    for paragraph in marked:
        if not any(local(child) in ("r", "hyperlink", "sdt", "fldSimple", "ins") for child in paragraph):
            _drop(paragraph)


def _drop(paragraph: etree._Element) -> None:
    """Take an empty paragraph out where another follows, and it ends no section."""
    after = paragraph.getnext()
    if after is not None and local(after) == "p" and paragraph.find(f"{W}pPr/{W}sectPr") is None:
        _cut(paragraph)


def _cut(node: etree._Element) -> None:
    home = node.getparent()
    if home is not None:
        home.remove(node)


def _unwrap(node: etree._Element) -> None:
    """Put what an element holds in its place; the mark of a paragraph that was moved goes."""
    home = node.getparent()
    if home is None:
        return
    at = home.index(node)
    for child in list(node):
        home.insert(at, child)
        at += 1
    home.remove(node)
