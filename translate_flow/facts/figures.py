"""The figures of a source and its translation, compared once for all who ask."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ..language import of
from ..language.numbers import Comparison, Deviation, Figure, FigureKind, Partner, compare
from .reading import Reading


@lru_cache(maxsize=1024)
def figures_compared(source: Reading, target: Reading) -> Comparison:
    """What of the source's numbers, dates, units and hedges is otherwise in the translation."""
    found = compare(
        source.text,
        target.text,
        (source.language, target.language),
        (source.figures, target.figures),
        (source.vocabulary, target.vocabulary),
        (source.cut, target.cut),
    )
    if not found.exchanged:
        again = _exchanged_within(source, target)
        found = replace(found, exchanged=again) if again else found
    if not found.values:
        parts = _other_parts(source, target)
        found = replace(found, values=parts) if parts else found
    if found.values or len(source.figures) <= len(target.figures):
        return found
    lost = _lost(source, target)
    return replace(found, values=lost) if lost else found


def _exchanged_within(source: Reading, target: Reading) -> tuple[tuple[Partner, Partner, bool], ...]:
    """Figures that changed places in a sentence, where the text has one of them once more: *18* died, and another *18* were wounded.

    In the whole it is not certain which is which; in two sentences with the same figures it is.
    """
    if len(source.sentences) < 2 or len(source.sentences) != len(target.sentences):
        return ()
    ours, theirs = ([f for f in side.figures if f.certain] for side in (source, target))
    times = Counter(reading for figure in ours for reading in figure.readings)
    if len(ours) < 3 or not any(n > 1 for n in times.values()):
        return ()
    here, there = _grouped(source, ours), _grouped(target, theirs)
    for n, some in here.items():
        others = there.get(n, [])
        if len(some) < 2 or all(times[reading] < 2 for figure in some for reading in figure.readings):
            continue
        if Counter(f.readings for f in some) == Counter(f.readings for f in others):
            found = _of_a_sentence(source, target, n)
            if found:
                return found
    return ()


def _of_a_sentence(source: Reading, target: Reading, n: int) -> tuple[tuple[Partner, Partner, bool], ...]:
    """What changed places in the sentence of that number, with its places in the whole."""
    spans = [side.plain.span(*side.sentences[n]) for side in (source, target)]
    one, other = (
        Reading(side.text[slice(*span)], side.language)
        for side, span in zip((source, target), spans, strict=True)
    )
    starts = spans[0][0], spans[1][0]
    return tuple(
        (_moved(first, starts), _moved(second, starts), certain)
        for first, second, certain in figures_compared(one, other).exchanged
    )


def _moved(partner: Partner, starts: tuple[int, int]) -> Partner:
    """A pair of figures of a sentence as one of the whole text."""
    source, target = (
        figure._replace(start=figure.start + start, end=figure.end + start)
        for figure, start in zip((partner.source, partner.target), starts, strict=True)
    )
    return partner._replace(source=source, target=target)


def _other_parts(source: Reading, target: Reading) -> tuple[Deviation, ...]:
    """Parts of a whole that are others in the same sentence, whatever numbers the rest has: *un tercio*, *a quarter*."""
    sides = [[f for f in side.figures if f.kind is FigureKind.FRACTION] for side in (source, target)]
    if not all(sides) or len(source.sentences) != len(target.sentences) or len(source.sentences) < 2:
        return ()
    here, there = (_grouped(side, some) for side, some in zip((source, target), sides, strict=True))
    return tuple(
        Deviation(ours[0], theirs[0], certain=False)
        for n, ours in here.items()
        if len(ours) == 1 == len(theirs := there.get(n, []))
        and ours[0].readings.isdisjoint(theirs[0].readings)
    )


def _grouped(reading: Reading, figures: Sequence[Figure]) -> dict[int, list[Figure]]:
    """Figures by the number of their sentence, counted from 0."""
    found: dict[int, list[Figure]] = {}
    for figure, n in zip(figures, _sentences(reading, figures), strict=True):
        found.setdefault(n - 1, []).append(figure)
    return found


def _lost(source: Reading, target: Reading) -> tuple[Deviation, ...]:
    """Numbers that the source repeats in another sentence, and the translation has far from there alone.

    Within a text a number said twice may be said once; where the sentences go together one by one, it may not be
    missing from a sentence and those beside it, nor be there less often than in the same sentence of the source, if that
    writes it in digits (*2 goles y 2 pases*).
    """
    repeated = {r for r, n in Counter(r for f in source.figures for r in f.readings).items() if n > 1}
    figures = [f for f in source.figures if _is_plain(f) and not repeated.isdisjoint(f.readings)]
    if not figures or len(source.sentences) != len(target.sentences):
        return ()
    here, there = _sentences(source, figures), _sentences(target, target.figures)
    fewer = tuple(
        lost
        for lost in _fewer(
            list(zip(figures, here, strict=True)), list(zip(target.figures, there, strict=True))
        )
        if lost.source and not _taken_up(source, lost.source)
    )
    if fewer or len(source.sentences) < 2:
        return fewer
    near = {
        (place + beside, reading)
        for other, place in zip(target.figures, there, strict=True)
        for reading in other.readings
        for beside in (-1, 0, 1)
    }
    return tuple(
        Deviation(figure, None, certain=False)
        for figure, at in zip(figures, here, strict=True)
        if near.isdisjoint((at, reading) for reading in figure.readings)
    )


def _fewer(ours: Sequence[tuple[Figure, int]], theirs: Sequence[tuple[Figure, int]]) -> Iterator[Deviation]:
    """Numbers that a sentence of the source has more often than that of the translation; given with their sentences."""
    before: Counter[tuple[int, frozenset[str]]] = Counter()
    there: dict[tuple[int, str], set[int]] = {}
    for n, (figure, at) in enumerate(theirs):
        for reading in figure.readings:
            there.setdefault((at, reading), set()).add(n)
    for figure, at in ours:
        times = before[at, figure.readings]
        before[at, figure.readings] += 1
        if times and len(_all(there.get((at, reading), set()) for reading in figure.readings)) == times:
            yield Deviation(figure, None, certain=False)


def _all(sets: Iterable[set[int]]) -> set[int]:
    """What is in any of the sets; a single one is not copied."""
    first, *others = sets
    return first.union(*others) if others else first


def _taken_up(reading: Reading, figure: Figure) -> bool:
    """Whether a number only takes up those spoken of before, which may be done without it: *los 17*, *all of them*."""
    before = reading.text[max(0, figure.start - 12) : figure.start].lower().split()
    articles = of(reading.language).words("function_words", "articles")
    return bool(before) and before[-1] in articles and before[-1].endswith("s")


def _is_plain(figure: Figure) -> bool:
    return figure.certain and not figure.spelled and figure.kind is FigureKind.NUMBER


def _sentences(reading: Reading, figures: Sequence[Figure]) -> list[int]:
    """The number of the sentence in which each figure is."""
    return [bisect_right(reading.starts, figure.start) for figure in figures]
