"""Figures written in words: cardinals, ordinals, fractions, round numbers, months, weekdays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from .digits import multiplied, plain
from .figure import Figure, FigureKind
from .tables import NumberWord, Tables

_BOND = re.compile(r"\s+|\s?[-‑]\s?")
_COMMA = re.compile(r",\s+")
_NUMBER_BEFORE = re.compile(r"\d(?:\.?[ºª°]|st|nd|rd|th|er)?(?:\s+(?:de|of|di|d['’]))?\s*$")
_NUMBER_AFTER = re.compile(r"\.?,?(?:\s+(?:del?|of|di))?\s*\d")
_DAY_BEFORE = re.compile(r"(?<![\d.,])(?:0?[1-9]|[12]\d|3[01])(?:\.?[ºª°]|st|nd|rd|th|er)?(?:\s+(?:de|of|di|d['’]))?\s?[-/]?\s*$")  # fmt: skip
_YEAR_AFTER = re.compile(r"\.?,?(?:[-/]|\s+(?:del?|of|di)|)\s*(?:19|20)\d\d(?!\d)")
_DATE_AFTER = re.compile(r"\.?,?\s+\d{1,2}(?!\d)")
_ONE = Decimal(1)
_HALF = Decimal("0.5")


class NumberToken(NamedTuple):
    """A word of a text in small letters, what it can mean in a number, and where it is."""

    text: str
    start: int
    end: int
    entry: NumberWord


def calendar(text: str, word: NumberToken, known: Tables) -> Figure | None:
    """The month or weekday that a word names."""
    _, start, end, entry = word
    form = text[start:end]
    capital = form[0].isupper()
    before, after = text[max(0, start - 12) : start], text[end : end + 12]
    if entry.month:
        if known.capital:
            also = word.text in known.also_words
            if also and not capital and not (_DAY_BEFORE.search(before) and _YEAR_AFTER.match(after)):
                return None  # the march, they may
            certain = capital and (not also or _beside(before, after))
        else:
            certain = not capital or form.isupper() or _beside(before, after)
        return _day(form, start, f"m{entry.month}", certain, FigureKind.MONTH)
    if entry.weekday and after.lower().startswith(entry.behind):
        end += len(entry.behind)
        named = capital and before[-1:] == " " and _capital_before(text, start)
        certain = capital and not named if known.capital else not capital or form.isupper()
        return _day(text[start:end], start, f"w{entry.weekday}", certain, FigureKind.WEEKDAY)
    found = None
    if entry.short_month and (capital or not known.capital) and (
        _DAY_BEFORE.search(before) or _YEAR_AFTER.match(after) or (known.capital and _beside(before, after))
    ):  # fmt: skip
        found = _day(form, start, f"m{entry.short_month}", True, FigureKind.MONTH)
    elif entry.short_weekday and (capital or not known.capital) and _DATE_AFTER.match(after):
        found = _day(form, start, f"w{entry.short_weekday}", True, FigureKind.WEEKDAY)
        if entry.short_month:  # mar. 9
            readings = found.readings | {f"m{entry.short_month}"}
            found = Figure(form, start, end, readings, False, True, FigureKind.WEEKDAY)
    elif (
        entry.short_month
        and (capital or not known.capital)
        and (known.capital or after.startswith(("./", "/")) or before.endswith(("./", "/")))
    ):
        found = _day(form, start, f"m{entry.short_month}", False, FigureKind.MONTH)
    return found


def _day(form: str, start: int, reading: str, certain: bool, kind: FigureKind) -> Figure:
    return Figure(form, start, start + len(form), frozenset({reading}), certain, True, kind)


def _beside(before: str, after: str) -> bool:
    return bool(_NUMBER_BEFORE.search(before) or _NUMBER_AFTER.match(after))


def _capital_before(text: str, start: int) -> bool:
    """Whether the word before has a capital: *Black Friday*, *Plácido Domingo*."""
    word = text[:start].rstrip().rpartition(" ")[2]
    return word[:1].isupper() and word[-1:].isalpha() and bool(text[:start].rstrip().rpartition(" ")[0])


def numerals(text: str, words: Sequence[NumberToken], known: Tables) -> Iterator[Figure]:
    """All figures in words, in text order."""
    i = 0
    while i < len(words):
        word, entry = words[i].text, words[i].entry
        if entry.month or entry.weekday or entry.short_month or entry.short_weekday:
            figure = calendar(text, words[i], known)
            if figure:
                yield figure
                i += 1
                continue
        if entry.cardinal is not None or entry.scale or word in known.hundreds or entry.ordinal > 9:
            figure, after = _numeral(text, words, i, known)
            if figure:
                yield figure
                i = after
                continue
        if entry.fraction and (part := _part(text, words, i, known)):
            yield part[0]
            i = part[1]
            continue
        if figure := _single(text, words, i, known):
            yield figure
            while i < len(words) and words[i].start < figure.end:
                i += 1
            continue
        i += 1


def _numeral(text: str, words: Sequence[NumberToken], i: int, known: Tables) -> tuple[Figure | None, int]:
    """The number in words that begins at a word, and the index after it."""
    value, after, power, ordinal = _compose(text, words, i, known)
    if after == i:
        return None, i
    start, end = words[i].start, words[after - 1].end
    if half := known.half_after and known.half_after.match(text, end):
        value, end = value + _HALF.scaleb(power), half.end()
        while after < len(words) and words[after].start < end:
            after += 1
        if not power and after < len(words) and words[after].entry.scale and _bound(text, end, words[after]):
            value, end = value.scaleb(words[after].entry.scale), words[after].end
            after += 1
    form = text[start:end]
    if ordinal:
        certain = value > 20 and after - i > 1
        return Figure(form, start, end, frozenset({plain(value)}), certain, True, FigureKind.ORDINAL), after
    if value == 1 and after == i + 1:
        more = multiplied(text, end, value, known)
        return Figure(form, start, end, frozenset({"1"} | more), False, True, FigureKind.ARTICLE), after
    readings = {plain(value)}
    if 1900 < value < 2000 and value % 10 == 0:
        readings.add(str(value % 100))
    if value < 1000:
        readings |= multiplied(text, end, value, known)
    return Figure(form, start, end, frozenset(readings), value > 1, True), after


def _compose(
    text: str, words: Sequence[NumberToken], first: int, known: Tables
) -> tuple[Decimal, int, int, bool]:
    """Value of the number in words that begins at a word, the index after it, the power of ten it
    ends with, and whether it is an ordinal; the same index if there is none."""
    total = group = power = 0
    i, last, seen = first, "", False
    while i < len(words):
        word, start, _, entry = words[i]
        if i > first and not _joined(text, words, i, last, power, known):
            break
        value = entry.cardinal
        if word in known.hundreds:
            if i == first and known.percent and known.percent.search(text, max(0, start - 6), start):
                break
            if group >= 100 or last == "hundred" or (last == "link" and group):
                break
            group, last, seen, power = (group or 1) * 100, "hundred", True, 0
        elif value is not None:
            if value == 100 and known.percent and known.percent.search(text, max(0, start - 6), start):
                break
            joined = _added(value, group, last, known)
            if joined is None:
                break
            group, last, seen, power = joined, "hundred" if value >= 100 else "small", True, 0
        elif word in known.links and seen and _linked(words, i, group, last, known):
            last = "link"
        elif entry.scale and len(word) > 1 and (seen or _standing(word, known)):
            step = 10**entry.scale
            if step == 1000 and total % 1_000_000:
                break
            if step == 1000:
                total += (group or 1) * step
            else:
                total = (total + group or 1) * step
            group, last, seen, power = 0, "scale", True, entry.scale
        elif entry.round == 1000 and seen and _of_millions(text, words, i, known):
            total, group, last, power = (total + group) * 10**9, 0, "scale", 9  # seis miles de millones
            i += 1
        elif entry.ordinal and _ordinal_fits(entry.ordinal, group, seen, last):
            following = _tens_ordinal(text, words, i) if not seen else 0
            value = group + entry.ordinal + following
            return Decimal(total + value), i + (2 if following else 1), 0, True
        else:
            break
        i += 1
    if i > first and words[i - 1].text in known.links:
        i -= 1  # nothing followed the link after all
    return (Decimal(total + group), i, power, False) if seen else (Decimal(0), first, 0, False)


def _of_millions(text: str, words: Sequence[NumberToken], i: int, known: Tables) -> bool:
    after = words[i + 1] if i + 1 < len(words) else None
    return (
        after is not None
        and after.entry.scale == 6
        and bool(known.of.fullmatch(text, words[i].end, after.start))
    )


def _standing(word: str, known: Tables) -> bool:
    """Whether a scale means one of it where nothing is before: *mil personas*, *a million*."""
    return not known.words[word].round and len(word) > 2


def _ordinal_fits(ordinal: int, group: int, seen: bool, last: str) -> bool:
    """*twenty-first*, *hundred and first*; an ordinal above nine may stand alone."""
    if not seen:
        return ordinal > 9
    tail = group % 100
    return (tail in range(20, 100, 10) and ordinal < 10 and last != "link") or (
        tail == 0 and group > 0 and last in ("hundred", "link")
    )


def _tens_ordinal(text: str, words: Sequence[NumberToken], i: int) -> int:
    """The unit behind a ten: the *primera* of *vigésima primera*."""
    if i + 1 >= len(words) or words[i].entry.ordinal > 90 or words[i].entry.ordinal % 10:
        return 0
    unit = words[i + 1].entry.ordinal
    return unit if 0 < unit < 10 and _bound(text, words[i].end, words[i + 1]) else 0


def _bound(text: str, end: int, word: NumberToken) -> bool:
    return bool(_BOND.fullmatch(text, end, word.start))


def _joined(text: str, words: Sequence[NumberToken], i: int, last: str, power: int, known: Tables) -> bool:
    """Whether nothing but a blank or hyphen is before a word; a comma after thousands."""
    end, start = words[i - 1].end, words[i].start
    if _BOND.fullmatch(text, end, start):
        return True
    if last != "scale" or power < 3 or not _COMMA.fullmatch(text, end, start):
        return False
    for j in range(i, len(words)):  # one thousand, five hundred; two million, twenty-one thousand
        entry = words[j].entry
        if j > i and not _bound(text, words[j - 1].end, words[j]):
            break
        if (entry.cardinal or 0) >= 100 or (j > i and (words[j].text in known.hundreds or entry.scale == 3)):
            return True
        if entry.cardinal is None:
            break
    return False


def _added(value: int, group: int, last: str, known: Tables) -> int | None:
    """A cardinal put to those before it; None if it does not belong to them."""
    if group == 0:
        return value if last in ("", "scale", "link") else None
    if value >= 100:
        return None
    tail = group % 100
    if tail == 0:
        return group + value
    if known.vigesimal:
        if tail == 4 and value == 20:
            return group + 76
        if (tail in (60, 80) and 10 <= value < 20) or (tail % 20 == 10 and value in (7, 8, 9)):
            return group + value
    if tail in range(20, 100, 10) and 0 < value < 10:
        linked = last == "link"
        apart = (known.tens_linked and not linked) or (linked and "tens" not in known.link_after)
        return None if apart else group + value
    if known.years and 13 <= group <= 20 and 10 <= value < 100 and last == "small":
        return group * 100 + value
    return None


def _linked(words: Sequence[NumberToken], i: int, group: int, last: str, known: Tables) -> bool:
    """Whether *y* or *and* joins the next cardinal to this number."""
    following = words[i + 1] if i + 1 < len(words) else None
    if following is None:
        return False
    value = following.entry.cardinal or (following.entry.ordinal if last == "hundred" else 0) or 0
    value = value or (100 if following.text in known.hundreds or following.entry.scale == 3 else 0)
    if last == "small":
        tens = group % 100 in range(20, 100, 10)
        wide = known.vigesimal and group % 100 in (60, 80) and value < 20
        return tens and "tens" in known.link_after and (0 < value < 10 or wide)
    if last == "hundred":
        return "hundreds" in known.link_after and 0 < value < 100
    return last == "scale" and "scales" in known.link_after and 0 < value < 1_000_000


def _part(text: str, words: Sequence[NumberToken], i: int, known: Tables) -> tuple[Figure, int] | None:
    """*medio millón*, *half a dozen*, *a quarter of a million*, and the index after it."""
    word = words[i]
    joint = known.half_joint.match(text, word.end)
    if joint is None:
        return None
    at = i + 1
    while at < len(words) and words[at].start < joint.end():
        at += 1
    if at >= len(words) or words[at].start != joint.end():
        return None
    entry = words[at].entry
    share = _ONE / word.entry.fraction
    form, start, end = text[word.start : words[at].end], word.start, words[at].end
    if entry.scale > 2 and len(words[at].text) > 1:
        value = plain(share.scaleb(entry.scale).quantize(_ONE))
        return Figure(form, start, end, frozenset({value}), True, True), at + 1
    if entry.multiple > 7:
        value = plain((share * entry.multiple).normalize())
        readings = frozenset({value, str(word.entry.fraction)})
        return Figure(form, start, end, readings, False, True, FigureKind.LOOSE), at + 1
    return None


_SHARES = {2: ("50", "0.5"), 4: ("25",), 3: (), 5: ("20",), 10: ("10",)}
"""What percentage a half, a quarter, a fifth is."""


def _single(text: str, words: Sequence[NumberToken], i: int, known: Tables) -> Figure | None:
    """A word that is a figure by itself: an ordinal, a part, a round number, a loose one."""
    _, start, end, entry = words[i]
    readings: set[str] = set()
    kind = FigureKind.LOOSE
    if entry.round:
        value, at = entry.round, i + 1
        while at < len(words) and (words[at].entry.round or words[at].entry.scale):
            joint = known.of.fullmatch(text, end, words[at].start)
            if not joint:
                break
            value *= words[at].entry.round or 10 ** words[at].entry.scale
            end, at = words[at].end, at + 1
        kind = FigureKind.ROUND
        readings = {f"~{value}", str(value)}
    elif entry.loose is not None:
        if known.paired and known.paired.match(text, start):
            return None
        readings = {str(entry.loose)}
        if entry.multiple in (7, 14, 15):
            readings |= {"14", "15"} if entry.multiple > 7 else set()
        if entry.fraction:
            readings.add(str(entry.fraction))
    if entry.fraction and not entry.round:
        kind = FigureKind.FRACTION
        readings |= {str(entry.fraction), *_SHARES.get(entry.fraction, ())}
    if entry.ordinal:
        kind = FigureKind.ORDINAL
        readings.add(str(entry.ordinal))
    if entry.half_day and text[end : end + 6].lower().startswith(entry.behind):
        end += len(entry.behind)
        kind = FigureKind.TIME
        readings = {entry.half_day, "12"}
    if entry.multiple and not readings:
        readings = {str(entry.multiple)}
    if not readings:
        return None
    return Figure(text[start:end], start, end, frozenset(readings), False, True, kind)
