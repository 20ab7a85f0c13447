"""Numbers, dates, times, units, currencies and what makes a number uncertain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from .pair import Faulty, Pair

_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w])")
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_DAY = re.compile(rf"\b(?:{'|'.join(_DAYS)})\b")
_DATED = re.compile(
    rf"(?:{'|'.join(_MONTHS)}) (?P<a>\d{{1,2}})(?!\d)|(?<!\d)(?P<b>\d{{1,2}}) (?:{'|'.join(_MONTHS)})"
)
_YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d.,]\d|\d|-\d)")
_IN_WORDS = {
    "two": "three", "three": "four", "four": "five", "five": "seven", "six": "nine", "seven": "six", "eight": "eleven",
    "nine": "eight", "ten": "eleven", "eleven": "twelve", "twelve": "thirteen", "fifteen": "sixteen",
    "twenty": "thirty", "thirty": "forty", "forty": "fifty", "fifty": "sixty", "sixty": "seventy", "eighty": "ninety",
}  # fmt: skip
_SCALES = {
    "million": "billion",
    "billion": "million",
    "millions": "billions",
    "thousand": "million",
    "thousands": "hundreds",
    "hundreds": "thousands",
}
_UNITS = {
    "km": "m", "kilometres": "metres", "kilometers": "meters", "metres": "feet", "meters": "feet", "miles": "kilometres",
    "centimetres": "millimetres", "centimeters": "millimeters", "cm": "mm", "hectares": "acres", "kilos": "tonnes",
    "kg": "g", "tonnes": "kilos", "tons": "kilos", "litres": "gallons", "grams": "kilos", "hours": "minutes",
    "minutes": "seconds", "days": "weeks", "weeks": "months", "months": "years", "years": "months", "seconds": "minutes",
    "inches": "feet", "feet": "inches",
}  # fmt: skip
_MONEY = {
    "soles": "dollars", "dollars": "euros", "euros": "dollars", "pounds": "dollars", "pesos": "dollars",
    "yen": "dollars", "crowns": "euros", "francs": "dollars", "rubles": "dollars",
}  # fmt: skip
_SIGNS = {"US$": "S/", "S/": "US$", "$": "€", "€": "$", "£": "€"}
_COUNTED = r"(?=\s(?:\S+\s)?(?:\S*\d|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b|half\b|twenty\b|thirty\b|one hundred\b))"
_HEDGE = re.compile(
    rf"\b(?:at least|at most|more than|less than|fewer than|almost|nearly|about|around|up to|over|approximately|some|barely|roughly){_COUNTED}",
    re.IGNORECASE,
)
_TURNED = {
    "at least": "at most", "at most": "at least", "more than": "less than", "less than": "more than",
    "fewer than": "more than", "almost": "more than", "nearly": "more than", "up to": "at least", "over": "under",
}  # fmt: skip


def _replaced(
    pair: Pair, table: Mapping[str, str], before: str = "", after: str = r"(?![\w])", flags: int = 0
) -> Iterator[Faulty]:
    """The pair with one of the table's words exchanged for its partner; `before` and `after` are what stands around."""
    forms = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    for found in pair.places(re.compile(rf"{before}(?P<word>{forms}){after}", flags)):
        word = found["word"]
        put = table[word.lower()] if word.lower() in table else table[word]
        put = put.capitalize() if word[:1].isupper() and word[1:].islower() else put
        yield pair.without(found.start("word"), found.end("word"), put)


def digit(pair: Pair) -> Iterator[Faulty]:
    for found in pair.places(_NUMBER):
        for at, char in enumerate(found[0]):
            if char.isdigit():
                other = str((int(char) + 3) % 9 + 1)
                if other != char:
                    yield pair.without(found.start() + at, found.start() + at + 1, other)


def dropped(pair: Pair) -> Iterator[Faulty]:
    for found in pair.places(_NUMBER):
        yield pair.without(*found.span())


def exchanged(pair: Pair) -> Iterator[Faulty]:
    for one, two in combinations(pair.places(_NUMBER), 2):
        if one[0] != two[0]:
            text = pair.target
            yield Faulty(
                pair.source,
                text,
                f"{text[: one.start()]}{two[0]}{text[one.end() : two.start()]}{one[0]}{text[two.end() :]}",
            )


def thousand(pair: Pair) -> Iterator[Faulty]:
    for found in pair.places(re.compile(r"(?<![\w.,])\d{1,3}(,)\d{3}(?![\w,.]?\d)")):
        yield pair.without(*found.span(1), ".")
    for found in pair.places(re.compile(r"(?<![\w.,$])\d{1,3}(\.)\d(?![\w,.]?\d)")):
        yield pair.without(*found.span(1))


def day(pair: Pair) -> Iterator[Faulty]:
    for found in pair.places(_DATED):
        group = "a" if found["a"] else "b"
        yield pair.without(*found.span(group), str(int(found[group]) % 28 + 1))


def month(pair: Pair) -> Iterator[Faulty]:
    for found in pair.places(_MONTH):
        if found[0] != "May" or re.search(r"\bmayo\b", pair.source):
            yield pair.without(*found.span(), _MONTHS[(_MONTHS.index(found[0]) + 5) % 12])


def year(pair: Pair) -> Iterator[Faulty]:
    for found in pair.places(_YEAR):
        yield pair.without(*found.span(), str(int(found[0]) - 1))


def weekday(pair: Pair) -> Iterator[Faulty]:
    for found in pair.places(_DAY):
        yield pair.without(*found.span(), _DAYS[(_DAYS.index(found[0]) + 3) % 7])


def half_day(pair: Pair) -> Iterator[Faulty]:
    for found in pair.places(re.compile(r"\d\s?([ap])(?=\.?\s?m\b)")):
        yield pair.without(*found.span(1), "p" if found[1] == "a" else "a")
    for found in pair.places(re.compile(r"\bin the (morning|afternoon|evening)\b")):
        yield pair.without(*found.span(1), "evening" if found[1] == "morning" else "morning")


def in_words(pair: Pair) -> Iterator[Faulty]:
    yield from _replaced(pair, _IN_WORDS, r"(?<![\w-])", flags=re.IGNORECASE)


def scale(pair: Pair) -> Iterator[Faulty]:
    yield from _replaced(pair, _SCALES, r"\b")


def unit(pair: Pair) -> Iterator[Faulty]:
    yield from _replaced(pair, _UNITS, r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten))[ \u00a0]?")


def currency(pair: Pair) -> Iterator[Faulty]:
    money = {word: put for word, put in _MONEY.items() if word != "soles" or " soles" in pair.source}
    yield from _replaced(pair, money, r"\b")
    forms = "|".join(map(re.escape, _SIGNS))
    for found in pair.places(re.compile(rf"(?<![\w$])({forms})(?=\s?\d)")):
        yield pair.without(*found.span(), _SIGNS[found[0]])


def percent_lost(pair: Pair) -> Iterator[Faulty]:
    for found in pair.places(re.compile(r"(?<=\d)(?:\s?%|\sper\s?cent\b)")):
        yield pair.without(*found.span())


def points(pair: Pair) -> Iterator[Faulty]:
    for found in pair.places(re.compile(r"(?<=\d)(?:\s?%|\sper\s?cent\b)")):
        yield pair.without(*found.span(), " points")


def hedge_dropped(pair: Pair) -> Iterator[Faulty]:
    for found in pair.places(_HEDGE):
        yield pair.without(*found.span())


def hedge_turned(pair: Pair) -> Iterator[Faulty]:
    yield from _replaced(pair, _TURNED, r"\b", _COUNTED, re.IGNORECASE)
