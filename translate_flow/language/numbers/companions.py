"""What goes along with a figure whose clause moved: names, other figures, its preposition, the whole it is part of.

*En Julcamarca votaron 198 personas y en Lircay 312*, *In Lircay 312 people voted, and 198 in Julcamarca*: the names moved
as the figures did. *Solo 3 de los 17*, *of the 17, only 3*: so did the preposition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ..knowledge import of
from ..words import Span, TextWords, folded, once
from .figure import Figure, FigureKind
from .tables import tables
from .years import Partner

_WINDOW = 32
_LAST_WORDS = re.compile(r"(?<![^\W\d_])([^\W\d_]++)(?:[ \u00a0]+([^\W\d_]+))?[ \u00a0$€£¥*_]+$")
_PLAIN = frozenset({""})
_RANGE = frozenset({"to"})
_ATTRIBUTE = frozenset({"", "of"})
_NOUN = re.compile(r"[ \u00a0][^\W\d_A-Z]{3}")


class Companions:
    """Those of the figures of two texts."""

    def __init__(
        self, texts: tuple[str, str], languages: tuple[str, str], partners: Sequence[Partner]
    ) -> None:
        self._texts, self._tags, self._partners = texts, languages, partners

    def moved(self, first: Partner, second: Partner) -> bool:
        """Whether two figures that are in the other order in the translation took something of their own along."""
        return (
            self._turned(self._names, first, second)
            or self._turned(self._figures(first, second), first, second)
            or self._related(first, second)
            or self._divided(first, second)
            or self._aged(first, second)
        )

    @once
    def _names(self) -> list[tuple[Span, Span]]:
        """Where words with a capital that are in either text once are in both."""
        ours, theirs = (_once(text) for text in self._texts)
        return [(ours[low], theirs[low]) for low in ours if low in theirs]

    def _figures(self, first: Partner, second: Partner) -> list[tuple[Span, Span]]:
        """Where the other numbers are in both texts; to a day or month its date is nothing else."""
        if first.source.kind is not FigureKind.NUMBER or self._dated:
            return []
        return [
            ((p.source.start, p.source.end), (p.target.start, p.target.end))
            for p in self._partners
            if p is not first and p is not second and p.unique and p.source.kind is FigureKind.NUMBER
        ]

    @once
    def _dated(self) -> bool:
        """Whether there are dates among them, whose parts move together when they are exchanged."""
        return any(p.source.kind is FigureKind.MONTH for p in self._partners)

    def _turned(self, places: Iterable[tuple[Span, Span]], first: Partner, second: Partner) -> bool:
        """Whether the places nearest to the two in the source are turned round, too, and nearest to them in the translation."""
        source, target = self._texts
        one = _nearest(source, places, (first.source, second.source), 0)
        two = _nearest(source, places, (second.source, first.source), 0)
        if one is None or two is None or one == two or (one[0] < two[0]) is (one[1] < two[1]):
            return False
        there = (
            _nearest(target, places, (first.target, second.target), 1),
            _nearest(target, places, (second.target, first.target), 1),
        )
        return there == (one, two)

    def _related(self, first: Partner, second: Partner) -> bool:
        """Whether each figure has its preposition on both sides, and not the other one's."""
        a, b = (_relation(self._texts[0], p.source, self._tags[0]) for p in (first, second))
        c, d = (_relation(self._texts[1], p.target, self._tags[1]) for p in (first, second))
        return bool(a & c and b & d and not (a & d and b & c))

    def _aged(self, first: Partner, second: Partner) -> bool:
        """Whether one of them alone is said to be an age on both sides: *14 años de edad*, *the age of 14*."""
        here, there = (
            [_is_age(text, figure, tag) for figure in figures]
            for text, tag, figures in zip(
                self._texts,
                self._tags,
                ((first.source, second.source), (first.target, second.target)),
                strict=True,
            )
        )
        return here == there and here[0] is not here[1]

    def _divided(self, first: Partner, second: Partner) -> bool:
        """Whether one of them is said to be part of the other on both sides: *13 miembros, de los que 8 …*, *eight of the 13*."""
        here = _part(self._texts[0], first.source, second.source, self._tags[0])
        there = _part(self._texts[1], second.target, first.target, self._tags[1])
        return here is not None and there is not None and here + there == 1


@lru_cache(maxsize=64)
def _age(tag: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What before a figure, and behind it, says that it is somebody's age."""
    before, behind = (
        "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in of(tag).phrases("numerals", row))
        or "(?!)"
        for row in ("age_before", "age_behind")
    )
    return re.compile(rf"(?<!\w)(?:{before})\s+$", re.IGNORECASE), re.compile(
        rf"[\s-]+(?:{behind})(?!\w)", re.IGNORECASE
    )


def _is_age(text: str, figure: Figure, tag: str) -> bool:
    before, behind = _age(tag)
    return bool(
        behind.match(text, figure.end) or before.search(text, max(0, figure.start - _WINDOW), figure.start)
    )


def _nearest(
    text: str, places: Iterable[tuple[Span, Span]], figures: tuple[Figure, Figure], side: int
) -> tuple[Span, Span] | None:
    """The place nearest to the first of two figures in its part of the sentence, not beyond the other one."""
    figure, other = figures
    best: tuple[int, tuple[Span, Span]] | None = None
    for place in places:
        start, end = place[side]
        if min(figure.start, start) < other.start < max(figure.end, end):
            continue
        between = (end, figure.start) if end <= figure.start else (figure.end, start)
        far = between[1] - between[0]
        if far < (best[0] if best else _FAR) and _STOP.search(text, *between) is None:
            best = far, place
    return best[1] if best else None


_FAR = 80
"""Characters between a figure and what goes along with it."""
_STOP = re.compile(r"[.;:!?()\n]\s|\s[(–—]")


def _once(text: str) -> dict[str, Span]:
    found: dict[str, Span] = {}
    again: set[str] = set()
    for word, start, end in TextWords(text).capitalised:
        low = folded(word)
        if low in found:
            again.add(low)
        found[low] = start, end
    return {low: span for low, span in found.items() if low not in again}


def _relation(text: str, figure: Figure, tag: str) -> frozenset[str]:
    """The rows of [relations] of the preposition before a figure, an article or pronoun passed over; the empty one if there is none."""
    found = _LAST_WORDS.search(text, max(0, figure.start - _WINDOW), figure.start)
    if found is None:
        return _PLAIN
    words = [word.lower() for word in found.groups() if word]
    rows = _prepositions(tag)
    if words[-1] in rows:
        numbers = tables(tag)
        ranged = numbers is not None and numbers.to.fullmatch(f" {words[-1]} ")
        return rows[words[-1]] - _RANGE or _PLAIN if ranged else rows[words[-1]]  # from 340 to 500
    known = of(tag)
    if words[-1] not in known.words("function_words", "articles", "pronouns"):
        return _PLAIN
    if len(words) > 1 and words[0] in rows:
        return rows[words[0]]
    attributive = words[-1] in known.words("grammar", "determiners") and _NOUN.match(text, figure.end)
    return _ATTRIBUTE if attributive else _PLAIN  # the 2011 rule


@lru_cache(maxsize=64)
def _prepositions(tag: str) -> dict[str, frozenset[str]]:
    known = of(tag)
    found: dict[str, set[str]] = {}
    for row in known.table("relations"):
        for word in known.words("relations", row):
            found.setdefault(word, set()).add("" if row == "none" else row)
    return {word: frozenset(rows) for word, rows in found.items()}


def _part(text: str, one: Figure, other: Figure, tag: str) -> int | None:
    """Which of two figures, in text order, is part of the other by the words between them: 0 or 1; None if neither."""
    between, behind = text[one.end : other.start], text[other.end : other.end + _WINDOW]
    whole, thereof = _division(tag)
    if thereof is None or whole is None:
        return None
    if thereof.search(between) or thereof.match(behind.lstrip()):
        return 1
    return 0 if whole.fullmatch(between) else None


@lru_cache(maxsize=64)
def _division(tag: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """What is between a part and its whole (*of the council's*), and what takes up the whole (*of whom*)."""
    known = of(tag)
    joints, taken = known.phrases("numerals", "of"), known.phrases("numerals", "thereof")
    if not joints or not taken:
        return None, None
    some = "|".join(map(re.escape, joints))
    up = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in taken)
    return (
        re.compile(rf"\s+(?:[^\W\d_]+\s+)??(?:{some})\s+(?:[^\W\d_]+(?:['’]s?)?\s+){{0,3}}", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{up})(?!\w)", re.IGNORECASE),
    )
