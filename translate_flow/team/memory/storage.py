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
        self._shown: ShownCircles | None = None
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

    def _asked(self, question: Callable[..., _Answer], *values: Any) -> _Answer:
        with self._base.apart() as connection:
            return question(connection, *values)

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
        return self._asked(queries.alike, features, most, self._shown) if features else []

    def units(self, numbers: Sequence[int]) -> list[FoundUnit]:
        """The units with these ids."""
        return self._asked(queries.units, numbers, self._shown) if numbers else []

    def containing(self, phrases: Sequence[str], language: str, side: str, most: int) -> list[Occurrence]:
        """Units with all the phrases."""
        return self._asked(queries.containing, phrases, language, side, most, self._shown)

    def only(self, paths: Collection[str]) -> AskedMemory:
        """The memory as if nothing had been taken in but these files."""
        return self._part(self._asked(queries.of_files, list(paths)))

    def among(self, circles: Collection[str]) -> AskedMemory:
        """The memory as if nothing had been taken in but files of these circles."""
        return self._part(queries.of_circles(circles))

    def _part(self, shown: ShownCircles) -> PostgresMemory:
        part = copy(self)
        part._shown = shown
        return part

    def circles(self) -> list[str]:
        """Names of all circles but the open one."""
        return self._asked(queries.circles)

    def counts(self) -> list[MemoryCount]:
        """What is there, by language."""
        return self._asked(queries.counts)

    def pairs(self, language: str) -> Iterator[StoredPair]:
        """All units in one language, file by file in their order, a few at a time."""
        with self._base.apart() as connection, connection.transaction():
            yield from queries.pairs(connection, language)

    def files(self) -> dict[str, str]:
        """Path of each file taken in, and its stamp then."""
        return self._asked(queries.files)

    # Changes --------------------------------------------------------------------

    @contextmanager
    def _writing(self) -> Iterator[Any]:
        """A transaction by itself. The statements are the truth, so nobody waits for the disk."""
        with self._base.apart() as connection, connection.transaction():
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
