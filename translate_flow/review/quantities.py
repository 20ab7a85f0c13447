"""Claims on figures that changed places, and on units and hedges that changed at a figure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..language import knowledge
from ..language.numbers import Figure
from .postedit import PostEdit
from .regions import ChangedToken, Region

_REACH = 44
"""Characters between a figure and its unit or hedge."""
_SIGNS = frozenset("%€$£¥")


def claim_exchanged(regions: Sequence[Region], pair: PostEdit) -> None:
    """Two figures that changed places are no mere order: *41 dead and 18 wounded*, *18 dead and 41 wounded*."""
    changed = [t for r in regions for words in r.words for t in words if t.form.numeric]
    if len(changed) < 2:
        return
    for first, second, _ in pair.figures.exchanged:
        for token in changed:
            figures = (first.source, second.source) if token.ours else (first.target, second.target)
            if any(f.start < token.end and token.start < f.end for f in figures):
                token.kind, token.move = "number", 0


def claim_measures(regions: Sequence[Region], pair: PostEdit) -> None:
    """Units, currencies, percentages and hedges that became others at a figure: *15 km*, *15 miles*."""
    known = _measuring(pair.language)
    changed = [t for r in regions for side in (r.gone, r.come) for t in side if not t.kind]
    if not any(t.form.low in known or t.text in _SIGNS for t in changed):
        return
    found = pair.figures
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
    tables = ("units", "currencies", "hedges")
    words = {w.lower() for table in tables for phrase in known.phrases(table) for w in phrase.split()}
    return frozenset(words) - known.words("function_words") | known.words("grammar", "measuring")
