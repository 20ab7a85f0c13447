"""The open memory of a workspace, for a command."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from ...errors import CatalogueError, ConflictError, MemoryStoreError
from ...files.lock import LOCK_SECONDS, locked
from ...glossary import Glossary
from ...memory import AskedMemory, MemoryMatch, MemoryStorage, Query, Spoilt, Store, lookup, sentence
from ...memory.messages import BUSY
from ...messages import Message
from ...workspace import Workspace
from ...workspace.access import EVERYTHING, Access, present
from ..messages.exchange import MEMORY_AS_IT_IS
from .feeding import Progress, refresh

FILE = "memory.sqlite"
"""The memory's file in the workspace's cache folder."""

A_MOMENT = 0.3
"""Seconds a command waits for another process that is filling the memory: as long as taking in an edit may last."""
BELIEVED_SECONDS = 1.0
"""How long it is believed which statements somebody may see, where they ask again and again, as drafting does."""
_Answer = TypeVar("_Answer")


@dataclass
class Memory:
    """The open memory of a workspace. A file found damaged in the middle of work is made anew."""

    workspace: Workspace
    store: MemoryStorage
    notices: list[Message] = field(default_factory=list)
    """What could not be taken in, a message each."""
    _seen: tuple[Access, MemoryStorage, str, float, AskedMemory] | None = None
    """Who asked last, of what, in which language, when, and the part that they may see."""

    def lookup(self, query: Query, glossary: Glossary | None = None, *, limit: int = 5) -> list[MemoryMatch]:
        """The best matches, best first; of what may be seen, as if there were nothing else."""
        found = self.ask(
            lambda store: lookup(self.seen_of(store, query.language), query, glossary, limit=limit)
        )
        return [hit for hit in found if self.sees(hit, query.language)]

    def sentence(self, query: Query, glossary: Glossary | None = None) -> MemoryMatch | None:
        """The same sentence, or the same but for numbers and names; of what may be seen."""
        hit = self.ask(lambda store: sentence(self.seen_of(store, query.language), query, glossary))
        return hit if hit is None or self.sees(hit, query.language) else None

    def seen_of(self, store: MemoryStorage, language: str) -> AskedMemory:
        """The part of the memory that may be seen by whoever asks. A statement that is confidential, or of which
        somebody has no role, neither is found in it nor keeps another from being found."""
        access, now = present(), time.monotonic()
        if access is EVERYTHING:
            return store
        known, asked = self._seen, (access, store, language)
        if known is not None and known[:3] == asked and now - known[3] <= BELIEVED_SECONDS:
            return known[4]
        if access.everywhere(language):
            part = store.among(["", *(name for name in store.circles() if access.sees(name, language))])
        else:
            part = store.only({path for path in store.files() if _seen(self.workspace, path, access)})
        self._seen = (*asked, now, part)
        return part

    def sees(self, hit: MemoryMatch, language: str) -> bool:
        """Whether what the match comes from may be seen, which counts as seen then. A TMX file is everybody's."""
        access = present()
        imported = hit.document.endswith(".tmx") and (self.workspace.root / hit.document).is_file()
        if imported and not self.workspace.catalogue_path(hit.document, language).exists():
            return True
        if not access.sees(hit.document, language):
            return False
        access.shown(hit.document, language)
        return True

    def empty(self, language: str) -> bool:
        """Whether nothing is known in that language."""
        return not self.ask(lambda store: self.seen_of(store, language).known(language))

    def ask(self, question: Callable[[MemoryStorage], _Answer]) -> _Answer:
        """The question's answer; asked again of a memory made anew if the file is damaged."""
        try:
            return question(self.store)
        except Spoilt:
            self.store.close()
            with alone(self.workspace) as mine:
                self.store = anew(self.workspace, mine)
                self.notices += refresh(self.workspace, self.store)
            return question(self.store)


def _seen(workspace: Workspace, path: str, access: Access) -> bool:
    """Whether what was taken in from a file may be seen. A TMX file is everybody's."""
    for language in workspace.settings.languages.targets:
        folder = f"{workspace.relative(workspace.catalogue_path('x', language).parent)}/"
        if path.startswith(folder) and path.endswith(".po"):
            return access.sees(path.removeprefix(folder).removesuffix(".po"), language)
    return path.startswith("memory/")


@contextmanager
def opened(
    workspace: Workspace, *, rebuild: bool = False, progress: Progress | None = None
) -> Iterator[Memory]:
    """The memory, up to date with catalogues and TMX files; closed at the end.

    Made if it is missing, damaged, older or for other languages. While another process fills it, it is used as it
    is, and a notice says so. Raises MemoryStoreError; for `rebuild` also if that process takes too long.
    """
    with alone(workspace, LOCK_SECONDS if rebuild else A_MOMENT) as mine:
        memory = None
        try:
            if rebuild and not mine:
                raise MemoryStoreError(BUSY(file=str(place(workspace)[0])))
            if rebuild:
                store = Store.open(*place(workspace))
                memory = Memory(workspace, store)
                with store.replaced():
                    memory.notices += refresh(workspace, store, progress, everything=True)
            else:
                memory = Memory(workspace, storage_of(workspace))
            if mine and not rebuild:
                memory.notices += refresh(workspace, memory.store, progress)
            elif not mine:
                memory.notices.append(MEMORY_AS_IT_IS())
        except Spoilt:
            if memory is not None:
                memory.store.close()
            memory = Memory(workspace, anew(workspace, mine))
            memory.notices += refresh(workspace, memory.store, progress)
    try:
        yield memory
    finally:
        memory.store.close()


_elsewhere: dict[str, Callable[[Workspace], MemoryStorage]] = {}


def storage_of(workspace: Workspace) -> MemoryStorage:
    """The workspace's memory, opened: a file of its cache, or where `remember_elsewhere` says. Raises MemoryStoreError."""
    elsewhere = _elsewhere.get(os.fspath(workspace.root))
    return Store.open(*place(workspace)) if elsewhere is None else elsewhere(workspace)


def remember_elsewhere(root: Path, opening: Callable[[Workspace], MemoryStorage] | None) -> None:
    """For as long as this process runs: what opens a workspace's memory; None: its file again."""
    if opening is None:
        _elsewhere.pop(os.fspath(root), None)
    else:
        _elsewhere[os.fspath(root)] = opening


def place(workspace: Workspace) -> tuple[Path, str, tuple[str, ...]]:
    """Where the memory lies, and what it is made for: source language and targets."""
    languages = workspace.settings.languages
    return workspace.cache / FILE, languages.source, languages.targets


def anew(workspace: Workspace, mine: bool) -> Store:
    """An empty memory in place of whatever is there. Raises MemoryStoreError if another process fills it (not `mine`)."""
    if not mine:
        raise MemoryStoreError(BUSY(file=str(place(workspace)[0])))
    return Store.anew(*place(workspace))


@contextmanager
def alone(workspace: Workspace, seconds: float = 0) -> Iterator[bool]:
    """Whether nobody else brings this memory up to date meanwhile; who does is waited for so long. Raises MemoryStoreError."""
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(workspace.cache, "memory", seconds))
            mine = True
        except ConflictError:
            mine = False
        except CatalogueError as error:
            raise MemoryStoreError(error.message) from error
        yield mine
