"""A stored pair whose source differs from a new one in numbers, months or glossary names alone. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..glossary import Glossary
from ..language.numbers import Figure, FigureKind, figures, unmatched
from ..language.numbers.tables import tables, written
from ..model import Match, Policy, Term

_SWAP = str.maketrans(".,", ",.")
_LETTERS = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(r"\ban?\s+[\"“‘(]*\Z", re.IGNORECASE)
_ORDINAL = frozenset({"st", "nd", "rd", "th"})


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place in a source that may be filled otherwise."""

    start: int
    end: int
    form: str
    content: Figure | Match


@dataclass(frozen=True, slots=True)
class _Change:
    """A replacement in the translation."""

    start: int
    end: int
    form: str


def substituted(
    source: str, stored: str, target: str, languages: tuple[str, str], glossary: Glossary | None
) -> str | None:
    """The translation of `stored` made that of `source`; None unless it is certain.

    `languages` are the tags of source and translation. Certain means: the texts are the same
    but for figures and glossary names, each that differs stands once in the stored source and
    once in its translation, the new one can be written in the same way as the old, and
    afterwards the figures of the new source and translation agree.
    """
    if source == stored:
        return None
    now, then = _slots(source, languages[0], glossary), _slots(stored, languages[0], glossary)
    if len(now) != len(then) or _between(source, now) != _between(stored, then):
        return None
    changes: list[_Change] = []
    there = figures(target, languages[1])
    for new, old in zip(now, then, strict=True):
        if new.form == old.form:
            continue
        change = _change(old, new, then, target, there, languages[1])
        change = change and _fitted(change, target, stored[old.end :])
        if change is None:
            return None
        changes.append(change)
    changes.sort(key=lambda c: c.start)
    if not changes or any(a.end > b.start for a, b in pairwise(changes)):
        return None
    made = target
    for change in reversed(changes):
        made = made[: change.start] + change.form + made[change.end :]
    lost, added = unmatched(figures(source, languages[0]), figures(made, languages[1]))
    return None if lost or added else made


def _slots(text: str, language: str, glossary: Glossary | None) -> list[_Slot]:
    """Names and figures in text order; a figure in a name belongs to the name."""
    names = [_Slot(m.start, m.end, m.form, m) for m in (glossary.find(text) if glossary else ())]
    found = list(names)
    for figure in figures(text, language):
        if not any(figure.start < s.end and s.start < figure.end for s in found):
            found.append(_Slot(figure.start, figure.end, figure.form, figure))
    return sorted(found, key=lambda s: s.start)


def _between(text: str, slots: Sequence[_Slot]) -> list[tuple[str, str]]:
    """What stands before each slot, with the slot's kind; and the rest."""
    parts, at = [], 0
    for slot in slots:
        parts.append((text[at : slot.start], "name" if isinstance(slot.content, Match) else "figure"))
        at = slot.end
    return [*parts, (text[at:], "")]


def _change(
    old: _Slot,
    new: _Slot,
    slots: Sequence[_Slot],
    target: str,
    there: Sequence[Figure],
    language: str,
) -> _Change | None:
    if isinstance(old.content, Match) and isinstance(new.content, Match):
        return _name(old.content.term, new.content.term, slots, target)
    if isinstance(old.content, Figure) and isinstance(new.content, Figure):
        return _figure(old.content, new.content, slots, there, language)
    return None


def _fitted(change: _Change, target: str, behind: str) -> _Change | None:
    """The change with the English around it: *a* or *an* before it, *th* behind it; None if that is not certain.

    `behind` is what follows the old one in the stored source.
    """
    old = target[change.start : change.end]
    article = _ARTICLE.search(target, 0, change.start)
    if article and _vowel(old) != _vowel(change.form):
        return None
    glued = _LETTERS.match(target, change.end)
    if not glued or not old[-1].isdigit() or glued[0] == "s" or behind.lstrip().startswith(glued[0]):
        return change
    if glued[0] not in _ORDINAL or not change.form.isdigit():
        return None
    return _Change(change.start, glued.end(), change.form + _suffix(int(change.form)))


def _vowel(form: str) -> bool | None:
    """Whether *an* stands before it; None if it depends on how it is read: *1,100*, *Union*."""
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


def _name(old: Term, new: Term, slots: Sequence[_Slot], target: str) -> _Change | None:
    alike = (old.kind, old.article, old.number, old.policy) == (new.kind, new.article, new.number, new.policy)
    same = [s for s in slots if isinstance(s.content, Match) and s.content.term.es == old.es]
    found = list(re.finditer(rf"(?<!\w){re.escape(old.target)}(?!\w)", target))
    if not alike or old.policy is Policy.GLOSS or len(same) != 1 or len(found) != 1:
        return None
    return _Change(*found[0].span(), new.target)


def _figure(
    old: Figure, new: Figure, slots: Sequence[_Slot], there: Sequence[Figure], language: str
) -> _Change | None:
    here = [s for s in slots if isinstance(s.content, Figure) and s.content.readings & old.readings]
    found = [f for f in there if f.readings & old.readings]
    one = {"1"} & (old.readings | new.readings)
    if old.kind is not new.kind or len(here) != 1 or len(found) != 1 or one:
        return None  # with one, the words around it may change their number
    form = _rendered(old, new, found[0].form, language)
    return None if form is None else _Change(found[0].start, found[0].end, form)


def _rendered(old: Figure, new: Figure, before: str, language: str) -> str | None:
    """The new figure written as the old one is in the translation; None if that is not certain."""
    if old.spelled != new.spelled:
        return None
    if new.spelled:
        return _word(new, before, language)
    if before == old.form:
        # Written alike in both languages; only where the new one has no separators the old lacked.
        return new.form if _signs(new.form) <= _signs(old.form) else None
    return new.form.translate(_SWAP) if before == old.form.translate(_SWAP) else None


def _word(new: Figure, before: str, language: str) -> str | None:
    """A month, weekday or number in words, where the translation has another one of them in full."""
    known = tables(language)
    entry = known.words.get(before.lower()) if known else None
    if entry is None or len(new.readings) != 1:
        return None
    full = {
        FigureKind.MONTH: entry.month,
        FigureKind.WEEKDAY: entry.weekday and not before.lower().endswith("s"),
    }
    if not full.get(new.kind, entry.cardinal is not None):
        return None
    word = written(next(iter(new.readings)), language)
    if not word:
        return None
    return word.capitalize() if before[0].isupper() else word


def _signs(form: str) -> set[str]:
    return {c for c in form if not c.isdigit()}
