"""Lookups: the same text, the same but for numbers and names, and the most alike."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from ..glossary import Glossary
from ..messages import Message
from .facts import SourceFacts
from .guard import difference
from .score import NEARLY, likeness, penalty
from .storage import AskedMemory, FoundUnit
from .substitute import substituted
from .unit import APPROVED, MemoryMatch
from .words import ASKED, coded, features, neighbour, normal, shape, tokens

CANDIDATES = 40
"""Texts whose likeness is worked out."""
_CLOSE = 12
"""Most alike candidates that are looked at closely, for numbers, names and penalties."""
_PUT_RIGHT = 40
"""Less alike texts are looked at too, down to this: in a short one a name is half of the words."""
_SAME = 50
"""Translations of the very same source that are looked at."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked."""

    text: str
    """Source text."""
    language: str
    """The workspace's tag of the translation's language."""
    document: str = ""
    """Statement it is in; matches from there come first."""
    previous: str | None = None
    """Source text before it; empty at the start, None if unknown."""
    following: str | None = None
    """Source text after it."""
    threshold: int = 85
    """What counts as a match; one with a changed number, negation or name stays below."""
    least: int | None = None
    """Matches below this are left out; the threshold if not given."""

    @property
    def floor(self) -> int:
        """The lowest score wanted."""
        return self.threshold if self.least is None else self.least


def lookup(
    store: AskedMemory, query: Query, glossary: Glossary | None = None, *, limit: int = 5
) -> list[MemoryMatch]:
    """The best matches, best first. Raises Spoilt if the file turns out to be damaged.

    Where the very same text is known, no others are looked for. A fuzzy match that differs in
    a negation, a number or a name has a score below both the threshold and 75, so that only
    a question with a lower `least` gets it; `MemoryMatch.guard` says why.
    """
    source = normal(query.text)
    if not source:
        return []
    with store.at_once() as asked:
        found = _exact(asked, query, source)
        if not found:
            found = _same_shape(asked, query, source, glossary) or _fuzzy(
                asked, query, source, glossary, limit
            )
    kept = [_fitted(hit, query.text) for hit in found if hit.score >= query.floor]
    return sorted(kept, key=lambda h: _order(h, query), reverse=True)[:limit]


def sentence(store: AskedMemory, query: Query, glossary: Glossary | None = None) -> MemoryMatch | None:
    """The same text, or the same but for numbers (99), however it is stored; no fuzzy matches."""
    source = normal(query.text)
    with store.at_once() as asked:
        found = _exact(asked, query, source) or _same_shape(asked, query, source, glossary)
    return _fitted(max(found, key=lambda h: _order(h, query)), query.text) if source and found else None


_BREAK = re.compile(r"[ \t]*\n\s*")


def _fitted(hit: MemoryMatch, text: str) -> MemoryMatch:
    """The match with blanks at the ends of its translation, and line breaks in it, only where the text asked for has
    some: programs indent their files, and keep the blanks between sentences in either of them."""
    target = hit.target if "\n" in text else _BREAK.sub(" ", hit.target)
    target = target if text[:1].isspace() else target.lstrip()
    target = target if text[-1:].isspace() else target.rstrip()
    return hit if target == hit.target else replace(hit, target=target)


def _order(hit: MemoryMatch, query: Query) -> tuple[Any, ...]:
    return hit.score, hit.rank, not hit.sentence, hit.document == query.document, hit.at, hit.target


def _hit(
    unit: FoundUnit, score: int, how: str, target: str | None = None, guard: Message | None = None
) -> MemoryMatch:
    return MemoryMatch(
        unit.source, unit.target if target is None else target, score, how, unit.rank, unit.document, unit.key,
        unit.person, unit.at, unit.sentence, guard=guard,
    )  # fmt: skip


def _exact(store: AskedMemory, query: Query, source: str) -> list[MemoryMatch]:
    units = store.same(source, query.language, _SAME)
    around = neighbour(query.previous, query.language), neighbour(query.following, query.language)
    telling = None not in around and around != (0, 0)
    others = len({unit.target for unit in units}) - 1
    return [
        replace(
            _hit(unit, 101, "context")
            if telling and (unit.before, unit.after) == around
            else _hit(unit, 100, "exact"),
            others=others,
        )
        for unit in units
    ]


def _same_shape(
    store: AskedMemory, query: Query, source: str, glossary: Glossary | None
) -> list[MemoryMatch]:
    number = shape(source, query.language)
    units = store.shaped(number, query.language, _SAME) if number else []
    return [hit for unit in units if (hit := _replaced(store, query, source, unit, glossary))]


def _replaced(
    store: AskedMemory, query: Query, source: str, unit: FoundUnit, glossary: Glossary | None
) -> MemoryMatch | None:
    languages = (store.source_language, query.language)
    made = substituted(source, unit.source, unit.target, languages, glossary)
    return None if made is None else _hit(unit, NEARLY, "numbers", made)


def _fuzzy(
    store: AskedMemory, query: Query, source: str, glossary: Glossary | None, limit: int
) -> list[MemoryMatch]:
    least = float(min(query.floor, _PUT_RIGHT))
    words = tokens(source)
    closest = nearest(store, source, words, query.language, least)[:_CLOSE]
    if not closest:
        return []
    facts = SourceFacts(source, store.source_language, glossary)
    units = {unit.number: unit for unit in store.units([number for number, _ in closest])}
    found: list[MemoryMatch] = []
    for number, most in closest:
        best = sorted((hit.score for hit in found), reverse=True)[:limit]
        if len(best) == limit and best[-1] >= int(most):
            break  # what is less alike cannot come before these
        unit = units.get(number)
        # codes can make two texts more alike than they are
        alike = likeness(words, tokens(unit.source), least) if unit else 0.0
        if unit and alike >= least:
            found.append(_rated(store, query, source, facts, unit, alike, glossary))
    return found


def nearest(
    store: AskedMemory, source: str, words: list[str], language: str, least: float
) -> list[tuple[int, float]]:
    """Ids of the units most alike by their codes, the most alike first, with their likeness in percent.

    `words` are the tokens of `source`, which is in normal form. Less than `least` percent is left out.
    """
    candidates = store.alike(features(source, language, ASKED), CANDIDATES)
    numbers = [number for number, _ in candidates]
    codes = [code for _, code in candidates]
    rated = process.extract(
        coded(words), codes, scorer=Levenshtein.normalized_similarity, score_cutoff=least / 100, limit=None
    )
    return [(numbers[place], 100.0 * score) for _, score, place in rated]


def _rated(
    store: AskedMemory,
    query: Query,
    source: str,
    facts: SourceFacts,
    unit: FoundUnit,
    alike: float,
    glossary: Glossary | None,
) -> MemoryMatch:
    why = difference(facts, SourceFacts(unit.source, store.source_language, glossary))
    if why and (made := _replaced(store, query, source, unit, glossary)):
        return made
    less = penalty(
        source, unit.source, approved=unit.rank == APPROVED, same_document=unit.document == query.document
    )
    score = max(0, min(NEARLY, int(alike)) - less)
    if why:
        score = min(score, query.threshold - 1, 74)
    return _hit(unit, score, "fuzzy", guard=why)
