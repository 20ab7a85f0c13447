"""Figures written with digits: numbers with separators, scales, dates, times of day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..text import fold
from .figure import Figure
from .vocabulary import MULTIPLES, SCALES

_SPACES = " \u00a0\u2009\u202f"
_NUMBER = re.compile(
    rf"(?<!\d)\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?:[.,]\d{{1,2}})?(?!\d|[.,]\d)|\d+(?:[.,'’]\d+)*", re.ASCII
)
_GROUPING = re.compile(rf"[{_SPACES}'’]")
_DIGIT = re.compile(r"[0-9]")
"""Where a number begins, found without trying the whole pattern at each character."""
_CLOCK = re.compile(r"(?<![\d:.,])([01]?\d|2[0-4])[:h]([0-5]\d)(?![\d:])", re.ASCII)
_HOUR = re.compile(
    r"\s?(?:[ap]\.?\s?m\b\.?|h\b\.?|hs\b|hrs?\b\.?|horas?\b|o['’]clock\b"
    r"|de la (?:mañana|tarde|noche|madrugada)\b|in the (?:morning|afternoon|evening)\b|at night\b)",
    re.IGNORECASE,
)
_HOUR_AND_MINUTE = re.compile(r"([01]?\d|2[0-4])(?:\.([0-5]\d))?", re.ASCII)
_DECADE = re.compile(r"1[89]\d0|20[0-2]0", re.ASCII)
_BEFORE_SHORT_YEAR = re.compile(r"\d{4}\s?[-–/]$|['’]$|\bdel $")
_DATE = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|[.-]\d)", re.ASCII)
_CODE = re.compile(r"[^\W\d_][-‑]?$")
_NEXT_WORD = re.compile(r"[\s-]*([^\W\d_]+)")
_LONGEST = 40
"""More digits than this are no quantity; such a run is compared as it stands."""


def plain(value: Decimal) -> str:
    """A number without exponent, trailing zeros or separators."""
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _values(raw: str, language: str) -> set[Decimal] | str:
    """What a run of digits and separators may be; a text if it is a code such as `4.2.1`."""
    if raw.isdigit() and len(raw) <= _LONGEST:
        return {Decimal(raw)}
    raw = _GROUPING.sub("", raw)
    if len(raw) > _LONGEST:
        return raw
    signs = [c for c in raw if c in ".,"]
    if not signs:
        return {Decimal(raw)}
    whole, _, rest = raw.rpartition(signs[-1])
    joined = Decimal(re.sub(r"[.,]", "", raw))
    decimal = Decimal(f"{re.sub(r'[.,]', '', whole)}.{rest}")
    groups = re.split(r"[.,]", raw)
    if len(set(signs)) == 2:
        regular = signs[:-1] == [signs[0]] * (len(signs) - 1) and all(len(g) == 3 for g in groups[1:-1])
        return {decimal} if regular and (language, signs[-1]) != ("en", ",") else raw
    if len(signs) > 1:
        return {joined} if all(len(g) == 3 for g in groups[1:]) else raw.replace(",", ".")
    point = "," if language == "es" else "."
    if len(rest) != 3 or whole.startswith("0") or len(whole) > 3:
        # "2.5" is common in Peruvian Spanish; "2,5" is never English
        return raw if language == "en" and signs[0] == "," else {decimal}
    if language == "es" and signs[0] == point:
        return {joined, decimal}  # Peru writes fifteen hundred as 1,500 as well as 1.500
    return {decimal} if signs[0] == point else {joined}


def clock(hour: str, minute: str) -> str:
    """Reading of a time of day; morning and afternoon are one, since the two clocks differ."""
    return f"t{int(hour) % 12}:{minute}"


def _scale(text: str, at: int, language: str) -> tuple[int, int]:
    """Power of ten of the scale words after a number, and where they end."""
    power, end, scales = 0, at, SCALES[language]
    for _ in range(2):
        found = _NEXT_WORD.match(text, end)
        if not found:
            break
        word, after = fold(found[1]), found.end()
        if word == "miles":  # tres miles de millones
            found = re.compile(r"\s+de\s+(millones)\b", re.IGNORECASE).match(text, after)
            return (9, found.end()) if found and not power else (power, end)
        step = scales.get(word, 0)
        if not step or (len(word) <= 2 and found.start(1) != end) or (power and word == "mil"):
            break
        power, end = power + step, after
    return power, end


def numbers(text: str, language: str) -> Iterator[Figure]:
    """Figures written with digits, in text order."""
    at = 0
    while (digit := _DIGIT.search(text, at)) and (found := _NUMBER.match(text, digit.start())):
        start = found.start()
        if date := _DATE.match(text, start):
            yield from _date(date, language)
            at = date.end()
        elif time := _CLOCK.match(text, start):
            suffix = _HOUR.match(text, time.end())
            at = suffix.end() if suffix else time.end()
            whole = {str(int(time[1]))} if time[2] == "00" else set()
            yield Figure(text[start:at], start, at, frozenset({clock(time[1], time[2])} | whole))
        else:
            figure = _number(text, found, language)
            yield figure
            at = figure.end


def _number(text: str, found: re.Match[str], language: str) -> Figure:
    raw, start, end = found[0], found.start(), found.end()
    values = _values(raw, language)
    power, end = _scale(text, end, language)
    if isinstance(values, str):
        return Figure(text[start:end], start, end, frozenset({values}))
    if language == "es" and power == 3:
        values, end = _mexican(text, end, values, power)
        power = 0
    readings = {plain(v.scaleb(power)) for v in values}
    if language == "es" and power == 12:
        readings |= {plain(v.scaleb(9)) for v in values}  # American billones, common in the press
    hour = _HOUR_AND_MINUTE.fullmatch(raw)
    if hour and not power:
        suffix = _HOUR.match(text, end)
        if suffix or hour[2]:
            readings.add(clock(hour[1], hour[2] or "00"))
        if suffix:
            end = suffix.end()
    readings |= _years(raw, text[max(0, start - 6) : start])
    if multiple := multiplier(text, end, language):
        readings |= {plain(v * multiple) for v in values}
    code = _CODE.search(text[max(0, start - 2) : start]) is not None
    return Figure(text[start:end], start, end, frozenset(readings), certain=not code or len(raw) > 2)


def _mexican(text: str, at: int, values: set[Decimal], power: int) -> tuple[set[Decimal], int]:
    """*55 mil 053*: the hundreds after the word; and the plain *55 mil*."""
    rest = re.compile(r"\s(\d{2,3})(?![\d.,]\d|\d)", re.ASCII).match(text, at)
    more = Decimal(rest[1]) if rest else Decimal(0)
    return {v.scaleb(power) + more for v in values}, rest.end() if rest else at


def _years(raw: str, before: str) -> set[str]:
    """Short and long years that mean the same: the 1990s, los 90; 2021-22; the ’68."""
    if _DECADE.fullmatch(raw):
        return {raw[2:]}
    if len(raw) == 2 and _BEFORE_SHORT_YEAR.search(before):
        return {f"19{raw}", f"20{raw}"}
    return set()


def multiplier(text: str, at: int, language: str) -> int:
    """What the word after a number multiplies it by (*two decades*); 0 if it does not."""
    word = _NEXT_WORD.match(text, at)
    return MULTIPLES[language].get(fold(word[1]), 0) if word else 0


def _date(found: re.Match[str], language: str) -> Iterator[Figure]:
    """Day, month and year of a date in digits; English may put the day or the month first."""
    for group, may_be_month in ((1, language != "es"), (3, True)):
        number = int(found[group])
        readings = {str(number)} | ({f"m{number}"} if may_be_month and 0 < number < 13 else set())
        yield Figure(found[group], found.start(group), found.end(group), frozenset(readings))
    year = found[4]
    readings = {year} if len(year) == 4 else {str(int(year)), f"19{year}", f"20{year}"}
    yield Figure(year, found.start(4), found.end(4), frozenset(readings))
