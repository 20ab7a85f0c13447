"""Tracked changes of OpenDocument text: accepted where a paragraph is written anew.

What was deleted is in the language of the source, and what was inserted cannot be distinguished from the rest
of a translation.
"""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from .names import TEXT

MARKS = frozenset({"change", "change-start", "change-end"})
"""Elements that tell where in the text a change is."""


def change_of(mark: etree._Element) -> str:
    """Which change the mark is of."""
    return mark.get(f"{TEXT}change-id", "")


def accept(root: etree._Element, changes: Collection[str]) -> None:
    """Take the marks of these changes, and what is kept of each, out of a part."""
    for mark in list(root.iter(*(f"{TEXT}{name}" for name in MARKS))):
        if change_of(mark) in changes and not len(mark):
            _cut(mark)
    for home in list(root.iter(f"{TEXT}tracked-changes")):
        for region in home.findall(f"{TEXT}changed-region"):
            if region.get(f"{TEXT}id", "") in changes:
                _cut(region)
        if not len(home) and not home.attrib:
            _cut(home)


def _cut(node: etree._Element) -> None:
    """Take an element out and leave the text behind it where it is."""
    home = node.getparent()
    if home is None:
        return
    if node.tail:
        before = node.getprevious()
        if before is None:
            home.text = (home.text or "") + node.tail
        else:
            before.tail = (before.tail or "") + node.tail
    home.remove(node)
