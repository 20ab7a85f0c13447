"""The memory's files: TMX in and out, searches and counts as they are shown."""

from __future__ import annotations

import filecmp
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from ... import __version__
from ...errors import CatalogueError, MemoryStoreError, UsageError
from ...files.disk import must_be_a_file, write_atomically
from ...files.messages import CANNOT_BE_READ
from ...files.messages import cause as because
from ...markup.plain import plain as seen
from ...memory import StoredPair
from ...memory.tmx_read import ImportTally
from ...memory.wordfast import as_tmx, is_wordfast
from ...workspace import Workspace
from ..messages import exchange as said
from ..statement.privacy import confidential as marked_confidential
from .feeding import imported
from .opened import Memory, place

if TYPE_CHECKING:
    from ...memory.search import SearchHit

_NOTE = re.compile(r"\[\^[^\[\]\s]+\]")


def import_file(workspace: Workspace, path: Path, *, replace: bool = False) -> tuple[Path, ImportTally]:
    """Put a TMX file into `memory/`, from where it is taken in; where it lies, and what is in it.

    A memory of Wordfast becomes such a file. It is read to its end first, so that a broken one changes nothing. Raises MemoryStoreError,
    and UsageError if another file of that name is there and `replace` is not given.
    """
    if path.suffix.lower() == ".txt":
        with TemporaryDirectory() as folder:
            made = Path(folder) / path.with_suffix(".tmx").name
            _converted(path, made)
            return import_file(workspace, made, replace=replace)
    if path.suffix.lower() != ".tmx":
        raise UsageError(said.ONLY_TMX(file=str(path)))
    tally = ImportTally()
    for _ in imported(workspace, path, tally):
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


def _converted(path: Path, made: Path) -> None:
    """Write a memory of Wordfast as TMX."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MemoryStoreError(CANNOT_BE_READ(file=str(path), cause=because(error))) from error
    if not is_wordfast(data):
        raise UsageError(said.ONLY_TMX(file=str(path)))
    made.write_text("".join(as_tmx(data, str(path), __version__)), "utf-8")


@dataclass
class Export:
    """All segments of the memory in one language as a TMX file, and what was left out of it."""

    memory: Memory
    language: str
    plain: bool = False
    """Without marks such as bold, for a corpus."""
    confidential: bool = False
    """Whether segments of confidential statements go in, too."""
    left_out: Counter[str] = field(default_factory=Counter)
    """How many segments of which confidential statements were left out; known once the last piece is read."""

    def pieces(self) -> Iterator[str]:
        """The file, in pieces."""
        from ...memory.tmx_write import write

        pairs = self._pairs()
        return write(map(_unmarked, pairs) if self.plain else pairs, self.memory.store.source_language)

    def _pairs(self) -> Iterator[StoredPair]:
        kept: dict[str, bool] = {}
        for pair in self.memory.store.pairs(self.language):
            name = pair.document
            if name not in kept:
                kept[name] = self.confidential or self._may_go(name)
            if kept[name]:
                yield pair
            else:
                self.left_out[name] += 1

    def _may_go(self, name: str) -> bool:
        workspace = self.memory.workspace
        if not workspace.catalogue_path(name, self.language).exists():
            return True  # a unit of a TMX file, which is not a statement's
        return marked_confidential(workspace, name) is None


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
        must_be_a_file(path)
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            for piece in pieces:
                stream.write(piece)
                number += piece.startswith("<tu")
        part.replace(path)
    except CatalogueError as error:
        raise MemoryStoreError(error.message) from error
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise MemoryStoreError(said.AS_IT_WAS(file=str(path), cause=because(error))) from error
    return number


def search(
    memory: Memory, phrases: Sequence[str], language: str, *, side: str = "both", limit: int = 20
) -> list[SearchHit]:
    """Segments that hold all the phrases (see `memory.search`)."""
    from ...memory.search import search as find

    found = memory.ask(
        lambda store: find(memory.seen_of(store, language), phrases, language, side=side, limit=limit)
    )
    return [place for place in found if memory.sees(place.hit, language)]


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
    path = place(memory.workspace)[0]
    beside = [path.with_name(path.name + suffix) for suffix in ("", "-wal")]
    return {
        "version": 1,
        "file": memory.workspace.relative(path),
        "bytes": sum(p.stat().st_size for p in beside if p.exists()),
        "languages": [asdict(count) for count in memory.ask(lambda store: store.counts())],
    }
