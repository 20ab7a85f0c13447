"""Parts of a whole, however they are said: *60 %*, *seis de cada diez*, *three quarters*."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import NamedTuple

from ..knowledge import of
from ..words import TextWords
from .deviation import Deviation
from .figure import Figure, FigureKind
from .units import PERCENT
from .years import At

_NEAR = 0.02
"""By what part two shares may differ that are one, rounded: 33 % and a third."""
_PARTS = frozenset({FigureKind.FRACTION, FigureKind.ORDINAL})
"""*mitad*, and *third*, which is either."""
_COUNTS = frozenset({FigureKind.NUMBER, FigureKind.ARTICLE})
_GAP = re.compile(r"[\s-]{1,2}")


class _Share(NamedTuple):
    """A part of a whole in a text."""

    part: float
    figures: tuple[Figure, ...]


def without_shares(
    values: list[Deviation],
    texts: tuple[str, str],
    languages: tuple[str, str],
    figures: tuple[Sequence[Figure], Sequence[Figure]],
    at: At,
) -> list[Deviation]:
    """Lost and added figures but for those that say the same part of a whole as others of the other text."""
    if not values:
        return values
    ours, theirs = (
        list(_shares(text, tag, side, partial(at, n)))
        for n, (text, tag, side) in enumerate(zip(texts, languages, figures, strict=True))
    )
    if not ours and not theirs:
        return values
    told = {id(f) for share in _same(ours, theirs) for f in share.figures}
    for shares, text, tag in ((ours, texts[1], languages[1]), (theirs, texts[0], languages[0])):
        if any(share.part == 1 for share in shares) and _says_all(text, tag):
            told |= {id(f) for share in shares if share.part == 1 for f in share.figures}
    left = []
    for one in values:
        source = None if one.source and id(one.source) in told else one.source
        target = None if one.target and id(one.target) in told else one.target
        if source or target:
            left.append(
                one
                if (source, target) == (one.source, one.target)
                else replace(one, source=source, target=target)
            )
    return left


def _says_all(text: str, tag: str) -> bool:
    """Whether a text has a word for 100 %: *todas las familias*, *every family*."""
    return not TextWords(text).vocabulary.isdisjoint(of(tag).words("numerals", "all"))


def _same(ours: Sequence[_Share], theirs: Sequence[_Share]) -> Iterator[_Share]:
    """The shares of either side that say the same as one of the other: not both of them by a plain percentage."""
    sides = (ours, theirs)
    parts = [sorted(share.part for share in side) for side in sides]
    worded = [sorted(share.part for share in side if _is_worded(share)) for side in sides]
    for n, side in enumerate(sides):
        for share in side:
            others = (parts if _is_worded(share) else worded)[1 - n]
            at = bisect_left(others, share.part)
            pairs = [
                (share.part, other) if n == 0 else (other, share.part)
                for other in others[max(0, at - 1) : at + 1]
            ]
            if any(abs(one - other) <= _NEAR * one for one, other in pairs):
                yield share


def _is_worded(share: _Share) -> bool:
    """Whether a part is said by two figures or by a word: *seis de cada diez*, *la mitad*, *a third*."""
    return len(share.figures) > 1 or share.figures[0].kind in _PARTS


def _shares(
    text: str, tag: str, figures: Sequence[Figure], units: Callable[[Figure], tuple[frozenset[str], str]]
) -> Iterator[_Share]:
    rate = _rate(tag)
    for n, figure in enumerate(figures):
        whole = figures[n + 1] if n + 1 < len(figures) else None
        counts = whole is not None and figure.kind in _COUNTS and whole.kind is FigureKind.NUMBER
        if whole and counts and rate and rate.fullmatch(text, figure.end, whole.start):
            part, all_ = _number(figure), _number(whole)
            if 0 < part < all_:
                yield _Share(part / all_, (figure, whole))
        if whole and whole.kind in _PARTS and _GAP.fullmatch(text, figure.end, whole.start):
            yield _Share(max(_number(figure), 1) / _denominator(whole), (figure, whole))
        elif figure.kind in _PARTS and not (n and figures[n - 1].end > figure.start - 3):
            yield _Share(1 / _denominator(figure), (figure,))
        elif figure.kind is FigureKind.NUMBER and PERCENT in units(figure)[0]:
            yield _Share(_number(figure) / 100, (figure,))


@lru_cache(maxsize=64)
def _rate(tag: str) -> re.Pattern[str] | None:
    """What is between part and whole, perhaps with what is counted: *one child in three*."""
    phrases = sorted(of(tag).phrases("numerals", "rate"), key=lambda p: -len(p))
    if not phrases:
        return None
    some = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases)
    return re.compile(rf"(?:\s+[^\W\d_]+)?\s+(?:{some})\s+", re.IGNORECASE)


def _number(figure: Figure) -> float:
    """The value of a figure that is a plain number; 0 of others."""
    found = [float(r) for r in figure.readings if r.replace(".", "", 1).isdigit() and len(r) < 9]
    return min(found) if found else 0.0


def _denominator(figure: Figure) -> int:
    """2 of *half*; never 0; of a fraction the other readings are the percentages it is."""
    return min((int(r) for r in figure.readings if r.isdecimal() and int(r)), default=1)
