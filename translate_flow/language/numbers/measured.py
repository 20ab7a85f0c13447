"""Units and hedges at the figures of two texts, and where they differ."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from ..words import TextWords, once
from .deviation import Deviation, hedged, measure
from .figure import Figure, FigureKind
from .hedges import DOWN, UP, Hedge, Hedges, hedge, hedges
from .units import LISTED, MEASURES, PERCENT, Units, beside, same_quantity, units
from .years import Partner, is_year

_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


@dataclass(frozen=True, eq=False)
class _Side:
    """One of the two texts."""

    text: str
    figures: Sequence[Figure]
    units: Units
    hedges: Hedges | None
    measured: frozenset[int]
    """Where those of the figures begin that may have a unit."""

    @once
    def brackets(self) -> int:
        """How many are opened."""
        return self.text.count("(")

    @once
    def uncertain(self) -> list[Figure]:
        """Those of the figures that may be none."""
        return [f for f in self.figures if not f.certain]

    @once
    def durations(self) -> frozenset[tuple[float, frozenset[str]]]:
        """The units that are named without a figure, and how many."""
        return frozenset(_durations(self.text, self.units))


class Measured:
    """Units and hedges at the figures of both texts, looked for when they are asked for."""

    def __init__(
        self,
        source: str,
        target: str,
        languages: tuple[str, str],
        figures: tuple[Sequence[Figure], Sequence[Figure]],
        words: tuple[TextWords, TextWords],
    ) -> None:
        ours, theirs = units(languages[0]), units(languages[1])
        first = _Side(source, figures[0], ours, hedges(languages[0]), ours.near(figures[0], words[0]))
        second = _Side(target, figures[1], theirs, hedges(languages[1]), theirs.near(figures[1], words[1]))
        self._sides = first, second
        self._measured = bool(first.measured or second.measured)
        self._known: dict[tuple[int, int], tuple[frozenset[str], str]] = {}

    def may_differ(self, vocabulary: tuple[frozenset[str], frozenset[str]]) -> bool:
        """Whether a figure may have a unit or a hedge at all, given the folded words of both texts."""
        if self._measured or not all(vocabulary):
            return True
        timed = any(f.kind is FigureKind.TIME for f in self._sides[0].figures)
        for side, words in zip(self._sides, vocabulary, strict=True):
            known = side.hedges
            if known is None:
                return False  # of one language none is known: they are not compared
            if known.may_be_in(side.text, words) or (timed and not words.isdisjoint(known.time_marks)):
                return True
        return False

    def at(self, side: int, figure: Figure) -> tuple[frozenset[str], str]:
        """Units at a figure of the source (0) or translation (1): its own, or those of the one it is listed with."""
        if figure.start not in self._sides[side].measured:
            return _NO_UNIT
        place = side, figure.start
        if place not in self._known:
            self._known[place] = self._look(side, figure)
        return self._known[place]

    def _look(self, side: int, figure: Figure) -> tuple[frozenset[str], str]:
        this = self._sides[side]
        own = beside(this.text, figure.start, figure.end, this.units)
        if own[0] or figure.kind is not FigureKind.NUMBER:
            return own
        at = bisect_left(this.figures, figure.end, key=_start)
        following = this.figures[at] if at < len(this.figures) else None
        if following and following.kind is FigureKind.NUMBER and following.start - figure.end < LISTED:
            between = this.text[figure.end : following.start]
            if this.units.joined.fullmatch(between) and not _YEAR.fullmatch(figure.form):
                return self.at(side, following)
        return own

    def unconverted(
        self, left: Sequence[Figure], right: Sequence[Figure]
    ) -> tuple[list[Figure], list[Figure]]:
        """Without those that are one quantity in two units: 10 km, 6.2 miles."""
        come = list(right)
        gone = []
        for n, figure in enumerate(left):
            unit, _ = self.at(0, figure)
            if not unit:
                gone.append(figure)
                continue
            near = _around(come, n / len(left))
            other = next((g for g in near if _same(figure, unit, g, self.at(1, g)[0])), None)
            if other is not None:
                come.remove(other)
            elif not self._said_otherwise(0, figure, unit):
                gone.append(figure)
        come = [g for g in come if not self._said_otherwise(1, g, self.at(1, g)[0])]
        return gone, come

    def _said_otherwise(self, side: int, figure: Figure, unit: frozenset[str]) -> bool:
        """Whether a measure is there in brackets only, or is half an hour, a year or the like on the other side."""
        if not unit:
            return False
        if self._in_brackets(side, figure, unit):
            return True
        if not any(MEASURES.get(name, ("",))[0] in _TIME for name in unit):
            return False
        other = self._sides[1 - side]
        near = _around(other.uncertain, figure.start / len(self._sides[side].text))
        if any(_same(figure, unit, one, self.at(1 - side, one)[0]) for one in near):
            return True
        values = [float(r) for r in figure.readings if _plain(r)]
        return any(
            (name == unit and value == times and times != 1) or same_quantity(value, unit, times, name)
            for times, name in other.durations
            for value in values
        )

    def _in_brackets(self, side: int, figure: Figure, unit: frozenset[str]) -> bool:
        """Whether it only repeats the measure before it in another unit: 10 km (6.2 miles)."""
        this = self._sides[side]
        if this.text[max(0, figure.start - _BLANKS) : figure.start].rstrip()[-1:] not in _OPENS:
            return False
        if this.brackets <= self._sides[1 - side].brackets:
            return False  # the brackets are there: their number should be
        at = bisect_right(this.figures, figure.start, key=_end)
        return bool(at) and _same(this.figures[at - 1], self.at(side, this.figures[at - 1])[0], figure, unit)

    def units(self, partners: Sequence[Partner]) -> list[Deviation]:
        """Units and currencies that are others, or currencies left out."""
        found: list[Deviation] = []
        if not self._measured:
            return found
        for one in partners:
            if not _is_measured(one):
                continue
            ours, shown = self.at(0, one.source)
            theirs, there = self.at(1, one.target)
            if PERCENT in ours or PERCENT in theirs:
                continue
            if rates := self._other_rate(one, bool(ours and theirs)):
                found.append(measure(one, *rates))
                continue
            if ours == theirs:
                continue
            loose = self._is_loose(0, one.source, shown) or self._is_loose(1, one.target, there)
            if loose or _same(one.source, ours, one.target, theirs):
                continue
            if ours and theirs:
                if ours.isdisjoint(theirs) and not (_is_order(one) and _of_one_kind(ours, theirs)):
                    found.append(measure(one, shown, there))
            elif ours or theirs:
                side, names = (1, ours) if ours else (0, theirs)
                if not all(this.units.named for this in self._sides):
                    continue  # what that language calls it is not known
                money = names & self._sides[1 - side].units.currencies
                counted = is_year(one.source) and is_year(one.target)  # 2010 hours, of the Games of 2010
                weighty = money or counted or any(MEASURES.get(n, ("", 0))[0] in _KEPT for n in names)
                if weighty and not self._mentions(side, names):
                    found.append(measure(one, shown, there, certain=False))
        return found

    def _other_rate(self, one: Partner, measured: bool) -> tuple[str, str] | None:
        """What a measure is counted by on either side, where that differs: *20 litros por segundo*, *20 litres per minute*."""
        ours = self._rate(0, one.source) if measured else None
        theirs = self._rate(1, one.target) if ours else None
        if ours is None or theirs is None or not ours[0].isdisjoint(theirs[0]):
            return None
        return ours[1], theirs[1]

    def _rate(self, side: int, figure: Figure) -> tuple[frozenset[str], str] | None:
        """The time by which a measure behind a figure is counted, and how that is written."""
        this = self._sides[side]
        found = this.units.per.match(this.text, figure.end, figure.end + _RATE) if this.units.per else None
        unit = this.units.forms.get(found[2].lower()) if found else None
        if found is None or not unit or not any(MEASURES.get(name, ("",))[0] in _TIME for name in unit):
            return None
        return unit, found[1].strip()

    def _is_loose(self, side: int, figure: Figure, unit: str) -> bool:
        """Whether a unit as written may be an ordinary word; glued to its number (*16g*), or last in brackets, it is none."""
        this = self._sides[side]
        if unit not in this.units.loose or this.text.startswith(unit, figure.end):
            return False
        return not this.text[figure.end :].lstrip().startswith(f"{unit})")

    def _mentions(self, side: int, names: frozenset[str]) -> bool:
        """Whether a text names one of these units anywhere, in figures or words."""
        this = self._sides[side]
        low = this.text.lower()
        words = set(re.findall(r"[^\W\d_]+", low))
        for form, meanings in this.units.forms.items():
            if meanings & names and (form in low if not form.isalpha() else form in words):
                return True
        return any(sign in this.text for sign, meanings in this.units.signs.items() if meanings & names)

    def percents(self, partners: Sequence[Partner]) -> list[Deviation]:
        """Percentages that are none on the other side."""
        found: list[Deviation] = []
        excused: list[tuple[int, Deviation]] = []
        if not self._measured:
            return found
        for one in partners:
            if not _is_measured(one):
                continue
            ours, shown = self.at(0, one.source)
            theirs, there = self.at(1, one.target)
            if (PERCENT in ours) == (PERCENT in theirs):
                continue
            side = 1 if PERCENT in ours else 0
            other = theirs if side else ours
            deviation = measure(one, shown, there, certain=bool(other))
            if not other and self._has_percent(side, one):
                excused.append((side, deviation))
                continue
            found.append(deviation)
        if len({side for side, _ in excused}) == 2:  # 40 % of over 50, 50% of over 40
            found += [deviation for _, deviation in excused]
        return found

    def _has_percent(self, side: int, one: Partner) -> bool:
        """Whether a text has as many percentages as the other although this figure is none of them."""
        counts = [
            sum(PERCENT in self.at(n, f)[0] for f in self._sides[n].figures if f.kind is FigureKind.NUMBER)
            for n in (0, 1)
        ]
        return counts[side] >= counts[1 - side]

    def hedges(
        self, partners: Sequence[Partner], vocabulary: tuple[frozenset[str], frozenset[str]]
    ) -> list[Deviation]:
        """Hedges that are dropped, put in or turned; `vocabulary` are the folded words of both texts."""
        first, second = self._sides[0].hedges, self._sides[1].hedges
        if first is None or second is None:
            return []
        here = there = behind_here = behind_there = True
        if all(vocabulary):
            behind_here, behind_there = (
                known.may_be_behind(words) for known, words in zip((first, second), vocabulary, strict=True)
            )
            here, there = (
                known.may_be_in(side.text, words)
                for known, side, words in zip((first, second), self._sides, vocabulary, strict=True)
            )
            if not (here or there):
                partners = [one for one in partners if _is_time(one)]
        found = []
        for one in partners:
            if one.source.kind in _DATED or one.target.kind in _DATED:
                continue
            time = _is_time(one)
            ours = theirs = None
            if here or time:
                at = one.source.start, one.source.end
                ours = hedge(self._sides[0].text, *at, first, time=time, behind=behind_here)
            if there or time:
                at = one.target.start, one.target.end
                theirs = hedge(self._sides[1].text, *at, second, time=time, behind=behind_there)
            if ours and theirs and ours.kind != theirs.kind:
                # *only* beside another hedge says nothing of that one
                ours, theirs = (None if h.loose and h.kind == "barely" else h for h in (ours, theirs))
            if ours is None and theirs is None:
                continue
            said = ours, theirs
            if ours and theirs and _guessed(ours, theirs):
                # *some 40* does not say *at least 40*, whatever else *some* may mean
                ours, theirs = (None if h.loose else h for h in (ours, theirs))
            if ours and theirs:
                loose = ours.loose or theirs.loose
                if _turned(ours, theirs) or (_bounded(ours, theirs) and not loose):
                    certain = _turned(ours, theirs) and not loose
                    found.append(hedged(one, ours, theirs, certain=certain))
                continue
            only = ours or theirs
            if only is None or only.loose or not (_is_certain(one.source) and _is_certain(one.target)):
                continue
            side, known = (1, second) if ours else (0, first)
            text = self._sides[side].text
            place = one.target if ours else one.source
            near = (max(0, place.start - _NEAR), place.end + _NEAR)
            elsewhere = known.few if only.kind == "barely" else known.anywhere
            if not elsewhere.search(text, *near):
                found.append(hedged(one, *said, certain=False))
        return found


def _durations(text: str, known: Units) -> Iterator[tuple[float, frozenset[str]]]:
    """The units that a text names without a figure, and how many: *un año*, *half a year*, *año y medio*."""
    for found in _WORD.finditer(text):
        unit = known.forms.get(found[0].lower())
        if unit is None:
            continue
        if known.half_after and known.half_after.match(text, found.end()):
            yield 1.5, unit
        elif known.half_before and known.half_before.search(text, max(0, found.start() - 10), found.start()):
            yield 0.5, unit
        else:
            yield 1, unit


_start, _end = attrgetter("start"), attrgetter("end")
_MOST = 60
"""Figures among which one in another unit is looked for."""
_BLANKS = 16
"""Those, at most, between a bracket and the figure in it."""
_NO_UNIT: tuple[frozenset[str], str] = (frozenset(), "")
_DATED = frozenset({FigureKind.MONTH, FigureKind.WEEKDAY, FigureKind.LOOSE})
_NEAR = 60
"""Characters around a figure among which a hedge may stand that is said otherwise."""
_TIME = frozenset({"time", "years"})
_RATE = 40
"""Characters behind a figure among which it is said by what time it is counted."""
_MEASURED = frozenset({FigureKind.NUMBER, FigureKind.ROUND})
_OPENS = frozenset("([/")
_KEPT = frozenset({"length", "area", "mass", "volume"})
"""Quantities whose unit nobody leaves out; *18 años* may be *18*."""


def _is_measured(one: Partner) -> bool:
    """Whether a unit belongs to a figure: it is a number on both sides, or a round one on both (*millones de soles*)."""
    return one.source.kind is one.target.kind and one.source.kind in _MEASURED


def _is_order(one: Partner) -> bool:
    """Whether a number is an order of magnitude and no more: *billones de kilómetros*, *trillions of miles*."""
    return all(f.form.isalpha() and len(f.value) > 6 for f in (one.source, one.target))


def _of_one_kind(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether units measure the same, be it lengths or weights, money apart."""
    kinds = [{MEASURES[name][0] for name in names if name in MEASURES} for names in (ours, theirs)]
    return not kinds[0].isdisjoint(kinds[1])


def _turned(ours: Hedge, theirs: Hedge) -> bool:
    return (ours.kind in UP and theirs.kind in DOWN) or (ours.kind in DOWN and theirs.kind in UP)


def _is_certain(figure: Figure) -> bool:
    """Whether a hedge that is missing at a figure was dropped; parts may have one: *casi la mitad*."""
    return figure.certain or figure.kind is FigureKind.FRACTION


def _around(figures: list[Figure], place: float) -> list[Figure]:
    """Of so many that nobody would compare all, those at about a place, between 0 for the first and 1."""
    if len(figures) <= _MOST:
        return figures
    middle = int(place * len(figures))
    return figures[max(0, middle - _MOST // 2) : middle + _MOST // 2]


def _is_time(one: Partner) -> bool:
    return FigureKind.TIME in (one.source.kind, one.target.kind)


def _bounded(ours: Hedge, theirs: Hedge) -> bool:
    """Whether a guess became a bound, or a bound a guess: *unos 40*, *more than 40*."""
    kinds = {ours.kind, theirs.kind}
    return "about" in kinds and bool(kinds & (UP | DOWN - {"nearly"}))


def _guessed(ours: Hedge, theirs: Hedge) -> bool:
    """Whether one text has a bound where a word of the other may be a guess: *al menos 40*, *some 40*."""
    bound, guess = (ours, theirs) if theirs.loose else (theirs, ours)
    return guess.loose and not bound.loose and guess.kind == "about" and bound.kind in UP | DOWN - {"nearly"}


def _same(figure: Figure, unit: frozenset[str], other: Figure, there: frozenset[str]) -> bool:
    return any(
        same_quantity(float(a), unit, float(b), there)
        for a in figure.readings
        for b in other.readings
        if _plain(a) and _plain(b)
    )


def _plain(reading: str) -> bool:
    return reading.replace(".", "", 1).isdigit() and len(reading) < 12
