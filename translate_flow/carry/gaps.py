"""What became of the paragraphs of a gap: edited, split or merged, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from .alike import ParagraphIndex, alike, within, words
from .anchors import Range
from .chain import Link, heaviest

IN_PLACE = 0.5
"""Least share of common words (0 to 1) for a paragraph to be the edited form of one that stood in its place."""
WHOLE = 0.75
"""The same for a paragraph beside all the parts it was split into, or merged from."""
PART = 0.6
"""Least share of a part's words that must stand in the whole."""
MOST_PARTS = 4
"""Parts a paragraph is split into or merged from, at most."""
SMALL = 100
"""Pairs of a gap up to which all are compared; in larger gaps only those that share rare words."""
_RANKS = 3
"""In larger gaps, equal paragraphs are linked if their ranks among their like differ by so much at most."""


class Bags:
    """The words of paragraphs, by number, found when first asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._known: dict[int, tuple[str, ...]] = {}

    def __getitem__(self, number: int) -> tuple[str, ...]:
        known = self._known.get(number)
        if known is None:
            known = self._known[number] = words(self._texts[number])
        return known


@dataclass(frozen=True, slots=True)
class GapSides:
    """Both readings, as the gaps need them."""

    old_stems: Sequence[str]
    """What old paragraphs are equal by."""
    new_stems: Sequence[str]
    """What new ones are equal by."""
    old_words: Bags
    """Their words."""
    new_words: Bags
    """Their words."""


def chain(gap: Range, sides: GapSides, reserved: Set[str]) -> list[Link]:
    """The links within a gap that keep the order and have the most words in common.

    `reserved` are stems that have an equal elsewhere, which wins over anything alike.
    """
    a, b, c, d = gap
    if a == b or c == d:
        return []
    links = list(_equal(gap, sides))
    olds = [i for i in range(a, b) if sides.old_stems[i] not in reserved]
    news = [j for j in range(c, d) if sides.new_stems[j] not in reserved]
    if olds and news:
        near = _near(olds, news, sides)
        links += _edited(near, sides)
        links += _split(near, set(news), sides)
        links += _merged(near, sides)
    return heaviest(links)


def _equal(gap: Range, sides: GapSides) -> Iterator[Link]:
    """Equal paragraphs of a gap; of many repeats, the ones of like rank from either end."""
    a, b, c, d = gap
    old: dict[str, list[int]] = {}
    new: dict[str, list[int]] = {}
    for i in range(a, b):
        old.setdefault(sides.old_stems[i], []).append(i)
    for j in range(c, d):
        if sides.new_stems[j] in old:
            new.setdefault(sides.new_stems[j], []).append(j)
    for stem, there in new.items():
        here = old[stem]
        reach = len(here) + len(there) if len(here) * len(there) <= SMALL else _RANKS
        for rank, j in enumerate(there):
            from_end = rank + len(here) - len(there)
            ranks = {*range(rank - reach, rank + reach + 1), *range(from_end - reach, from_end + reach + 1)}
            for n in sorted(ranks):
                if 0 <= n < len(here):
                    yield Link(here[n], j, 2 * len(sides.new_words[j]) + 1)


def _near(olds: list[int], news: list[int], sides: GapSides) -> dict[int, list[int]]:
    """For each new paragraph, the old ones worth comparing."""
    if len(olds) * len(news) <= SMALL:
        return dict.fromkeys(news, olds)
    index = ParagraphIndex({i: sides.old_words[i] for i in olds})
    return {j: index.candidates(sides.new_words[j]) for j in news}


def _edited(near: dict[int, list[int]], sides: GapSides) -> Iterator[Link]:
    for j, olds in near.items():
        right = sides.new_words[j]
        for i in olds:
            left = sides.old_words[i]
            ratio = alike(left, right, IN_PLACE)
            if ratio:
                yield Link(i, j, max(1, round(ratio * (len(left) + len(right)))))


def _split(near: dict[int, list[int]], news: Set[int], sides: GapSides) -> Iterator[Link]:
    for j, candidates in near.items():
        if j + 1 not in news:
            continue
        for i in candidates:
            whole = sides.old_words[i]
            if not is_part(sides.new_words[j], whole):
                continue
            parts = sides.new_words[j]
            for count in range(2, MOST_PARTS + 1):
                last = j + count - 1
                if last not in news or not is_part(sides.new_words[last], whole):
                    break
                parts = (*parts, *sides.new_words[last])
                ratio = alike(whole, parts, WHOLE)
                if ratio:
                    yield Link(i, j, round(ratio * (len(whole) + len(parts))), news=count)


def _merged(near: dict[int, list[int]], sides: GapSides) -> Iterator[Link]:
    for j, candidates in near.items():
        if len(candidates) < 2:
            continue
        whole = sides.new_words[j]
        known = {i for i in candidates if is_part(sides.old_words[i], whole)}
        for i in sorted(known):
            parts = sides.old_words[i]
            for count in range(2, MOST_PARTS + 1):
                if i + count - 1 not in known:
                    break
                parts = (*parts, *sides.old_words[i + count - 1])
                ratio = alike(parts, whole, WHOLE)
                if ratio:
                    yield Link(i, j, round(ratio * (len(whole) + len(parts))), olds=count)


def is_part(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether a paragraph may have become a part of the whole, or come of it."""
    return 2 <= len(part) < len(whole) and within(part, whole) >= PART
