"""Lookups: the same text, the same but for numbers and names, and the most alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..glossary import Glossary
from ..messages import Message
from .facts import SourceFacts
from .guard import difference
from .score import NEARLY, likeness, penalty
from .store import Store, neighbour
from .substitute import substituted
from .unit import APPROVED, MemoryMatch
from .words import ASKED, digest, features, normal, shape, tokens

COMMON = 300
"""A feature of more texts than this says little; such are asked only where no rarer one leads anywhere."""
COMMON_TAKEN = 4_000
"""Texts taken from each of them then."""
CANDIDATES = 120
"""Texts whose likeness is worked out."""
_FEW = 8
"""With fewer candidates than this, common features are asked too."""
_CLOSE = 12
"""Most alike candidates that are looked at closely, for numbers, names and penalties."""
_PUT_RIGHT = 40
"""Less alike texts are looked at too, down to this: in a short one a name is half of the words."""
_SAME = 50
"""Translations of the very same source that are looked at."""

_COLUMNS = (
    "SELECT u.id, u.source, u.target, u.rank, p.document, p.key, p.person, p.at, u.parent IS NOT NULL, u.before, u.after"
    " FROM unit u JOIN unit p ON p.id = coalesce(u.parent, u.id) WHERE "
)
_POSTINGS = "SELECT unit FROM posting WHERE feature = ? LIMIT ?"


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked."""

    text: str
    """Source text."""
    language: str
    """The workspace's tag of the translation's language."""
    document: str = ""
    """Statement it stands in; matches from there come first."""
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
    store: Store, query: Query, glossary: Glossary | None = None, *, limit: int = 5
) -> list[MemoryMatch]:
    """The best matches, best first. Raises Spoilt if the file turns out to be damaged.

    Where the very same text is known, no others are looked for. A fuzzy match that differs in
    a negation, a number or a name has a score below both the threshold and 75, so that only
    a question with a lower `least` gets it; `MemoryMatch.guard` says why.
    """
    source = normal(query.text)
    if not source:
        return []
    found = _exact(store, query, source)
    if not found:
        found = _same_shape(store, query, source, glossary) or _fuzzy(store, query, source, glossary)
    kept = [hit for hit in found if hit.score >= query.floor]
    return sorted(kept, key=lambda h: _order(h, query), reverse=True)[:limit]


def sentence(store: Store, query: Query, glossary: Glossary | None = None) -> MemoryMatch | None:
    """The same text, or the same but for numbers (99), however it is stored; no fuzzy matches."""
    source = normal(query.text)
    found = _exact(store, query, source) or _same_shape(store, query, source, glossary)
    return max(found, key=lambda h: _order(h, query)) if source and found else None


def _order(hit: MemoryMatch, query: Query) -> tuple[Any, ...]:
    return hit.score, hit.rank, not hit.sentence, hit.document == query.document, hit.at, hit.target


def _hit(
    row: Sequence[Any], score: int, how: str, target: str | None = None, guard: Message | None = None
) -> MemoryMatch:
    _, source, stored, rank, document, key, person, at, part = row[:9]
    return MemoryMatch(
        source, stored if target is None else target, score, how, rank, document or "", key or "",
        person or "", at or "", bool(part), guard=guard,
    )  # fmt: skip


def _exact(store: Store, query: Query, source: str) -> list[MemoryMatch]:
    rows = store.rows(
        f"{_COLUMNS} u.hash = ? AND u.language = ? AND u.source = ? ORDER BY u.rank DESC, u.id DESC LIMIT ?",
        (digest(source, query.language), query.language, source, _SAME),
    )
    around = neighbour(query.previous, query.language), neighbour(query.following, query.language)
    telling = None not in around and around != (0, 0)
    others = len({row[2] for row in rows}) - 1
    return [
        replace(
            _hit(row, 101, "context") if telling and row[9:11] == around else _hit(row, 100, "exact"),
            others=others,
        )
        for row in rows
    ]


def _same_shape(store: Store, query: Query, source: str, glossary: Glossary | None) -> list[MemoryMatch]:
    number = shape(source, query.language)
    if not number:
        return []
    rows = store.rows(
        f"{_COLUMNS} u.shape = ? AND u.language = ? ORDER BY u.rank DESC, u.id DESC LIMIT ?",
        (number, query.language, _SAME),
    )
    return [hit for row in rows if (hit := _replaced(store, query, source, row, glossary))]


def _replaced(
    store: Store, query: Query, source: str, row: Sequence[Any], glossary: Glossary | None
) -> MemoryMatch | None:
    languages = (store.source_language, query.language)
    made = substituted(source, row[1], row[2], languages, glossary)
    return None if made is None else _hit(row, NEARLY, "numbers", made)


def _fuzzy(store: Store, query: Query, source: str, glossary: Glossary | None) -> list[MemoryMatch]:
    numbers = candidates(store, source, query.language)
    if not numbers:
        return []
    marks = ", ".join("?" * len(numbers))
    words = tokens(source)
    least = float(min(query.floor, _PUT_RIGHT))
    rated = [
        (score, number)
        for number, text in store.rows(f"SELECT id, source FROM unit WHERE id IN ({marks})", numbers)
        if (score := likeness(words, tokens(text), least)) >= least
    ]
    rated.sort(reverse=True)
    closest = {number: score for score, number in rated[:_CLOSE]}
    if not closest:
        return []
    marks = ", ".join("?" * len(closest))
    rows = store.rows(f"{_COLUMNS} u.id IN ({marks}) AND u.language = ?", (*closest, query.language))
    facts = SourceFacts(source, store.source_language, glossary)
    return [_rated(store, query, source, facts, row, closest[row[0]], glossary) for row in rows]


def _rated(
    store: Store,
    query: Query,
    source: str,
    facts: SourceFacts,
    row: Sequence[Any],
    alike: float,
    glossary: Glossary | None,
) -> MemoryMatch:
    why = difference(facts, SourceFacts(row[1], store.source_language, glossary))
    if why and (made := _replaced(store, query, source, row, glossary)):
        return made
    less = penalty(source, row[1], approved=row[3] == APPROVED, same_document=row[4] == query.document)
    score = max(0, min(NEARLY, int(alike)) - less)
    if why:
        score = min(score, query.threshold - 1, 74)
    return _hit(row, score, "fuzzy", guard=why)


def candidates(store: Store, source: str, language: str) -> list[int]:
    """Ids of the units that share most features with a text in normal form, at most CANDIDATES."""
    shared: Counter[int] = Counter()
    common = []
    for feature in features(source, language, ASKED):
        found = [row[0] for row in store.rows(_POSTINGS, (feature, COMMON + 1))]
        if len(found) > COMMON:
            common.append(feature)
        else:
            shared.update(found)
    if len(shared) < _FEW:
        for feature in common:
            shared.update(row[0] for row in store.rows(_POSTINGS, (feature, COMMON_TAKEN)))
    return [number for number, _ in shared.most_common(CANDIDATES)]
