"""The database file: made, opened, found damaged or of another version.

It holds nothing that cannot be made again, so that durability is given up for speed while
it is filled; SQLite's write-ahead log lets others read meanwhile.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from ..errors import MemoryStoreError
from ..files.messages import DISK_FULL, cause
from ..files.private import make_private_file
from . import messages

VERSION = 4
"""Counted up when the tables, the features, the codes or the sentence rules change: an older file is made anew."""
WAIT = 30.0
"""Seconds a writer waits for another process that writes; readers never wait."""

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL, circle TEXT NOT NULL DEFAULT ''
);
CREATE TABLE unit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file INTEGER NOT NULL,
    place INTEGER NOT NULL,   -- which of the file's units it is; of a sentence, that of its unit
    parent INTEGER,           -- of a sentence: the unit it stands in
    language TEXT NOT NULL,
    hash INTEGER NOT NULL,    -- of language and source, in normal form
    shape INTEGER,            -- the same with numbers and months left open
    before INTEGER,           -- hash of the source before; 0 at the start, NULL if unknown
    after INTEGER,
    rank INTEGER NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    key TEXT, document TEXT, person TEXT, at TEXT, extras TEXT
);
CREATE INDEX unit_hash ON unit (hash);
CREATE INDEX unit_shape ON unit (shape) WHERE shape IS NOT NULL;
CREATE INDEX unit_file ON unit (file, place);
CREATE INDEX unit_parent ON unit (parent) WHERE parent IS NOT NULL;
CREATE TABLE code (
    unit INTEGER PRIMARY KEY,
    code BLOB NOT NULL        -- the source, a character a token, in UTF-16
);
CREATE TABLE posting (feature INTEGER NOT NULL, unit INTEGER NOT NULL, PRIMARY KEY (feature, unit)) WITHOUT ROWID;
CREATE VIRTUAL TABLE word USING fts5 (
    source, target, content = 'unit', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);
"""
"""Ids are never given twice (AUTOINCREMENT): postings and words of a unit that is gone lead nowhere."""


class Spoilt(MemoryStoreError):
    """The file is damaged, or of an older version: make it anew."""


def connect(path: Path, identity: str) -> sqlite3.Connection:
    """The database, its tables made if it is new.

    `identity` says what it is made for (languages); another one makes it Spoilt, as an older version does.
    Raises Spoilt, and MemoryStoreError if the folder cannot be written or the file is of a newer version.
    """
    try:
        make_private_file(path)
    except OSError as error:
        raise MemoryStoreError(
            messages.CANNOT_BE_WRITTEN(folder=str(path.parent), cause=cause(error))
        ) from error
    base = opened(path)
    try:
        with explained(path):
            base.execute("PRAGMA journal_mode = WAL")
            if not _made(base):
                base.execute("BEGIN IMMEDIATE")
                if not _made(base):
                    for statement in TABLES.split(";\n"):
                        base.execute(statement)
                    base.execute("INSERT INTO meta VALUES ('identity', ?)", (f"{VERSION} {identity}",))
                base.execute("COMMIT")
            found = base.execute("SELECT value FROM meta WHERE name = 'identity'").fetchone()
            base.execute("SELECT count(*) FROM file").fetchone()
        _must_be_ours(path, found[0] if found else "", identity)
    except BaseException:
        base.close()
        raise
    return base


def opened(path: Path) -> sqlite3.Connection:
    """A further connection to a database that is there; any thread may use it, one at a time. Raises Spoilt."""
    if not path.exists():
        raise Spoilt(messages.DAMAGED(file=str(path), cause="no such file"))
    with explained(path):
        base = sqlite3.connect(path, timeout=WAIT, isolation_level=None, check_same_thread=False)
        for pragma in ("synchronous = OFF", "temp_store = MEMORY", "mmap_size = 2147483648"):
            base.execute(f"PRAGMA {pragma}")
    return base


def _must_be_ours(path: Path, found: str, identity: str) -> None:
    """Raise Spoilt for a file that is made anew, MemoryStoreError for one that a newer version made."""
    version, _, made_for = found.partition(" ")
    if version.isdecimal() and int(version) > VERSION:
        raise MemoryStoreError(messages.NEWER(file=str(path)))
    if version != str(VERSION) or made_for != identity:
        raise Spoilt(messages.OTHER_SETTINGS(file=str(path)))


def _made(base: sqlite3.Connection) -> bool:
    return base.execute("SELECT 1 FROM sqlite_master WHERE name = 'word'").fetchone() is not None


def remove(path: Path) -> None:
    """Delete the database with its side files. Raises MemoryStoreError."""
    for suffix in ("", "-wal", "-shm"):
        try:
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        except OSError as error:
            raise MemoryStoreError(messages.CANNOT_BE_DELETED(file=str(path), cause=cause(error))) from error


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """SQLite's errors as ours: Spoilt for damage, MemoryStoreError for what the system refuses."""
    try:
        yield
    except sqlite3.OperationalError as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_ERROR", "SQLITE_SCHEMA", "SQLITE_NOTADB")):
            raise Spoilt(messages.DAMAGED(file=str(path), cause=str(error))) from error
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise MemoryStoreError(messages.BUSY(file=str(path))) from error
        if name.startswith("SQLITE_FULL"):
            raise MemoryStoreError(DISK_FULL(file=str(path))) from error
        raise MemoryStoreError(messages.CANNOT_BE_USED(file=str(path), cause=str(error))) from error
    except sqlite3.DatabaseError as error:
        raise Spoilt(messages.DAMAGED(file=str(path), cause=str(error))) from error
