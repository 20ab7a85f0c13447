"""Paragraphs that a page parts by two line breaks, as old editors and mail programs write them."""

from __future__ import annotations

import html
from bisect import bisect_left
from collections.abc import Sequence

from ...model import Kind
from .runs import Item, mated

RUNNING = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.CELL, Kind.QUOTE, Kind.FOOTNOTE})
"""What is parted: not headings, buttons and the like, which are one text however they are laid out."""

_TIMES = 8
"""Times that parting is tried anew, where tags reach over a blank line and begin or end amid words."""

Place = tuple[int, int]


def parted_at(blank: list[Place], run: list[Item], text: str) -> list[list[Item]]:
    """The stretches of a run between its blank lines.

    No tag is cut in two but where it begins or ends a stretch, so that it stays where it is and no stretch has a mark for it.
    """
    cuts = _sound(mated(run), text, blank)
    for item in run:
        item.mate = -1
    ends = [0, *(end for _, end in cuts)]
    starts = [*(start for start, _ in cuts), len(run)]
    return [run[start:end] for start, end in zip(ends, starts, strict=True) if start < end]


def blank_lines(run: Sequence[Item], text: str) -> list[Place]:
    """Where in the run the blank lines are: two breaks or more, and no words between them."""
    found: list[Place] = []
    first, count, last = 0, 0, 0
    for at, item in enumerate([*run, Item("end", 0, 0)]):
        if item.type == "break" and text.startswith("<", item.start):
            first = at if not count else first
            count, last = count + 1, at
        elif not (item.type == "text" and not _words(item, text)) and item.type not in ("break", "unseen"):
            if count > 1:
                found.append((first, last + 1))
            count = 0
    return found


def _words(item: Item, text: str) -> str:
    return html.unescape(text[item.start : item.end]).strip()


def _sound(run: Sequence[Item], text: str, cuts: list[Place]) -> list[Place]:
    """Those of the cuts that leave no tag amid words without its other half."""
    worded = [0]
    for item in run:
        shown = item.type == "fixed" or (item.type == "text" and bool(_words(item, text)))
        worded.append(worded[-1] + shown)
    pairs = [(at, item.mate, item.language) for at, item in enumerate(run) if item.type == "open"]
    for tries in range(_TIMES):
        starts, ends = [start for start, _ in cuts], [end for _, end in cuts]
        bounds = ([0, *ends], [*starts, len(run)])
        bad = [
            (opens, closes)
            for opens, closes, language in pairs
            if (crossed := bisect_left(starts, closes) - bisect_left(starts, opens))
            and (
                language
                or tries == _TIMES - 1
                or _amid(opens, bisect_left(starts, opens), bounds, worded)
                or _amid(closes, bisect_left(starts, opens) + crossed, bounds, worded)
            )
        ]
        if not bad:
            break
        cuts = [cut for cut in cuts if not any(opens < cut[0] < closes for opens, closes in bad)]
    return cuts


def _amid(at: int, stretch: int, bounds: tuple[list[int], list[int]], worded: Sequence[int]) -> bool:
    """Whether in its stretch there are words before a place and behind it."""
    start, end = bounds[0][stretch], bounds[1][stretch]
    return worded[at] > worded[start] and worded[end] > worded[at + 1]
