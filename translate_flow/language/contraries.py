"""Words of which one says what another does not: *más* and *menos*, *muertos* and *heridos*, *acusado* and *absuelto*, *exigimos* and *exigen*."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from .dictionary import is_conjugated, is_verb_form
from .knowledge import of
from .opposites import GROUPS, counted
from .text import fold

_STEM = 3
"""Letters that two forms of a word share at least."""
_GENDERS = (("o", "a"), ("os", "as"), ("", "a"), ("es", "as"), ("e", "a"), ("es", "os"))
"""Endings of Spanish nouns and adjectives for men and women, and for all (*todes*)."""
_MOST = 1 << 16

Place = tuple[str, str]
"""A row and a group of it, which mean the same in every language."""
_NONE: tuple[Place, ...] = ()

PERSONS = frozenset(
    (
        *"parent child sibling spouse bereaved betrothed grandparent grandchild uncle nephew address".split(),
        *"forces court crime suit post side region war land day past".split(),
        *map(str, range(len(GROUPS))),
    )
)
"""Rows of which no *not* makes one group of another: who is not the father need not be the mother."""

BOTH = frozenset(("win", "rise", "yes", "let", "ruling", "claim", "grant", "guilt", "truth", "manner"))
"""Rows of which a text that says two groups means either: who won and lost did not win both times."""


class _Rows(dict[str, tuple[Place, ...]]):
    """The places of the folded words of a language: each word is looked up once, and `sure` then has those it surely says."""

    def __init__(self, tag: str) -> None:
        super().__init__()
        self.sure: dict[str, tuple[Place, ...]] = {}
        self._nothing: set[str] = set()
        self._words: dict[str, list[tuple[Place, bool]]] = {}
        self._stems: dict[str, list[tuple[Place, bool]]] = {}
        known = of(tag)
        for row, groups in known.table("contraries").items():
            for n, group in enumerate(groups if isinstance(groups, tuple) else ()):
                sure, _, wide = group.partition("|")
                for word in sure.split():
                    self._add(word, (row, str(n)), True)
                for word in wide.split():
                    self._add(word, (row, str(n)), False)
        for word, group in counted(tag).items():
            row = next((str(n) for n, some in enumerate(GROUPS) if group in some), "")
            if row:  # votes are counted, and may be said in many other ways
                self._add(word, (row, group), True)
        self.conjunctions = frozenset(map(fold, known.words("function_words", "conjunctions")))
        listed = (*self._words.values(), *self._stems.values())
        self.rows = frozenset(place[0] for places in listed for place, _ in places)
        """All that the language has."""

    def _add(self, word: str, place: Place, sure: bool) -> None:
        side = self._stems if word.endswith("*") else self._words
        side.setdefault(fold(word.removesuffix("*")), []).append((place, sure))

    def __missing__(self, word: str) -> tuple[Place, ...]:
        if len(self) >= _MOST:
            self.clear()
            self.sure.clear()
            self._nothing.clear()
        found = list(self._words.get(word, ()))
        for end in range(_STEM, len(word) + 1):
            found += self._stems.get(word[:end], ())
        self.sure[word] = tuple(dict.fromkeys(place for place, sure in found if sure)) or _NONE
        made = self[word] = tuple(dict.fromkeys(place for place, _ in found)) or _NONE
        if not made:
            self._nothing.add(word)
        return made

    def among(self, words: frozenset[str]) -> list[str]:
        """Those of some words that have a place."""
        return [word for word in words - self._nothing if self[word]]


@lru_cache(maxsize=64)
def _rows(tag: str) -> _Rows:
    return _Rows(tag)


def turned(ours: Sequence[str], theirs: Sequence[str], tag: str) -> tuple[str, str] | None:
    """A word of one text and the opposite that the other of the same language has instead; None if there is none.

    Both texts are given as their words, in any case.
    """
    rows = _rows(tag)
    here, there = (_groups(words, rows) for words in (ours, theirs))
    gone, came = sorted(here.keys() - there.keys()), sorted(there.keys() - here.keys())
    for left in gone:
        for right in came:
            if left[0] == right[0] and left[1] != right[1]:
                return here[left], there[right]
    return None


def _groups(words: Sequence[str], rows: _Rows) -> dict[tuple[str, str, int], str]:
    """Row, group and which of its words it is, with the word: what comes twice counts twice."""
    seen: Counter[Place] = Counter()
    found = {}
    for word in words:
        low = fold(word)
        for place in rows.sure[low] if rows[low] else _NONE:
            found[(*place, seen[place])] = word
            seen[place] += 1
    return found


def may_oppose(
    ours: frozenset[str],
    theirs: frozenset[str],
    languages: tuple[str, str],
    words: Callable[[], tuple[Sequence[str], Sequence[str]]] | None = None,
) -> frozenset[str]:
    """Rows of which a text, by its folded words, surely says a group that its translation nowise says: mostly none.

    Only those of which the translation surely says another group. For texts of several sentences a function that returns all their folded `words` is
    given: then it is enough that one group is said less often and another more often, since what one sentence does not say
    another one may.
    """
    first, second = _rows(languages[0]), _rows(languages[1])
    here = first.among(ours)
    there = second.among(theirs) if here else here
    if not there:
        return _NO_ROWS
    said = {place for w in here for place in first.sure[w]}
    told = {place for w in there for place in second.sure[w]}
    if words is None:
        gone = said.difference(*(second[w] for w in there))
        return frozenset({row for row, _ in gone} & {row for row, _ in told}) if gone else _NO_ROWS
    both = {row for row, _ in said} & {row for row, _ in told}
    if not both or len({place for place in said | told if place[0] in both}) == len(both):
        return _NO_ROWS
    change: Counter[Place] = Counter()
    every = words()
    for some, rows, all_words, sign in ((here, first, every[0], -1), (there, second, every[1], 1)):
        for w in some:
            for place in rows.sure[w]:
                if place[0] in both:
                    change[place] += sign * all_words.count(w)
    less, more = ({row for (row, _), n in change.items() if n * sign > 0} for sign in (-1, 1))
    return frozenset(less & more)


_NO_ROWS: frozenset[str] = frozenset()


def opposed(
    ours: Sequence[str], theirs: Sequence[str], languages: tuple[str, str], among: Iterable[str]
) -> tuple[str, str, str] | None:
    """A word of a text and the one that its translation has instead, of another group of one of these rows, and the row.

    The texts are given as their folded words. The translation has no word of the first one's groups, whatever its row,
    and the text none of the other's, or fewer (*two dead and eleven dead*), or both of a row of `BOTH` (*won both* for *ganó
    y perdió*).
    """
    first, second = _rows(languages[0]), _rows(languages[1])
    said = Counter(place for w in ours for place in first[w])
    told = {place for w in theirs for place in second[w]}
    left = {w: first.sure[w] for w in ours if first[w] and told.isdisjoint(first[w])}
    if not left:
        return None
    surely = Counter(place for w in theirs if second[w] for place in second.sure[w])
    new = {w: second.sure[w] for w in theirs if second[w] and said.keys().isdisjoint(second[w])}
    for row in sorted(among):
        gone = [(w, place) for w, places in left.items() for place in places if place[0] == row]
        if not gone:
            continue
        come = [w for w, places in new.items() if row in map(_row, places)]
        come += [
            w
            for w in theirs
            for place in second.sure[w]
            if place[0] == row
            and (0 < said[place] < surely[place] or (row in BOTH and _joined(ours, gone[0], place, first)))
        ]
        if come:
            return gone[0][0], come[0], row
    return None


def _joined(words: Sequence[str], one: tuple[str, Place], place: Place, rows: _Rows) -> bool:
    """Whether a conjunction is between a word and one of a group: *aprobó y rechazó*, not *aprobó rechazar*."""
    other = next((n for n, word in enumerate(words) if rows[word] and place in rows.sure[word]), None)
    if other is None:
        return False
    first, last = sorted((words.index(one[0]), other))
    return not rows.conjunctions.isdisjoint(words[first + 1 : last])


def _row(place: Place) -> str:
    return place[0]


def inflected(one: str, other: str, tag: str) -> bool:
    """Whether two words are one, said of a woman and of a man, or by another person or at another time."""
    if tag.split("-")[0].lower() != "es":
        return False
    left, right = sorted((fold(one), fold(other)), key=len)
    stem = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))
    if left == right or stem < _STEM or stem * 2 < len(left):
        return False
    ends = left[stem:], right[stem:]
    if ends in _GENDERS or ends[::-1] in _GENDERS:
        return True
    return is_verb_form(one) and is_verb_form(other) and (is_conjugated(one) or is_conjugated(other))
