"""A file's pairs made ready for a storage, and compared with what it gave before. Pure."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .parts import sentence_pairs
from .unit import StoredPair
from .words import STORED, coded, digest, features, neighbour, normal, shape, tokens


class Sentence(NamedTuple):
    """A text and its translation, with what finds it."""

    source: str
    """In normal form."""
    target: str
    hash: int
    """`words.digest` of the source."""
    shape: int | None
    """`words.shape` of the source; None if it has none."""


class StorablePair(NamedTuple):
    """A pair as storages keep it."""

    place: int
    """Which of the file's units it is."""
    pair: StoredPair
    whole: Sentence
    """The unit itself."""
    around: tuple[int | None, int | None]
    """Hashes of the sources before and after it; 0 for none, None if unknown."""
    sentences: list[Sentence]
    """Its sentences, where it is sure which translates which."""
    code: str
    """`words.coded` source."""
    features: list[int]
    """What the source is found by."""


def prepared(pairs: Iterable[tuple[int, StoredPair]], source_language: str) -> Iterator[StorablePair]:
    """Pairs with their places, made ready; one with an empty side is passed over."""
    for place, pair in pairs:
        source, language = normal(pair.source), pair.language
        if not source or not pair.target.strip():
            continue
        parts = sentence_pairs(source, pair.target, (source_language, language))
        yield StorablePair(
            place,
            pair,
            _sentence(source, pair.target, language),
            _around(pair),
            [_sentence(*part, language) for part in parts],
            coded(tokens(source)),
            features(source, language, STORED),
        )


class Filling(ABC):
    """Rows on their way into a storage's tables, which says how they are written there."""

    ROWS = 20_000
    """Units written at a time."""
    POSTINGS = 1_500_000
    """Index entries gathered and sorted before they are written: in order they go in several times faster."""

    def __init__(self, source_language: str) -> None:
        self._source_language = source_language
        self._units: list[tuple[Any, ...]] = []
        self._codes: list[tuple[int, bytes]] = []
        self._postings: list[tuple[int, int]] = []

    def add(self, pairs: Iterable[tuple[int, StoredPair]], number: int) -> tuple[int, int]:
        """Put pairs with their places in, with ids from `number` on; how many, and the first id that is free."""
        count = 0
        for unit in prepared(pairs, self._source_language):
            count += 1
            self._postings += [(feature, number) for feature in set(unit.features)]
            self._codes.append((number, unit.code.encode("utf-16-le")))
            made = list(self.rows(number, unit))
            self._units += made
            number += len(made)
            if len(self._units) >= self.ROWS:
                self._write()
            if len(self._postings) >= self.POSTINGS:
                self._index()
        self._write()
        self._index()
        return count, number

    def _write(self) -> None:
        self.write(self._units, self._codes)
        self._units.clear()
        self._codes.clear()

    def _index(self) -> None:
        self._postings.sort()
        self.index(self._postings)
        self._postings.clear()

    @abstractmethod
    def rows(self, number: int, unit: StorablePair) -> Iterator[tuple[Any, ...]]:
        """The unit's row with that id, and those of its sentences with the ids after it."""

    @abstractmethod
    def write(self, units: list[tuple[Any, ...]], codes: list[tuple[int, bytes]]) -> None:
        """Write rows of units, and codes by unit."""

    @abstractmethod
    def index(self, postings: list[tuple[int, int]]) -> None:
        """Write features by unit, sorted."""


def _sentence(source: str, target: str, language: str) -> Sentence:
    return Sentence(source, target, digest(source, language), shape(source, language) or None)


def _around(pair: StoredPair) -> tuple[int | None, int | None]:
    return neighbour(pair.previous, pair.language), neighbour(pair.following, pair.language)


KEPT = "language, before, after, rank, source, target, key, document, person, at, extras"
"""Columns by which two units are the same one."""


def kept(pair: StoredPair) -> tuple[Any, ...]:
    """What a pair has in `KEPT`."""
    return (
        pair.language, *_around(pair), pair.rank, normal(pair.source), pair.target,
        pair.key, pair.document, pair.person, pair.at, pair.extras,
    )  # fmt: skip


@dataclass
class Changes:
    """How what a file gives now differs from what it gave before."""

    count: int = 0
    """Units it gives now."""
    new: list[tuple[int, StoredPair]] = field(default_factory=list)
    """Pairs that were not there, with their places."""
    moved: list[tuple[int, int]] = field(default_factory=list)
    """Places that units of these ids have now."""
    gone: list[int] = field(default_factory=list)
    """Ids of units that are no longer given."""


def changes(there: Iterable[tuple[Any, ...]], pairs: Iterable[StoredPair]) -> Changes:
    """Only what differs: after one edit, one unit of a thousand. `there`: id, place and `KEPT` of each unit, the newest first."""
    known: dict[tuple[Any, ...], list[tuple[int, int]]] = {}
    for number, place, *rest in there:
        known.setdefault(tuple(rest), []).append((number, place))
    made = Changes()
    for place, pair in enumerate(pairs):
        if not normal(pair.source) or not pair.target.strip():
            continue
        made.count += 1
        same = known.get(kept(pair))
        if not same:
            made.new.append((place, pair))
            continue
        number, before = same.pop()
        if before != place:
            made.moved.append((place, number))
    made.gone = [number for left in known.values() for number, _ in left]
    return made
