"""Likeness of runs of paragraphs: cosines of tf-idf vectors, kept so that runs cost no new counting.

The dot product of two runs is the sum of those of their paragraphs, and the length of a run's
vector follows from the products of its neighbours; so each pair of paragraphs is multiplied once.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

Vector = dict[str, float]


class Likeness:
    """How alike runs of two texts' paragraphs are, by one kind of feature."""

    def __init__(
        self, ours: Sequence[Counter[str]], theirs: Sequence[Counter[str]], longest: int = 3
    ) -> None:
        """The features of each paragraph of the one and the other text, counted.

        `longest`: paragraphs that a run has at the most.
        """
        found = Counter(feature for counts in (*ours, *theirs) for feature in counts)
        total = len(ours) + len(theirs)
        rarity = {feature: math.log((total + 1) / count) for feature, count in found.items()}
        left, right = _vectors(ours, rarity), _vectors(theirs, rarity)
        self._dots = _dots(left, right)
        self._norms = _norms(left, longest), _norms(right, longest)

    def cosine(self, i: int, j: int, many: int = 1, few: int = 1) -> float | None:
        """Likeness, from 0 to 1, of our paragraphs [i, i + many) and theirs [j, j + few).

        None if neither has any such feature; 0 if only one has.
        """
        left, right = self._norms[0][many - 1][i], self._norms[1][few - 1][j]
        if left and right:
            shared = sum(self._dots[a].get(b, 0.0) for a in range(i, i + many) for b in range(j, j + few))
            return shared / (left * right)
        return 0.0 if left or right else None

    def share(self, i: int, j: int) -> bool:
        """Whether our paragraph i and their paragraph j have a feature in common."""
        return j in self._dots[i]

    def near(self, i: int) -> dict[int, float]:
        """Their paragraphs that share a feature with our paragraph i, and the cosine."""
        left = self._norms[0][0][i]
        return {j: dot / (left * self._norms[1][0][j]) for j, dot in self._dots[i].items()}


def _vectors(texts: Sequence[Counter[str]], rarity: dict[str, float]) -> list[Vector]:
    return [{f: (1 + math.log(n)) * rarity[f] for f, n in counts.items()} for counts in texts]


def _dots(left: Sequence[Vector], right: Sequence[Vector]) -> list[dict[int, float]]:
    """For each of `left`, the products with those of `right` that share a feature."""
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, vector in enumerate(right):
        for feature, weight in vector.items():
            places[feature].append((j, weight))
    made = []
    for vector in left:
        dots: dict[int, float] = defaultdict(float)
        for feature, weight in vector.items():
            for j, other in places.get(feature, ()):
                dots[j] += weight * other
        made.append(dict(dots))
    return made


def _dot(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[feature] for feature, weight in one.items() if feature in other)


def _norms(vectors: Sequence[Vector], longest: int) -> list[list[float]]:
    """Lengths of the vectors of runs of one, two, … `longest` paragraphs, by first paragraph."""
    size = len(vectors)
    beside = [
        [_dot(vectors[i], vectors[i + step]) if i + step < size else 0.0 for i in range(size)]
        for step in range(longest)
    ]
    squares = beside[0]
    made = [[math.sqrt(square) for square in squares]]
    for length in range(2, longest + 1):
        squares = [
            squares[i]
            + beside[0][i + length - 1]
            + 2 * sum(beside[step][i + length - 1 - step] for step in range(1, length))
            if i + length <= size
            else 0.0
            for i in range(size)
        ]
        made.append([math.sqrt(max(square, 0.0)) for square in squares])
    return made
