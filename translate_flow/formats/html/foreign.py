"""Passages in a language that is not the page's: they are kept as they are."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence

from ...language.detect import language_of, own_words
from ...language.knowledge import known
from ...language.tags import primary
from ...language.text import has_letters, squeeze
from ...markup.inline import plain
from .found import Block
from .runs import Item

_FEW = 8
"""Words from which on a passage may be in another language than its page says."""
_SURELY = 2
"""Words that its language has not, from which on a page is taken to be wrong about a passage."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_TAG = re.compile(r"<[^<>]*>")


def by_language(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The blocks in the page's own language, which is that of most of its words, and those in others.

    What a page says of a passage is believed unless its words tell otherwise.
    """
    if len({block.language for block in blocks}) < 2:
        return list(blocks), []
    said = [block.language and (_told_by_words(block) or block.language) for block in blocks]
    weights: Counter[str] = Counter()
    for block, language in zip(blocks, said, strict=True):
        if block.quote is None:
            weights[language] += len(block.text)
    own = weights.most_common(1)[0][0] if weights else ""
    if not own:
        own = language_of(" ".join(plain(block.text) for block in blocks if not block.language))
    kept: list[Block] = []
    foreign: list[Block] = []
    for block, language in zip(blocks, said, strict=True):
        (foreign if language and language != own and block.quote is None else kept).append(block)
    return kept, foreign


def _told_by_words(block: Block) -> str:
    """The language that a passage's words tell; empty where they are too few to: a date line is in any language.

    Related languages share most small words: only words that its language has not show that the page is wrong.
    """
    words = plain(block.text)
    if sum(map(has_letters, words.split())) < _FEW:
        return ""
    told, said = language_of(words), primary(block.language)
    if told and said in known() and told != said:
        parts = set(_WORD.findall(words.lower()))
        theirs, ours = len(parts & own_words(told, said)), len(parts & own_words(said, told))
        if theirs < _SURELY or theirs <= ours:
            return ""
    return told


def foreign_inside(run: list[Item], text: str, own: str) -> list[Item]:
    """The run with each passage in another language than its block's as one thing that is not text."""
    if not any(item.language for item in run):
        return run
    out: list[Item] = []
    places: dict[int, int] = {}
    until = -1
    for at, item in enumerate(run):
        if at <= until:
            continue
        if item.type == "open" and item.language and own and item.language != own:
            end = run[item.mate].end
            words = squeeze(html.unescape(_TAG.sub("", text[item.start : end])))
            if has_letters(words) and language_of(words) in ("", item.language):
                until = item.mate
                out.append(Item("fixed", item.start, end, item.name, f"in {item.language}: “{words[:60]}”"))
                continue
        if item.type == "open":
            places[at] = len(out)
        elif item.type == "close":
            item.mate = places[item.mate]
            out[item.mate].mate = len(out)
        out.append(item)
    return out
