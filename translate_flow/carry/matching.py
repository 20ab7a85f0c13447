"""Which paragraph of the new reading goes on from which of the old one. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..catalogue import Entry
from ..language.text import squeeze
from ..model import Segment
from .alike import ParagraphIndex, alike
from .anchors import align
from .chain import Link
from .gaps import WHOLE, Bags, GapSides, chain, is_part

ELSEWHERE = 0.6
"""Least share of common words (0 to 1) for a paragraph to be the edited form of one that stood elsewhere."""

REACH = 3
"""Places between the parts of a paragraph that was split or merged around others, at most."""


@dataclass(frozen=True, slots=True)
class ParagraphMatch:
    """Where a segment of the new reading comes from."""

    segment: Segment
    """The segment."""
    how: str
    """`same`, `moved`, `back` (was obsolete), `edited`, `split`, `merged` or `new`."""
    olds: tuple[Entry, ...] = ()
    """The entries it goes on from: none for `new`, several for `merged`."""
    part: int = 0
    """Split: which part it is, from 0."""
    parts: tuple[Segment, ...] = ()
    """Split: all the parts."""


@dataclass(frozen=True, slots=True)
class Matching:
    """A whole reading beside the one before."""

    matches: tuple[ParagraphMatch, ...]
    """One for each new segment, in order."""
    gone: tuple[Entry, ...]
    """Old entries nothing goes on from, in order."""


def match(entries: Sequence[Entry], obsolete: Sequence[Entry], segments: Sequence[Segment]) -> Matching:
    """Match old entries and new segments; the same input gives the same result everywhere.

    What is equal is aligned in order first, so that equal paragraphs stay apart by their
    neighbours; in the gaps, what is alike, split or merged, in order; then what is equal
    elsewhere or among the obsolete; last, what moved and was edited.
    """
    return _Matcher(entries, [e for e in obsolete if e.target.strip()], segments).run()


class _Matcher:
    """The state of one matching. Places count from 0; obsolete entries follow the old ones."""

    def __init__(
        self, entries: Sequence[Entry], obsolete: Sequence[Entry], segments: Sequence[Segment]
    ) -> None:
        self.old = [*entries, *obsolete]
        self.live = len(entries)
        self.new = segments
        old_words, new_words = Bags([e.source for e in self.old]), Bags([s.text for s in segments])
        self.sides = GapSides(
            [_stem(e.key) for e in self.old], [_stem(s.key) for s in segments], old_words, new_words
        )
        self.found: dict[int, ParagraphMatch] = {}
        """By place of the new segment."""
        self.partner: dict[int, int] = {}
        """New place → old place, one to one."""
        self.used: set[int] = set()
        """Old places."""

    def run(self) -> Matching:
        """All steps, each over what the ones before have left."""
        stems, new_stems = self.sides.old_stems[: self.live], self.sides.new_stems
        pairs, gaps = align(stems, new_stems)
        for i, j in pairs:
            self._take(i, j, "same")
        reserved = {stems[i] for i in self._free_old()} & {new_stems[j] for j in self._free_new()}
        reserved |= set(self.sides.old_stems[self.live :])
        for gap in gaps:
            for link in chain(gap, self.sides, reserved):
                self._link(link)
        self._equal_elsewhere()
        self._back()
        self._alike_elsewhere()
        self._split_around()
        self._merged_around()
        matches = tuple(self.found.get(j) or ParagraphMatch(s, "new") for j, s in enumerate(self.new))
        return Matching(matches, tuple(self.old[i] for i in self._free_old()))

    def _free_old(self) -> list[int]:
        return [i for i in range(self.live) if i not in self.used]

    def _free_new(self) -> list[int]:
        return [j for j in range(len(self.new)) if j not in self.found]

    def _take(self, i: int, j: int, how: str) -> None:
        entry, segment = self.old[i], self.new[j]
        if (
            how != "edited"
            and entry.source != segment.text
            and squeeze(entry.source) != squeeze(segment.text)
        ):
            how = "edited"  # only the hashes are equal
        self.found[j] = ParagraphMatch(segment, how, (entry,))
        self.partner[j] = i
        self.used.add(i)

    def _link(self, link: Link) -> None:
        i, j = link.old, link.new
        if link.olds > 1:
            self.found[j] = ParagraphMatch(self.new[j], "merged", tuple(self.old[i : i + link.olds]))
        elif link.news > 1:
            parts = tuple(self.new[j : j + link.news])
            for n, part in enumerate(parts):
                self.found[j + n] = ParagraphMatch(part, "split", (self.old[i],), n, parts)
        else:
            self._take(i, j, "same" if self.sides.old_stems[i] == self.sides.new_stems[j] else "edited")
        self.used.update(range(i, i + link.olds))

    def _equal_elsewhere(self) -> None:
        """Equal paragraphs that moved: the only ones of their kind, then by neighbours, then in order."""
        places: dict[str, dict[int, None]] = {}
        for i in self._free_old():
            places.setdefault(self.sides.old_stems[i], {})[i] = None
        stems = self.sides.new_stems
        free = [j for j in self._free_new() if stems[j] in places]
        count: dict[str, int] = {}
        for j in free:
            count[stems[j]] = count.get(stems[j], 0) + 1
        single = [j for j in free if count[stems[j]] == len(places[stems[j]]) == 1]
        for order, step in ((single, 0), (free, 1), (free[::-1], -1), (free, 0)):
            for j in order:
                here = places[stems[j]]
                if j in self.found or not here:
                    continue
                # With step 1, the one that stood after the former place of the paragraph before.
                i = self.partner.get(j - step, -2) + step if step else next(iter(here))
                if i in here:
                    del here[i]
                    self._take(i, j, "moved")

    def _back(self) -> None:
        """Paragraphs that stand among the obsolete, word for word."""
        places: dict[str, list[int]] = {}
        for i in range(self.live, len(self.old)):
            places.setdefault(self.sides.old_stems[i], []).append(i)
        for j in self._free_new():
            here = places.get(self.sides.new_stems[j])
            if here:
                key = self.new[j].key
                best = min(here, key=lambda i: (self.old[i].key != key, self.old[i].fuzzy, i))
                here.remove(best)
                self._take(best, j, "back")

    def _alike_elsewhere(self) -> None:
        """Paragraphs that moved and were edited: found by rare words, the most alike first."""
        news = self._free_new()
        olds = [i for i in range(len(self.old)) if i not in self.used]
        if not news or not olds:
            return
        index = ParagraphIndex({i: self.sides.old_words[i] for i in olds})
        found = []
        for j in news:
            right = self.sides.new_words[j]
            for i in index.candidates(right):
                ratio = alike(self.sides.old_words[i], right, ELSEWHERE)
                if ratio:
                    found.append((i >= self.live, -ratio, j, i))
        for _, _, j, i in sorted(found):
            if j not in self.found and i not in self.used:
                self._take(i, j, "edited")

    def _split_around(self) -> None:
        """Parts of a paragraph with something else put between them: one was taken for the whole, edited."""
        for j in self._free_new():
            part = self.sides.new_words[j]
            for other in self._beside(j):
                i = self.partner[other]
                first, last = sorted((j, other))
                whole, rest = self.sides.old_words[i], self.sides.new_words[other]
                together = (*self.sides.new_words[first], *self.sides.new_words[last])
                if is_part(part, whole) and is_part(rest, whole) and alike(whole, together, WHOLE):
                    parts = self.new[first], self.new[last]
                    for n, place in enumerate((first, last)):
                        self.found[place] = ParagraphMatch(self.new[place], "split", (self.old[i],), n, parts)
                    break

    def _merged_around(self) -> None:
        """Paragraphs merged across one that went: one of them was taken for the whole, edited."""
        edited = {self.partner[j]: j for j in self.partner if self.found[j].how == "edited"}
        for i in self._free_old():
            part = self.sides.old_words[i]
            for other in range(i - REACH, i + REACH + 1):
                if other not in edited or other >= self.live or self.found[edited[other]].how != "edited":
                    continue
                j = edited[other]
                first, last = sorted((i, other))
                whole, rest = self.sides.new_words[j], self.sides.old_words[other]
                together = (*self.sides.old_words[first], *self.sides.old_words[last])
                if is_part(part, whole) and is_part(rest, whole) and alike(together, whole, WHOLE):
                    self.found[j] = ParagraphMatch(self.new[j], "merged", (self.old[first], self.old[last]))
                    self.used.add(i)
                    break

    def _beside(self, j: int) -> list[int]:
        """New places near this one that go on from one live paragraph each, edited."""
        near = (n for n in range(j - REACH, j + REACH + 1) if n in self.partner)
        return [n for n in near if self.found[n].how == "edited" and self.partner[n] < self.live]


def _stem(key: str) -> str:
    """The hash in a key, without the number of the repeat."""
    return key.partition("-")[0]
