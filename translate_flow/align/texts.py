"""Two texts' paragraphs, measured against each other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate

from ..cycles import uncollected
from .evidence import Evidence
from .features import figures, names, small, stems

Heads = tuple[Sequence[bool], Sequence[bool]]
"""Which paragraphs of both texts are headings."""
_RATIOS = 0.75, 1.3
"""Bounds of the usual length of a translation, for texts of which much has no partner."""
_VARIANCE = 6.8
"""Variance of the length ratio a letter (Gale and Church, 1993, section 3.3)."""
_FREEDOM = 4
"""Degrees of freedom of Student's distribution, which forgives a far-off length more than the normal one does."""
_WEIGHT, _SPREAD = -(_FREEDOM + 1) / 2, _FREEDOM * _VARIANCE / 2
_TRUST = 0.5
"""What a feature's evidence counts for: features of one text depend on each other."""
_HEADING = 1.0
"""What it speaks for a pair that both are headings; half of it against one that only one is, twice of it
against joining a heading with anything."""


class Texts:
    """Two texts' paragraphs, measured against each other. All scores are natural logarithms of odds."""

    @uncollected()
    def __init__(
        self,
        ours: Sequence[str],
        theirs: Sequence[str],
        languages: tuple[str, str],
        drafts: Sequence[str] | None = None,
        heads: Heads | None = None,
    ) -> None:
        """`drafts`: our paragraphs in their language as a machine says them, where there is one.

        `heads`: which of both texts' paragraphs are headings, where both tell.
        """
        self.sizes = len(ours), len(theirs)
        self.drafted = drafts is not None
        self._heads = heads
        found = [figures(t, languages[0]) for t in ours], [figures(t, languages[1]) for t in theirs]
        grammar = small(languages[0]), small(languages[1])
        if drafts is None:
            # What two languages have of these in common they have by accident: *a*, *no*, *me*, *has*.
            words = [stems(t, grammar[0]) for t in ours], [stems(t, grammar[1]) for t in theirs]
        else:
            words = [stems(t) for t in drafts], [stems(t) for t in theirs]
        both = [[w + f for w, f in zip(*side, strict=True)] for side in zip(words, found, strict=True)]
        named = [
            [*f, *names(t)]
            for side, texts in zip(found, (ours, theirs), strict=True)
            for f, t in zip(side, texts, strict=True)
        ]
        # Words of one origin are fewer than those that a draft and a translation share.
        words_kind = Evidence(
            both[0], both[1], share=0.6 if self.drafted else 0.3, weight=1.0, small=grammar[1]
        )
        names_kind = Evidence(named[: len(ours)], named[len(ours) :], share=0.7, weight=0.3)
        self.kinds = words_kind, names_kind
        """Words, of the draft where there is one, else of one origin; figures and names."""
        self._ends = tuple(
            list(accumulate((len(t) + 1 for t in texts), initial=0)) for texts in (ours, theirs)
        )
        ratio = self._ends[1][-1] / max(1, self._ends[0][-1])
        self._ratio = min(max(ratio, _RATIOS[0]), _RATIOS[1])
        self.against = tuple(
            [_TRUST * sum(at) for at in zip(*(kind.against[side] for kind in self.kinds), strict=True)]
            for side in (0, 1)
        )
        """What is against the paragraphs up to a place if nothing of them is explained, on either side."""

    def score(self, i: int, j: int, many: int, few: int) -> float:
        """What speaks for our paragraphs [i, i + many) being theirs [j, j + few)."""
        words, names = self.kinds
        found = words.of(i, j, many, few) + names.of(i, j, many, few)
        return _TRUST * found + self.shape(i, j, many, few)

    def explained(self, i: int, columns: range) -> dict[int, float]:
        """What is explained between our paragraph i and each of theirs among `columns`; 0 where left out."""
        found: dict[int, float] = {}
        for kind in self.kinds:
            kind.add_explained(i, columns, found)
        return {j: _TRUST * gained for j, gained in found.items()}

    def shape(self, i: int, j: int, many: int, few: int) -> float:
        """What the lengths, and what are headings, speak for it; never above `most`."""
        ours, theirs = self._ends
        usual = (ours[i + many] - ours[i]) * self._ratio
        length = theirs[j + few] - theirs[j]
        # As `stretch` has it: this is asked for every two paragraphs in reach.
        found = _WEIGHT * math.log1p((length - usual) ** 2 / (_SPREAD * (length + usual)))
        return found + self._heading(i, j, many, few) if self._heads else found

    @property
    def most(self) -> float:
        """The highest `shape` there can be."""
        return _HEADING if self._heads else 0.0

    def _heading(self, i: int, j: int, many: int, few: int) -> float:
        assert self._heads is not None
        ours, theirs = any(self._heads[0][i : i + many]), any(self._heads[1][j : j + few])
        if many == few == 1:
            return _HEADING if ours and theirs else -_HEADING / 2 * (ours != theirs)
        return -2 * _HEADING * (ours or theirs)

    def stretch(self, i: int, j: int, many: int, few: int) -> float:
        """By how many standard deviations theirs is longer than a usual translation; negative: shorter."""
        usual = (self._ends[0][i + many] - self._ends[0][i]) * self._ratio
        length = self._ends[1][j + few] - self._ends[1][j]
        return (length - usual) / math.sqrt(_VARIANCE * (length + usual) / 2)
