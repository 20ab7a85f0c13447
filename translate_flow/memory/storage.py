"""What a memory's storage has to do: the seam between lookups and where the units lie.

`store.Store` keeps them in a SQLite file. Another storage (a server's database, say) has to do the same, shown by
the tests that `tests/memory/contract.py` holds for all of them; lookups, guards and scores stay as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from .unit import StoredPair


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit as it is stored, or a sentence of one with its unit's origin."""

    number: int
    """Its id in the storage."""
    source: str
    """In normal form (`words.normal`)."""
    target: str
    """Its translation."""
    rank: int
    """APPROVED, TRANSLATED or IMPORTED."""
    document: str
    """Statement or file; empty if unknown, as are the next three."""
    key: str
    """Segment key, or `tuid`."""
    person: str
    """Who translated it."""
    at: str
    """When, RFC 3339 in UTC."""
    sentence: bool = False
    """Whether it is a sentence of a longer unit."""
    before: int | None = None
    """Hash of the source before it; 0 at the start, None if unknown."""
    after: int | None = None
    """The same of the source after it."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A unit that holds words that were searched for."""

    unit: FoundUnit
    """The unit."""
    source: tuple[tuple[int, int], ...]
    """First character and end of each place in the source."""
    target: tuple[tuple[int, int], ...]
    """The same in the translation."""


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


class AskedMemory(Protocol):
    """What lookups and searches ask of a memory, or of the part of it that somebody may see."""

    @property
    def source_language(self) -> str:
        """The workspace's source language."""

    def at_once(self) -> AbstractContextManager[AskedMemory]:
        """The same for several questions in a row, which together cost hardly more than one."""

    def known(self, language: str) -> bool:
        """Whether there is any unit in that language."""

    def same(self, source: str, language: str, most: int) -> list[FoundUnit]:
        """Units and sentences with exactly this source, in normal form; the highest rank first, of equals the newest."""

    def shaped(self, shape: int, language: str, most: int) -> list[FoundUnit]:
        """Units and sentences of this `words.shape`, in the same order."""

    def alike(self, features: Sequence[int], most: int) -> list[tuple[int, str]]:
        """Ids and `words.coded` sources of the units that share most of these `words.features`, the most first.

        Features are of one language. Those of very many units lead to units only where rarer ones lead to hardly any.
        """

    def units(self, numbers: Sequence[int]) -> list[FoundUnit]:
        """The units with these ids that are still there, in any order."""

    def containing(self, phrases: Sequence[str], language: str, side: str, most: int) -> list[Occurrence]:
        """Units with all the phrases on one side (`source`, `target`), or on either (`both`); the best first.

        A phrase is words in a row; case and accents do not matter, and a `*` at its end stands for any ending.
        """


class MemoryStorage(AskedMemory, Protocol):
    """Where the units of a memory lie. Any thread may ask; every answer is of one moment, and nothing waits for a writer.

    Files are of one circle each: those who may see one of them may see all, by themselves. The open circle has no name.

    `language` is always the workspace's tag of the translation's language. All raise MemoryStoreError, of which
    Spoilt says that what is there has to be made anew.
    """

    def only(self, paths: Collection[str]) -> AskedMemory:
        """The memory as if nothing had been taken in but these files: no unit of others is found, keeps another from
        being found, or counts in what is common. Files that come later are others."""

    def among(self, circles: Collection[str]) -> AskedMemory:
        """The same for these circles' files, also those that come later; and without looking at each of the files."""

    def circles(self) -> list[str]:
        """Names of all circles but the open one, sorted."""

    def pairs(self, language: str) -> Iterator[StoredPair]:
        """All units in one language, file by file, in their order, a few at a time."""

    def counts(self) -> list[MemoryCount]:
        """What is there, by language."""

    def files(self) -> dict[str, str]:
        """Path of each file taken in, and its stamp then."""

    def take_in(self, path: str, stamp: str, pairs: Iterable[StoredPair], circle: str = "") -> int:
        """Put a file's pairs in place of those it gave before, in that circle; how many. All or nothing.

        A pair with an empty side is passed over; one that was there before stays as it is. What `pairs` raises
        undoes it all.
        """

    def forget(self, path: str) -> None:
        """Take out what a file gave."""

    def close(self) -> None:
        """Let go of what is held open; the storage is not used afterwards."""
