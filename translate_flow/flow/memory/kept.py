"""The memory of a long-lived program: opened once, asked at once, brought up to date beside the questions."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from ...errors import MemoryStoreError, TranslateFlowError
from ...glossary import Glossary
from ...memory import MemoryMatch, MemoryStorage, Query, Spoilt
from ...memory.messages import BUSY
from ...workspace import Workspace
from .feeding import refresh
from .opened import Memory, alone, anew, place, storage_of

PAUSE = 0.5
"""Seconds between two times that the files are looked through, at least."""
SHARE = 10
"""The pause is so many times what the last look took: the memory costs a tenth of a processor at most."""
PATIENCE = 2.0
"""Seconds that closing waits for text that is being taken in."""
SHORTLY = 0.4
"""Seconds a question waits for text that this program is taking in just now; never for another program."""


class KeptMemory:
    """A workspace's memory, kept open. Any thread may ask it."""

    def __init__(self, workspace: Callable[[], Workspace]) -> None:
        self._workspace = workspace
        self._memory: Memory | None = None
        self._made_of: tuple[object, ...] = ()
        self._opening = threading.Lock()
        self._looking = threading.Lock()
        self._fresh = threading.Event()
        self._fresh.set()
        self._next = 0.0
        self._changes, self._seen = 1, 0
        self._closed = False

    def lookup(self, query: Query, glossary: Glossary | None = None, *, limit: int = 5) -> list[MemoryMatch]:
        """The best matches, best first. Raises MemoryStoreError."""
        self.soon()
        if self._changes > self._seen:
            self._fresh.wait(SHORTLY)
        return self._open().lookup(query, glossary, limit=limit)

    @property
    def growing(self) -> bool:
        """Whether text is being taken in just now, or is about to be, so that asking again may bring more."""
        return self._changes > self._seen or not self._fresh.is_set()

    def changed(self) -> None:
        """Something was confirmed here: the next questions may wait for it a moment."""
        self._changes += 1
        self.soon()

    def soon(self) -> None:
        """Have the files looked through beside other work, unless that was done just now."""
        if self._closed or time.monotonic() < self._next or not self._looking.acquire(blocking=False):
            return
        self._fresh.clear()
        try:
            threading.Thread(target=self._look, name="memory", daemon=True).start()
        except RuntimeError:  # the program is ending
            self._fresh.set()
            self._looking.release()

    def close(self) -> None:
        """Let go of the file. What is still being taken in after a moment is left; the next program begins it anew."""
        self._closed = True
        if not self._looking.acquire(timeout=PATIENCE):
            return
        with self._opening:
            if self._memory is not None:
                self._memory.store.close()
                self._memory = None
        self._looking.release()

    def _look(self) -> None:
        begun, changes = time.monotonic(), self._changes
        try:
            memory = self._open()
            with alone(memory.workspace) as mine:
                if mine:
                    self._refresh(memory)
        except (TranslateFlowError, OSError):
            pass  # who asks is told
        finally:
            took = time.monotonic() - begun
            self._next = time.monotonic() + max(PAUSE, SHARE * took)
            self._seen = changes
            self._fresh.set()
            self._looking.release()

    def _refresh(self, memory: Memory) -> None:
        try:
            refresh(memory.workspace, memory.store)
        except Spoilt:
            # Another file of that name is opened by the next question.
            with anew(memory.workspace, mine=True) as store:
                refresh(memory.workspace, store)

    def _open(self) -> Memory:
        """The memory, opened again if its file is another one or the settings have changed. Raises MemoryStoreError."""
        workspace = self._workspace()
        where = place(workspace)
        with self._opening:
            if self._closed:
                raise MemoryStoreError(BUSY(file=str(where[0])))
            if self._memory is None or self._made_of != (where, _identity(where[0])):
                # Not closed: another thread may be reading. What nobody holds any more closes itself.
                self._memory = Memory(workspace, self._store(workspace))
                self._made_of = where, _identity(where[0])
            return self._memory

    def _store(self, workspace: Workspace) -> MemoryStorage:
        try:
            return storage_of(workspace)
        except Spoilt:
            with alone(workspace) as mine:
                return anew(workspace, mine)


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells one file of that name from another."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
