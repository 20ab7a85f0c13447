"""How alike two paragraphs are, and which of many are worth comparing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Indel

from ..language.text import fold

_WORD = re.compile(r"\w+")
_SHORT = 6
"""Words up to which letters are compared too: a typing error is half of a two-word line."""
_COMMON = 12
"""Paragraphs that share a feature, from which on it tells nothing."""
_CANDIDATES = 4
"""Old paragraphs compared with a new one, at most."""
_LARGE = 2000
"""Paragraphs from which on pairs of words are no longer rare."""

_folded = lru_cache(maxsize=1 << 16)(fold)


def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, in lower case and without accents."""
    return tuple([_folded(w) for w in _WORD.findall(text)])


def alike(left: Sequence[str], right: Sequence[str], least: float) -> float:
    """Share of words that two paragraphs have in common in the same order, 0 to 1; 0 if under `least`.

    Twice the longest common subsequence over both lengths. Letters count the same way in
    lines of a few words, where that is more; figures must then be the same.
    """
    ratio = float(Indel.normalized_similarity(left, right, score_cutoff=least))
    if max(len(left), len(right)) <= _SHORT and ratio < 1 and left and right:
        numbers = [[w for w in side if w.isdigit()] for side in (left, right)]
        if numbers[0] == numbers[1]:
            letters = Indel.normalized_similarity(
                " ".join(left), " ".join(right), score_cutoff=max(least, 0.75)
            )
            ratio = max(ratio, float(letters))
    return ratio


def within(part: Sequence[str], whole: Sequence[str]) -> float:
    """Share of the part's words that stand in the whole in the same order, 0 to 1."""
    if not part:
        return 0.0
    common = (len(part) + len(whole) - Indel.distance(part, whole)) / 2
    return common / len(part)


Feature = str | tuple[str, ...]


class ParagraphIndex:
    """Old paragraphs by their rare words and pairs of words; in large sets by triples, too."""

    def __init__(self, paragraphs: Mapping[int, Sequence[str]]) -> None:
        """`paragraphs`: the words of each, by number."""
        self._triples = len(paragraphs) > _LARGE
        self._places: dict[Feature, list[int]] = {}
        for number, paragraph in paragraphs.items():
            for feature in self._features(paragraph):
                self._places.setdefault(feature, []).append(number)

    def _features(self, paragraph: Sequence[str]) -> Iterable[Feature]:
        """Each once, in order."""
        triples = zip(paragraph, paragraph[1:], paragraph[2:], strict=False) if self._triples else ()
        return dict.fromkeys([*paragraph, *pairwise(paragraph), *triples])

    def candidates(self, paragraph: Sequence[str]) -> list[int]:
        """Numbers of the paragraphs that share most of what is rare, the likeliest first."""
        votes: dict[int, float] = {}
        for feature in self._features(paragraph):
            places = self._places.get(feature, ())
            if len(places) <= _COMMON:
                for place in places:
                    votes[place] = votes.get(place, 0.0) + 1 / len(places)
        return sorted(votes, key=lambda number: (-votes[number], number))[:_CANDIDATES]
