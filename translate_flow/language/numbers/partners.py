"""Which figures of a source and its translation are one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from .deviation import Deviation
from .figure import Figure, FigureKind
from .years import Partner


def partners_of(ours: Sequence[Figure], theirs: Sequence[Figure]) -> list[Partner]:
    """Figures that are surely one on both sides: alone there with a reading, or equally often and in order."""
    found: list[Partner] = []
    taken: set[int] = set()
    ours = [f for f in ours if f.kind is not FigureKind.ARTICLE]
    theirs = [g for g in theirs if g.kind is not FigureKind.ARTICLE]
    if any(f.kind in _VAGUE for f in (*ours, *theirs)):
        # *both* takes nothing from *dos* and *two*, nor the *media* of an average from 50
        found = partners_of(*([f for f in side if f.kind not in _VAGUE] for side in (ours, theirs)))
        here, there = {p.source.start for p in found}, {p.target.start for p in found}
        ours = [f for f in ours if f.start not in here]
        theirs = [g for g in theirs if g.start not in there]
    here_by, there_by = _by_reading(ours), _by_reading(theirs)
    known: dict[frozenset[str], tuple[list[int], list[int]]] = {}
    for figure in ours:
        if figure.readings not in known:
            known[figure.readings] = _sharing(figure, here_by), _sharing(figure, there_by)
        mine, same = known[figure.readings]
        often = len(same)
        if often != len(mine) or often > 4:
            continue
        place = same[0] if often == 1 else same[sum(ours[n].start < figure.start for n in mine)]
        if place not in taken:
            taken.add(place)
            found.append(Partner(figure, theirs[place], often == 1))
    return found


_VAGUE = frozenset({FigureKind.LOOSE, FigureKind.FRACTION})


def _by_reading(figures: Sequence[Figure]) -> dict[str, list[int]]:
    """The numbers of the figures that have each reading, in order."""
    found: dict[str, list[int]] = {}
    for number, figure in enumerate(figures):
        for reading in figure.readings:
            found.setdefault(reading, []).append(number)
    return found


def _sharing(figure: Figure, numbers: Mapping[str, list[int]]) -> list[int]:
    """The numbers of those that share a reading with a figure, in order."""
    if len(figure.readings) == 1:
        (reading,) = figure.readings
        return numbers.get(reading, [])
    return sorted({number for reading in figure.readings for number in numbers.get(reading, ())})


def written_alike(partners: list[Partner], values: Sequence[Deviation]) -> list[Partner]:
    """With the figures whose digits are the source's, whatever the sign between them makes of them: *400.000*, *400.000*."""
    found = [
        Partner(ours, theirs, False)
        for ours, theirs in _changed(values)
        if _digits(ours) == _digits(theirs) != ""
    ]
    return [*partners, *found] if found else partners


def with_changed(partners: list[Partner], values: Sequence[Deviation]) -> list[Partner]:
    """A number that alone became another one and those that stayed, to see whether it changed places as well; else none."""
    changed = (
        [pair for pair in _changed(values) if _digits(pair[0]) != _digits(pair[1])]
        if len(values) == 1
        else []
    )
    plain = [
        p for p in partners if p.source.kind is p.target.kind is FigureKind.NUMBER and not p.source.spelled
    ]
    return [*plain, *(Partner(ours, theirs, True) for ours, theirs in changed)] if changed else []


def _changed(values: Sequence[Deviation]) -> Iterator[tuple[Figure, Figure]]:
    for deviation in values:
        ours, theirs = deviation.source, deviation.target
        if ours and theirs and ours.kind is theirs.kind is FigureKind.NUMBER:
            yield ours, theirs


def _digits(figure: Figure) -> str:
    return _NO_DIGIT.sub("", figure.form)


_NO_DIGIT = re.compile(r"\D")
