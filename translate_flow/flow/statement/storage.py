"""Where the events of a workspace's statements are acknowledged: the journals' files, or a database beside them.

Wherever it is, the journals and PO files hold the same in the end, and what other programs write into them is taken
in. A program that serves a team over a database says so once, by `keep_elsewhere`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from ...catalogue.journal import Journal
from ...files.lock import locked
from ...files.regular import must_be_regular
from ...model import Event
from ...workspace import Workspace
from .pofile import Stamp, stamp

END = 4096
"""Bytes of a journal's end by which it is known again when it has grown."""


Mark = object
"""Tells one state of a statement's events from another."""


class Overtaken(Exception):
    """Something came to a statement's events that is to be taken in first."""


class Storage(Protocol):
    """Where events are acknowledged. What holds for one, holds for all: `tests/test_storage.py`."""

    @property
    def apart(self) -> bool:
        """Whether events are acknowledged elsewhere than in the journals' files, which then follow."""

    def load(self, name: str, language: str) -> tuple[Journal, Mark]:
        """All events of a statement, with what other programs added to its file. Raises CatalogueError."""

    def mark(self, journal: Journal, name: str, language: str) -> Mark:
        """The mark of a journal that holds all events there are."""

    def moved(self, mark: Mark, name: str, language: str) -> bool:
        """Whether something came since, or another program wrote into the journal's file."""

    def since(
        self, journal: Journal, mark: Mark, name: str, language: str
    ) -> tuple[list[Event], Mark] | None:
        """The events that came since the mark, all newer than the journal's; None if it has to be loaded anew."""

    def changing(self, name: str, language: str) -> AbstractContextManager[None]:
        """Within, nobody else adds to the statement's events."""

    def offering(self, mark: Mark, name: str, language: str) -> AbstractContextManager[None]:
        """Within, what is appended to a journal of that mark is acknowledged, or, if something came since, nothing is,
        and `Overtaken` is raised."""

    def writing(self, name: str, language: str) -> AbstractContextManager[None]:
        """Within, nobody else writes the statement's two files."""

    def alone(self, name: str, language: str) -> AbstractContextManager[None]:
        """Both: within, nobody else changes anything of the statement."""

    def follow(self, journal: Journal, name: str, language: str) -> None:
        """Bring the journal's file up to date. Raises CatalogueError."""


@dataclass(frozen=True)
class FileMark:
    """A journal's file as it was."""

    stamp: Stamp
    end: bytes = b""
    """Digest of its last `END` bytes."""


@dataclass(frozen=True)
class Files:
    """The journals' files: an event is acknowledged when its line is on disk."""

    workspace: Workspace
    apart: bool = False

    def load(self, name: str, language: str) -> tuple[Journal, Mark]:
        """All events of a statement. Raises CatalogueError."""
        mark = self._now(name, language)  # first: what comes meanwhile is read once more, never missed
        return Journal.load(self.workspace.journal_path(name, language)), mark

    def mark(self, journal: Journal, name: str, language: str) -> Mark:
        """The file as it is."""
        return self._now(name, language)

    def _now(self, name: str, language: str) -> FileMark:
        path = self.workspace.journal_path(name, language)
        found = stamp(path)
        return FileMark(found, _end(path, found[1]) if found else b"")

    def moved(self, mark: Mark, name: str, language: str) -> bool:
        """By the file's stamp."""
        return not isinstance(mark, FileMark) or mark.stamp != stamp(
            self.workspace.journal_path(name, language)
        )

    def since(
        self, journal: Journal, mark: Mark, name: str, language: str
    ) -> tuple[list[Event], Mark] | None:
        """What was added to the file, if it still begins as it did."""
        path = self.workspace.journal_path(name, language)
        now = self._now(name, language)
        if now == mark:
            return [], now
        if not isinstance(mark, FileMark) or mark.stamp is None or now.stamp is None:
            return None
        known, size = mark.stamp[1], now.stamp[1]
        if size <= known or mark.stamp[2] != now.stamp[2] or _end(path, known) != mark.end:
            return None
        added = Journal.read(_part(path, known, size), path)
        if added.damaged or not added.events or added.events[0].id <= journal.last_id:
            return None
        return added.events, now

    def changing(self, name: str, language: str) -> AbstractContextManager[None]:
        """The workspace's lock."""
        return locked(self.workspace.cache)

    @contextmanager
    def offering(self, mark: Mark, name: str, language: str) -> Iterator[None]:
        """The workspace's lock, if nobody wrote into the file."""
        with self.changing(name, language):
            if self.moved(mark, name, language):
                raise Overtaken
            yield

    def writing(self, name: str, language: str) -> AbstractContextManager[None]:
        """The workspace's lock."""
        return locked(self.workspace.cache)

    def alone(self, name: str, language: str) -> AbstractContextManager[None]:
        """The workspace's lock."""
        return locked(self.workspace.cache)

    def follow(self, journal: Journal, name: str, language: str) -> None:
        """It is the journal."""


def _part(path: Path, start: int, end: int) -> bytes:
    """Bytes of a file; a line that is being written at its end, or a file that is gone, spoils the reading."""
    try:
        must_be_regular(path)
        with path.open("rb") as file:
            file.seek(start)
            return file.read(end - start)
    except OSError:
        return b"?"


def _end(path: Path, size: int) -> bytes:
    return blake2b(_part(path, max(0, size - END), size), digest_size=8).digest()


_elsewhere: dict[str, Storage] = {}


def storage_of(workspace: Workspace) -> Storage:
    """Where the events of the workspace's statements are acknowledged."""
    return _elsewhere.get(os.fspath(workspace.root)) or Files(workspace)


def keep_elsewhere(root: Path, storage: Storage | None) -> None:
    """For as long as this process runs: where a workspace's events are acknowledged; None: in its files again."""
    if storage is None:
        _elsewhere.pop(os.fspath(root), None)
    else:
        _elsewhere[os.fspath(root)] = storage
