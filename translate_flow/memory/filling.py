"""A file's units put into the database and taken out again, in a transaction that its caller holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from .intake import KEPT, Filling, StorablePair, changes
from .unit import StoredPair
from .words import STORED, features

_COMPARED = 50_000
"""Units of a file up to which what is there already is found out and left as it is."""

_COLUMNS = "id, file, place, parent, language, hash, shape, before, after, rank, source, target, key, document, person, at, extras"
_INSERT = f"INSERT INTO unit ({_COLUMNS}) VALUES ({', '.join('?' * 17)})"


def put(
    base: sqlite3.Connection,
    path: str,
    stamp: str,
    circle: str,
    pairs: Iterable[StoredPair],
    source_language: str,
) -> int:
    """The pairs in place of those that the file gave before; how many."""
    found = base.execute("SELECT id FROM file WHERE path = ?", (path,)).fetchone()
    if found is None:
        base.execute("INSERT INTO file (path, stamp, circle) VALUES (?, ?, ?)", (path, stamp, circle))
        found = base.execute("SELECT last_insert_rowid()").fetchone()
        return _Filling(base, found[0], source_language).put(enumerate(pairs))
    base.execute("UPDATE file SET stamp = ?, circle = ? WHERE id = ?", (stamp, circle, *found))
    there = base.execute("SELECT count(*) FROM unit WHERE file = ? AND parent IS NULL", found).fetchone()[0]
    if there > _COMPARED:
        _take_out(base, "file = ?", found)
        return _Filling(base, found[0], source_language).put(enumerate(pairs))
    return _exchange(base, found[0], pairs, source_language)


def _exchange(base: sqlite3.Connection, file: int, pairs: Iterable[StoredPair], source_language: str) -> int:
    """Only what differs is written."""
    there = base.execute(
        f"SELECT id, place, {KEPT} FROM unit WHERE file = ? AND parent IS NULL ORDER BY id DESC", (file,)
    )
    found = changes(there, pairs)
    for number in found.gone:
        _take_out(base, "id = ?1 OR parent = ?1", (number,))
    moved = ((place, number, number) for place, number in found.moved)
    base.executemany("UPDATE unit SET place = ? WHERE id = ? OR parent = ?", moved)
    _Filling(base, file, source_language).put(found.new)
    return found.count


def forget(base: sqlite3.Connection, path: str) -> None:
    """Take out what a file gave."""
    found = base.execute("SELECT id FROM file WHERE path = ?", (path,)).fetchone()
    if found is not None:
        _take_out(base, "file = ?", found)
        base.execute("DELETE FROM file WHERE id = ?", found)


def take_all_out(base: sqlite3.Connection) -> None:
    """Take out what all files gave. Ids are not given again: somebody may be asking for what had them."""
    for table in ("posting", "code", "unit", "file"):
        base.execute(f"DELETE FROM {table}")
    base.execute("INSERT INTO word (word) VALUES ('delete-all')")
    base.execute("DELETE FROM meta WHERE name = 'words'")


def _take_out(base: sqlite3.Connection, where: str, values: tuple[Any, ...]) -> None:
    """Delete units with their sentences, postings, codes and words."""
    gone = base.execute(
        f"SELECT language, source, id FROM unit WHERE ({where}) AND parent IS NULL", values
    ).fetchall()
    base.executemany(
        "DELETE FROM posting WHERE feature = ? AND unit = ?",
        ((f, number) for language, source, number in gone for f in features(source, language, STORED)),
    )
    base.executemany("DELETE FROM code WHERE unit = ?", ((number,) for _, _, number in gone))
    base.execute(
        "INSERT INTO word (word, rowid, source, target) SELECT 'delete', id, source, target FROM unit"
        f" WHERE ({where}) AND parent IS NULL AND id <= {last_word(base)}",
        values,
    )
    base.execute(f"DELETE FROM unit WHERE {where}", values)


class _Filling(Filling):
    """Rows on their way into the tables."""

    def __init__(self, base: sqlite3.Connection, file: int, source_language: str) -> None:
        super().__init__(source_language)
        self._base = base
        self._file = file

    def put(self, pairs: Iterable[tuple[int, StoredPair]]) -> int:
        """Put pairs with their places in; how many."""
        last = self._base.execute("SELECT seq FROM sqlite_sequence WHERE name = 'unit'").fetchone()
        return self.add(pairs, (last[0] if last else 0) + 1)[0]

    def rows(self, number: int, unit: StorablePair) -> Iterator[tuple[Any, ...]]:
        """The unit's row, and those of its sentences."""
        pair, whole = unit.pair, unit.whole
        yield (
            number, self._file, unit.place, None, pair.language, whole.hash, whole.shape, *unit.around, pair.rank,
            whole.source, whole.target, pair.key, pair.document, pair.person, pair.at, pair.extras,
        )  # fmt: skip
        for n, part in enumerate(unit.sentences, number + 1):
            yield (
                n, self._file, unit.place, number, pair.language, part.hash, part.shape, None, None, pair.rank,
                part.source, part.target, *[None] * 5,
            )  # fmt: skip

    def write(self, units: list[tuple[Any, ...]], codes: list[tuple[int, bytes]]) -> None:
        """One row after the other."""
        self._base.executemany(_INSERT, units)
        self._base.executemany("INSERT INTO code VALUES (?, ?)", codes)

    def index(self, postings: list[tuple[int, int]]) -> None:
        """One row after the other."""
        self._base.executemany("INSERT OR IGNORE INTO posting VALUES (?, ?)", postings)


def index_words(base: sqlite3.Connection) -> None:
    """Bring the index of words up to date, for searches."""
    last, newest = last_word(base), newest_unit(base)
    base.execute(
        "INSERT INTO word (rowid, source, target)"
        " SELECT id, source, target FROM unit WHERE id > ? AND id <= ? AND parent IS NULL",
        (last, newest),
    )
    base.execute("INSERT OR REPLACE INTO meta VALUES ('words', ?)", (str(max(newest, last)),))


def newest_unit(base: sqlite3.Connection) -> int:
    """The highest id; 0 if there is none."""
    return int(base.execute("SELECT coalesce(max(id), 0) FROM unit").fetchone()[0])


def last_word(base: sqlite3.Connection) -> int:
    """Id of the last unit whose words can be searched for."""
    found = base.execute("SELECT value FROM meta WHERE name = 'words'").fetchone()
    return int(found[0]) if found else 0
