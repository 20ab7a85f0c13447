"""The storage: its connections, its transactions, and the part of it that somebody may see."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from typing import Any, TypeVar

from ...memory import AskedMemory, StoredPair
from ...memory.schema import VERSION
from ...memory.storage import FoundUnit, MemoryCount, Occurrence
from ...memory.words import digest
from ..asking import PROGRAM, account, in_the_name
from ..base import PostgresBase
from . import filling, queries
from .queries import ShownCircles

_Answer = TypeVar("_Answer")


class PostgresMemory:
    """The memory in a team's database. Any thread may use it; each question takes a connection for as long as it lasts."""

    def __init__(self, base: PostgresBase, source_language: str, targets: Iterable[str]) -> None:
        """One that was made for other languages, or by another version's rules, is emptied. Raises Away."""
        self._base = base
        self._source_language = source_language
        self._names: Collection[str] | None = None
        """The only circles whose units are there for whoever asks; None for all that they may see."""
        self._files: ShownCircles | None = None
        """The only files."""
        self._held: tuple[Any, ShownCircles] | None = None
        """Connection and circles of a transaction in which several questions are asked."""
        identity = f"{VERSION} {source_language} > {' '.join(sorted(targets))}"
        with base.apart() as connection:
            found = connection.execute("SELECT identity FROM memory_made").fetchone()
        if found is None or found[0] != identity:
            with self._writing() as connection:
                filling.make(connection, identity)

    @property
    def source_language(self) -> str:
        """The workspace's source language."""
        return self._source_language

    def close(self) -> None:
        """Nothing is held open: the connections are the database's."""

    # Questions ------------------------------------------------------------------

    @contextmanager
    def at_once(self) -> Iterator[AskedMemory]:
        """The same memory as it is now, by one connection, in the name of whoever asks."""
        with self._moment() as held:
            part = copy(self)
            part._held = held
            yield part

    @contextmanager
    def _moment(self) -> Iterator[tuple[Any, ShownCircles]]:
        """A connection in a transaction, and what is shown."""
        if self._held is not None:
            yield self._held
            return
        with self._base.apart() as connection, connection.transaction():
            shown = queries.begun(connection, account(), self._names)
            if self._files is not None:
                both = set(shown.circles) & set(self._files.circles)
                shown = ShownCircles(sorted(both), self._files.files)
            yield connection, shown

    def _asked(self, question: Callable[..., _Answer], *values: Any) -> _Answer:
        with self._moment() as (connection, _):
            return question(connection, *values)

    def _asked_of_part(self, question: Callable[..., _Answer], *values: Any) -> _Answer:
        with self._moment() as (connection, shown):
            return question(connection, *values, shown)

    def known(self, language: str) -> bool:
        """Whether there is any unit in that language."""
        return self._asked_of_part(queries.known, language)

    def same(self, source: str, language: str, most: int) -> list[FoundUnit]:
        """Units and sentences with exactly this source."""
        return self._asked_of_part(queries.same, digest(source, language), source, language, most)

    def shaped(self, shape: int, language: str, most: int) -> list[FoundUnit]:
        """Units and sentences of this shape."""
        return self._asked_of_part(queries.shaped, shape, language, most)

    def alike(self, features: Sequence[int], most: int) -> list[tuple[int, str]]:
        """Ids and coded sources of the units that share most of these features."""
        return self._asked_of_part(queries.alike, features, most) if features else []

    def units(self, numbers: Sequence[int]) -> list[FoundUnit]:
        """The units with these ids."""
        return self._asked_of_part(queries.units, numbers) if numbers else []

    def containing(self, phrases: Sequence[str], language: str, side: str, most: int) -> list[Occurrence]:
        """Units with all the phrases."""
        return self._asked_of_part(queries.containing, phrases, language, side, most)

    def only(self, paths: Collection[str]) -> AskedMemory:
        """The memory as if nothing had been taken in but these files."""
        part = copy(self)
        part._files = self._asked(queries.of_files, list(paths))
        return part

    def among(self, circles: Collection[str]) -> AskedMemory:
        """The memory as if nothing had been taken in but files of these circles."""
        part = copy(self)
        part._names = list(circles)
        return part

    def circles(self) -> list[str]:
        """Names of all circles but the open one."""
        return self._asked(queries.circles)

    def counts(self) -> list[MemoryCount]:
        """What is there, by language."""
        return self._asked(queries.counts)

    def pairs(self, language: str) -> Iterator[StoredPair]:
        """All units in one language, file by file in their order, a few at a time."""
        with self._moment() as (connection, _):
            yield from queries.pairs(connection, language)

    def files(self) -> dict[str, str]:
        """Path of each file taken in, and its stamp then."""
        return self._asked(queries.files)

    # Changes --------------------------------------------------------------------

    @contextmanager
    def _writing(self) -> Iterator[Any]:
        """A transaction by itself. The statements are the truth, so nobody waits for the disk."""
        with self._base.apart() as connection, connection.at_length(), connection.transaction():
            in_the_name(connection, PROGRAM)
            # Between two writes a large file's texts are made ready, which takes its time; readers wait for nobody.
            connection.execute(
                "SET LOCAL synchronous_commit = off; SET LOCAL lock_timeout = 0;"
                " SET LOCAL idle_in_transaction_session_timeout = 0"
            )
            yield connection

    def take_in(self, path: str, stamp: str, pairs: Iterable[StoredPair], circle: str = "") -> int:
        """Put a file's pairs in place of those it gave before; how many."""
        with self._writing() as connection:
            return filling.put(connection, path, stamp, circle, pairs, self._source_language)

    def forget(self, path: str) -> None:
        """Take out what a file gave."""
        with self._writing() as connection:
            filling.forget(connection, path)
