"""Lists of a Word document as their reader sees them: how deep an item is, and which paragraphs are still part of it.

A paragraph without a number that is set in as far as the text of the item before belongs to that item: so it looks, and
so Word itself writes what follows the number's paragraph. A list of another numbering that is set in further is
within the item that it follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from ...model import Kind
from ...office.places import TextPlace
from .labels import Labels
from .names import W
from .numbering import value
from .styles import Styles, left_of

_NEAR = 80
"""Twentieths of a point (1.4 mm) by which the same indentation may differ, as programs round it."""
_ASIDE = frozenset({"right", "end", "center"})
_BETWEEN = frozenset(f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "proofErr"))

_SEEN = tuple(f"{W}{name}" for name in ("drawing", "pict", "object", "sectPr"))


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a list that is open."""

    key: object
    """Its numbering."""
    depth: int
    """Its level in that, from 0."""
    level: int
    """Its level as a reader sees it, from 1."""
    left: int
    """Where its text begins."""
    group: int


class Listing:
    """The lists of a document, its paragraphs given in order."""

    def __init__(self, labels: Labels, styles: Styles, groups: dict[object, int]) -> None:
        """`labels` counts the items, `groups` the lists and tables."""
        self._labels = labels
        self._groups = groups
        self._styles = styles
        self._open: list[_Item] = []
        self._last: etree._Element | None = None
        """The paragraph that is the last of the open lists."""
        self._body = 0
        """Where the text before the list begins."""

    def item(
        self, block: TextPlace, node: etree._Element, properties: etree._Element | None, style: str
    ) -> None:
        """Make the block the item that the paragraph is."""
        numbering = properties.find(f"{W}numPr") if properties is not None else None
        said = value(numbering, "ilvl") if numbering is not None else ""
        depth = int(said) if said.isdecimal() else 0
        number = numbering.find(f"{W}numId") if numbering is not None else None
        key = ("list", number.get(f"{W}val")) if number is not None else ("list style", style)
        if _before(node) is not self._last:
            self._open = []
        left = self._left(properties, style)
        level = self._level(key, depth, left)
        block.kind, block.level = Kind.ITEM, level
        block.marker = self._labels.next(properties, style)
        self._open = [one for one in self._open if one.level < level]
        block.group = self._groups.setdefault(key, len(self._groups) + 1)
        self._open.append(_Item(key, depth, level, left, block.group))
        self._last = node

    def _level(self, key: object, depth: int, left: int) -> int:
        if known := next((one for one in reversed(self._open) if one.key == key), None):
            return max(known.level - known.depth + depth, 1)
        while self._open and self._open[-1].left > left + _NEAR:
            self._open.pop()
        if not self._open:
            return depth + 1
        last = self._open[-1]
        return last.level + 1 if last.left < left - _NEAR else last.level

    def further(
        self, block: TextPlace, node: etree._Element, properties: etree._Element | None, style: str
    ) -> None:
        """Make the block a further paragraph of the item before, if the paragraph looks so."""
        left = self._left(properties, style)
        if self._open and _before(node) is self._last and left > self._body + _NEAR:
            aside = properties is not None and value(properties, "jc") in _ASIDE
            for one in reversed(self._open):
                if not aside and abs(one.left - left) <= _NEAR:
                    block.kind, block.level, block.group = Kind.ITEM, one.level, one.group
                    block.setting = replace(block.setting, continues=True)
                    self._open = [other for other in self._open if other.level <= one.level]
                    self._last = node
                    return
        self._open, self._last, self._body = [], None, left

    def _left(self, properties: etree._Element | None, style: str) -> int:
        """Where the text of a paragraph begins, in twentieths of a point from the margin (17.3.1.12)."""
        return next(self._lefts(properties, style), 0)

    def _lefts(self, properties: etree._Element | None, style: str) -> Iterator[int]:
        own = left_of(properties)
        if own is not None:
            yield own
        if properties is not None and properties.find(f"{W}numPr") is not None:
            listed = self._labels.left(properties, style)
            if listed is not None:
                yield listed
        for name, one in self._styles.named(style or self._styles.default):
            if one.left is not None:
                yield one.left
            elif one.listed and (listed := self._labels.left(None, name)) is not None:
                yield listed


def _before(node: etree._Element) -> etree._Element | None:
    """The element before it, empty lines and what nobody sees left out."""
    before = node.getprevious()
    while before is not None and (before.tag in _BETWEEN or _empty(before)):
        before = before.getprevious()
    return before


def _empty(node: etree._Element) -> bool:
    if node.tag != f"{W}p" or next(node.iter(*_SEEN), None) is not None:
        return False
    return not any((text.text or "").strip() for text in node.iter(f"{W}t"))
