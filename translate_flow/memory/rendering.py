"""Another figure written in a translation as the one that stood there was. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..language.knowledge import of
from ..language.numbers import Figure, FigureKind
from ..language.numbers.tables import tables, written

_SWAP = str.maketrans(".,", ",.")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_HEADED = re.compile(r"(\d[\d.,:]*)(?=[^\d.,:])(\D+)")
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_LETTERS = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(r"\ban?\s+[\"“‘(]*\Z", re.IGNORECASE)
_EXACT = frozenset({FigureKind.NUMBER, FigureKind.ORDINAL})


def rendered(old: Figure, new: Figure, there: Figure, language: str) -> str | None:
    """The new figure written as the old one is `there`, in the translation; None if that is not certain.

    `old` and `new` stand in the source, and are of the same kind.
    """
    before = there.form
    if new.kind in (FigureKind.MONTH, FigureKind.WEEKDAY):
        return _word(new, before, language)
    if not old.spelled and not new.spelled:
        if before == old.form:
            # Written alike in both languages; only where the new one has no separators the old lacked.
            return new.form if _signs(new.form) <= _signs(old.form) else _by_value(old, new, there, language)
        if before == old.form.translate(_SWAP):
            return new.form.translate(_SWAP)
        if form := _headed(old.form, new.form, before):
            return form
    return _by_value(old, new, there, language)


def _headed(old: str, new: str, before: str) -> str | None:
    """*4 millones* and *6 millones* for *4 million*; *8:30 a. m.* for *8:30 a.m.*: what follows the digits stays."""
    left, right, there = (_HEADED.fullmatch(form) for form in (old, new, before))
    if not (left and right and there) or left[2] != right[2] or _signs(right[1]) - _signs(left[1]):
        return None
    for swapped in (str, lambda form: form.translate(_SWAP)):
        if there[1] == swapped(left[1]):
            return swapped(right[1]) + there[2]
    return None


def _by_value(old: Figure, new: Figure, there: Figure, language: str) -> str | None:
    """The new value in the form that the old one has: grouped or not, in digits or in words."""
    if old.kind not in _EXACT:
        return None
    values = [v for v in old.readings & there.readings if _NUMBER.fullmatch(v)]
    if len(values) != 1 or (value := _same_reading(old, new, values[0])) is None:
        return None
    if "." in value or "." in values[0]:
        return None  # a fraction may be written in more ways than are known here
    before, after = _forms(values[0], language), _forms(value, language)
    found = {new for form, new in zip(before, after, strict=True) if form == there.form}
    return found.pop() if len(found) == 1 and None not in found else None


def _same_reading(old: Figure, new: Figure, value: str) -> str | None:
    """What the new figure means if the old one means `value`: `1.200` is read as `1.500` was."""
    values = [v for v in new.readings if _NUMBER.fullmatch(v)]
    if len(values) == 1:
        return values[0]
    whole = re.sub(r"\D", "", new.form)
    grouped = re.sub(r"\D", "", old.form) == value
    return whole if grouped and whole in values else None


def _forms(value: str, language: str) -> Iterator[str | None]:
    """The ways to write a whole number in a language; None for one that is not known."""
    number = int(value)
    yield str(number)
    known = tables(language)
    yield f"{number:,}" if known and known.decimal == "." else str(number) if number < 1000 else None
    word = written(str(number), language) or _compound(number, language)
    yield word or None
    yield word.capitalize() or None


def _compound(number: int, language: str) -> str:
    """*forty-five*; empty for what is not such a number, and in other languages than English."""
    tens, ones = number - number % 10, number % 10
    if (
        of(language).tables.get("cardinals") is None
        or not 20 < number < 100
        or language.split("-")[0] != "en"
    ):
        return ""
    return f"{written(str(tens), language)}-{written(str(ones), language)}"


def _word(new: Figure, before: str, language: str) -> str | None:
    """A month or weekday, where the translation has another one of them in full."""
    known = tables(language)
    entry = known.words.get(before.lower()) if known else None
    if entry is None or len(new.readings) != 1:
        return None
    full = entry.month if new.kind is FigureKind.MONTH else entry.weekday and not before.lower().endswith("s")
    word = written(next(iter(new.readings)), language) if full else ""
    if not word:
        return None
    return word.capitalize() if before[0].isupper() else word


def _signs(form: str) -> set[str]:
    return {c for c in form if not c.isdigit()}


def fitted(start: int, end: int, form: str, target: str, behind: str) -> tuple[int, int, str] | None:
    """The change with the English around it: *a* or *an* before it, *th* behind it; None if that is not certain.

    `form` is to stand in place of `target[start:end]`; `behind` is what follows the old one in the stored source.
    """
    old = target[start:end]
    article = _ARTICLE.search(target, 0, start)
    if article and _vowel(old) != _vowel(form):
        return None
    glued = _LETTERS.match(target, end)
    if not glued or not old[-1].isdigit() or glued[0] == "s" or behind.lstrip().startswith(glued[0]):
        return start, end, form
    if glued[0] not in _ORDINAL or not form.isdigit():
        return None
    return start, glued.end(), form + _suffix(int(form))


def _vowel(form: str) -> bool | None:
    """Whether *an* is before it; None if it depends on how it is read: *1,100*, *Union*."""
    number = re.match(r"\d+", form)
    if number is None and form[:1] in "Uu":
        return None
    if number is None:
        return form[:1].lower() in "aeio" and not form.lower().startswith(("one", "euro"))
    if number[0].startswith(("11", "18")) and len(number[0]) > 2:
        return None
    return number[0].startswith("8") or number[0] in ("11", "18")


def _suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
