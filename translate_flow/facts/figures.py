"""The figures of a source and its translation, compared once for all who ask."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ..language import of
from ..language.numbers import Comparison, Deviation, Figure, FigureKind, compare
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
    if found.values or len(source.figures) <= len(target.figures):
        return found
    lost = _lost(source, target)
    return replace(found, values=lost) if lost else found


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
    return tuple(
        Deviation(figure, None, certain=False)
        for figure, at in zip(figures, here, strict=True)
        if not any(
            abs(at - place) < 2 and not figure.readings.isdisjoint(other.readings)
            for other, place in zip(target.figures, there, strict=True)
        )
    )


def _fewer(ours: Sequence[tuple[Figure, int]], theirs: Sequence[tuple[Figure, int]]) -> Iterator[Deviation]:
    """Numbers that a sentence of the source has more often than that of the translation; given with their sentences."""
    for n, (figure, at) in enumerate(ours):
        before = sum(place == at and f.readings == figure.readings for f, place in ours[:n])
        same = sum(place == at and not f.readings.isdisjoint(figure.readings) for f, place in theirs)
        if before and same == before:
            yield Deviation(figure, None, certain=False)


def _taken_up(reading: Reading, figure: Figure) -> bool:
    """Whether a number only takes up those spoken of before, which may be done without it: *los 17*, *all of them*."""
    before = reading.text[max(0, figure.start - 12) : figure.start].lower().split()
    articles = of(reading.language).words("function_words", "articles")
    return bool(before) and before[-1] in articles and before[-1].endswith("s")


def _is_plain(figure: Figure) -> bool:
    return figure.certain and not figure.spelled and figure.kind is FigureKind.NUMBER


def _sentences(reading: Reading, figures: Sequence[Figure]) -> list[int]:
    """The number of the sentence in which each figure is."""
    starts = [reading.plain.span(*span)[0] for span in reading.sentences]
    return [bisect_right(starts, figure.start) for figure in figures]
