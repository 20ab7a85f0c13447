"""The best way through two texts in order, bead by bead."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..carry.chain import Link, heaviest
from .features import Feature, facts, grams, stems
from .vectors import Likeness

SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1))
"""Paragraphs of the source and of the translation in a bead."""
Step = tuple[int, int]
Heads = tuple[Sequence[bool], Sequence[bool]]
_BAND = 0.25
"""Share of the longer text that the way may stray from the diagonal, in long texts."""
_LONG = 160
_RATIOS = 0.75, 1.3
"""Bounds of the usual length of a translation, for texts of which much has no partner."""
_VARIANCE = 6.8
"""Variance of the length ratio a letter (Gale and Church, 1993, section 3.3)."""
_NEVER = -9.0
"""Score of what is no bead."""
_SURE, _CLEAR = 0.45, 0.12
"""An anchor's likeness, and how far it is above the next best, at the least."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What speaks for and against a bead; the values are fitted (`python -m bench alignment`)."""

    draft: float = 1.0
    """Weight of the likeness with a machine draft."""
    letters: float = 0.22
    """Weight of the likeness of letters."""
    facts: float = 0.14
    """Weight of shared numbers and names, beyond `facts_expected`."""
    facts_expected: float = 0.8
    length: float = 0.2
    """Weight of an unusual length."""
    least: float = 0.42
    """Likeness a bead must have to be worth more than nothing."""
    alone: float = 0.3
    """Cost of a paragraph without a partner; higher: fewer such paragraphs."""
    joined: tuple[float, float, float] = (0.18, 0.91, 0.12)
    """Cost of beads of three paragraphs, of two by two, and of four paragraphs."""
    heading: float = 0.2
    """Gain of a heading for a heading; half of it is lost for one that is none, twice of it for one
    that is joined with anything."""


WITH_DRAFT = Costs()
WITHOUT_DRAFT = Costs(
    draft=0.0, letters=0.7, facts=0.13, facts_expected=0.5, least=0.34, joined=(0.12, 1.1, 0.1)
)


@dataclass(frozen=True, slots=True)
class Bead:
    """Paragraphs of the source that became paragraphs of the translation."""

    ours: range
    """Places in the source; empty if the translation has something of its own."""
    theirs: range
    """Places in the translation; empty if this was not translated."""
    score: float = 0.0
    """How much speaks for it, per paragraph, beyond what is asked of a bead."""
    margin: float = 0.0
    """By how much all beads together are worth more with it than with any other for its paragraphs."""


class Texts:
    """Two texts' paragraphs, measured against each other."""

    def __init__(
        self,
        ours: Sequence[str],
        theirs: Sequence[str],
        languages: tuple[str, str],
        drafts: Sequence[str] | None = None,
        costs: Costs | None = None,
        longest: int = 3,
        heads: Heads | None = None,
    ) -> None:
        """`drafts`: our paragraphs in their language as a machine says them, where there is one.

        `heads`: which of both texts' paragraphs are headings, where both tell.
        `longest`: of how many of theirs together the score is asked at the most.
        """
        self.sizes = len(ours), len(theirs)
        self._heads = heads
        self.costs = costs or (WITH_DRAFT if drafts else WITHOUT_DRAFT)

        def alike(left: Feature, right: Feature, mine: Sequence[str]) -> Likeness:
            return Likeness([left(t) for t in mine], [right(t) for t in theirs], longest)

        self._letters = alike(grams, grams, ours)
        self._facts = alike(facts(languages[0]), facts(languages[1]), ours)
        self._draft = alike(stems, stems, drafts) if drafts else None
        self._lengths = [len(t) + 1 for t in ours], [len(t) + 1 for t in theirs]
        ratio = sum(self._lengths[1]) / max(1, sum(self._lengths[0]))
        self._ratio = min(max(ratio, _RATIOS[0]), _RATIOS[1])

    def score(self, i: int, j: int, many: int, few: int) -> float:
        """What speaks for our paragraphs [i, i + many) being theirs [j, j + few), per paragraph."""
        costs = self.costs
        if many + few > 2 and not self._all_take_part(i, j, many, few):
            return _NEVER
        found = -costs.least
        if self._draft:
            found += costs.draft * (self._draft.cosine(i, j, many, few) or 0.0)
        found += costs.letters * (self._letters.cosine(i, j, many, few) or 0.0)
        shared = self._facts.cosine(i, j, many, few)
        if shared is not None:
            found += costs.facts * (shared - costs.facts_expected)
        found += self._heading(i, j, many, few)
        return found - costs.length * min(abs(self.stretch(i, j, many, few)), 6) / 3

    def _all_take_part(self, i: int, j: int, many: int, few: int) -> bool:
        """Whether each paragraph of both runs has a word or some letters in common with the other run.

        Without a draft that would ask too much.
        """
        if self._draft is None:
            return True
        kinds = (self._draft, self._letters, self._facts)
        ours, theirs = range(i, i + many), range(j, j + few)
        return all(any(k.share(a, b) for k in kinds for b in theirs) for a in ours) and all(
            any(k.share(a, b) for k in kinds for a in ours) for b in theirs
        )

    def _heading(self, i: int, j: int, many: int, few: int) -> float:
        if self._heads is None:
            return 0.0
        ours, theirs = any(self._heads[0][i : i + many]), any(self._heads[1][j : j + few])
        if many == few == 1:
            return self.costs.heading if ours and theirs else -self.costs.heading / 2 * (ours != theirs)
        return -2 * self.costs.heading * (ours or theirs)

    def stretch(self, i: int, j: int, many: int, few: int) -> float:
        """By how many standard deviations theirs is longer than a usual translation; negative: shorter."""
        usual = sum(self._lengths[0][i : i + many]) * self._ratio
        length = sum(self._lengths[1][j : j + few])
        return (length - usual) / math.sqrt(_VARIANCE * (length + usual) / 2)

    def near(self, i: int) -> dict[int, float]:
        """Their paragraphs that may be our paragraph i, and the likeness from 0 to 1."""
        made: dict[int, float] = defaultdict(float)
        kinds = [(1.0, self._draft)] if self._draft else []
        kinds += [(0.5, self._letters), (0.5, self._facts)]
        total = sum(weight for weight, _ in kinds)
        for weight, kind in kinds:
            for j, cosine in kind.near(i).items():
                made[j] += weight * cosine / total
        return made


def beads(texts: Texts) -> list[Bead]:
    """The beads of the best way, in order; every paragraph is in one."""
    found: list[Bead] = []
    for block in _blocks(texts):
        found += _way(texts, *block)
    return found


def _blocks(texts: Texts) -> Iterator[tuple[range, range]]:
    """Stretches between places that are certain: where one sure pair follows upon another."""
    start = 0, 0
    sure = _anchors(texts)
    for one, other in pairwise(sure):
        if other == (one[0] + 1, one[1] + 1):
            yield range(start[0], other[0]), range(start[1], other[1])
            start = other
    yield range(start[0], texts.sizes[0]), range(start[1], texts.sizes[1])


def _anchors(texts: Texts) -> list[tuple[int, int]]:
    """Pairs that are each other's best by far, without those that would cross."""
    near = [texts.near(i) for i in range(texts.sizes[0])]
    best: dict[int, list[float]] = defaultdict(list)
    for likes in near:
        for j, like in likes.items():
            best[j].append(like)
    top = {j: sorted(likes)[-2:] for j, likes in best.items()}
    links = []
    for i, likes in enumerate(near):
        if not likes:
            continue
        j = max(likes, key=likes.__getitem__)
        like = likes[j]
        ours = sorted(likes.values())[-2:]
        rivals = [*ours[:-1], *top[j][:-1]]
        if like >= _SURE and like == top[j][-1] and like - max(rivals, default=0.0) >= _CLEAR:
            links.append(Link(i, j, round(1000 * like)))
    return [(link.old, link.new) for link in heaviest(links)]


def _way(texts: Texts, ours: range, theirs: range) -> list[Bead]:
    """The best way through a stretch: for every place, the best bead that ends there."""
    field = _Field(texts, ours, theirs)
    rest = field.totals_after()
    size = len(ours), len(theirs)
    i = j = 0
    made = []
    while (i, j) != size:
        many, few = max(field.steps(i, j), key=lambda s: field.worth(i, j, s) + rest[i + s[0]][j + s[1]])
        score = texts.score(ours.start + i, theirs.start + j, many, few) if many and few else 0.0
        made.append(Bead(ours[i : i + many], theirs[j : j + few], score))
        i, j = i + many, j + few
    margins = field.margins(rest, made)
    return [replace(bead, margin=margin) for bead, margin in zip(made, margins, strict=True)]


class _Field:
    """All ways through a stretch: places before which (i, j) paragraphs are done, and steps between them."""

    def __init__(self, texts: Texts, ours: range, theirs: range) -> None:
        self._texts = texts
        self._ours, self._theirs = ours, theirs
        self._size = len(ours), len(theirs)
        three, square, four = texts.costs.joined
        self._extra = {(1, 1): 0.0, (1, 2): three, (2, 1): three, (2, 2): square, (1, 3): four, (3, 1): four}
        longer = max(self._size)
        self._reach = max(40, int(_BAND * longer)) if longer > _LONG else longer
        self._worth: dict[tuple[int, int, Step], float] = {}

    def columns(self, i: int) -> range:
        """The places in the translation that a way may come to after i paragraphs of the source."""
        n, m = self._size
        middle = i * m // n if n else 0
        # The whole of the last line, and of the first, so that every way can begin and end.
        first = 0 if i == 0 else max(0, middle - self._reach)
        return range(first, (m if i == n else min(m, middle + self._reach)) + 1)

    def steps(self, i: int, j: int) -> list[Step]:
        """What may come next; beads first, so that they win where nothing speaks for either."""
        n, m = self._size
        found = [(x, y) for x, y in SHAPES if i + x <= n and j + y <= m and j + y in self.columns(i + x)]
        if i < n and j in self.columns(i + 1):
            found.append((1, 0))
        if j < m and j + 1 in self.columns(i):
            found.append((0, 1))
        return found

    def worth(self, i: int, j: int, step: Step) -> float:
        """What a step from there adds to a way."""
        many, few = step
        if not many or not few:
            return -self._texts.costs.alone
        found = self._worth.get((i, j, step))
        if found is None:
            score = self._texts.score(self._ours.start + i, self._theirs.start + j, many, few)
            found = self._worth[i, j, step] = (many + few) / 2 * score - self._extra[step]
        return found

    def totals_after(self) -> list[dict[int, float]]:
        """The worth of the best way from each place to the end."""
        n, m = self._size
        rest: list[dict[int, float]] = [{} for _ in range(n + 1)]
        rest[n][m] = 0.0
        for i in range(n, -1, -1):
            for j in reversed(self.columns(i)):
                ways = [self.worth(i, j, s) + rest[i + s[0]][j + s[1]] for s in self.steps(i, j)]
                if ways:
                    rest[i][j] = max(ways)
        return rest

    def totals_before(self) -> list[dict[int, float]]:
        """The worth of the best way from the beginning to each place."""
        never = float("-inf")
        done: list[dict[int, float]] = [{} for _ in range(self._size[0] + 1)]
        done[0][0] = 0.0
        for i in range(self._size[0] + 1):
            for j in self.columns(i):
                here = done[i].get(j, never)
                for x, y in self.steps(i, j) if here > never else ():
                    total = here + self.worth(i, j, (x, y))
                    if total > done[i + x].get(j + y, never):
                        done[i + x][j + y] = total
        return done

    def margins(self, rest: list[dict[int, float]], made: Sequence[Bead]) -> list[float]:
        """For each bead, by how much the best way is better than the best one that has not got it."""
        never = float("-inf")
        done = self.totals_before()
        chosen = [
            (bead.ours.start - self._ours.start, bead.theirs.start - self._theirs.start, bead)
            for bead in made
            for _ in bead.ours
        ]
        other = [never] * self._size[0]
        for i in range(self._size[0]):
            for j in self.columns(i):
                here = done[i].get(j, never)
                if here == never:
                    continue
                for x, y in self.steps(i, j):
                    total = here + self.worth(i, j, (x, y)) + rest[i + x][j + y]
                    for place in range(i, i + x):
                        a, b, bead = chosen[place]
                        if total > other[place] and (a, b, len(bead.ours), len(bead.theirs)) != (i, j, x, y):
                            other[place] = total
        best = rest[0][0]
        made_margins = []
        for bead in made:
            rivals = [other[i - self._ours.start] for i in bead.ours]
            made_margins.append(best - max(rivals) if rivals else 0.0)
        return made_margins
