"""The words that a language writes numbers with, compiled from its file for looking up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from ..knowledge import Language, of
from ..text import fold


@dataclass(frozen=True, slots=True)
class NumberWord:
    """What a word can mean in a number; most words have one meaning. A meaning it lacks is None, 0 or empty."""

    cardinal: int | None = None
    """Its value below a thousand: *doce*."""
    scale: int = 0
    """A power of ten: 6 for *millón*."""
    ordinal: int = 0
    """*tercer*."""
    fraction: int = 0
    """Denominator: 2 for *mitad*."""
    round: int = 0
    """A number that is not exact: 100 for *cientos*."""
    loose: int | None = None
    """A number that the other language may leave unsaid: *ambos*, *par*."""
    multiple: int = 0
    """What it multiplies the number before it by: 10 for *décadas*."""
    month: int = 0
    """1 for January."""
    short_month: int = 0
    """An abbreviation: it counts only beside a number."""
    weekday: int = 0
    """1 for Monday."""
    short_weekday: int = 0
    """An abbreviation: it counts only before a number."""
    behind: str = ""
    """What has to follow for a weekday or half of a day: the *-feira* of *segunda-feira*, *-dia* of *meio-dia*."""
    half_day: str = ""
    """`t12:00` or `t0:00`: *mediodía*, *medianoche*."""


@dataclass(frozen=True, slots=True)
class Tables:
    """A language's numbers."""

    language: str
    """Primary subtag."""
    words: Mapping[str, NumberWord]
    """By the word in small letters, with its accents and without."""
    triggers: frozenset[str]
    """Words without one of which a text has no number in words."""
    decimal: str
    """The decimal sign; two of them if both are in use, the first by the book."""
    links: frozenset[str]
    """*y* in *cuarenta y uno*."""
    link_after: frozenset[str]
    """Where a link may stand: after `tens`, `hundreds`, `scales`."""
    tens_linked: bool
    """Whether tens and units must have a link between them."""
    hundreds: frozenset[str]
    """Words that multiply by a hundred: *two hundred*."""
    years: bool
    """Whether *nineteen fifty-three* is 1953."""
    vigesimal: bool
    """Whether *quatre-vingt-dix* is 90."""
    glued: bool
    """Whether a number below a million is one word: *duemilaventitré*."""
    also_words: frozenset[str]
    """Months that are ordinary words as well: *may*, *march*."""
    capital: bool
    """Whether months and weekdays have a capital."""
    half_after: re.Pattern[str] | None
    """*y medio* behind a number."""
    half_joint: re.Pattern[str]
    """What may stand between *half* and *million*."""
    to: re.Pattern[str]
    """Between two ends of a range: the *a* of *5 a 6 millones*."""
    of: re.Pattern[str]
    """Between round numbers: the *de* of *decenas de miles*."""
    percent: re.Pattern[str] | None
    """The beginning of *por ciento*, before its *ciento*, which is not a number."""
    century: re.Pattern[str] | None
    """*siglo* before a Roman number."""
    roman_endings: frozenset[str]
    """What makes an ordinal of a Roman number: the *th* of *XXth*."""
    at: re.Pattern[str] | None
    """*a las* before an hour."""
    paired: re.Pattern[str] | None
    """From a loose number on, what shows that it is a conjunction: *both his house and his land*."""
    suffix: re.Pattern[str]
    """Behind a time of day; groups `am`, `pm`, `night`, `noon`, `hour`."""
    telling: frozenset[str]
    """Words, in small letters, that may make another number of the digits before them, or a time of day."""
    opening: frozenset[str]
    """First words of phrases that make a time of day: *de la mañana*."""
    halves: frozenset[str]
    """Words without one of which nothing has *y medio* behind it."""


@lru_cache(maxsize=64)
def tables(tag: str) -> Tables | None:
    """The numbers of a language; None if nothing is known of them."""
    known = of(tag)
    return _tables(known.tag) if "cardinals" in known.tables else None


@cache
def _tables(tag: str) -> Tables:
    known = of(tag)
    words = {word: NumberWord(**meanings) for word, meanings in _meanings(known).items()}
    row = known.table("numerals")
    links = known.words("numerals", "link")
    return Tables(
        language=tag,
        words=words,
        triggers=frozenset(words) - links,
        decimal=str(row.get("decimal", ".")),
        links=links,
        link_after=known.words("numerals", "link_after"),
        tens_linked=bool(row.get("tens_linked")),
        hundreds=known.words("numerals", "hundred"),
        years=bool(row.get("years")),
        vigesimal=bool(row.get("vigesimal")),
        glued=bool(row.get("glued")),
        also_words=known.words("months", "also_words"),
        capital=bool(known.table("months").get("capital")),
        half_after=_phrases(known.phrases("numerals", "half_after"), r"\s+(?:{})\b"),
        half_joint=_phrases(known.phrases("numerals", "half_joint"), r"(?:\s+(?:{})\s+|[\s-]+)") or re.compile(r"[\s-]+"),
        to=_range(known.words("numerals", "joint")),
        of=_phrases(known.phrases("numerals", "of"), r"\s+(?:{})\s+") or re.compile(r"(?!)"),
        percent=_phrases([p.rpartition(" ")[0] for p in known.phrases("numerals", "percent") if " " in p], r"\b(?:{})\s$"),
        century=_phrases(sorted(known.words("numerals", "century")), r"\b(?:{})\s+$"),
        roman_endings=known.words("numerals", "roman_endings"),
        at=_phrases(sorted(known.words("times", "at")), r"\b(?:{})\s+$"),
        paired=_paired(known.phrases("numerals", "paired")),
        suffix=_suffix(known),
        telling=frozenset(words) | {form for form in _times(known) if form.isalpha()},
        opening=frozenset(_LETTERS.findall(form)[0] for form in _times(known) if not form.isalpha()),
        halves=frozenset(_LETTERS.findall(phrase)[-1] for phrase in known.phrases("numerals", "half_after")),
    )  # fmt: skip


def _phrases(phrases: list[str] | tuple[str, ...], frame: str) -> re.Pattern[str] | None:
    if not phrases:
        return None
    longest = sorted(phrases, key=lambda p: -len(p))
    return re.compile(
        frame.format("|".join(re.escape(p).replace(r"\ ", r"\s+") for p in longest)), re.IGNORECASE
    )


def _paired(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    """An expression for pairs of words such as *both … and*, with up to six words between them."""
    some = [r"\s+(?:[^\s.,;:?!]+\s+){1,6}".join(map(re.escape, p.split(" … "))) for p in phrases]
    return re.compile(rf"(?:{'|'.join(some)})\b", re.IGNORECASE) if some else None


def _range(words: frozenset[str]) -> re.Pattern[str]:
    some = "|".join(sorted(map(re.escape, words), reverse=True))
    return re.compile(rf"\s*(?:{some}|-|–|—)\s*", re.IGNORECASE)


_HALVES_OF_DAY = ("am", "pm", "night", "noon", "hour")
_LETTERS = re.compile(r"[^\W\d_]+")


def _times(known: Language) -> list[str]:
    """What is behind an hour, in small letters, without the last full stop."""
    return [form.lower().removesuffix(".") for form in known.phrases("times", *_HALVES_OF_DAY)]


def _suffix(known: Language) -> re.Pattern[str]:
    groups = []
    for name in _HALVES_OF_DAY:
        forms = sorted(known.phrases("times", name), key=lambda p: -len(p))
        if forms:
            some = "|".join(re.escape(f).replace(r"\ ", r"\s?") for f in forms)
            groups.append(rf"(?P<{name}>(?:{some})(?!\w))")
        else:
            groups.append(rf"(?P<{name}>(?!))")
    return re.compile(rf"[\s-]?(?:{'|'.join(groups)})", re.IGNORECASE)


def _meanings(known: Language) -> dict[str, dict[str, Any]]:
    """What each word of the tables can mean."""
    found: dict[str, dict[str, Any]] = {}

    def put(word: str, **meaning: Any) -> None:
        for form in {word.lower(), fold(word)}:
            found.setdefault(form, {}).update(meaning)

    for table, meaning in _NUMBERS.items():
        for number, word in _rows(known, table):
            put(word, **{meaning: number})
    for number, word in _rows(known, "weekdays"):
        first, hyphen, rest = word.partition("-")
        put(first, weekday=number, behind=hyphen + rest)
    for word in known.words("numerals", "hundred", "link"):
        found.setdefault(word, {})
    for word in known.words("times", "midday"):
        first, hyphen, rest = word.partition("-")
        put(first, half_day="t12:00", behind=hyphen + rest)
    for word in known.words("times", "midnight"):
        first, hyphen, rest = word.partition("-")
        put(first, half_day="t0:00", behind=hyphen + rest)
    if known.table("numerals").get("glued"):
        for word, number in _italian(known):
            found.setdefault(word, {})["cardinal"] = number
    return found


_NUMBERS = {
    "cardinals": "cardinal",
    "scales": "scale",
    "ordinals": "ordinal",
    "fractions": "fraction",
    "rounds": "round",
    "loose": "loose",
    "multiples": "multiple",
    "months": "month",
    "short_months": "short_month",
    "short_weekdays": "short_weekday",
}
"""Tables whose rows are numbers, and what their words mean."""


def _rows(known: Language, table: str) -> Iterator[tuple[int, str]]:
    for key, row in known.table(table).items():
        if key.isdigit() and isinstance(row, str):
            for word in row.split():
                yield int(key), word


def _italian(known: Language) -> Iterator[tuple[str, int]]:
    """Numbers from 21 to 999 as one word, by the rules of elision: *ventuno*, *centotto*."""
    plain = dict(reversed(list(_rows(known, "cardinals"))))
    hundred = str(known.table("numerals")["hundred"])
    plain[1] = "uno"
    small = dict(plain)
    for tens in range(20, 100, 10):
        for unit in range(1, 10):
            head = plain[tens][:-1] if unit in (1, 8) else plain[tens]
            small[tens + unit] = head + plain[unit]
    for number, word in small.items():
        yield from ((form, number) for form in _accented(word))
    for hundreds in range(1, 10):
        head = ("" if hundreds == 1 else plain[hundreds]) + hundred
        yield head, hundreds * 100
        for number, word in small.items():
            if number:
                for form in {*_accented(word), *(("tré",) if word == "tre" else ())}:
                    yield head + form, hundreds * 100 + number
                    if form[0] in "uo":
                        yield head[:-1] + form, hundreds * 100 + number


def _accented(word: str) -> tuple[str, ...]:
    return (word, word[:-1] + "é") if word.endswith("tre") and word != "tre" else (word,)


def written(reading: str, tag: str) -> str:
    """How a language writes a reading in words: `m1` is *January*, `w1` *Monday*, `12` *twelve*; empty if unknown."""
    known = of(tag)
    table = {"m": "months", "w": "weekdays"}.get(reading[:1], "cardinals")
    row = known.table(table).get(reading.lstrip("mw"), "")
    word = row.split()[0] if isinstance(row, str) and row else ""
    return word.capitalize() if known.table(table).get("capital") else word
