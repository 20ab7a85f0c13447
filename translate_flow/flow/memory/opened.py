"""The open memory of a workspace, for a command."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from ...errors import CatalogueError, ConflictError, MemoryStoreError
from ...files.lock import LOCK_SECONDS, locked
from ...glossary import Glossary
from ...memory import MemoryMatch, MemoryStorage, Query, Spoilt, Store, lookup, sentence
from ...memory.messages import BUSY
from ...messages import Message
from ...workspace import Workspace
from ...workspace.access import EVERYTHING, present
from ..messages.exchange import MEMORY_AS_IT_IS
from .feeding import Progress, refresh

FILE = "memory.sqlite"
"""The memory's file in the workspace's cache folder."""

_ASKED = 50
"""Matches that are looked at where some of them may not be seen."""
A_MOMENT = 0.3
"""Seconds a command waits for another process that is filling the memory: as long as taking in an edit may last."""
_Answer = TypeVar("_Answer")


@dataclass
class Memory:
    """The open memory of a workspace. A file found damaged in the middle of work is made anew."""

    workspace: Workspace
    store: MemoryStorage
    notices: list[Message] = field(default_factory=list)
    """What could not be taken in, a message each."""

    def lookup(self, query: Query, glossary: Glossary | None = None, *, limit: int = 5) -> list[MemoryMatch]:
        """The best matches, best first; none out of a statement that may not be seen."""
        if present() is EVERYTHING:
            return self.ask(lambda store: lookup(store, query, glossary, limit=limit))
        every = self.ask(lambda store: lookup(store, query, glossary, limit=_ASKED))
        return [replace(hit, others=0) for hit in every if self.sees(hit, query.language)][:limit]

    def sentence(self, query: Query, glossary: Glossary | None = None) -> MemoryMatch | None:
        """The same sentence, or the same but for numbers and names; none out of a statement that may not be seen."""
        hit = self.ask(lambda store: sentence(store, query, glossary))
        return hit if hit is None or self.sees(hit, query.language) else None

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
        return not self.ask(lambda store: store.known(language))

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
            store = anew(workspace, mine) if rebuild else Store.open(*place(workspace))
            memory = Memory(workspace, store)
            if mine:
                memory.notices += refresh(workspace, store, progress)
            else:
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
