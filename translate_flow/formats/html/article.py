"""Which elements of a web page are its article, as trafilatura finds it; navigation and the rest are not.

The elements are named by their places (`h1:12 div:15`), which stand in the catalogue, so
that the same page is cut in the same way later, and on a machine without trafilatura.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

from ...errors import ReadError
from ...language.text import squeeze
from ...markup.inline import plain
from ...markup.notes import OF_THE_PAGE
from ...model import Kind
from .found import Block
from .messages import ARTICLE_GONE, NEEDS_TRAFILATURA, NO_ARTICLE, NO_ARTICLE_BECAUSE, NO_ELEMENT

_SHARE = 0.9
"""Part of the article's characters that the element taken for it has to hold."""

_SHORTEST = 15
"""Blocks of fewer characters are found on many places of a page, and prove nothing."""

_ASIDE = frozenset({"nav", "aside", "form", "footer"})


def places(text: str, blocks: Sequence[Block], name: str) -> str:
    """The elements that hold the article, with blanks between them, for `within`.

    The innermost that holds nearly all of it, and before it the page's first heading with what of
    the article follows it. Raises ReadError if trafilatura is not installed, or finds no article.
    """
    words = _extracted(text, name)
    weights = [
        len(found) if len(found := _plain(block)) >= _SHORTEST and found in words else 0 for block in blocks
    ]
    total = sum(weights)
    if not total:
        raise ReadError(NO_ARTICLE(file=name))
    held: Counter[str] = Counter()
    for block, weight in zip(blocks, weights, strict=True):
        for element in set(block.inside):
            held[element] += weight
    home = _innermost(blocks, {element for element, weight in held.items() if weight >= total * _SHARE})
    if not home:
        raise ReadError(NO_ELEMENT(file=name))
    begin = next(at for at, block in enumerate(blocks) if home in block.inside)
    return " ".join(dict.fromkeys([*_heads(blocks, weights, begin), home]))


def within(blocks: Sequence[Block], elements: str, name: str) -> tuple[Block, ...]:
    """The page's title and descriptions, and the blocks in those elements.

    Raises ReadError if the page has no such elements.
    """
    homes = elements.split()
    missing = set(homes).difference(*(block.inside for block in blocks))
    if missing:
        raise ReadError(ARTICLE_GONE(file=name, elements=tuple(sorted(missing))))
    return tuple(block for block in blocks if block.note in OF_THE_PAGE or _held(block, homes))


def standing_in(blocks: Sequence[Block], elements: str) -> tuple[Block, ...]:
    """Those of the blocks that stand in the elements."""
    homes = elements.split()
    return tuple(block for block in blocks if _held(block, homes))


def _extracted(text: str, name: str) -> str:
    try:
        import trafilatura
    except ImportError as cause:
        raise ReadError(NEEDS_TRAFILATURA(file=name)) from cause
    try:
        found = trafilatura.extract(text, include_comments=False, include_tables=True, favor_recall=True)
    except Exception as cause:
        raise ReadError(NO_ARTICLE_BECAUSE(file=name, cause=str(cause))) from cause
    return squeeze(unicodedata.normalize("NFC", found or ""))


def _plain(block: Block) -> str:
    return squeeze(plain(block.text))


def _innermost(blocks: Sequence[Block], wide: set[str]) -> str:
    """Of the elements that hold enough, the one deepest inside; empty if not even one does."""
    paths = (
        block.inside[: at + 1]
        for block in blocks
        for at, element in enumerate(block.inside)
        if element in wide
    )
    return max(paths, key=len, default=("",))[-1]


def _heads(blocks: Sequence[Block], weights: Sequence[int], begin: int) -> list[str]:
    """The elements of the last first-level heading before the article's body, and of its text in between."""
    heading = next(
        (
            at
            for at in range(begin - 1, -1, -1)
            if blocks[at].kind is Kind.HEADING and blocks[at].level == 1 and not _aside(blocks[at].inside)
        ),
        -1,
    )
    if heading < 0:
        return []
    between = [
        block.inside[-1]
        for block, weight in zip(blocks[heading + 1 : begin], weights[heading + 1 : begin], strict=True)
        if weight and block.quote is None and not _aside(block.inside)
    ]
    return [blocks[heading].inside[-1], *between]


def _held(block: Block, homes: Sequence[str]) -> bool:
    """Whether the block is in one of the elements, and in no part of it that is none of its text."""
    home = next((element for element in homes if element in block.inside), "")
    return bool(home) and not _aside(block.inside[block.inside.index(home) + 1 :])


def _aside(elements: Sequence[str]) -> bool:
    return any(element.split(":")[0] in _ASIDE for element in elements)
