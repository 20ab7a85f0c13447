"""Consecutive numbers, given one by one or as a range: *6, 7 y 8 de junio*, *6 to 8 June*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from ..knowledge import of
from .deviation import Deviation
from .figure import Figure

_LIST = re.compile(r"\s{0,2}(?:,|,?\s{1,2}[^\W\d_]{1,3})\s{1,2}(?:el\s{1,2}|the\s{1,2})?")
"""What separates two items of a list: a comma, or a conjunction such as *y*."""
_DASH = re.compile(r"\s*[-–—]\s*")


def without_runs(
    values: list[Deviation],
    texts: tuple[str, str],
    languages: tuple[str, str],
    sides: tuple[Sequence[Figure], Sequence[Figure]],
) -> list[Deviation]:
    """Lost and added figures, without those that lie within a range of the other text."""
    told: set[int] = set()
    for n, other in ((0, 1), (1, 0)):
        lost = n == 0
        if not any((d.target if lost else d.source) is None for d in values):
            continue
        ranges = _ranges(texts[other], languages[other], sides[other])
        for run in _runs(texts[n], sides[n]) if ranges else ():
            if (_whole(run[0]), _whole(run[-1])) in ranges:
                told |= {id(f) for f in run[1:-1]}
    return [d for d in values if id(d.source or d.target) not in told]


def _whole(figure: Figure) -> int | None:
    """The value of a figure in digits, if it is a small number."""
    return int(figure.form) if figure.form.isdecimal() and len(figure.form) < 5 else None


def _runs(text: str, figures: Sequence[Figure]) -> list[list[Figure]]:
    """Three or more numbers of a list, each greater by one than the one before it."""
    runs: list[list[Figure]] = [[]]
    for before, figure in pairwise(figures):
        first, second = _whole(before), _whole(figure)
        follows = first is not None and second == first + 1
        if not (follows and _LIST.fullmatch(text, before.end, figure.start)):
            runs.append([])
        elif runs[-1]:
            runs[-1].append(figure)
        else:
            runs[-1] += [before, figure]
    return [run for run in runs if len(run) > 2]


def _ranges(text: str, tag: str, figures: Sequence[Figure]) -> set[tuple[int | None, int | None]]:
    """The first and the last number of each range of a text."""
    words = _until(tag)
    return {
        (_whole(one), _whole(two))
        for one, two in pairwise(figures)
        if _DASH.fullmatch(text, one.end, two.start) or words.fullmatch(text, one.end, two.start)
    }


@lru_cache(maxsize=64)
def _until(tag: str) -> re.Pattern[str]:
    """The words between the ends of a range."""
    words = "|".join(sorted(map(re.escape, of(tag).words("numerals", "until")))) or "(?!)"
    return re.compile(rf"\s+(?:{words})(?:\s+[^\W\d_]{{2,3}})?\s+", re.IGNORECASE)
