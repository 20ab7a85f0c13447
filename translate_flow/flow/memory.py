"""The workspace's translation memory: kept in step with its files, asked, filled and emptied."""

from __future__ import annotations

import filecmp
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ..catalogue.states import HUMAN, last_text, was_fuzzy
from ..errors import CatalogueError, ConflictError, MemoryStoreError, UsageError
from ..files.disk import write_atomically
from ..files.lock import LOCK_SECONDS, locked
from ..files.messages import CANNOT_BE_READ
from ..files.messages import cause as because
from ..glossary import Glossary
from ..markup.plain import plain as seen
from ..memory import MemoryMatch, Query, Spoilt, Store, StoredPair, lookup, sentence
from ..memory.tmx_read import ImportTally, read
from ..memory.unit import APPROVED, TRANSLATED
from ..messages import Message
from ..model import Event, State
from ..workspace import Workspace
from ..workspace.access import EVERYTHING, as_program, present
from .messages import exchange as said
from .statement.work import Work

if TYPE_CHECKING:
    from ..memory.search import SearchHit

FILE = "memory.sqlite"
"""The memory's file in the workspace's cache folder."""

_ASKED = 50
"""Matches that are looked at where some of them may not be seen."""
Progress = Callable[[str, int, int], None]
"""Called with a file's name, files done and files to do."""
_Answer = TypeVar("_Answer")
_NOTE = re.compile(r"\[\^[^\[\]\s]+\]")


@dataclass
class Memory:
    """The open memory of a workspace. A file found damaged in the middle of work is made anew."""

    workspace: Workspace
    store: Store
    notices: list[Message] = field(default_factory=list)
    """What could not be taken in, a message each."""

    def lookup(self, query: Query, glossary: Glossary | None = None, *, limit: int = 5) -> list[MemoryMatch]:
        """The best matches, best first; none out of a statement that may not be seen."""
        if present() is EVERYTHING:
            return self.ask(lambda store: lookup(store, query, glossary, limit=limit))
        every = self.ask(lambda store: lookup(store, query, glossary, limit=_ASKED))
        return [replace(hit, others=0) for hit in every if self._sees(hit, query.language)][:limit]

    def sentence(self, query: Query, glossary: Glossary | None = None) -> MemoryMatch | None:
        """The same sentence, or the same but for numbers and names; none out of a statement that may not be seen."""
        hit = self.ask(lambda store: sentence(store, query, glossary))
        return hit if hit is None or self._sees(hit, query.language) else None

    def _sees(self, hit: MemoryMatch, language: str) -> bool:
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

    def ask(self, question: Callable[[Store], _Answer]) -> _Answer:
        """The question's answer; asked again of a memory made anew if the file is damaged."""
        try:
            return question(self.store)
        except Spoilt:
            self.store.base.close()
            with _alone(self.workspace):
                self.store = Store.anew(*_place(self.workspace))
                _refresh(self, None)
            return question(self.store)


@contextmanager
def opened(
    workspace: Workspace, *, rebuild: bool = False, progress: Progress | None = None
) -> Iterator[Memory]:
    """The memory, up to date with catalogues and TMX files; closed at the end.

    Made if it is missing, damaged or for other languages. If another command keeps it busy
    for longer than LOCK_SECONDS, it is used as it is. Raises MemoryStoreError.
    """
    with _alone(workspace) as alone:
        memory = None
        try:
            store = Store.anew(*_place(workspace)) if rebuild else Store.open(*_place(workspace))
            memory = Memory(workspace, store)
            if alone:
                _refresh(memory, progress)
        except Spoilt:
            if memory is not None:
                memory.store.base.close()
            memory = Memory(workspace, Store.anew(*_place(workspace)))
            _refresh(memory, progress)
    try:
        yield memory
    finally:
        memory.store.base.close()


def _place(workspace: Workspace) -> tuple[Path, str, tuple[str, ...]]:
    languages = workspace.settings.languages
    return workspace.cache / FILE, languages.source, languages.targets


@contextmanager
def _alone(workspace: Workspace) -> Iterator[bool]:
    """Whether no other command brings this memory up to date meanwhile."""
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(workspace.cache, "memory", LOCK_SECONDS))
            alone = True
        except ConflictError:
            alone = False
        except CatalogueError as error:
            raise MemoryStoreError(error.message) from error
        yield alone


def _refresh(memory: Memory, progress: Progress | None) -> None:
    """Take in what changed since last time, and let go what is gone."""
    with as_program():
        _bring_up_to_date(memory, progress)


def _bring_up_to_date(memory: Memory, progress: Progress | None) -> None:
    workspace, store = memory.workspace, memory.store
    known, present = store.files(), _files(workspace)
    for gone in known.keys() - present.keys():
        store.forget(gone)
    changed = {file: found for file, found in present.items() if known.get(file) != found[0]}
    for number, (file, (stamp, pairs)) in enumerate(changed.items()):
        if progress is not None:
            progress(file, number, len(changed))
        try:
            store.take_in(file, stamp, pairs())
        except Spoilt:
            raise
        except (CatalogueError, MemoryStoreError) as error:
            # One broken file must not keep the others' text from being used.
            memory.notices.append(said.NOT_IN_THE_MEMORY(problem=error.message))


def _files(workspace: Workspace) -> dict[str, tuple[str, Callable[[], Iterator[StoredPair]]]]:
    """Each file that feeds the memory: its stamp, and how its pairs are got."""
    found: dict[str, tuple[str, Callable[[], Iterator[StoredPair]]]] = {}
    for language in workspace.settings.languages.targets:
        for name in workspace.catalogued(language):
            files = workspace.catalogue_path(name, language), workspace.journal_path(name, language)
            found[workspace.relative(files[0])] = (
                _stamp(*files),
                partial(_catalogue, workspace, name, language),
            )
    for path in sorted((workspace.root / "memory").glob("*.tmx")):
        found[workspace.relative(path)] = _stamp(path), partial(_imported, workspace, path)
    return found


def _catalogue(workspace: Workspace, name: str, language: str) -> Iterator[StoredPair]:
    return confirmed(Work.open(workspace, name, language))


def _stamp(*paths: Path) -> str:
    found = [p.stat() if p.exists() else None for p in paths]
    return " ".join(f"{s.st_mtime_ns}:{s.st_size}" if s else "-" for s in found)


def _imported(workspace: Workspace, path: Path, tally: ImportTally | None = None) -> Iterator[StoredPair]:
    languages = workspace.settings.languages
    return read(path, workspace.relative(path), languages.source, languages.targets, tally)


def confirmed(work: Work) -> Iterator[StoredPair]:
    """The pairs of a catalogue that a person confirmed, in document order, then those no longer in it.

    Of a segment whose source changed, the earlier source with the translation it had, if that
    was confirmed.
    """
    units, history = work.units, work.history
    texts = ["", *(u.segment.text for u in units), ""]
    for place, unit in enumerate(units, 1):
        if unit.state in (State.TRANSLATED, State.APPROVED):
            rank = APPROVED if unit.state is State.APPROVED else TRANSLATED
            around = texts[place - 1], texts[place + 1]
            yield _pair(work, unit.key, unit.segment.text, unit.target, unit.events, rank, *around)
        elif unit.state is State.STALE:
            origin = next((e.origin for e in reversed(unit.events) if e.do == "carry"), "")
            past = history.get(origin, [])
            if past and not was_fuzzy(past) and last_text(past) == unit.target:
                yield _pair(work, origin, unit.previous, unit.target, past, TRANSLATED)
    for entry in work.catalogue.obsolete:
        past = history.get(entry.key, [])
        if entry.target.strip() and past and not was_fuzzy(past) and any(e.do in HUMAN for e in past):
            yield _pair(work, entry.key, entry.source, entry.target, past, TRANSLATED)


def _pair(
    work: Work,
    key: str,
    source: str,
    target: str,
    events: list[Event] | tuple[Event, ...],
    rank: int,
    previous: str | None = None,
    following: str | None = None,
) -> StoredPair:
    by = next((e for e in reversed(events) if e.do in HUMAN), None)
    who, when = (by.by, by.at) if by else ("", "")
    return StoredPair(source, target, work.language, rank, key, work.name, who, when, previous, following)


def import_file(workspace: Workspace, path: Path, *, replace: bool = False) -> tuple[Path, ImportTally]:
    """Put a TMX file into `memory/`, from where it is taken in; where it lies, and what is in it.

    It is read to its end first, so that a broken one changes nothing. Raises MemoryStoreError,
    and UsageError if another file of that name is there and `replace` is not given.
    """
    if path.suffix.lower() != ".tmx":
        raise UsageError(said.ONLY_TMX(file=str(path)))
    tally = ImportTally()
    for _ in _imported(workspace, path, tally):
        pass
    languages = workspace.settings.languages
    if not tally.taken:
        raise MemoryStoreError(
            said.NO_PAIR(file=str(path), source=languages.source, targets=languages.targets)
        )
    there = workspace.root / "memory" / path.with_suffix(".tmx").name
    if path.resolve() == there.resolve():
        return there, tally
    if there.exists() and not replace and not filecmp.cmp(there, path, shallow=False):
        raise UsageError(said.ANOTHER_THERE(file=workspace.relative(there)))
    try:
        write_atomically(there, path.read_bytes())
    except CatalogueError as error:
        raise MemoryStoreError(said.NOTHING_IMPORTED(problem=error.message)) from error
    except OSError as error:
        raise MemoryStoreError(CANNOT_BE_READ(file=str(path), cause=because(error))) from error
    return there, tally


def export(memory: Memory, language: str, *, plain: bool = False) -> Iterator[str]:
    """All segments of the memory in one language as a TMX file, in pieces; without marks if they are to be plain."""
    from ..memory.tmx_write import write

    pairs = memory.store.pairs(language)
    return write(map(_unmarked, pairs) if plain else pairs, memory.store.source_language)


def _unmarked(pair: StoredPair) -> StoredPair:
    """The pair as its reader sees it, for a corpus: a machine learns nothing from stars and tags."""
    return replace(pair, source=_words(pair.source), target=_words(pair.target), extras="")


def _words(text: str) -> str:
    return seen(_NOTE.sub("", text)).text.strip()


def write(path: Path, pieces: Iterator[str]) -> int:
    """Write an export to a file, or leave it as it was; how many pairs. Raises MemoryStoreError."""
    part = path.with_name(f".{path.name}.part")
    number = 0
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            for piece in pieces:
                stream.write(piece)
                number += piece.startswith("<tu")
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise MemoryStoreError(said.AS_IT_WAS(file=str(path), cause=because(error))) from error
    return number


def search(
    memory: Memory, phrases: Sequence[str], language: str, *, side: str = "both", limit: int = 20
) -> list[SearchHit]:
    """Segments that hold all the phrases (see `memory.search`)."""
    from ..memory.search import search as find

    found = memory.ask(lambda store: find(store, phrases, language, side=side, limit=limit))
    return [place for place in found if memory._sees(place.hit, language)]


def search_json(places: Sequence[SearchHit]) -> dict[str, Any]:
    """The documented shape of `memory search --format json`."""
    ranks = ("imported", "translated", "approved")
    return {
        "version": 1,
        "places": [
            {
                "source": p.hit.source, "target": p.hit.target, "rank": ranks[p.hit.rank], "document": p.hit.document,
                "key": p.hit.key, "person": p.hit.person, "at": p.hit.at,
                "source_spans": p.source, "target_spans": p.target,
            }
            for p in places
        ],
    }  # fmt: skip


def stats(memory: Memory) -> dict[str, Any]:
    """The documented shape of `memory stats --format json`."""
    path = memory.store.path
    beside = [path.with_name(path.name + suffix) for suffix in ("", "-wal")]
    return {
        "version": 1,
        "file": memory.workspace.relative(path),
        "bytes": sum(p.stat().st_size for p in beside if p.exists()),
        "languages": [asdict(count) for count in memory.ask(lambda store: store.counts())],
    }
