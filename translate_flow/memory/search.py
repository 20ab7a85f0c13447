"""Concordance: where words stand on either side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .schema import explained
from .store import Store, last_word
from .unit import MemoryMatch

_OPEN, _CLOSE = "\ue000", "\ue001"
_SIDES = {"both": "", "source": "source : ", "target": "target : "}


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A segment with the words that were looked for."""

    hit: MemoryMatch
    """The pair; its score is 0."""
    source: tuple[tuple[int, int], ...]
    """First character and end of each place in the source."""
    target: tuple[tuple[int, int], ...]
    """The same in the translation."""


def search(
    store: Store, phrases: Sequence[str], language: str, *, side: str = "both", limit: int = 20
) -> list[SearchHit]:
    """Segments that hold all the phrases on one side, or on either; the best first.

    A phrase is words in a row; case and accents do not matter, and a `*` at its end stands for
    any ending. The index of words is brought up to date first: draft never pays for it.
    """
    _catch_up(store)
    wanted = " AND ".join(
        '"{}"{}'.format(p.rstrip("*").replace('"', '""'), " *" if p.endswith("*") else "")
        for p in phrases
        if re.search(r"\w", p)
    )
    if not wanted:
        return []
    mark = f"'{_OPEN}', '{_CLOSE}'"
    found = store.rows(
        f"SELECT highlight(word, 0, {mark}), highlight(word, 1, {mark}), u.source, u.target, u.rank, u.document,"
        " u.key, u.person, u.at FROM word JOIN unit u ON u.id = word.rowid"
        " WHERE word MATCH ? AND u.language = ? ORDER BY word.rank, u.rank DESC, u.id LIMIT ?",
        (f"{_SIDES[side]}({wanted})" if _SIDES[side] else wanted, language, limit),
    )
    places = [
        SearchHit(MemoryMatch(source, target, 0, "words", *rest), _spans(left), _spans(right))
        for left, right, source, target, rank, document, key, person, at in found
        for rest in [(rank, document or "", key or "", person or "", at or "")]
    ]
    # An export that was imported again says the same twice.
    unique = {(p.hit.source, p.hit.target, p.hit.document, p.hit.key): p for p in reversed(places)}
    return list(reversed(unique.values()))


def _catch_up(store: Store) -> None:
    last = last_word(store.base)
    newest = store.rows("SELECT coalesce(max(id), 0) FROM unit")[0][0]
    if newest <= last:
        return
    with store.writing(), explained(store.path):
        last = last_word(store.base)
        store.base.execute(
            "INSERT INTO word (rowid, source, target)"
            " SELECT id, source, target FROM unit WHERE id > ? AND id <= ? AND parent IS NULL",
            (last, newest),
        )
        store.base.execute("INSERT OR REPLACE INTO meta VALUES ('words', ?)", (str(max(newest, last)),))


def _spans(marked: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    at = start = 0
    for char in marked:
        if char == _OPEN:
            start = at
        elif char == _CLOSE:
            found.append((start, at))
        else:
            at += 1
    return tuple(found)
