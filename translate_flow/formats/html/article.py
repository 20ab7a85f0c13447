"""Which blocks of a web page are its article, as trafilatura finds it; navigation and the rest are not."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

from ...errors import ReadError
from ...inline import plain
from ...text import squeeze
from .blocks import Block

_SHARE = 0.9
"""Part of the article's characters that the element taken for it has to hold."""

_SHORTEST = 15
"""Blocks of fewer characters are found on many places of a page, and prove nothing."""

_PAGE = ("title of the page", "description for search engines")


def article(text: str, blocks: Sequence[Block], name: str) -> tuple[Block, ...]:
    """The page's title and description, and the blocks of the innermost element that holds the article.

    Raises ReadError if trafilatura is not installed, or finds no article.
    """
    words = _extracted(text, name)
    weights = [
        len(found) if len(found := _plain(block)) >= _SHORTEST and found in words else 0 for block in blocks
    ]
    total = sum(weights)
    if not total:
        raise ReadError(f"{name}: no article was found in the page; read the whole page instead")
    held: Counter[str] = Counter()
    for block, weight in zip(blocks, weights, strict=True):
        for element in set(block.inside):
            held[element] += weight
    home = _innermost(
        blocks, weights, {element for element, weight in held.items() if weight >= total * _SHARE}
    )
    return tuple(
        block
        for block in blocks
        if (home in block.inside and not _beside(block, home)) or block.note.startswith(_PAGE)
    )


def _extracted(text: str, name: str) -> str:
    try:
        import trafilatura
    except ImportError as cause:
        raise ReadError(
            f"{name}: finding a page's article needs trafilatura; install it with pip install 'translate-flow[web]'"
        ) from cause
    try:
        found = trafilatura.extract(text, include_comments=False, include_tables=True, favor_recall=True)
    except Exception as cause:
        raise ReadError(
            f"{name}: no article was found in the page ({cause}); read the whole page instead"
        ) from cause
    return squeeze(unicodedata.normalize("NFC", found or ""))


def _plain(block: Block) -> str:
    return squeeze(plain(block.text))


def _innermost(blocks: Sequence[Block], weights: Sequence[int], wide: set[str]) -> str:
    """Of the elements that hold enough, the one deepest inside; empty if not even one does."""
    for block, weight in zip(blocks, weights, strict=True):
        around = [element for element in block.inside if element in wide]
        if weight and around:
            return around[-1]
    return ""


def _beside(block: Block, home: str) -> bool:
    """Whether the block stands in a part of the article that is none of its text."""
    inner = block.inside[block.inside.index(home) + 1 :]
    return any(element.split(":")[0] in ("nav", "aside", "form", "footer") for element in inner)
