"""A number, date or time of the source is not in the translation, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..facts import Reading
from ..language.knowledge import of
from ..language.numbers import Deviation, Figure, FigureKind
from ..language.numbers.tables import tables, written
from ..language.words import once
from ..messages import Message
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import ADDED, DIFFERS, LOST, REMOVE_OR_COMPARE, WHICH_NUMBER, WRITE, about, explain, remedy

_FEW = frozenset({"0", "1", "2"})
_LATE = re.compile(r"1[2-9]|2[0-4]")


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    if "," in unit.target:
        yield from _commas(unit, scene)
    deviations = scene.figures(unit).values
    if not deviations:
        return
    lost = any(d.source for d in deviations)
    articles = _Articles(scene.source(unit), scene.target(unit))
    for deviation in deviations:
        finding = _finding(unit, scene, deviation, lost, articles)
        if finding:
            yield finding


def _commas(unit: Unit, scene: Scene) -> Iterator[Finding]:
    """The source's decimal comma in a language that has a point: nobody takes *0,4 %* for another number."""
    known = tables(scene.target_language)
    if known is None or known.decimal != "." or not _COMMA.search(unit.target):
        return
    said = {reading: figure for figure in scene.source(unit).figures for reading in figure.readings}
    for figure in scene.target(unit).figures:
        ours = next((said[reading] for reading in figure.readings if reading in said), None)
        if ours and _COMMA.match(unit.target, figure.start):
            yield Finding(
                "number-changed",
                Severity.INFO,
                unit.key,
                DIFFERS(source=quoted(ours.form), target=quoted(figure.form)),
                span=(figure.start, figure.end),
                hint=WRITE(form=quoted(figure.form.replace(",", ".", 1))),
            )


_COMMA = re.compile(r"(?<![\d.,])\d+,(?:\d{1,2}|\d{4,})(?![\d,]|\.\d)")


def _finding(
    unit: Unit, scene: Scene, deviation: Deviation, lost: bool, articles: _Articles
) -> Finding | None:
    source, target = deviation.source, deviation.target
    severity = Severity.ERROR if deviation.certain else Severity.WARNING
    if source and target:
        return Finding(
            "number-changed",
            Severity.INFO if _owned(source, target, scene.source(unit)) else severity,
            unit.key,
            DIFFERS(source=quoted(source.form), target=quoted(target.form)),
            span=(target.start, target.end),
            hint=_write(source, scene),
        )
    if source:
        return _lost(unit, deviation, source, scene)
    if target is None:
        return None
    if target.spelled and not lost:
        # "thirty" for "media hora", "Six Days" in a title: a number in words that nothing lost explains
        part = target.kind is FigureKind.FRACTION
        if target.form in unit.segment.text or not (part or articles.lost(target)):
            return None
        severity = Severity.WARNING
    elif not target.spelled and not lost and target.form in unit.segment.text:
        return None
    return Finding(
        "number-changed",
        severity,
        unit.key,
        ADDED(form=quoted(target.form)),
        span=(target.start, target.end),
        hint=REMOVE_OR_COMPARE(),
    )


class _Articles:
    """Which numbers of a translation may stand for a *un* or *una*: *murió un comunero*, *three comuneros died*."""

    def __init__(self, ours: Reading, theirs: Reading) -> None:
        self._ours, self._theirs = ours, theirs

    def lost(self, target: Figure) -> bool:
        """Whether this one may.

        It may not where the source has another word that can mean it (*media hora*, *ambos*).
        """
        if target.kind is not FigureKind.NUMBER:
            return False
        if any(reading.endswith(".5") for reading in target.readings) and self._and_a_half:
            return True
        return self._said_otherwise or (self._fewer and not self._may_mean.intersection((None, id(target))))

    @once
    def _and_a_half(self) -> bool:
        """Whether the source says one and a half, and the translation does not: *una hora y media*, *two and a half hours*."""
        said = {r for g in self._theirs.figures for r in g.readings}
        halves = (
            r
            for f in self._ours.figures
            if f.kind is FigureKind.ARTICLE
            for r in f.readings
            if r.endswith(".5")
        )
        return any(half not in said for half in halves)

    @once
    def _said_otherwise(self) -> bool:
        said = {r for g in self._theirs.figures for r in g.readings}
        surely = {r for g in self._theirs.figures if g.kind is not FigureKind.LOOSE for r in g.readings}
        for f in self._ours.figures:
            if said.isdisjoint(f.readings):
                if f.kind is FigureKind.LOOSE and f.readings <= _GROUPS:
                    return True  # ambas organizaciones, the three organisations; el trío, the four
            elif f.kind is FigureKind.NUMBER and f.certain and surely.isdisjoint(f.readings):
                return True  # los dos países, both countries and the three governments
        return False

    @once
    def _fewer(self) -> bool:
        """Whether the translation has fewer articles."""
        own = of(self._theirs.language).words("numerals", "articles")
        articles = sum(f.kind is FigureKind.ARTICLE for f in self._ours.figures)
        return articles > 0 and sum(word in own for word in self._theirs.folded) < articles

    @once
    def _may_mean(self) -> frozenset[int | None]:
        """What words of the source alone can mean, by its identity; None where one has nothing."""
        there: dict[str, set[int]] = {}
        for g in self._theirs.figures:
            for reading in g.readings:
                there.setdefault(reading, set()).add(id(g))
        found: set[int | None] = set()
        for f in self._ours.figures:
            if f.kind in _ARTICLE_OR_NUMBER:
                continue
            some = [there[r] for r in f.readings if r in there]
            if not some:
                found.add(None)
            elif all(len(these) == 1 for these in some) and len(set().union(*some)) == 1:
                found.update(*some)
        return frozenset(found)


_GROUPS = frozenset({"2", "3", "4"})
_ARTICLE_OR_NUMBER = frozenset({FigureKind.ARTICLE, FigureKind.NUMBER})


def _lost(unit: Unit, deviation: Deviation, figure: Figure, scene: Scene) -> Finding | None:
    if (
        figure.spelled
        and figure.value in _FEW
        and figure.kind is not FigureKind.FRACTION
        and not deviation.said
        and not _counts(figure, scene.source(unit))
    ):
        return None  # "los dos países" is "both countries" or "the countries"; "dos horas" is two hours
    if figure.spelled and _is_named(figure, unit):
        return None
    if tables(scene.target_language) is None and len(figure.form) < 3:
        return None  # it may stand there in words
    return Finding(
        "number-changed",
        Severity.ERROR if deviation.certain and not figure.spelled else Severity.WARNING,
        unit.key,
        LOST(form=quoted(figure.form)),
        hint=_write(figure, scene),
    )


def _is_named(figure: Figure, unit: Unit) -> bool:
    """Whether a number in words is part of a name that the translation has as it is: *Tres Islas*, *Avenida Dos de Mayo*."""
    text = unit.segment.text
    behind = _NAME_BEHIND.match(text, figure.end)
    return (
        figure.form[:1].isupper() and behind is not None and text[figure.start : behind.end()] in unit.target
    )


_NAME_BEHIND = re.compile(r"(?:\s+(?:del?|las?|los))*\s+[A-ZÁÉÍÓÚÑ][^\W\d_]+")


def _counts(figure: Figure, reading: Reading) -> bool:
    """Whether *two* says how many there are: *dos menores*; *los dos*, *sus dos hijos* speak of those known."""
    if figure.value != "2":
        return False
    before = reading.text[max(0, figure.start - 16) : figure.start].lower().split()
    if before[-2:-1] == ["entre"]:
        return True  # entre ellos dos menores
    return not before or before[-1] not in of(reading.language).words(
        "function_words", "articles", "pronouns"
    )


def _owned(source: Figure, target: Figure, reading: Reading) -> bool:
    """Whether *the fourth* is somebody's, who has had four then: *cumple su cuarto mandato*, "served four terms"."""
    if (
        source.kind is not FigureKind.ORDINAL
        or target.kind is not FigureKind.NUMBER
        or source.readings.isdisjoint(target.readings)
    ):
        return False
    before = reading.text[max(0, source.start - 16) : source.start].lower().split()
    return bool(before) and before[-1] in of(reading.language).words("function_words", "pronouns")


def _write(figure: Figure, scene: Scene) -> Message:
    """What to write in the translation, where that is certain."""
    language = scene.target_language
    if figure.kind is FigureKind.ROUND:
        return WHICH_NUMBER()  # miles is no thousand
    if figure.kind in (FigureKind.MONTH, FigureKind.WEEKDAY):
        word = written(figure.value, language)
        return WRITE(form=quoted(word)) if word else WHICH_NUMBER()
    if language != "en":
        same = figure.form.isdigit() or (
            figure.kind is FigureKind.TIME and not any(map(str.isalpha, figure.form))
        )
        return WRITE(form=quoted(figure.form)) if same else WHICH_NUMBER()
    if figure.kind is FigureKind.TIME:
        return _hour(figure)
    value = figure.value
    whole, point, rest = value.partition(".")
    if not whole.isdigit() or (rest and not rest.isdigit()):
        return WRITE(form=quoted(figure.form)) if figure.form.isdigit() else WHICH_NUMBER()
    digits = re.sub(r"\D", "", figure.form).lstrip("0")
    if sum(re.sub(r"\D", "", r) == digits for r in figure.readings) > 1:
        return WHICH_NUMBER()  # 99.999 is a hundred thousand less one, or a hundred less a thousandth
    if any(c.isalpha() for c in figure.form) and len(whole) > 6:
        power, name = (9, "billion") if len(whole) > 9 else (6, "million")
        short = format((Decimal(value) / 10**power).normalize(), "f")
        if len(short) < 7:
            return WRITE(form=quoted(f"{short} {name}"))
    # years and law numbers have no commas in English; the source shows which those are
    grouped = (
        f"{Decimal(whole):,f}"
        if any(c in figure.form for c in "., '’´`\u00a0\u202f") or len(whole) > 6
        else whole
    )
    return WRITE(form=quoted(grouped + point + rest))


def _hour(figure: Figure) -> Message:
    """A time of day as English writes it; the source's own form if its half of the day is open."""
    times = [r[1:] for r in figure.readings if r.startswith("t")]
    if len(times) != 1:
        return WRITE(form=quoted(figure.form))
    hour, minute = times[0].split(":")
    shown = f"{(int(hour) - 1) % 12 + 1}" + (f":{minute}" if minute != "00" else "")
    return WRITE(form=quoted(shown + (" p.m." if int(hour) > 11 else " a.m.")))


NUMBER_CHANGED = Check(
    "number-changed",
    about.NUMBER_CHANGED(),
    _run,
    explain=explain.NUMBER_CHANGED(),
    remedy=remedy.NUMBER_CHANGED(),
    example=Example(
        "Hubo 17 muertos el 9 de enero de 2023.",
        "There were 27 deaths on January 9, 2023.",
        "There were seventeen deaths on January 9, 2023.",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
    grave=True,
)
