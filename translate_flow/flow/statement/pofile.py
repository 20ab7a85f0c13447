"""A PO file on disk, which other programs write too: read whole, and never overwritten unread."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ...catalogue import Catalogue, MarkedError, parse
from ...catalogue.journal import Journal
from ...catalogue.merge import merge
from ...errors import CatalogueError
from ...files.disk import replace_seen, write_atomically
from ...files.messages import CANNOT_BE_READ
from ...files.messages import cause as because
from ...files.regular import bytes_of
from ...workspace import file_hash

OTHERS = "X-Source-Format"
"""Header field: the format of another package that read the source."""
SEGMENTS = "X-Source-Segments"
"""Header field: how many segments the statement has, so that a file with entries missing is known by itself."""
FRESH_SECONDS = 1.0
"""A file that cannot be read whole and was written so lately may be half-written: it is read again."""
LOOK_SECONDS = 0.02
"""Between two looks at such a file."""
LONGEST_SECONDS = 5.0
"""After so long nobody is in the middle of writing it."""

Stamp = tuple[int, int, int] | None
"""What tells one content of a file from another without reading it; None: there is no file."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a PO file was at one look."""

    stamp: Stamp
    data: bytes
    hash: str


@dataclass
class PoFile:
    """The file as it was read or written last."""

    path: Path
    hash: str = ""
    """Of its bytes; empty if there was no file."""
    stamp: Stamp = None
    """Taken before they were read, so that a later save is never taken for what was read."""
    marked: bool = False
    """Whether git's conflict marks were in it."""
    held: Mapping[str, tuple[str, bool]] = field(default_factory=dict)
    """Text and mark of its entries by key."""

    def read(self, ages: Mapping[tuple[str, str], str]) -> Catalogue:
        """Its content. Raises CatalogueError. `ages`: see `merging.merge`, for a file with conflict marks."""
        self.stamp = stamp(self.path)
        data, made = whole(self.path, ages)
        self._took(file_hash(data), made)
        self.marked = b"<<<<<<< " in data
        return made

    def look(self) -> Seen | None:
        """The file as it is now; None if it cannot be read."""
        found = stamp(self.path)
        try:
            data = bytes_of(self.path)
        except OSError:
            return None
        return Seen(found, data, file_hash(data))

    def knows(self, seen: Seen, catalogue: Catalogue) -> None:
        """That what was seen is this catalogue, without reading it."""
        self.stamp, self.marked = seen.stamp, False
        self._took(seen.hash, catalogue)

    def put(self, data: bytes, hashed: str, catalogue: Catalogue) -> tuple[bytes, Path | None] | None:
        """Write the catalogue's bytes, given with their hash, unless the file is not what was read last: then that
        content, and where it lies until it is taken in. None if all is as it should be. Raises CatalogueError.
        """
        try:
            there = bytes_of(self.path)
        except FileNotFoundError:
            write_atomically(self.path, data)
        except OSError as error:
            raise CatalogueError(CANNOT_BE_READ(file=str(self.path), cause=because(error))) from error
        else:
            if there != data:
                if file_hash(there) != self.hash:
                    return there, None
                # Compared with what was there a moment ago, which is quicker than hashing a long file once more.
                aside = replace_seen(self.path, data, lambda old: old in (there, data))
                if aside is not None:
                    self.hash = hashed
                    try:
                        return aside.read_bytes(), aside
                    except OSError as error:
                        raise CatalogueError(CANNOT_BE_READ(file=str(aside), cause=because(error))) from error
        self.stamp = stamp(self.path)
        self._took(hashed, catalogue)
        return None

    def _took(self, hashed: str, catalogue: Catalogue) -> None:
        self.hash = hashed
        self.held = {entry.key: (entry.target, entry.fuzzy) for entry in catalogue.entries}


def stamp(path: Path) -> Stamp:
    """The file's stamp now."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def whole(path: Path, ages: Mapping[tuple[str, str], str]) -> tuple[bytes, Catalogue]:
    """Bytes and content of a PO file. One that another program is in the middle of writing is read again.

    Raises CatalogueError.
    """
    began = time.monotonic()
    while True:
        young = _young(path) and time.monotonic() - began < LONGEST_SECONDS
        try:
            data = bytes_of(path)
            made = _parsed(data, path, ages)
            if not young or lacking(made) <= 0:
                return data, made
        except (OSError, CatalogueError) as error:
            if not young:
                if isinstance(error, OSError):
                    raise CatalogueError(CANNOT_BE_READ(file=str(path), cause=because(error))) from error
                raise
        time.sleep(LOOK_SECONDS)


def _young(path: Path) -> bool:
    """Whether the file was written a moment ago; or is gone, from a folder in which that just happened."""
    for one in (path, path.parent):
        with contextlib.suppress(OSError):
            return abs(time.time() - one.stat().st_mtime) < FRESH_SECONDS
    return False


def _parsed(data: bytes, path: Path, ages: Mapping[tuple[str, str], str]) -> Catalogue:
    try:
        return parse(data, path)
    except MarkedError as error:
        if error.sides is None:
            raise
        ours, theirs = error.sides
        return merge(Catalogue(path), ours, theirs, ages).catalogue


def lacking(catalogue: Catalogue) -> int:
    """How many of the statement's segments the file has no entry for, as far as its header tells."""
    told = catalogue.header.get(SEGMENTS, "")
    return int(told) - len(catalogue.entries) if told.isdecimal() else 0


def ages_of(journal: Journal) -> Mapping[tuple[str, str], str]:
    """When each text came, should the file turn out to hold two for one segment."""
    return Ages(lambda: journal)


class Ages(Mapping[tuple[str, str], str]):
    """Keys and texts of a journal with the event that brought them; looked up only where a merge asks."""

    def __init__(self, journal: Callable[[], Journal]) -> None:
        self._journal = journal

    @cached_property
    def _known(self) -> dict[tuple[str, str], str]:
        return {(e.key, e.text): e.id for e in self._journal().events if e.text is not None}

    def __getitem__(self, place: tuple[str, str]) -> str:
        return self._known[place]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)
