"""Figures written with digits: numbers with separators, scales, dates, times of day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from ..knowledge import of
from ..words import TextWords
from .figure import Figure, FigureKind
from .tables import Tables

_SPACES = " \u00a0\u2009\u202f"
_MARKS = "'’´`"
"""Characters that Peru and Switzerland write between millions or thousands."""
_NUMBER = re.compile(
    rf"(?<!\d)\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?:[.,]\d{{1,2}})?(?!\d|[.,]\d)"
    rf"|\d+(?:[.,]\d+|[{_MARKS}]\d{{3}}(?!\d))*",
    re.ASCII,
)
_GROUPING = re.compile(rf"[{_SPACES}]")
_GROUPS = re.compile(rf"[.,{_MARKS}]")
_RUN = re.compile(
    rf"[0-9](?:(?<![\w.,:/{_MARKS}–‑-].)([0-9]{{0,3}})(?![0-9]|[.,:/{_MARKS}-][0-9]|[{_SPACES}][0-9])(?:[\s-]*([^\W\d_]+))?|)"
)
"""Where a number begins; group 1 if it has up to four digits and nothing else can belong to it but group 2, the next word."""
_CLOCK = re.compile(r"(?<![\d:.,])([01]?\d|2[0-4])(?::|\s?h\s?)([0-5]\d)(?![\d:])", re.ASCII)
_BARE_CLOCK = re.compile(r"([01]\d|2[0-4])([0-5]\d)\s?(?:GMT|UTC|hrs?\b|h\b|horas\b|hours\b)", re.ASCII)
_HOUR_AND_MINUTE = re.compile(r"([01]?\d|2[0-4])(?:\.([0-5]\d))?", re.ASCII)
_DECADE = re.compile(r"1[89]\d0|20[0-2]0", re.ASCII)
_BEFORE_SHORT_YEAR = re.compile(r"(?:\d{4}\s?[-–/]|['’]|\b(?:del|des|dels) )\Z")
_DATE = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|[.-]\d)", re.ASCII)
_ISO_DATE = re.compile(r"(?<![\d/.-])(\d{4})-(\d{2})-(\d{2})(?![\d-])", re.ASCII)
_CODE = re.compile(r"[^\W\d_][-‑]?\Z")
_NEXT_WORD = re.compile(r"[\s-]*([^\W\d_]+)")
_REST = re.compile(r"\s(\d{2,3})(?![\d.,]\d|\d)", re.ASCII)
_LONGEST = 40
"""More digits than this are no quantity; such a run is compared as it stands."""


def plain(value: Decimal) -> str:
    """A number without exponent, trailing zeros or separators."""
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def clock(hour: int, minute: str, half: str = "") -> frozenset[str]:
    """Readings of a time of day: one if the half of the day is known, else those of both halves.

    `half` is `am`, `pm`, `night` (evening, or the first hours), `noon`, `hour` (of twenty-four) or empty.
    """
    if half == "night":
        half = "am" if hour < 5 or hour == 12 else "pm"
    if half == "hour":
        return frozenset({f"t{hour % 24}:{minute}"})
    if half and hour <= 12:
        hour = hour % 12 + (12 if half in ("pm", "noon") else 0)
    elif 0 < hour <= 12:
        return frozenset({f"t{hour % 12}:{minute}", f"t{hour % 12 + 12}:{minute}"})
    return frozenset({f"t{hour % 24}:{minute}"})


def numbers(text: str, known: Tables, words: TextWords) -> list[Figure]:
    """Figures written with digits, in text order; `words` are the text's."""
    found: list[Figure] = []
    halves = not known.halves.isdisjoint(words.vocabulary)
    at = 0
    while run := _RUN.search(text, at):
        start = run.start()
        if run.lastindex and not halves:
            at = run.end(1)
            if _is_plain(text, run, at - start, known):
                raw = text[start:at]
                found.append(Figure(raw, start, at, _itself(raw)))
                continue
        found += _any(text, start, known)
        at = found[-1].end
    return found


@lru_cache(maxsize=1 << 14)
def _itself(raw: str) -> frozenset[str]:
    """What digits mean that mean what they say."""
    return frozenset((raw.lstrip("0") or "0",))


def _is_plain(text: str, run: re.Match[str], length: int, known: Tables) -> bool:
    """Whether up to four digits mean what they say: most numbers do, and are seen quickly so."""
    word = run[2]
    if word is not None:
        word = word.lower()
        if word in known.telling or (word in known.opening and known.suffix.match(text, run.end(1))):
            return False
    if length < 3 and known.at and known.at.search(text, max(0, run.start() - 8), run.start()):
        return not _stands_alone(text, run.end(1), known)  # a las 15
    if length == 2:  # del 68
        return text[max(0, run.start() - 2) : run.start()] not in _YEARLY
    return length != 4 or text[run.end(1) - 1] != "0"  # the 1990s


_YEARLY = ("l ", "s ")
"""How *del*, *des*, *dels* end, behind which two digits may be a year."""


def _any(text: str, start: int, known: Tables) -> Iterable[Figure]:
    """The number that begins at a digit, whatever it is: several figures if it is a date."""
    found = _NUMBER.match(text, start)
    if found is None:
        return ()
    raw = found[0]
    if len(raw) < 3 or not raw.isdigit():  # days and hours have two digits, ISO dates a year first
        if date := _DATE.match(text, start):
            return _date(date, known)
        if time := _CLOCK.match(text, start):
            return (_time(text, time, known),)
    elif len(raw) == 4:
        if date := _ISO_DATE.match(text, start):
            return _iso_date(date)
        if time := _BARE_CLOCK.match(text, start):
            readings = clock(int(time[1]), time[2], "hour")
            return (Figure(time[0], start, time.end(), readings, kind=FigureKind.TIME),)
    return (_number(text, found, known),)


def _number(text: str, found: re.Match[str], known: Tables) -> Figure:
    raw, start, end = found[0], found.start(), found.end()
    before = text[max(0, start - 6) : start]
    code = bool(before) and _CODE.search(before) is not None
    more = _NEXT_WORD.match(text, end)
    alone = len(raw) <= _LONGEST and raw.isdigit() and not _counts(text, more, known)
    values = (
        set[Decimal]()
        if alone
        else _values(raw, known.decimal, text[end : end + 2].lstrip(_SPACES).startswith("%"))
    )
    if isinstance(values, str):
        return Figure(text[start:end], start, end, frozenset({values}), certain=not code or len(raw) > 2)
    readings: set[str] = set()
    kind = FigureKind.NUMBER
    if alone:  # by far the most frequent case
        readings = {raw.lstrip("0") or "0"}
    elif more:
        power, unsure, end = _scale(text, end, known)
        if unsure or not power:
            readings = {plain(v) for v in values}
        if power:
            if power == 3 and "mil" in known.words:
                values, end = _mexican(text, end, values)
            elif half := known.half_after and known.half_after.match(text, end):
                values, end = {(v + Decimal("0.5")).scaleb(power) for v in values}, half.end()
            else:
                values = {v.scaleb(power) for v in values}
            readings |= {plain(v) for v in values}
            if power == 12 and known.language != "en":
                readings |= {plain(v.scaleb(-3)) for v in values}  # American billions, common in the press
        else:
            readings |= _multiplied(text, end, values, known)
    else:
        readings = {plain(v) for v in values}
    if len(raw) < 6 and end == found.end() and (hour := _HOUR_AND_MINUTE.fullmatch(raw)):
        suffix = known.suffix.match(text, end)
        said = (suffix.lastgroup or "") if suffix else ""
        if suffix and said == "noon" and hour[1] != "12" and len(suffix[0]) < 4:
            suffix, said = None, ""  # 2 m. are metres, 12 m. is noon
        if suffix and said != "hour":
            return Figure(
                text[start : suffix.end()], start, suffix.end(),
                clock(int(hour[1]), hour[2] or "00", said), kind=FigureKind.TIME,
            )  # fmt: skip
        if suffix or hour[2]:
            daily = suffix and known.at and known.at.search(text, max(0, start - 8), start)
            readings |= clock(int(hour[1]), hour[2] or "00", "hour" if daily else "")
        elif known.at and known.at.search(text, max(0, start - 8), start) and _stands_alone(text, end, known):
            readings |= clock(int(hour[1]), "00")  # a las 15, en la plaza; not: a las 15 familias
    if len(raw) in (2, 4) and not text[end : end + 2].lstrip(_SPACES).startswith("%"):
        readings |= _years(raw, before, text[end : end + 1] == "s")
    return Figure(
        text[start:end], start, end, frozenset(readings), certain=not code or len(raw) > 2, kind=kind
    )


def _stands_alone(text: str, end: int, known: Tables) -> bool:
    """Whether nothing is counted by a number: no noun is behind it."""
    word = _NEXT_WORD.match(text, end)
    return word is None or word[1].lower() in of(known.language).words("function_words")


def _counts(text: str, word: re.Match[str] | None, known: Tables) -> bool:
    """Whether the word after a number makes another number of it: a scale, a multiple, one with *y medio* behind it."""
    if word is None:
        return False
    half = known.half_after
    return word[1].lower() in known.words or (half is not None and half.match(text, word.end()) is not None)


def _values(raw: str, decimal: str, percent: bool) -> set[Decimal] | str:
    """What a run of digits and separators may be; a text if it is a code such as `4.2.1`.

    `decimal` is the language's decimal sign, or both if either is in use, the one by the book first.
    """
    if raw.isdigit() and len(raw) <= _LONGEST:
        return {Decimal(raw)}
    raw = _GROUPING.sub("", raw)
    if len(raw) > _LONGEST:
        return raw
    groups = _GROUPS.split(raw)
    if len(groups) == 1:
        return {Decimal(raw)}
    signs = [c for c in raw if not c.isdigit()]
    rest = groups[-1]
    joined = Decimal("".join(groups))
    fraction = Decimal(f"{''.join(groups[:-1])}.{rest}")
    thousands = all(len(g) == 3 for g in groups[1:])
    if signs[0] in _MARKS:  # S/ 1'300,000.50
        return {joined} if thousands else {fraction}
    if len(set(signs)) == 2:
        regular = signs[:-1] == [signs[0]] * (len(signs) - 1) and all(len(g) == 3 for g in groups[1:-1])
        return {fraction} if regular and signs[-1] in decimal else raw
    if len(signs) > 1:
        return {joined} if thousands else raw.replace(",", ".")
    whole = groups[0]
    if len(rest) != 3 or whole.startswith("0") or len(whole) > 3:
        return {
            fraction
        }  # whichever sign: "2.5" is common where the comma is right, and "2,5" is read as that
    if signs[0] == decimal[0]:
        return {fraction} if len(decimal) == 1 else {joined, fraction}  # Peru writes 1,500 as well as 1.500
    return {joined, fraction} if percent and len(decimal) == 2 else {joined}


def _scale(text: str, at: int, known: Tables) -> tuple[int, bool, int]:
    """Power of ten of the scale words after a number, whether it may be none, and where they end.

    A letter is a scale if it is glued to the number (*800m*, which may be metres as well) or a
    capital (*1,2 M*).
    """
    power, end, unsure = 0, at, False
    for _ in range(2):
        found = _NEXT_WORD.match(text, end)
        if not found:
            break
        form = found[1]
        entry = known.words.get(form.lower())
        if entry is None:
            break
        if entry.round == 1000 and not power:  # tres miles de millones
            joint = known.of.match(text, found.end())
            following = _NEXT_WORD.match(text, joint.end()) if joint else None
            after = known.words.get(following[1].lower()) if following else None
            if following and after and after.scale == 6:
                return 9, False, following.end()
        step = entry.scale
        if not step or (power and step == 3):
            break
        if form == "mm":
            break  # millimetres: only MM are millions
        if len(form) == 1:
            glued = found.start(1) == end
            initial = (
                text[found.end() : found.end() + 1] == "."
                and text[found.end() + 1 : found.end() + 2].isalpha()
            )
            joined = text[found.end() : found.end() + 1]
            other = joined == "/" or joined.isdigit()
            if not (glued or form.isupper()) or power or initial or other:  # 1000 B.C., 160m/h, 3B9F
                break
            unsure = form.islower()
        power, end = power + step, found.end()
    return power, unsure, end


def _mexican(text: str, at: int, values: set[Decimal]) -> tuple[set[Decimal], int]:
    """*55 mil 053*: the hundreds after the word; and the plain *55 mil*."""
    rest = _REST.match(text, at)
    more = Decimal(rest[1]) if rest else Decimal(0)
    return {v.scaleb(3) + more for v in values}, rest.end() if rest else at


def _years(raw: str, before: str, many: bool) -> set[str]:
    """What means the same years: the 1990s, los 90; 2021-22; the ’68; the 1500s, el siglo XVI."""
    if many and len(raw) == 4 and raw.endswith("00") and raw.isdecimal() and raw != "2000":
        return {str(int(raw[:2]) + 1)}
    if len(raw) == 4 and _DECADE.fullmatch(raw) and (many or (raw[2:] != "00" and raw[:2] == "19")):
        return {raw[2:]}  # 2010 alone is a year
    if len(raw) == 2 and _BEFORE_SHORT_YEAR.search(before):
        return {f"19{raw}", f"20{raw}"}
    return set()


_QUINCENA = {7: 8, 14: 15}
"""A week is *ocho días* in Spanish and French, two weeks *quince días*."""


def _multiplied(text: str, at: int, values: set[Decimal], known: Tables) -> set[str]:
    """What the word after a number makes of it (*two decades* is 20 as well), and *y medio* behind that word."""
    word = _NEXT_WORD.match(text, at)
    if word is None:
        return set()
    found: set[str] = set()
    if known.half_after and known.half_after.match(text, word.end()):
        found = {plain(v + Decimal("0.5")) for v in values}
    entry = known.words.get(word[1].lower())
    if entry and entry.multiple:
        times = {v * entry.multiple for v in values}
        found |= {plain(v) for v in times}
        if entry.multiple in (7, 14):
            found |= {str(_QUINCENA[int(v)]) for v in times if v in _QUINCENA}
    return found


def multiplied(text: str, at: int, value: Decimal, known: Tables) -> set[str]:
    """The same for a number in words."""
    return _multiplied(text, at, {value}, known)


def _time(text: str, found: re.Match[str], known: Tables) -> Figure:
    suffix = known.suffix.match(text, found.end())
    end = suffix.end() if suffix else found.end()
    half = (suffix.lastgroup or "") if suffix else "hour" if found[1][0] == "0" else ""
    return Figure(
        text[found.start() : end], found.start(), end,
        clock(int(found[1]), found[2], half), kind=FigureKind.TIME,
    )  # fmt: skip


def _date(found: re.Match[str], known: Tables) -> Iterator[Figure]:
    """Day, month and year of a date in digits; English may put the day or the month first."""
    for group, may_be_month in ((1, known.language == "en"), (3, True)):
        number = int(found[group])
        readings = {str(number)} | ({f"m{number}"} if may_be_month and 0 < number < 13 else set())
        yield Figure(found[group], found.start(group), found.end(group), frozenset(readings))
    year = found[4]
    readings = {year} if len(year) == 4 else {str(int(year)), f"19{year}", f"20{year}"}
    yield Figure(year, found.start(4), found.end(4), frozenset(readings))


def _iso_date(found: re.Match[str]) -> Iterator[Figure]:
    """`2023-01-12`."""
    for group in (1, 2, 3):
        number = int(found[group])
        readings = {str(number)} | ({f"m{number}"} if group == 2 and 0 < number < 13 else set())
        yield Figure(found[group], found.start(group), found.end(group), frozenset(readings))
