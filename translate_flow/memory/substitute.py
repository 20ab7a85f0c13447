"""A stored pair whose source differs from a new one in numbers, dates or names alone. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..facts import figures_compared, read
from ..glossary import Glossary
from ..language.numbers import Figure, unmatched
from ..model import Match, Policy, Term
from .rendering import fitted, rendered
from .slots import LooseName, Slot, between, differing, exchanged, slots

_Change = tuple[int, int, str]
"""What of the translation gives way, from and to, and what comes there."""


def substituted(
    source: str, stored: str, target: str, languages: tuple[str, str], glossary: Glossary | None
) -> str | None:
    """The translation of `stored` made that of `source`; None unless it is certain.

    `languages` are the tags of source and translation. Certain means: the texts are the same
    but for figures and names, each that differs is once in the stored source and
    once in its translation, the new one can be written in the same way as the old, and
    afterwards the figures and units of the new source and translation agree as those of the stored ones did.
    """
    if source == stored:
        return None
    now, then = slots(source, languages[0], glossary), slots(stored, languages[0], glossary)
    if len(now) != len(then) or between(source, now) != between(stored, then):
        return None
    changes: list[_Change] = []
    there = read(target, languages[1]).figures
    for new, old in zip(now, then, strict=True):
        if new.form == old.form:
            continue
        change = _change(old, new, then, (stored, source, target), there, languages[1])
        change = change and fitted(*change, target, stored[old.end :])
        if change is None:
            return None
        changes.append(change)
    changes.sort()
    if not changes or any(a[1] > b[0] for a, b in pairwise(changes)):
        return None
    made = target
    for start, end, form in reversed(changes):
        made = made[:start] + form + made[end:]
    return made if _agree(source, made, languages) else None


def _agree(source: str, made: str, languages: tuple[str, str]) -> bool:
    """Whether the figures of both sides are the same, with their units."""
    left, right = read(source, languages[0]), read(made, languages[1])
    lost, added = unmatched(left.figures, right.figures)
    return not lost and not added and not figures_compared(left, right).units


def _change(
    old: Slot,
    new: Slot,
    found: Sequence[Slot],
    texts: tuple[str, str, str],
    there: Sequence[Figure],
    language: str,
) -> _Change | None:
    if isinstance(old.content, Match) and isinstance(new.content, Match):
        return _term(old.content.term, new.content.term, found, texts[2])
    if isinstance(old.content, Figure) and isinstance(new.content, Figure):
        return _figure(old.content, new.content, found, there, language)
    if isinstance(old.content, LooseName) and isinstance(new.content, LooseName):
        return _name(old.content, new.content, texts, language)
    return None


def _term(old: Term, new: Term, found: Sequence[Slot], target: str) -> _Change | None:
    alike = (old.kind, old.article, old.number, old.policy) == (new.kind, new.article, new.number, new.policy)
    same = [s for s in found if isinstance(s.content, Match) and s.content.term.es == old.es]
    place = _once(old.target, target)
    if not alike or old.policy is Policy.GLOSS or len(same) != 1 or place is None:
        return None
    return *place, new.target


def _name(old: LooseName, new: LooseName, texts: tuple[str, str, str], language: str) -> _Change | None:
    stored, source, target = texts
    words = differing(old, new, stored, source)
    if words is None:
        return None
    before, after = words
    forms = stored[before[0].start : before[-1].end], source[after[0].start : after[-1].end]
    made = exchanged(before, after, forms, target, language)
    if made is None or _once(forms[0], stored) is None:
        return None
    place = _once(made[0], target)
    if place is None or (target[place[1] :].startswith(("'", "’")) and "s" in (made[0][-1:], made[1][-1:])):
        return None
    return *place, made[1]


def _once(form: str, text: str) -> tuple[int, int] | None:
    """Where the words stand, if they do so once."""
    found = list(re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text))
    return found[0].span() if len(found) == 1 else None


def _figure(
    old: Figure, new: Figure, found: Sequence[Slot], there: Sequence[Figure], language: str
) -> _Change | None:
    here = [s for s in found if isinstance(s.content, Figure) and s.content.readings & old.readings]
    same = [f for f in there if f.readings & old.readings]
    one = {"1"} & (old.readings | new.readings)
    if old.kind is not new.kind or len(here) != 1 or len(same) != 1 or one:
        return None  # with one, the words around it may change their number
    form = rendered(old, new, same[0], language)
    return None if form is None else (same[0].start, same[0].end, form)
