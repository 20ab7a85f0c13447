"""A number, date or time of the source is not in the translation, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..language.numbers import Figure, unmatched
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    left, right = unmatched(scene.source(unit).figures, scene.target(unit).figures)
    if not left:
        # "thirty" for "media hora", "Six Days" in a title: a number in words that nothing lost explains
        right = [f for f in right if not f.spelled and f.form not in unit.segment.text]
    for i in range(max(len(left), len(right))):
        if i < len(left) and i < len(right):
            yield _exchanged(unit, left[i], right[i], scene)
        elif i < len(left):
            if finding := _lost(unit, left[i], scene):
                yield finding
        else:
            yield Finding(
                "number-changed",
                Severity.ERROR,
                unit.key,
                f"{quoted(right[i].form)} is not in the source.",
                span=(right[i].start, right[i].end),
                hint="take it out, or see what the source says",
            )


def _exchanged(unit: Unit, source: Figure, target: Figure, scene: Scene) -> Finding:
    return Finding(
        "number-changed",
        Severity.ERROR,
        unit.key,
        f"The source has {quoted(source.form)}, the translation {quoted(target.form)}.",
        span=(target.start, target.end),
        hint=_write(source, scene),
    )


def _lost(unit: Unit, figure: Figure, scene: Scene) -> Finding | None:
    if figure.spelled and not figure.value.startswith("m") and figure.value in ("0", "1", "2"):
        return None  # "los dos países" is "both countries" or "the countries"
    return Finding(
        "number-changed",
        Severity.WARNING if figure.spelled else Severity.ERROR,
        unit.key,
        f"{quoted(figure.form)} of the source is not in the translation.",
        hint=_write(figure, scene),
    )


def _write(figure: Figure, scene: Scene) -> str:
    """What to write in an English translation; elsewhere, the source's own form."""
    if scene.target_language != "en":
        return f"say {quoted(figure.form)}"
    value = figure.value
    if value.startswith("m") and value[1:].isdigit():
        return f"write {quoted(_MONTHS[int(value[1:]) - 1])}"
    if value.startswith("t"):
        late = re.match(r"1[2-9]|2\d", figure.form) or re.search(r"p\.?\s?m|tarde|noche", figure.form)
        hour = value[1:].replace("0:", "12:", 1) if value.startswith("t0:") else value[1:]
        return f"write {quoted(f'{hour} p.m.' if late else f'{hour} a.m.')}"
    whole, point, rest = value.partition(".")
    if not whole.isdigit() or (rest and not rest.isdigit()):
        return f"write {quoted(figure.form)}"
    if any(c.isalpha() for c in figure.form) and len(whole) > 6:
        power, name = (9, "billion") if len(whole) > 9 else (6, "million")
        short = format((Decimal(value) / 10**power).normalize(), "f")
        if len(short) < 7:
            return f"write {quoted(f'{short} {name}')}"
    # years and law numbers have no commas in English; the source shows which those are
    grouped = (
        f"{int(whole):,}" if any(c in figure.form for c in "., \u00a0\u202f") or len(whole) > 6 else whole
    )
    return f"write {quoted(grouped + point + rest)}"


NUMBER_CHANGED = Check(
    "number-changed",
    "a number, date or time differs from the source",
    _run,
    explain="Numbers, dates, times, percentages, law numbers and Roman numerals are compared, in digits and in words, "
    "each as its language writes them: `1.234,56` is `1,234.56`, *12 de enero de 2023* is *January 12, 2023*, *cuarenta "
    "y uno* is *forty-one* or *41*. *Un*, *primero*, *doble* and the like need no counterpart.",
    remedy="Write the number of the source. If the translation says it in another way (*medio siglo*, *50 years*), "
    "dismiss the finding.",
    example=Example(
        "Hubo 17 muertos el 9 de enero de 2023.",
        "There were 27 deaths on January 9, 2023.",
        "There were seventeen deaths on January 9, 2023.",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
    grave=True,
)
