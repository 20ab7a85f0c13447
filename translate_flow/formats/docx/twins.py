"""Paragraphs that a Word document has twice: as it shows them, and in a fallback for older programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from .names import MC, W


def twins(root: etree._Element) -> tuple[dict[etree._Element, etree._Element], set[etree._Element]]:
    """Paragraphs of fallbacks for older programs, by the paragraph they repeat; and all that are not read."""
    found: dict[etree._Element, etree._Element] = {}
    skipped: set[etree._Element] = set()
    for alternate in root.iter(f"{MC}AlternateContent"):
        fallback = alternate.find(f"{MC}Fallback")
        ours = [p for choice in alternate.findall(f"{MC}Choice") for p in choice.iter(f"{W}p")]
        if fallback is None or not ours:
            continue
        theirs = list(fallback.iter(f"{W}p"))
        skipped.update(theirs)
        if len(ours) == len(theirs):
            found.update(zip(ours, theirs, strict=True))
        else:
            found.update(_alike(ours, theirs))
    for row in root.iter(f"{W}tr"):
        if row.find(f"{W}trPr/{W}del") is not None:
            skipped.update(row.iter(f"{W}p"))
    return found, skipped


def _alike(
    ours: Sequence[etree._Element], theirs: Sequence[etree._Element]
) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Paragraphs with the same words, where an older form has fewer of them."""
    left = list(theirs)
    for one in ours:
        words = _said(one)
        other = next((node for node in left if words and _said(node) == words), None)
        if other is not None:
            left.remove(other)
            yield one, other


def _said(node: etree._Element) -> str:
    return "".join(text.text or "" for text in node.iter(f"{W}t"))
