"""Units of measure and currencies: which quantity they measure, and what is beside a figure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..knowledge import Language, of
from ..text import fold
from ..words import TextWords
from .figure import Figure

MEASURES: Mapping[str, tuple[str, float]] = {
    "mm": ("length", 0.001),
    "cm": ("length", 0.01),
    "m": ("length", 1.0),
    "km": ("length", 1000.0),
    "in": ("length", 0.0254),
    "ft": ("length", 0.3048),
    "yd": ("length", 0.9144),
    "mi": ("length", 1609.344),
    "m2": ("area", 1.0),
    "km2": ("area", 1e6),
    "mi2": ("area", 2.59e6),
    "ha": ("area", 1e4),
    "acre": ("area", 4046.86),
    "m3": ("volume", 1000.0),
    "l": ("volume", 1.0),
    "gal": ("volume", 3.785),
    "bbl": ("volume", 158.99),
    "g": ("mass", 0.001),
    "kg": ("mass", 1.0),
    "t": ("mass", 1000.0),
    "lb": ("mass", 0.4536),
    "oz": ("mass", 0.02835),
    "quintal": ("mass", 100.0),
    "kmh": ("speed", 1.0),
    "mph": ("speed", 1.609344),
    "kw": ("power", 1.0),
    "mw": ("power", 1000.0),
    "second": ("time", 1.0),
    "minute": ("time", 60.0),
    "hour": ("time", 3600.0),
    "day": ("time", 86400.0),
    "week": ("time", 604800.0),
    "month": ("years", 1.0),
    "quarter": ("years", 3.0),
    "semester": ("years", 6.0),
    "year": ("years", 12.0),
    "lustrum": ("years", 60.0),
    "decade": ("years", 120.0),
    "century": ("years", 1200.0),
}
"""What a unit measures, and how many of that quantity's smallest unit here it is.

International yard and pound (1959); US gallon and oil barrel.
"""

_IDIOMS = {15.0: 2.0, 8.0: 1.0}
"""*Quince días* are two weeks, *ocho días* one."""

PERCENT = "percent"
POINTS = frozenset({"pp", "point"})
_SIGN = "%€£¥$°"
_AFTER = re.compile(
    r"[ \u00a0\u202f-]{0,2}(?:(?:de|of|di|do|dels?|des)\s+|d['’])?"
    r"([%€£¥$]|°\s?[CF]?\b|[^\W\d_]+(?:\.[^\W\d_]\.?|/[a-z]+)?[²³$23]?)"
    r"(?:[ \u00a0-]([^\W\d_]+))?(?:[ \u00a0]([^\W\d_]+))?"
)
_BEFORE = re.compile(r"([^\s\d()\[\]«“\"*_-]{1,4})\s?$")
_ABBREVIATED = re.compile(r"[^\W\d_]+\.[^\W\d_]\.?")


@dataclass(frozen=True, slots=True)
class Units:
    """A language's words and symbols for units."""

    forms: Mapping[str, frozenset[str]]
    """Units by the form in small letters; several where it may mean several: *libras*, `$`."""
    signs: Mapping[str, frozenset[str]]
    """Currencies that may stand before a number: `S/`, `US$`, `EUR`."""
    ends: frozenset[str]
    """Last characters of the characters, which tell at once that none is before a number."""
    currencies: frozenset[str]
    """Those units that are money."""
    money: Mapping[str, str]
    """Words for a currency that mean nothing else, folded."""
    joined: re.Pattern[str]
    """What is between figures that share a unit: *5 y 6 %*, *de 10 a 12 km*."""
    loose: frozenset[str]
    """Forms that are ordinary words as well (*ha*, *in*): they can agree with another unit, but not contradict it."""
    firsts: Mapping[str, frozenset[str] | None]
    """First words, in small letters, of all forms and characters that begin with a letter, and what may follow; None for anything."""
    leading: frozenset[str]
    """First characters of the others."""
    half_after: re.Pattern[str] | None = None
    """*y medio* behind a unit."""
    half_before: re.Pattern[str] | None = None
    """*medio* before one."""
    per: re.Pattern[str] | None = None
    """Behind a figure its unit (group 1, to the end) and by what it is counted (group 2): *litros por segundo*."""
    named: bool = True
    """Whether the language's words for units are known."""

    def near(self, figures: Sequence[Figure], words: TextWords) -> frozenset[int]:
        """Where those figures of a text, given its words, begin that can have a unit: most have none, which is seen quickly."""
        if not figures:
            return _NOWHERE
        text, firsts, low = words.text, self.firsts, words.low
        places = [
            (at - _REACH, at, at + _BEFORE_REACH)
            for sign in self.leading
            if sign in text
            for at in _all(text, sign)
        ]
        if not words.vocabulary.isdisjoint(firsts):
            for n in [n for n, word in enumerate(low) if word in firsts]:
                after = firsts[low[n]]
                if after is None or (n + 1 < len(low) and low[n + 1] in after):
                    start, end = words.span(n)
                    # 40 de los km: a preposition and a word between
                    places.append((words.span(n - 3)[0] if n > 2 else 0, start, end + _GLUED - 1))
        if not places:
            return _NOWHERE
        behind = _Stretches((reach, start) for reach, start, _ in places)
        before = _Stretches((start + 1, end) for _, start, end in places)
        found: list[int] = []
        last: Figure | None = None
        for f in reversed(figures):
            listed = last is not None and last.start - f.end < LISTED
            if listed or f.end in behind or f.start in before:
                found.append(f.start)
                last = f
            else:
                last = None
        return frozenset(found)


class _Stretches:
    """Places of a text from one to another, these included; looked up by halving, of however many."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(stretches):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __contains__(self, place: int) -> bool:
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place <= self._ends[at]


_NOWHERE: frozenset[int] = frozenset()
_GLUED = 4
"""Characters between the first word of a sign and the figure behind it."""
_REACH = 12
"""Characters between a figure and the sign behind it: *de* and blanks."""
_BEFORE_REACH = 6
"""Those between a sign and the figure behind it, other signs among them."""
LISTED = 16
"""Characters between two figures that may share the unit of the second: *5 y 6 %*."""


def _all(text: str, sign: str) -> Iterator[int]:
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


@lru_cache(maxsize=64)
def units(tag: str) -> Units:
    """The units of a language; of an unknown one only the characters that all languages share."""
    known = of(tag)
    if not known.table("units"):
        known = of("en")
        signs = _signs(known)
        return Units(
            {"%": frozenset({PERCENT})},
            signs,
            _ends(signs),
            frozenset(known.table("currencies")),
            {},
            _joined(()),
            frozenset(),
            *_begun(("%", *signs)),
            named=False,
        )
    forms: dict[str, set[str]] = {}
    for table in ("units", "currencies"):
        for name in known.table(table):
            if name == "loose":
                continue
            for form in known.phrases(table, name):
                forms.setdefault(form.lower(), set()).add(name)
    signs = _signs(known)
    return Units(
        {form: frozenset(names) for form, names in forms.items()},
        signs,
        _ends(signs),
        frozenset(known.table("currencies")),
        _money(known),
        _joined(known.phrases("numerals", "joint")),
        frozenset(known.phrases("units", "loose")),
        *_begun((*forms, *signs)),
        _around(known, "half_after", r"\s+(?:{})(?!\w)"),
        _around(known, "half_before", r"(?<!\w)(?:{})[\s-]+$"),
        _around(
            known, "per", r"((?:\s?[^\s,.;:()\d]+(?: [^\s,.;:()\d]+)??)??(?:\s+(?:{})\s+|/)([^\W\d_]+))(?!\w)"
        ),
    )


def _around(known: Language, row: str, frame: str) -> re.Pattern[str] | None:
    phrases = sorted(known.phrases("numerals", row), key=lambda p: -len(p))
    some = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases)
    return re.compile(frame.format(some), re.IGNORECASE) if some else None


def _begun(forms: Iterable[str]) -> tuple[Mapping[str, frozenset[str] | None], frozenset[str]]:
    """How forms begin: the first words with what may follow them, and the first characters of those that begin with a sign."""
    firsts: dict[str, frozenset[str] | None] = {}
    for first, *rest in (TextWords(form).low for form in forms if form[0].isalpha()):
        before = firsts.get(first, frozenset())
        firsts[first] = before | {rest[0]} if rest and before is not None else None
    return firsts, frozenset(form[0] for form in forms if not form[0].isalpha())


def _joined(words: Sequence[str]) -> re.Pattern[str]:
    some = "|".join([*map(re.escape, words), r"[,;/–—-]"])
    return re.compile(rf"(?:\s*(?<!\w)(?:{some})(?!\w))*\s*", re.IGNORECASE)


def _money(known: Language) -> dict[str, str]:
    doubtful = known.words("currencies", "loose")
    return {
        fold(form): name
        for name in known.table("currencies")
        for form in known.phrases("currencies", name)
        if name != "loose" and form.islower() and len(form) > 2 and form not in doubtful and " " not in form
    }


def _ends(signs: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset(sign[-1] for sign in signs)


def _signs(known: Language) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name in known.table("currencies"):
        for form in known.phrases("currencies", name) if name != "loose" else ():
            if not form.islower():
                found.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in found.items()}


def beside(text: str, start: int, end: int, known: Units) -> tuple[frozenset[str], str]:
    """Units that stand at a figure, and how they are written; nothing if there are none."""
    behind, shown = _behind(text, end, known)
    if (
        start
        and (text[start - 1] in known.ends or text[start - 2 : start - 1] in known.ends)
        and (before := _BEFORE.search(text, max(0, start - 6), start))
    ):
        money = known.signs.get(before[1]) or known.signs.get(before[1].lstrip("+~≈<>"))
        if money:
            return (behind & money or money), before[1]
    return behind, shown


_NONE: frozenset[str] = frozenset()


def _behind(text: str, end: int, known: Units) -> tuple[frozenset[str], str]:
    found = _AFTER.match(text, end)
    if found is None:
        return _NONE, ""
    first, second, third = found[1], found[2], found[3]
    forms = known.forms
    for start in (1, 2):
        head = first if start == 1 else second
        if head is None:
            break
        low = head.lower()
        tail = second if start == 1 else third
        if tail is not None:
            if (
                start == 1
                and third is not None
                and (units := forms.get(f"{low} {second.lower()} {third.lower()}"))
            ):
                return units, text[found.start(1) : found.end(3)]
            if units := forms.get(f"{low} {tail.lower()}"):
                return units, text[found.start(start) : found.end(start + 1)]
        if (units := forms.get(low) or forms.get(low.partition("/")[0])) and not (
            len(head) == 1 and head.isalpha() and not head.islower()
        ):
            return units, head
        if low[0] in _SIGN or (
            len(low) < 3 and not _ABBREVIATED.fullmatch(head) and head not in ("US", "UK")
        ):
            break  # a preposition or the like: what follows it is another thing
    return _NONE, ""


def _days_as_months(days: float, unit: frozenset[str], months: float, other: frozenset[str]) -> bool:
    """Whether days are months or years as laws and people count them: 30 days a month, 365 a year."""
    return "day" in unit and (
        ("month" in other and 0 < months < 13 and days == 30 * months)
        or ("year" in other and days == 365 * months)
    )


def same_quantity(value: float, units: frozenset[str], other: float, others: frozenset[str]) -> bool:
    """Whether two measures are one length, weight … in different units, rounded as people round."""
    if ("day" in units and "week" in others and _IDIOMS.get(value) == other) or (
        "week" in units and "day" in others and _IDIOMS.get(other) == value
    ):
        return True
    if _days_as_months(value, units, other, others) or _days_as_months(other, others, value, units):
        return True
    for unit in units:
        for name in others:
            if unit == name or unit not in MEASURES or name not in MEASURES:
                if {unit, name} == {"C", "F"}:
                    celsius, heat = (value, other) if unit == "C" else (other, value)
                    if abs(celsius * 1.8 + 32 - heat) < 1.5:
                        return True
                continue
            quantity, factor = MEASURES[unit]
            wanted, measure = MEASURES[name]
            if quantity != wanted:
                continue
            left, right = value * factor, other * measure
            near = 0.001 if quantity in ("time", "years") else 0.07
            if abs(left - right) <= near * max(left, right):
                return True
    return False
