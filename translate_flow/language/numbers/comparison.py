"""What became of a source's figures in its translation: values, units, hedges, order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from ..knowledge import of
from ..text import fold
from ..words import TextWords, folded
from .compare import unmatched
from .counting import counted_instead
from .dayparts import part_changed
from .deviation import Deviation
from .exchange import exchanged, may_count_others
from .figure import Figure, FigureKind
from .measured import Measured
from .partners import partners_of, with_changed, written_alike
from .runs import without_runs
from .shares import without_shares
from .tables import tables
from .units import units
from .wholes import whole_for_part
from .years import Partner, may_be_exchanged, years_exchanged


@dataclass(frozen=True, slots=True)
class Comparison:
    """What of the figures of a source is otherwise in its translation."""

    values: tuple[Deviation, ...] = ()
    """Numbers, months, times that are changed, lost or added."""
    weekdays: tuple[Deviation, ...] = ()
    """Days of the week."""
    exchanged: tuple[tuple[Partner, Partner, bool], ...] = ()
    """Two figures that have changed places, and whether that is certain."""
    units: tuple[Deviation, ...] = ()
    """Units and currencies."""
    percents: tuple[Deviation, ...] = ()
    """Percentages, and percentage points."""
    hedges: tuple[Deviation, ...] = ()
    """*al menos*, *casi*: dropped, put in, or turned."""


NOTHING = Comparison()
_NO_WORDS: frozenset[str] = frozenset()


def compare(
    source: str,
    target: str,
    languages: tuple[str, str],
    figures: tuple[Sequence[Figure], Sequence[Figure]],
    vocabulary: tuple[frozenset[str], frozenset[str]] = (_NO_WORDS, _NO_WORDS),
    words: tuple[TextWords, TextWords] | None = None,
) -> Comparison:
    """Compare two texts by their figures, found before.

    `languages` are the tags of source and translation; `vocabulary` the folded words of each; `words` those of the
    texts as they stand, if they are known. Between languages of which one is not known only what is written in digits
    is compared.
    """
    ours, theirs = figures
    money = _money(words or (TextWords(source), TextWords(target)), languages)
    part = part_changed(source, target, languages, vocabulary)
    if not (ours or theirs):
        return Comparison(units=money, values=(part,) if part else ()) if money or part else NOTHING
    if tables(languages[0]) is None or tables(languages[1]) is None:
        ours, theirs = ([f for f in side if not f.spelled] for side in figures)
    measured = Measured(
        source, target, languages, (ours, theirs), words or (TextWords(source), TextWords(target))
    )
    if not part and _alike(ours, theirs):
        return _of_alike((source, target), languages, measured, (ours, theirs), vocabulary, money)
    left, right = unmatched(ours, theirs)
    partners = partners_of(ours, theirs)
    if left or right:
        left, right = measured.unconverted(left, right)
    values = [_with_unit(d, measured) for d in _values(left, right, ours, theirs)]
    values = _undialled(values, target)
    values = without_shares(values, (source, target), languages, (ours, theirs), measured.at)
    values = without_runs(values, (source, target), languages, (ours, theirs))
    values += _codes((source, target), (ours, theirs))
    values = _scales(values, ours, theirs)
    values = _collective(values, ours, theirs, languages[0])
    values += _loose(ours, theirs, values)
    if not values:
        values = counted_instead((source, target), languages, (ours, theirs))
    if not values:
        values = whole_for_part((source, target), languages, (ours, theirs), measured.at)
    partners = written_alike(partners, values)
    if part and not any(d.source and d.source.kind is FigureKind.TIME for d in values):
        values.append(part)
    days = [d for d in values if _is_day(d)]
    return Comparison(
        values=tuple(d for d in values if not _is_day(d)),
        weekdays=tuple(days),
        exchanged=_moved((source, target), languages, measured, partners, vocabulary)
        or _moved((source, target), languages, measured, with_changed(partners, values), vocabulary),
        units=tuple(measured.units(partners)) or money,
        percents=tuple(measured.percents(partners)),
        hedges=tuple(measured.hedges(partners, vocabulary)),
    )


def _moved(
    texts: tuple[str, str],
    languages: tuple[str, str],
    measured: Measured,
    partners: Sequence[Partner],
    vocabulary: tuple[frozenset[str], frozenset[str]],
) -> tuple[tuple[Partner, Partner, bool], ...]:
    """The figures that have changed places."""
    if len(partners) < 2:
        return ()
    counting = _counting(languages, vocabulary)
    return tuple(exchanged(*texts, languages, partners, measured.at, counting=counting))


def _counting(languages: tuple[str, str], vocabulary: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether both texts may say whom numbers count; of texts whose words are not given that is not known."""
    return not all(vocabulary) or may_count_others(languages, vocabulary)


def _of_alike(
    texts: tuple[str, str],
    languages: tuple[str, str],
    measured: Measured,
    figures: tuple[Sequence[Figure], Sequence[Figure]],
    vocabulary: tuple[frozenset[str], frozenset[str]],
    money: tuple[Deviation, ...],
) -> Comparison:
    """The same of figures of which none is lost, added or another: what can differ is what is beside them."""
    ours, theirs = figures
    if not (measured.may_differ(vocabulary) or (len(theirs) > 1 and _counting(languages, vocabulary))):
        if len(theirs) < 2 or not may_be_exchanged(texts[1], theirs, languages[1]):
            return Comparison(units=money) if money else NOTHING
        years = tuple(years_exchanged(texts, languages, partners_of(ours, theirs), measured.at))
        return Comparison(units=money, exchanged=years) if money or years else NOTHING
    partners = partners_of(ours, theirs)
    moved = _moved(texts, languages, measured, partners, vocabulary)
    measures, percents = measured.units(partners), measured.percents(partners)
    hedges = measured.hedges(partners, vocabulary)
    if not (money or moved or measures or percents or hedges):
        return NOTHING
    return Comparison(
        exchanged=moved, units=tuple(measures) or money, percents=tuple(percents), hedges=tuple(hedges)
    )


def _undialled(values: list[Deviation], target: str) -> list[Deviation]:
    """Without the parts of a telephone number to which the code of the country was put: *(01) 426…*, *+51 1 426…*."""
    abroad = next(
        (d.target for d in values if d.target and target[d.target.start - 1 : d.target.start] == "+"), None
    )
    if abroad is None:
        return values
    ours, theirs = (
        "".join(_NO_DIGIT.sub("", f.form) for f in side if f)
        for side in ([d.source for d in values], [d.target for d in values])
    )
    return [] if theirs.endswith(ours.lstrip("0")) and len(theirs) - len(ours) < 4 else values


def _with_unit(deviation: Deviation, measured: Measured) -> Deviation:
    """A lost figure with its unit."""
    if deviation.source is None or deviation.target is not None:
        return deviation
    return replace(deviation, said=measured.at(0, deviation.source)[1])


_SIMPLE = frozenset({FigureKind.NUMBER, FigureKind.MONTH, FigureKind.WEEKDAY, FigureKind.TIME})
_PLAIN = frozenset({FigureKind.NUMBER, FigureKind.TIME})
_FREE = frozenset({FigureKind.ARTICLE, FigureKind.LOOSE})
_kind = attrgetter("kind")


def _alike(ours: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    """Whether both sides have the same numbers, months, weekdays and times, each kind in the same order.

    Then nothing is lost, added or exchanged: as in most translations. What may stand for a number and need not is left
    out, if it is none of them; ordinals, parts and round numbers have to be compared.
    """
    here, there = (sorted([f for f in side if f.kind in _SIMPLE], key=_kind) for side in (ours, theirs))
    if len(here) != len(there):
        return False
    for f, g in zip(here, there, strict=True):
        if f.kind is not g.kind:
            return False
        if f.readings != g.readings and (f.kind is not FigureKind.TIME or f.readings.isdisjoint(g.readings)):
            return False
    if sum(f.kind is FigureKind.TIME for f in here) > 1 and any(
        f.readings != g.readings for f, g in zip(here, there, strict=True)
    ):
        return False  # 10:30, of which half of the day is not said, may be either of two
    if FigureKind.TIME in map(_kind, here) and len(here) > 1:
        # Article 8:30, at 139: a time in a number's place
        orders = [[f.kind for f in side if f.kind in _PLAIN] for side in (ours, theirs)]
        if orders[0] != orders[1]:
            return False
    rest = [f for side in (ours, theirs) for f in side if f.kind not in _SIMPLE]
    if not rest:
        return True
    readings = {reading for f in (*here, *there) for reading in f.readings}
    return all(
        f.kind in _FREE
        and not f.certain
        and (f.kind is FigureKind.ARTICLE or readings.isdisjoint(f.readings))
        for f in rest
    )


def _money(words: tuple[TextWords, TextWords], languages: tuple[str, str]) -> tuple[Deviation, ...]:
    """A currency that the translation names as many times more as it names another one less: *yenes*, *dollars*."""
    first, second = units(languages[0]).money, units(languages[1]).money
    if words[0].folded.isdisjoint(first) or words[1].folded.isdisjoint(second):
        return ()
    here, there = (
        [(money[low], word) for word in side.written if (low := folded(word)) in money]
        for side, money in zip(words, (first, second), strict=True)
    )
    change = Counter(name for name, _ in there)
    change.subtract(name for name, _ in here)
    gone, come = ({name: abs(n) for name, n in change.items() if n * sign > 0} for sign in (-1, 1))
    if len(gone) != 1 or len(come) != 1:
        return ()
    ((less, fewer),), ((more, times),) = gone.items(), come.items()
    named = {name for name, _ in here}, {name for name, _ in there}
    if fewer != times and more in named[0] and less in named[1]:
        return ()
    return (Deviation(None, None, dict(here)[less], dict(there)[more], certain=False),)


def _is_day(deviation: Deviation) -> bool:
    sides = [f for f in (deviation.source, deviation.target) if f]
    return bool(sides) and all(f.kind is FigureKind.WEEKDAY for f in sides)


def _values(
    left: Sequence[Figure], right: Sequence[Figure], ours: Sequence[Figure], theirs: Sequence[Figure]
) -> list[Deviation]:
    """Lost and added figures, like with like."""
    free = list(right)
    found = []
    for figure in left:
        same = next((g for g in free if g.kind is figure.kind), None) or next(
            (g for g in free if FigureKind.WEEKDAY not in (g.kind, figure.kind)), None
        )
        if same is not None:
            free.remove(same)
        found.append(Deviation(figure, same))
    return found + [Deviation(None, g) for g in free]


_LETTERS = re.compile(r"([^\W\d_]+)[-‑]?\Z")
_LONGEST_CODE = 24
"""Characters before a figure among which the letters of its code stand."""


def _codes(texts: tuple[str, str], sides: tuple[Sequence[Figure], Sequence[Figure]]) -> list[Deviation]:
    """Codes whose letters are in both texts, and their short numbers are not: *Il-76*, *COVID-19*.

    A short number behind letters needs no partner by itself: it may be part of a name that is said otherwise.
    """
    if all(f.certain or f.spelled for f in sides[0]):
        return []
    here, there = (_coded(text, side) for text, side in zip(texts, sides, strict=True))
    found = []
    for letters, figures in here.items():
        others = there.get(letters, [])
        left = [f for f in figures if all(f.readings.isdisjoint(g.readings) for g in others)]
        right = [g for g in others if all(g.readings.isdisjoint(f.readings) for f in figures)]
        if len(left) == len(right) == 1:
            found.append(Deviation(left[0], right[0]))
        elif left and not others and re.search(rf"(?<!\w){letters}[-‑](?!\w)", fold(texts[1])):
            found.append(Deviation(left[0], None))
    return found


def _coded(text: str, figures: Sequence[Figure]) -> dict[str, list[Figure]]:
    """The short numbers that hang on letters, by these, folded."""
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.certain or figure.spelled or figure.kind is not FigureKind.NUMBER:
            continue
        if letters := _LETTERS.search(text, max(0, figure.start - _LONGEST_CODE), figure.start):
            found.setdefault(fold(letters[1]), []).append(figure)
    return found


def _scales(values: list[Deviation], ours: Sequence[Figure], theirs: Sequence[Figure]) -> list[Deviation]:
    """A number in words that stands for an ordinal or a round one: *la cuarta parte*, *part five*; *un par de miles*, *a couple of million*."""
    if len(values) != 1 or values[0].source or not values[0].target or not values[0].target.spelled:
        return values
    said = {reading for g in theirs for reading in g.readings}
    unsaid = [f for f in ours if said.isdisjoint(f.readings)]
    number = values[0].target
    ordinal = [f for f in unsaid if f.kind is FigureKind.ORDINAL]
    if len(ordinal) == 1 and number.kind is FigureKind.NUMBER and not number.readings & {"1", "2"}:
        return [Deviation(ordinal[0], number, certain=False)]
    round_ = [f for f in unsaid if f.kind is FigureKind.ROUND and any(len(r) > 3 for r in f.readings)]
    if len(round_) == 1 and any(len(reading) > 3 for reading in number.readings):
        return [Deviation(round_[0], number, certain=False)]
    return values


_CLASSES: tuple[tuple[frozenset[FigureKind], frozenset[FigureKind]], ...] = (
    (frozenset({FigureKind.ORDINAL}), frozenset({FigureKind.FRACTION})),
    (frozenset({FigureKind.ORDINAL, FigureKind.FRACTION}), frozenset()),
    (frozenset({FigureKind.ROUND}), frozenset()),
)
"""Kinds compared with each other, and kinds that are no partners for them: *segunda* is not *half*."""


_NO_DIGIT = re.compile(r"\D")


def _loose(ours: Sequence[Figure], theirs: Sequence[Figure], values: Sequence[Deviation]) -> list[Deviation]:
    """Ordinals, parts and round numbers that need no partner but have a wrong one: *tercera*, *second*.

    `values` are the deviations known: what is reported there is not reported again.
    """
    told = {id(f) for d in values for f in (d.source, d.target) if f}
    ours, theirs = ([f for f in side if id(f) not in told] for side in (ours, theirs))
    for kinds, no_partners in _CLASSES:
        left = _left_over(ours, theirs, kinds, no_partners)
        right = _left_over(theirs, ours, kinds, no_partners) if len(left) == 1 else []
        if len(right) == 1:
            return [Deviation(left[0], right[0], certain=False)]
    return []


def _collective(
    values: list[Deviation], ours: Sequence[Figure], theirs: Sequence[Figure], tag: str
) -> list[Deviation]:
    """The one number that only the translation has with the noun of the source that is another: *una veintena*, *thirty*."""
    if len(values) != 1 or values[0].source or not values[0].target:
        return values
    nouns = of(tag).words("collectives")
    said = {r for g in theirs for r in g.readings}
    left = [f for f in ours if f.form.lower() in nouns and said.isdisjoint(f.readings)]
    return [Deviation(left[0], values[0].target, certain=False)] if len(left) == 1 else values


def _left_over(
    these: Sequence[Figure],
    those: Sequence[Figure],
    kinds: frozenset[FigureKind],
    no_partners: frozenset[FigureKind],
) -> list[Figure]:
    mine = [f for f in these if f.kind in kinds]
    if not mine:
        return []
    readings = {r for g in those if g.kind not in no_partners for r in g.readings}
    return [f for f in mine if readings.isdisjoint(f.readings)]
