"""The memory's file, filled a catalogue or a TMX file at a time, and counted."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from .parts import sentence_pairs
from .schema import connect, explained, remove
from .unit import StoredPair
from .words import STORED, digest, features, normal, shape

_ROWS = 20_000
"""Units written at a time."""
_POSTINGS = 1_500_000
"""Index entries gathered and sorted before they are written: in order they go in several times faster."""

_INSERT = (
    "INSERT INTO unit (id, file, parent, language, hash, shape, before, after, rank, source, target, key, document,"
    " person, at, extras) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class MemoryCount:
    """What the memory holds in one language."""

    language: str
    units: int
    """Segments."""
    sentences: int
    """Sentences of segments, stored besides."""
    approved: int
    translated: int
    imported: int
    """Segments by rank."""
    documents: int
    """Statements and files they come from."""
    people: int
    oldest: str
    newest: str
    """Dates, empty if none is known."""


class Store:
    """An open memory. Use it as a context manager. Only one thread may use it."""

    def __init__(self, path: Path, source_language: str, base: sqlite3.Connection) -> None:
        self.path = path
        self.source_language = source_language
        self.base = base

    @classmethod
    def open(cls, path: Path, source_language: str, targets: Iterable[str]) -> Store:
        """Open the file, or make it. Raises Spoilt if it is damaged or made for other languages."""
        identity = f"{source_language} > {' '.join(sorted(targets))}"
        return cls(path, source_language, connect(path, identity))

    @classmethod
    def anew(cls, path: Path, source_language: str, targets: Iterable[str]) -> Store:
        """The same with whatever was there deleted."""
        remove(path)
        return cls.open(path, source_language, targets)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.base.close()

    def rows(self, statement: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of a SELECT. Raises Spoilt, MemoryStoreError."""
        with explained(self.path):
            return self.base.execute(statement, tuple(values)).fetchall()

    def known(self, language: str) -> bool:
        """Whether there is anything in that language."""
        return bool(self.rows("SELECT 1 FROM unit WHERE language = ? LIMIT 1", (language,)))

    def files(self) -> dict[str, str]:
        """Path of each file taken in, and its stamp then."""
        return dict(self.rows("SELECT path, stamp FROM file"))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction: all of what is done inside, or nothing."""
        with explained(self.path):
            self.base.execute("BEGIN IMMEDIATE")
        try:
            with explained(self.path):
                yield
                self.base.execute("COMMIT")
        except BaseException:
            if self.base.in_transaction:
                self.base.execute("ROLLBACK")
            raise

    def take_in(self, path: str, stamp: str, pairs: Iterable[StoredPair]) -> int:
        """Put a file's pairs in place of those it gave before; how many. All or nothing.

        A pair with an empty side is passed over. What `pairs` raises undoes it all.
        """
        with self.writing():
            self._forget(path)
            self.base.execute("INSERT INTO file (path, stamp) VALUES (?, ?)", (path, stamp))
            number = int(self.base.execute("SELECT last_insert_rowid()").fetchone()[0])
            return self._fill(number, pairs)

    def forget(self, path: str) -> None:
        """Take out what a file gave."""
        with self.writing():
            self._forget(path)

    def _forget(self, path: str) -> None:
        found = self.base.execute("SELECT id FROM file WHERE path = ?", (path,)).fetchone()
        if found is None:
            return
        gone = self.base.execute(
            "SELECT language, source, id FROM unit WHERE file = ? AND parent IS NULL", found
        ).fetchall()
        self.base.executemany(
            "DELETE FROM posting WHERE feature = ? AND unit = ?",
            ((f, number) for language, source, number in gone for f in features(source, language, STORED)),
        )
        self.base.execute(
            "INSERT INTO word (word, rowid, source, target) SELECT 'delete', id, source, target FROM unit"
            " WHERE file = ? AND parent IS NULL AND id <= ?",
            (*found, last_word(self.base)),
        )
        self.base.execute("DELETE FROM unit WHERE file = ?", found)
        self.base.execute("DELETE FROM file WHERE id = ?", found)

    def _fill(self, file: int, pairs: Iterable[StoredPair]) -> int:
        last = self.base.execute("SELECT seq FROM sqlite_sequence WHERE name = 'unit'").fetchone()
        number = (last[0] if last else 0) + 1
        rows: list[tuple[Any, ...]] = []
        postings: list[tuple[int, int]] = []
        count = 0
        for pair in pairs:
            source, target = normal(pair.source), pair.target.strip()
            if not source or not target:
                continue
            count += 1
            postings += [(feature, number) for feature in features(source, pair.language, STORED)]
            made = self._rows(file, number, source, pair)
            rows += made
            number += len(made)
            if len(rows) >= _ROWS:
                self.base.executemany(_INSERT, rows)
                rows.clear()
            if len(postings) >= _POSTINGS:
                self._index(postings)
        self.base.executemany(_INSERT, rows)
        self._index(postings)
        return count

    def _rows(self, file: int, number: int, source: str, pair: StoredPair) -> list[tuple[Any, ...]]:
        language = pair.language

        def row(place: int, source: str, target: str, *rest: Any) -> tuple[Any, ...]:
            head = (place, file, number if place != number else None, language)
            return (*head, digest(source, language), shape(source, language) or None, *rest[:2], pair.rank, source, target, *rest[2:])  # fmt: skip

        before, after = (neighbour(text, language) for text in (pair.previous, pair.following))
        extra = (pair.key, pair.document, pair.person, pair.at, pair.extras)
        rows = [row(number, source, pair.target, before, after, *extra)]
        for part, translated in sentence_pairs(source, pair.target, (self.source_language, language)):
            rows.append(row(number + len(rows), part, translated, None, None, *[None] * 5))
        return rows

    def _index(self, postings: list[tuple[int, int]]) -> None:
        postings.sort()
        self.base.executemany("INSERT OR IGNORE INTO posting VALUES (?, ?)", postings)
        postings.clear()

    def counts(self) -> list[MemoryCount]:
        """What is there, by language."""
        found = self.rows(
            "SELECT language, sum(parent IS NULL), sum(parent IS NOT NULL),"
            " sum(parent IS NULL AND rank = 2), sum(parent IS NULL AND rank = 1), sum(parent IS NULL AND rank = 0),"
            " count(DISTINCT document), count(DISTINCT nullif(person, '')),"
            " coalesce(min(nullif(at, '')), ''), coalesce(max(nullif(at, '')), '')"
            " FROM unit GROUP BY language ORDER BY language"
        )
        return [MemoryCount(*row) for row in found]

    def pairs(self, language: str) -> Iterator[StoredPair]:
        """All segments in one language, file by file in their order, a few at a time."""
        with explained(self.path):
            found = self.base.execute(
                "SELECT u.source, u.target, u.rank, u.key, u.document, u.person, u.at, u.extras,"
                " u.before, (SELECT p.source FROM unit p WHERE p.hash = u.before LIMIT 1),"
                " u.after, (SELECT p.source FROM unit p WHERE p.hash = u.after LIMIT 1)"
                " FROM unit u JOIN file f ON f.id = u.file WHERE u.language = ? AND u.parent IS NULL ORDER BY u.id",
                (language,),
            )
            for source, target, rank, key, document, person, at, extras, *around in found:
                previous, following = ("" if n == 0 else text or n for n, text in (around[:2], around[2:]))
                yield StoredPair(
                    source, target, language, rank, key, document, person, at, previous, following, extras
                )


def last_word(base: sqlite3.Connection) -> int:
    """Id of the last unit whose words can be searched for."""
    found = base.execute("SELECT value FROM meta WHERE name = 'words'").fetchone()
    return int(found[0]) if found else 0


def neighbour(text: str | int | None, language: str) -> int | None:
    """What stands for a neighbouring source: its hash, 0 for none, None if unknown."""
    if text is None or isinstance(text, int):
        return text
    plain = normal(text)
    return digest(plain, language) if plain else 0
