"""The memory's file: a storage (see `storage`) for one machine, in SQLite."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from copy import copy
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from ..errors import MemoryStoreError
from . import filling, queries
from .queries import CIRCLES, FILES, ShownFiles
from .schema import WAIT, Spoilt, connect, explained, opened, remove
from .storage import AskedMemory, FoundUnit, MemoryCount, Occurrence
from .unit import StoredPair
from .words import digest

_KEPT = 4
"""Connections for questions that are kept open for the next ones."""
_Answer = TypeVar("_Answer")


class Store:
    """An open memory. Any thread may use it, and several at once: each question has a connection to itself."""

    def __init__(self, path: Path, source_language: str, base: sqlite3.Connection) -> None:
        self.path = path
        self._source_language = source_language
        self._writer = base
        self._writing = threading.RLock()
        self._idle: list[sqlite3.Connection] = []
        self._shown: ShownFiles | None = None
        """The only files whose units are there for whoever asks; None for all."""

    @classmethod
    def open(cls, path: Path, source_language: str, targets: Iterable[str]) -> Store:
        """Open the file, or make it. Raises Spoilt if it is damaged, older or made for other languages."""
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
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        while self._idle:
            self._idle.pop().close()
        self._writer.close()

    @property
    def source_language(self) -> str:
        """The workspace's source language."""
        return self._source_language

    # Questions ------------------------------------------------------------------

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with explained(self.path):
            try:
                base = self._idle.pop()
            except IndexError:
                base = opened(self.path)
            try:
                yield base
            finally:
                if len(self._idle) < _KEPT:
                    self._idle.append(base)
                else:
                    base.close()

    def _asked(self, question: Callable[..., _Answer], *values: Any) -> _Answer:
        with self._reading() as base:
            return question(base, *values)

    def at_once(self) -> AbstractContextManager[AskedMemory]:
        """Questions in a row need nothing of their own here."""
        return nullcontext(self)

    def rows(self, statement: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of a SELECT. Raises Spoilt, MemoryStoreError."""
        with self._reading() as base:
            return base.execute(statement, tuple(values)).fetchall()

    def known(self, language: str) -> bool:
        """Whether there is any unit in that language."""
        return self._asked(queries.known, language, self._shown)

    def same(self, source: str, language: str, most: int) -> list[FoundUnit]:
        """Units and sentences with exactly this source."""
        return self._asked(queries.same, digest(source, language), source, language, most, self._shown)

    def shaped(self, shape: int, language: str, most: int) -> list[FoundUnit]:
        """Units and sentences of this shape."""
        return self._asked(queries.shaped, shape, language, most, self._shown)

    def alike(self, features: Sequence[int], most: int) -> list[tuple[int, str]]:
        """Ids and coded sources of the units that share most of these features."""
        return self._asked(queries.alike, features, most, self._shown)

    def units(self, numbers: Sequence[int]) -> list[FoundUnit]:
        """The units with these ids."""
        return self._asked(queries.units, numbers, self._shown)

    def containing(self, phrases: Sequence[str], language: str, side: str, most: int) -> list[Occurrence]:
        """Units with all the phrases. The index of words is brought up to date first: drafting never pays for it.

        Where another process is writing meanwhile, the index is asked as it is.
        """
        if self._asked(filling.newest_unit) > self._asked(filling.last_word):
            self._index_words()
        return self._asked(queries.containing, phrases, language, side, most, self._shown)

    def only(self, paths: Collection[str]) -> AskedMemory:
        """The memory as if nothing had been taken in but these files."""
        files = [n for n, path in self.rows("SELECT id, path FROM file") if path in paths]
        return self._part(ShownFiles(FILES, json.dumps(files)))

    def among(self, circles: Collection[str]) -> AskedMemory:
        """The memory as if nothing had been taken in but files of these circles."""
        return self._part(ShownFiles(CIRCLES, json.dumps(sorted(circles))))

    def _part(self, shown: ShownFiles) -> Store:
        part = copy(self)  # the same open file, asked otherwise
        part._shown = shown
        return part

    def circles(self) -> list[str]:
        """Names of all circles but the open one."""
        return [
            name for (name,) in self.rows("SELECT DISTINCT circle FROM file WHERE circle <> '' ORDER BY 1")
        ]

    def counts(self) -> list[MemoryCount]:
        """What is there, by language."""
        return self._asked(queries.counts)

    def pairs(self, language: str) -> Iterator[StoredPair]:
        """All units in one language, file by file in their order, a few at a time."""
        with self._reading() as base:
            yield from queries.pairs(base, language)

    def files(self) -> dict[str, str]:
        """Path of each file taken in, and its stamp then."""
        return dict(self.rows("SELECT path, stamp FROM file"))

    # Changes --------------------------------------------------------------------

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction: all of what is done inside, or nothing; within another one, a part of that."""
        with self._writing:
            if self._writer.in_transaction:
                with self._part_of_it():
                    yield
                return
            with explained(self.path):
                self._writer.execute("BEGIN IMMEDIATE")
            try:
                with explained(self.path):
                    yield
                    self._writer.execute("COMMIT")
            except BaseException:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise

    @contextmanager
    def _part_of_it(self) -> Iterator[None]:
        with explained(self.path):
            self._writer.execute("SAVEPOINT part")
            try:
                yield
            except BaseException:
                self._writer.execute("ROLLBACK TO part")
                raise
            finally:
                self._writer.execute("RELEASE part")

    @contextmanager
    def replaced(self) -> Iterator[None]:
        """Everything is taken out, and what is taken in inside comes in its place: for whoever asks, at one moment.

        Not by another file of that name: a program that has this one open would write to the wrong one's log.
        """
        with self.writing():
            filling.take_all_out(self._writer)
            yield

    def _index_words(self) -> None:
        """Bring the index of words up to date now, or leave it as it is."""
        if not self._writing.acquire(blocking=False):
            return
        try:
            self._writer.execute("PRAGMA busy_timeout = 0")
            with self.writing():
                filling.index_words(self._writer)
        except Spoilt:
            raise
        except MemoryStoreError:
            pass  # another process is writing
        finally:
            self._writer.execute(f"PRAGMA busy_timeout = {int(WAIT * 1000)}")
            self._writing.release()

    def take_in(self, path: str, stamp: str, pairs: Iterable[StoredPair], circle: str = "") -> int:
        """Put a file's pairs in place of those it gave before; how many."""
        with self.writing():
            return filling.put(self._writer, path, stamp, circle, pairs, self._source_language)

    def forget(self, path: str) -> None:
        """Take out what a file gave."""
        with self.writing():
            filling.forget(self._writer, path)
