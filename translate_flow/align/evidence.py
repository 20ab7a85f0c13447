"""How much the features of two runs of paragraphs speak for one being the translation of the other.

Each feature (a word, a figure) of the one run is either explained by the other or comes by chance. What
a run explains, it explains by what it has itself: with `share` of the features explained, the
probability of feature f in a text that translates a run R is

    (1 − share) · chance(f) + share · (times f is in R) / (features of R)

and the evidence is the logarithm of its ratio to chance(f), summed over the different features of both runs,
each run explained by the other, and halved. So a feature that both have speaks for the pair, the rarer the
more; one without a counterpart speaks against it; and a paragraph that adds nothing to a run only dilutes it.
The model is that of IBM Model 1 with an identity dictionary (Brown et al. 1993; for alignment Moore 2002).
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import accumulate

_FREQUENT, _OFTEN = 0.01, 12
"""Share of all features, and times, above which one says nothing: articles, prepositions."""
_UNSEEN = 0.5
"""Added to all counts, so that the other text may have what this one has not."""

_WORLD = 2000
"""Features without any of those seen, added to both texts: what is once in a short text is not frequent for that."""

Features = dict[str, int]
"""Features of a run, counted."""


class Evidence:
    """Two texts' features of one kind, measured against each other."""

    def __init__(
        self,
        ours: Sequence[Sequence[str]],
        theirs: Sequence[Sequence[str]],
        share: float,
        weight: float,
        small: frozenset[str] = frozenset(),
    ) -> None:
        """The features of each paragraph of both texts.

        `share`: part of the features that a translation has of its source, as a rule. `weight`: of this
        kind beside others. `small`: words of grammar, which are as frequent in short texts as in long ones.
        """
        sides = [Counter(f for features in side for f in features) for side in (ours, theirs)]
        sizes = [sum(side.values()) or 1 for side in sides]
        most = max(_OFTEN, _FREQUENT * sum(sizes))
        known = [f for f in sides[0] | sides[1] if sides[0][f] + sides[1][f] <= most]
        odds = share / (1 - share)
        self.weight = weight
        self._weight = weight / 2
        self._gain = tuple(
            {
                f: odds
                * (1.5 * mine + (0 if f in small else _WORLD))
                / (own[f] + _UNSEEN * (1 + other[f] * mine / others))
                for f in known
            }
            for own, mine, other, others in (
                (sides[0], sizes[0], sides[1], sizes[1]),
                (sides[1], sizes[1], sides[0], sizes[0]),
            )
        )
        """Odds of being explained by a run of one feature, by feature, on either side."""
        kept = self._gain[0]
        self.features: tuple[list[Features], list[Features]] = (
            [dict(Counter(f for f in features if f in kept)) for features in ours],
            [dict(Counter(f for f in features if f in kept)) for features in theirs],
        )
        self._sizes = tuple([sum(features.values()) for features in side] for side in self.features)
        unexplained = math.log(1 - share) * self._weight
        self.against = tuple(
            list(accumulate((unexplained * len(features) for features in side), initial=0.0))
            for side in self.features
        )
        """What is against the paragraphs up to a place if nothing is explained, on either side."""
        self._runs: tuple[dict[tuple[int, int], tuple[Features, int]], ...] = ({}, {})
        self.places: dict[str, list[int]] = defaultdict(list)
        """The paragraphs of theirs that have a feature, in order."""
        for j, features in enumerate(self.features[1]):
            for feature in features:
                self.places[feature].append(j)

    def of(self, i: int, j: int, many: int, few: int) -> float:
        """What speaks for our paragraphs [i, i + many) being theirs [j, j + few); below 0: against."""
        ours, size = self._run(0, i, many)
        theirs, other = self._run(1, j, few)
        found = 0.0
        back, forth = self._gain
        log = math.log1p
        for feature in ours.keys() & theirs.keys():
            found += log(forth[feature] * ours[feature] / size) + log(back[feature] * theirs[feature] / other)
        before, also = self.against
        return found * self._weight + before[i + many] - before[i] + also[j + few] - also[j]

    def add_explained(self, i: int, columns: range, found: dict[int, float]) -> None:
        """Add what is explained between our paragraph i and each of theirs among `columns`.

        With `against` of both it makes `of`; the sum over the pairs of a run is never less than that of the run.
        """
        size, weight = self._sizes[0][i], self._weight
        theirs, others = self.features[1], self._sizes[1]
        for feature, count in self.features[0][i].items():
            places = self.places.get(feature)
            if not places or places[-1] < columns.start:
                continue
            forth = back = 0.0
            for at in range(bisect_left(places, columns.start), len(places)):
                j = places[at]
                if j >= columns.stop:
                    break
                if not forth:
                    forth, back = math.log1p(self._gain[1][feature] * count / size), self._gain[0][feature]
                gained = weight * (forth + math.log1p(back * theirs[j][feature] / others[j]))
                found[j] = found.get(j, 0.0) + gained

    def _run(self, side: int, start: int, length: int) -> tuple[Features, int]:
        """The features of a run and how many they are."""
        if length == 1:
            return self.features[side][start], self._sizes[side][start]
        run = self._runs[side].get((start, length))
        if run is None:
            before, size = self._run(side, start, length - 1)
            features = dict(before)
            for feature, count in self.features[side][start + length - 1].items():
                features[feature] = features.get(feature, 0) + count
            run = features, size + self._sizes[side][start + length - 1]
            self._runs[side][start, length] = run
        return run
