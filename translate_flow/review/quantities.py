"""Claims on figures that changed places, and on units and hedges that changed at a figure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..language import knowledge
from ..language.knowledge import Language
from ..language.numbers import Figure
from ..language.numbers.tables import tables
from ..language.opposites import counted
from .forms import forms
from .postedit import PostEdit
from .regions import ChangedToken, Region

_REACH = 44
"""Characters between a figure and its unit or hedge."""
_SIGNS = frozenset("%€$£¥")


def claim_exchanged(regions: Sequence[Region], pair: PostEdit) -> None:
    """Two figures that changed places are no mere order: *41 dead and 18 wounded*, *18 dead and 41 wounded*."""
    changed = [t for r in regions for words in r.words for t in words]
    figures = [t for t in changed if t.form.numeric]
    if len(figures) < 2 and not any(t.form.low in counted(pair.language) for t in changed):
        return
    for first, second, _ in pair.figures.exchanged:
        moved = [t for t in figures if _at(t, (first.source, second.source), (first.target, second.target))]
        for token in moved or _crossed(changed):  # else what they count changed places: 60 women and 45 men
            token.kind, token.move = "number", 0


def _at(token: ChangedToken, ours: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    return any(f.start < token.end and token.start < f.end for f in (ours if token.ours else theirs))


def _crossed(changed: Sequence[ChangedToken]) -> list[ChangedToken]:
    """The changed words that went in one place and came in another."""
    sides = [{t.form.low for t in changed if t.ours is ours} for ours in (True, False)]
    return [t for t in changed if t.form.low in sides[0] & sides[1] and not t.form.function]


def claim_measures(regions: Sequence[Region], pair: PostEdit) -> None:
    """Units, currencies, percentages and hedges that became others at a figure: *15 km*, *15 miles*; and figures themselves.

    Of these those that need no partner and have a wrong one: *the fifth*, *the fifteenth*; *at night*, *in the morning*.
    """
    known = _measuring(pair.language)
    changed = [t for r in regions for side in (r.gone, r.come) for t in side if not t.kind]
    if not any(t.form.low in known or t.text in _SIGNS for t in changed):
        return
    found = pair.figures
    for one in (*found.values, *found.weekdays):
        if one.source and one.target:
            for token in changed:
                if token.form.word and _at(token, (one.source,), (one.target,)):
                    token.kind = token.kind or "number"
    for one in (*found.units, *found.percents, *found.hedges):
        for figure, said, ours in ((one.source, one.said, True), (one.target, one.instead, False)):
            words = set(said.lower().split()) | (_SIGNS & set(said))
            for token in changed:
                if token.ours is ours and token.form.low in words and _near(token, figure):
                    token.kind = token.kind or "number"


def _near(token: ChangedToken, figure: Figure | None) -> bool:
    return figure is None or (figure.start - _REACH <= token.start and token.end <= figure.end + _REACH)


@lru_cache(maxsize=16)
def _measuring(language: str) -> frozenset[str]:
    """Words of units and hedges that carry a meaning of their own."""
    known = knowledge.of(language)
    rows = ("units", "currencies", "hedges")
    words = {w.lower() for table in rows for phrase in known.phrases(table) for w in phrase.split()}
    plain = frozenset(words) - known.words("function_words") | known.words("grammar", "measuring")
    numbers = tables(language)
    return plain | _timing(known) | (frozenset(numbers.words) if numbers else frozenset())


def _timing(known: Language) -> frozenset[str]:
    """Words that tell the half or the part of the day."""
    phrases = (*known.phrases("times", "am", "pm", "night"), *known.phrases("day_parts"))
    words = {form.low for phrase in phrases for form in forms(phrase) if form.word}
    return frozenset(words) - known.words("function_words")
