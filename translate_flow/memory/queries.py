"""The questions that lookups and searches put to the database file, in SQL."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from .storage import FoundUnit, MemoryCount, Occurrence
from .unit import StoredPair

COMMON = 300
"""A feature of more texts than this says little; such are asked only where no rarer one leads anywhere."""
COMMON_TAKEN = 4_000
"""Texts taken from each of them then."""
FEW = 8
"""With fewer candidates than this, common features are asked too."""

_COLUMNS = (
    "SELECT u.id, u.source, u.target, u.rank, coalesce(p.document, ''), coalesce(p.key, ''), coalesce(p.person, ''),"
    " coalesce(p.at, ''), u.parent IS NOT NULL, u.before, u.after"
    " FROM unit u JOIN unit p ON p.id = coalesce(u.parent, u.id) WHERE "
)
_BEST_FIRST = " ORDER BY u.rank DESC, u.id DESC LIMIT ?"
_OPEN, _CLOSE = "\ue000", "\ue001"
_SIDES = {"both": "", "source": "source : ", "target": "target : "}


FILES = "SELECT value FROM json_each(?{n})"
CIRCLES = "SELECT id FROM file WHERE circle IN (SELECT value FROM json_each(?{n}))"


class ShownFiles(NamedTuple):
    """The only files whose units are there for whoever asks."""

    select: str
    """`FILES` or `CIRCLES`: the ids of the files in SQL, `{n}` for the parameter's number."""
    value: str
    """The parameter: a JSON list of ids, or of circles."""


def known(base: sqlite3.Connection, language: str, shown: ShownFiles | None) -> bool:
    """Whether there is any unit in that language. `shown`, here and below: the only files whose units are there for
    whoever asks; None for all."""
    where, more = _shown(shown)
    rows = base.execute(f"SELECT 1 FROM unit u WHERE u.language = ?{where} LIMIT 1", (language, *more))
    return rows.fetchone() is not None


def same(
    base: sqlite3.Connection, number: int, source: str, language: str, most: int, shown: ShownFiles | None
) -> list[FoundUnit]:
    """Units and sentences with that source and its hash."""
    where, more = _shown(shown)
    where = "u.hash = ? AND u.language = ? AND u.source = ?" + where
    return _found(base, where + _BEST_FIRST, (number, language, source, *more, most))


def shaped(
    base: sqlite3.Connection, shape: int, language: str, most: int, shown: ShownFiles | None
) -> list[FoundUnit]:
    """Units and sentences of that shape."""
    where, more = _shown(shown)
    where = "u.shape = ? AND u.language = ?" + where
    return _found(base, where + _BEST_FIRST, (shape, language, *more, most))


def units(base: sqlite3.Connection, numbers: Sequence[int], shown: ShownFiles | None) -> list[FoundUnit]:
    """Units by their ids."""
    where, more = _shown(shown)
    where = f"u.id IN ({', '.join('?' * len(numbers))})" + where
    return _found(base, where, (*numbers, *more)) if numbers else []


def _shown(shown: ShownFiles | None) -> tuple[str, tuple[str, ...]]:
    """The condition that a unit `u` is of a file that is shown, and its values."""
    return (f" AND u.file IN ({shown.select.format(n='')})", (shown.value,)) if shown else ("", ())


def _found(base: sqlite3.Connection, rest: str, values: Sequence[Any]) -> list[FoundUnit]:
    return [_unit(row) for row in base.execute(_COLUMNS + rest, values)]


def _unit(row: Sequence[Any]) -> FoundUnit:
    number, source, target, rank, document, key, person, at, part, *around = row
    return FoundUnit(number, source, target, rank, document, key, person, at, bool(part), *around)


def alike(
    base: sqlite3.Connection, features: Sequence[int], most: int, shown: ShownFiles | None
) -> list[tuple[int, str]]:
    """Units that share most of the features, with their codes."""
    if not features:
        return []
    select, more = (shown.select, (shown.value,)) if shown else ("", ())
    values = (*features, COMMON, COMMON, most, *more)
    rows = base.execute(_most_shared(len(features), select, rare=True), values).fetchall()
    if len(rows) < min(FEW, most):
        values = (*features, COMMON_TAKEN, COMMON_TAKEN, most, *more)
        rows = base.execute(_most_shared(len(features), select, rare=False), values).fetchall()
    return [(number, code.decode("utf-16-le")) for number, code in rows]


@cache
def _most_shared(count: int, select: str, *, rare: bool) -> str:
    """One statement for all features: it is worked out without a word to Python between, so that many may ask at once.

    The first `count` parameters are the features; then the most units of each, twice, and of the answer; then, with a
    `select`, which files are shown.
    """
    posting = "FROM posting WHERE feature = ?{n}"
    if select:
        files = select.format(n=count + 4)
        posting += f" AND (SELECT u.file FROM unit u WHERE u.id = posting.unit) IN ({files})"
    units = f"SELECT unit {posting} LIMIT ?{count + 1}"
    if rare:
        enough = f"SELECT 1 {posting} LIMIT 1 OFFSET ?{count + 2}"
        units = f"SELECT unit {posting} AND NOT EXISTS ({enough})"
    each = " UNION ALL ".join(f"SELECT * FROM ({units.format(n=n)})" for n in range(1, count + 1))
    return (
        f"SELECT c.unit, c.code FROM (SELECT unit, count(*) AS shared FROM ({each}) GROUP BY unit"
        f" ORDER BY shared DESC, unit DESC LIMIT ?{count + 3}) t JOIN code c ON c.unit = t.unit ORDER BY t.shared DESC"
    )


def containing(
    base: sqlite3.Connection,
    phrases: Sequence[str],
    language: str,
    side: str,
    most: int,
    shown: ShownFiles | None,
) -> list[Occurrence]:
    """Units with all the phrases."""
    wanted = " AND ".join(
        '"{}"{}'.format(p.rstrip("*").replace('"', '""'), " *" if p.endswith("*") else "")
        for p in phrases
        if re.search(r"\w", p)
    )
    if not wanted:
        return []
    where, more = _shown(shown)
    mark = f"'{_OPEN}', '{_CLOSE}'"
    rows = base.execute(
        f"SELECT highlight(word, 0, {mark}), highlight(word, 1, {mark}), u.id, u.source, u.target, u.rank,"
        " coalesce(u.document, ''), coalesce(u.key, ''), coalesce(u.person, ''), coalesce(u.at, '')"
        " FROM word JOIN unit u ON u.id = word.rowid"
        f" WHERE word MATCH ? AND u.language = ?{where} ORDER BY word.rank, u.rank DESC, u.id LIMIT ?",
        (f"{_SIDES[side]}({wanted})" if _SIDES[side] else wanted, language, *more, most),
    )
    return [Occurrence(FoundUnit(*rest), _spans(left), _spans(right)) for left, right, *rest in rows]


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


def counts(base: sqlite3.Connection) -> list[MemoryCount]:
    """What is there, by language."""
    rows = base.execute(
        "SELECT language, sum(parent IS NULL), sum(parent IS NOT NULL),"
        " sum(parent IS NULL AND rank = 2), sum(parent IS NULL AND rank = 1), sum(parent IS NULL AND rank = 0),"
        " count(DISTINCT document), count(DISTINCT nullif(person, '')),"
        " coalesce(min(nullif(at, '')), ''), coalesce(max(nullif(at, '')), '')"
        " FROM unit GROUP BY language ORDER BY language"
    )
    return [MemoryCount(*row) for row in rows]


def pairs(base: sqlite3.Connection, language: str) -> Iterator[StoredPair]:
    """All units in one language, in order."""
    rows = base.execute(
        "SELECT u.source, u.target, u.rank, u.key, u.document, u.person, u.at, u.extras,"
        " u.before, (SELECT p.source FROM unit p WHERE p.hash = u.before LIMIT 1),"
        " u.after, (SELECT p.source FROM unit p WHERE p.hash = u.after LIMIT 1)"
        " FROM unit u WHERE u.language = ? AND u.parent IS NULL ORDER BY u.file, u.place",
        (language,),
    )
    for source, target, rank, key, document, person, at, extras, *around in rows:
        previous, following = ("" if n == 0 else text or n for n, text in (around[:2], around[2:]))
        yield StoredPair(
            source, target, language, rank, key, document, person, at, previous, following, extras
        )
