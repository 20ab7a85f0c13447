"""The words two texts have in common, in order, searched within a bound on the work.

The longest common subsequence (rapidfuzz, bit-parallel after Hyyrö 2004; for very long
stretches diff-match-patch, Myers 1986) over strings in which each character is a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isqrt

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel

Op = tuple[int, str]
"""Operation as diff-match-patch numbers it (-1 delete, 0 equal, 1 insert), and a run of codes."""

_SMALL = 600
"""Words and characters of both texts up to which they are compared in one go."""
_DEPTH = 12
"""How often a long stretch is split at words that occur once."""
_CELLS = 16_000_000
"""Pairs of words up to which the longest common subsequence is found outright: two megabytes of bits."""
_ROUNDS = 1000
"""Rounds of Myers' search for one stretch; two per word that differs, at most."""
_WORK = 4_000_000
"""Squared rounds for one pair of texts: a few seconds at the very worst."""


class _Rounds:
    """A deadline that counts rounds of the search and never looks at the clock.

    diff-match-patch asks `time.time() > deadline` once per round. Answering by count
    makes the same texts give the same diff on any machine, however busy.
    """

    def __init__(self, rounds: int) -> None:
        self.left = rounds

    def __lt__(self, now: float) -> bool:
        self.left -= 1
        return self.left < 0


_DMP = diff_match_patch()
_DMP.Diff_Timeout = 0


class CommonWordSearch:
    """The search for common words in one pair of texts, with a bound on its work."""

    def __init__(self) -> None:
        self.work = _WORK

    def run(self, left: str, right: str, depth: int = 0) -> Iterator[Op]:
        """Operations that turn left into right."""
        if len(left) + len(right) <= _SMALL:
            yield from self.shortest(left, right)
            return
        head = _DMP.diff_commonPrefix(left, right)
        if head:
            yield 0, left[:head]
            left, right = left[head:], right[head:]
        tail = _DMP.diff_commonSuffix(left, right)
        end = left[len(left) - tail :]
        left, right = left[: len(left) - tail], right[: len(right) - tail]
        anchors = [] if len(left) + len(right) <= _SMALL or depth >= _DEPTH else _anchors(left, right)
        if anchors:
            i = j = 0
            for x, y in anchors:
                yield from self.run(left[i:x], right[j:y], depth + 1)
                yield 0, left[x]
                i, j = x + 1, y + 1
            yield from self.run(left[i:], right[j:], depth + 1)
        else:
            yield from self.shortest(left, right)
        if end:
            yield 0, end

    def shortest(self, left: str, right: str) -> Iterator[Op]:
        """The shortest difference, or the whole stretch replaced where the bound is met."""
        if not left or not right:
            if left or right:
                yield (-1, left) if left else (1, right)
        elif len(left) * len(right) <= _CELLS:
            for step in Indel.opcodes(left, right):
                if step.tag == "insert":
                    yield 1, right[step.dest_start : step.dest_end]
                else:
                    yield 0 if step.tag == "equal" else -1, left[step.src_start : step.src_end]
        else:
            granted = min(_ROUNDS, isqrt(self.work))
            rounds = _Rounds(granted)
            yield from _DMP.diff_main(left, right, False, rounds)
            self.work -= (granted - max(rounds.left, 0)) ** 2


def _anchors(left: str, right: str) -> list[tuple[int, int]]:
    """Places of words that occur once in each text, in the longest order common to both.

    Bram Cohen's patience diff; the longest increasing run by patience sorting.
    """
    places = _once(left)
    matches = sorted((i, j) for c, j in _once(right).items() if (i := places.get(c)) is not None)
    piles: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(matches):
        low, high = 0, len(piles)
        while low < high:
            middle = (low + high) // 2
            if piles[middle] < j:
                low = middle + 1
            else:
                high = middle
        if low == len(piles):
            piles.append(j)
            tops.append(index)
        else:
            piles[low], tops[low] = j, index
        before.append(tops[low - 1] if low else -1)
    chain = []
    index = tops[-1] if tops else -1
    while index >= 0:
        chain.append(matches[index])
        index = before[index]
    return chain[::-1]


def _once(text: str) -> dict[str, int]:
    """Characters that occur once, with their places."""
    places: dict[str, int] = {}
    for place, char in enumerate(text):
        places[char] = -1 if char in places else place
    return {c: p for c, p in places.items() if p >= 0}
