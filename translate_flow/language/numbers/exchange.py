"""Two figures that have changed places: *41 dead and 18 wounded* for *18 dead and 41 wounded*.

Figures of a translation mostly keep the order of the source. Where two do not, a clause has moved,
or the figures alone. A moved figure takes its neighbours with it: its unit, its month, names and words
of one origin, the people it counts. Where the neighbours have stayed, the figures were exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from ..cognates import beginnings
from ..knowledge import of
from ..opposites import counted
from ..text import fold
from .companions import Companions
from .figure import Figure, FigureKind
from .hedges import hedge, hedges
from .years import At, Partner, is_year, small_words, year_before_day, years_exchanged


@dataclass(frozen=True, slots=True)
class _Around:
    """What is at a figure."""

    units: frozenset[str]
    counted: str
    """Whom it counts: a row of [opposites], such as `dead`; empty if unknown."""
    month: bool
    """It belongs to a date."""
    words: frozenset[str]
    """Beginnings of the words beside it that two languages may share."""
    beside: frozenset[str]
    """Those of the words right before and behind it."""
    noun: str
    """The word right behind it, which it mostly counts; empty if that is short."""
    led: bool | None
    """A small word is right before it: *desde 2019*, *since 2019*, but *tramo 3*, *Section 3*; None behind *cerca de*, *about*."""
    behind: str
    """What follows: `end`, `sign`, `word`."""


_WORD = re.compile(r"[^\W\d_]+")
_STEM = 5
_REACH = 32
_DAYS = re.compile(r"(?:\s*(?:y|and|e|o|or|a|to|al|,|-|–)\s*\d{1,2}(?!\d))*")
"""The other days of *7 y 8 de noviembre*."""
_STOP = re.compile(r"[.;:!?()«»“”]")
_DIGIT = re.compile(r"\d")
_OPENS = frozenset("([")


def exchanged(
    source: str,
    target: str,
    languages: tuple[str, str],
    partners: Sequence[Partner],
    at: At,
    *,
    counting: bool = True,
) -> Iterator[tuple[Partner, Partner, bool]]:
    """Pairs of figures that have changed places, and whether that is certain; each figure once.

    `counting` says whether both texts may say whom numbers count (`may_count_others`).
    """
    known = [p for p in partners if p.source.certain or p.target.certain]
    known.sort(key=lambda p: p.source.start)
    yield from years_exchanged((source, target), languages, known, at)
    places = [p.target.start for p in known]
    if places == sorted(places):
        if counting:
            yield from _counting_others((source, target), languages, known)
        return
    # Months stand before the day here, behind it there: of the others a figure passes those of its kind alone.
    like = {kind: [p.target.start for p in known if p.source.kind is kind] for kind in _kinds(known)}
    around: dict[tuple[int, int], _Around] = {}

    def look(side: int, figure: Figure) -> _Around:
        key = side, figure.start
        if key not in around:
            around[key] = _around((source, target)[side], figure, side, languages[side], at)
        return around[key]

    taken: set[int] = set()
    companions = Companions((source, target), languages, known)
    for i, first in enumerate(known):
        for second in known[i + 1 :]:
            if first.target.start < second.target.start or taken & {first.source.start, second.source.start}:
                continue
            certain = _verdict((source, target), languages, (first, second), like, look)
            if certain is not None and not companions.moved(first, second):
                taken |= {first.source.start, second.source.start}
                yield first, second, certain


def _verdict(
    texts: tuple[str, str],
    languages: tuple[str, str],
    both: tuple[Partner, Partner],
    like: Mapping[FigureKind, list[int]],
    look: Callable[[int, Figure], _Around],
) -> bool | None:
    """Of two figures in the other order in the translation: whether it is certain that they changed places; None if they did not.

    `like` are the places in the translation of all figures by kind, `look` what is around one.
    """
    first, second = both
    if _is_date(*texts, first, second):
        return None
    apart = partial(_sentences_apart, *texts, first, second)
    if first.source.kind is not second.source.kind:
        unlike = {first.source.kind, second.source.kind} == _UNLIKE
        return False if unlike and first.unique and second.unique and apart() else None
    misdated = year_before_day(texts[1], first.target, second.target, _months(languages[1]))
    if misdated or _joined(*texts, first, second):
        return not misdated
    here, there = [look(0, p.source) for p in both], [look(1, p.target) for p in both]
    alike = _are_alike(both)
    # Words that are beside both say nothing of where either went.
    common = here[0].words & here[1].words, there[0].words & there[1].words
    shared = common[0] | common[1] if alike else _NO_WORDS
    stayed = _like(here[0], there[0], shared) + _like(here[1], there[1], shared)
    swapped = _like(here[0], there[1], shared) + _like(here[1], there[0], shared)
    if all(side.noun for side in (*here, *there)):  # each counts something: 300 alpacas y 80 ovejas
        ours, theirs = ([beginnings(each.noun.lower()) for each in side] for side in (here, there))
        stayed += _NOUN * sum(not one.isdisjoint(other) for one, other in zip(ours, theirs, strict=True))
        swapped += _NOUN * sum(
            not one.isdisjoint(other) for one, other in zip(ours, theirs[::-1], strict=True)
        )
    if swapped > stayed:
        return swapped > stayed + 3
    if swapped < stayed - (_SMALL if alike else 0) or not (first.unique or second.unique):
        return None
    alone = _alone(like[first.source.kind], first.target.start, second.target.start)
    return False if alone or apart() else None


_NO_WORDS: frozenset[str] = frozenset()
_NOUN = 2
"""What it says that the same word is right behind a figure on both sides."""
_SMALL = 1
"""By how much the neighbours of figures may seem to have moved with them that were exchanged alone, by a small word before one."""
_UNLIKE = {FigureKind.NUMBER, FigureKind.TIME}
"""Kinds that stand in each other's place where one is a slip: *Article 10*, *at 247 o'clock*."""


_FEW = frozenset("12")


def _are_alike(both: tuple[Partner, Partner]) -> bool:
    """Whether two are both years or neither, and in words or not in the source: *in 2013* goes anywhere in its sentence, *34 others* does not.

    How a translation writes them says nothing: English begins no sentence with digits. Small ones in words often go with a word
    of their own: *los dos*, *both*.
    """
    if any(f.spelled and not f.readings.isdisjoint(_FEW) for p in both for f in (p.source, p.target)):
        return False
    if both[0].source.spelled is not both[1].source.spelled:
        return False
    return is_year(both[0].source) is is_year(both[1].source)


def may_count_others(languages: tuple[str, str], vocabulary: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether texts, by their folded words, say of two kinds of people that numbers count them."""
    for words, tag in zip(vocabulary, languages, strict=True):
        rows = counted(tag)
        if words.isdisjoint(rows) or len({rows[word] for word in words & rows.keys()}) < 2:
            return False
    return True


def _counting_others(
    texts: tuple[str, str], languages: tuple[str, str], known: Sequence[Partner]
) -> Iterator[tuple[Partner, Partner, bool]]:
    """Neighbours that count whom the other one counts in the source: *41 muertos y 18 heridos*, *41 wounded and 18 dead*."""
    numbers = [p for p in known if p.source.kind is p.target.kind is FigureKind.NUMBER]
    if len(numbers) < 2:
        return
    ours = [_counted(_words_at(texts[0], p.source), languages[0]) for p in numbers]
    for (first, a), (second, b) in pairwise(zip(numbers, ours, strict=True)):
        if a and b and a != b:  # only then the translation has to be looked at
            c, d = (_counted(_words_at(texts[1], p.target), languages[1]) for p in (first, second))
            if (c, d) == (b, a):
                yield first, second, True
                return


def _is_date(source: str, target: str, first: Partner, second: Partner) -> bool:
    """Whether the two are day and month of a date, which English writes either way: *07/02/2023*, *February 7*, *02/07/2023*."""
    if (first.target.kind is FigureKind.MONTH) is not (second.target.kind is FigureKind.MONTH):
        return True
    if any(iso.end() == second.source.end for iso in _ISO_DATE.finditer(source, first.source.start)):
        return True
    return bool(
        _IN_DATE.fullmatch(source, first.source.end, second.source.end + 2)
        and _IN_DATE.fullmatch(target, second.target.end, first.target.end + 2)
    )


_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_IN_DATE = re.compile(r"([/.-])\d{1,2}\1\d")
"""From the end of a date's first number to the first digit of its year."""


def _kinds(partners: Sequence[Partner]) -> set[FigureKind]:
    return {p.source.kind for p in partners}


def _alone(places: Sequence[int], first: int, second: int) -> bool:
    """Whether the two have passed no other figure than those between them: else it is a clause that went elsewhere.

    `places` are those in the translation, in the order of the source.
    """
    i, j = places.index(first), places.index(second)
    passed = [
        sum((n < at) != (place < places[at]) for n, place in enumerate(places) if n != at) for at in (i, j)
    ]
    return passed == [j - i, j - i]


def _sentences_apart(source: str, target: str, first: Partner, second: Partner) -> bool:
    """Whether a sentence ends between the two on both sides: clauses move within their sentence, hardly out of it."""
    return bool(
        _END.search(source, first.source.end, second.source.start)
        and _END.search(target, second.target.end, first.target.start)
    )


_END = re.compile(r"[^\W\d_]{3}[.?!][\"”»’)]*\s+[\"“«‘(¿¡]*[A-ZÁÉÍÓÚÑ]")
"""The end of a sentence, whose last word is not an abbreviation of two letters."""


def _joined(source: str, target: str, first: Partner, second: Partner) -> bool:
    """Whether next to nothing is between the two, so that no clause can have moved: *2-1*, *entre 1492 y 1498*."""
    gap, other = second.source.start - first.source.end, first.target.start - second.target.end
    if max(gap, other) > 6:
        return False
    texts = source[first.source.end : second.source.start], target[second.target.end : first.target.start]
    return not any("(" in text or ")" in text for text in texts)


def _like(here: _Around, there: _Around, shared: frozenset[str]) -> int:
    """How much two figures' neighbours have in common; `shared` are words that tell them apart from no other."""
    score = 0
    if here.units and there.units:
        score += -4 if here.units.isdisjoint(there.units) else 3
    elif here.units or there.units:
        score -= 1
    if here.counted and there.counted:
        score += 5 if here.counted == there.counted else -5
    if here.month or there.month:
        score += 2 if here.month == there.month else -2
    score += 2 * len((here.words & there.words) - shared) + len((here.beside & there.beside) - shared)
    if here.led is not None and there.led is not None:
        score += 1 if here.led == there.led else -1
    if here.behind == there.behind:
        score += 1
    return score


class _Words(NamedTuple):
    """The words beside a figure, as far as the sentence and the next figure."""

    before: list[str]
    after: list[str]
    rest: str
    """All that follows in the sentence, figures too."""


def _words_at(text: str, figure: Figure) -> _Words:
    after = text[figure.end : figure.end + _REACH]
    before = text[max(0, figure.start - _REACH) : figure.start]
    if stop := _STOP.search(after):
        after = after[: stop.start()]
    if before[-1:] in _OPENS:
        before = before[:-1]  # Rosa Ruiz (41)
    before = _STOP.split(before)[-1]
    near = after[: digit.start()] if (digit := _DIGIT.search(after)) else after
    return _Words(_WORD.findall(_DIGIT.split(before)[-1])[-3:], _WORD.findall(near)[:4], after)


def _counted(words: _Words, language: str) -> str:
    """Whom a figure with these words beside it counts; empty if unknown. What is behind it tells first."""
    rows = counted(language)
    for word in (*words.after, *reversed(words.before)):
        if row := rows.get(fold(word)):
            return row
    return ""


def _around(text: str, figure: Figure, side: int, language: str, at: At) -> _Around:
    words_before, words_after, after = found = _words_at(text, figure)
    near_before = words_before[-2:]
    near_after = _WORD.findall(after[_DAYS.match(after).end() :])[:2]  # type: ignore[union-attr]
    months = _months(language)
    dated = bool(
        (short := _SHORT.search(text, max(0, figure.start - 12), figure.start))
        and short[1].lower() in _months(language, short=True)
    )
    dated = dated or _is_of_a_weekday(near_before, language) or _is_of_a_day(text, figure, months)
    stems, beside = (
        frozenset(fold(w)[:_STEM] for w in some if len(w) > 3)
        for some in ((*words_before, *words_after), (*words_before[-1:], *words_after[:1]))
    )
    head = after.lstrip(" \u00a0")[:1]
    return _Around(
        units=at(side, figure)[0],
        counted=_counted(found, language),
        month=dated or any(w.lower() in months for w in (*near_before, *near_after)),
        words=stems,
        beside=beside,
        noun=words_after[0] if words_after and len(words_after[0]) > 3 else "",
        led=None
        if _is_hedged(text, figure, language)
        else bool(words_before) and words_before[-1].lower() in small_words(language),
        behind="end" if not head else "word" if head.isalpha() else "sign",
    )


def _is_of_a_weekday(before: Sequence[str], language: str) -> bool:
    """Whether a figure is a date by the weekday before it: *el lunes 6*, *Monday the 6th*."""
    words = [word.lower() for word in before]
    if len(words) > 1 and words[-1] in of(language).words("function_words", "articles"):
        words.pop()
    return bool(words) and words[-1] in of(language).words("weekdays")


def _is_of_a_day(text: str, figure: Figure, months: frozenset[str]) -> bool:
    """Whether a figure is a year behind a day that follows its month: *February 2, 1995*."""
    found = _DAY_BEFORE.search(text, max(0, figure.start - 24), figure.start)
    return found is not None and found[1].lower() in months


_DAY_BEFORE = re.compile(r"([^\W\d_]+)\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s$")


def _is_hedged(text: str, figure: Figure, language: str) -> bool:
    known = hedges(language)
    return known is not None and hedge(text, figure.start, figure.end, known) is not None


_SHORT = re.compile(r"([^\W\d_]+)\.\s*(?:(?:de|of)\s+)?$")
"""A word with its point before a figure: *Nov. 18*."""


@lru_cache(maxsize=64)
def _months(language: str, *, short: bool = False) -> frozenset[str]:
    return of(language).words("short_months" if short else "months")
