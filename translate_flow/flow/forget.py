"""Take a statement and all copies of its words off this workspace; and say where others may be.

A file that was deleted may still be read off the disk by somebody who takes the machine apart: only an
encrypted disk helps against that. Nothing here promises more than the file system does.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import socket
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..catalogue.journal import Journal
from ..engines import load
from ..errors import CatalogueError, ConflictError, TranslateFlowError, UsageError
from ..files.lock import locked
from ..files.messages import cause as because
from ..files.regular import bytes_of
from ..language.text import digest
from ..messages import Message, nearest, several
from ..model import Event
from ..patterns import folded, forms, matches
from ..settings import SETTINGS
from ..workspace import Workspace
from ..workspace.messages import NOT_JUST_ONE
from .holding import beside, built, elsewhere, paragraphs
from .messages import forget as said

KEPT = frozenset({"desk.json", "write.lock", "memory.lock"})
"""Files of the cache folder that hold no text. All others there are made again when they are missing."""


@dataclass(frozen=True, slots=True)
class Traces:
    """Where a statement's words are."""

    name: str
    """The statement's name."""
    own: tuple[Path, ...]
    """The statement itself: source, glossary of its own, catalogues, journals."""
    copies: tuple[Path, ...]
    """What holds them besides: builds, caches, indexes, texts being typed. Files and folders."""
    elsewhere: tuple[Message, ...]
    """Where they may be that nothing here can remove, one message each."""


def traces(workspace: Workspace, wanted: str) -> Traces:
    """Where a statement's words are; it may have been deleted before. Raises UsageError if it left no trace."""
    name = _name(workspace, wanted)
    own = [*_own(workspace, name)]
    words = paragraphs(workspace, name)
    mine = [*built(workspace, name, words), *_of_statement(workspace, name), *_left_over(own)]
    shared = [*_shared(workspace)]
    if not own and not mine and not any(_mentions(path, name) for path in shared if path.is_file()):
        known = sorted({n for tag in workspace.settings.languages.targets for n in workspace.catalogued(tag)})
        raise UsageError(said.NO_TRACE(name=wanted, nearest=nearest(wanted, known)))
    copies = tuple(dict.fromkeys([*mine, *shared]))
    told = (
        *_sent(workspace, name),
        *_in_files(workspace, name, words, (*own, *copies)),
        *_in_git(workspace, own, name),
    )
    return Traces(name, tuple(dict.fromkeys(own)), copies, told)


def forget(workspace: Workspace, found: Traces, *, copies_only: bool = False) -> list[Path]:
    """Remove what was found, and return it. `copies_only` leaves the statement itself.

    Raises ConflictError while a desk is open, which holds the texts in its memory; CatalogueError naming
    what could not be removed, after all else was.
    """
    if (port := _open_desk(workspace)) is not None:
        raise ConflictError(said.DESK_OPEN(port=port))
    gone: list[Path] = []
    stayed: list[Message] = []
    with locked(workspace.cache):
        # The journal first and the source last: what a crash leaves can be forgotten by the same command.
        for path in (*found.copies, *(() if copies_only else reversed(found.own))):
            try:
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
                gone.append(path)
            except FileNotFoundError:
                continue
            except OSError as error:
                stayed.append(said.NOT_REMOVED(file=workspace.relative(path), cause=because(error)))
        _prune(workspace, gone)
    if stayed:
        raise CatalogueError(said.ALL_ELSE_REMOVED(problem=several(stayed), name=found.name))
    return gone


def throw_away(workspace: Workspace, name: str) -> None:
    """Remove a statement that is nobody's work: its source, catalogues, plan, builds. Whoever has it open drops it.

    What all statements share, such as the memory, lets go of it at the next look at the files. Raises CatalogueError.
    """
    own = [*_own(workspace, name)]
    stayed: list[Message] = []
    with locked(workspace.cache):
        for path in (*built(workspace, name, frozenset()), *_of_statement(workspace, name), *reversed(own)):
            try:
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
            except OSError as error:
                stayed.append(said.NOT_REMOVED(file=workspace.relative(path), cause=because(error)))
    if stayed:
        raise CatalogueError(several(stayed))


def _name(workspace: Workspace, wanted: str) -> str:
    """The statement that is meant, whether or not its catalogue or source is still there."""
    names = {n for tag in workspace.settings.languages.targets for n in workspace.catalogued(tag)}
    names |= set(workspace.source_names())
    found = [n for n in sorted(names) if n == wanted]
    found = found or [n for n in sorted(names) if matches(wanted, forms(n, workspace.source_name(n)))]
    if len(found) > 1:
        raise UsageError(NOT_JUST_ONE(name=wanted, n=len(found), found=tuple(found)))
    if found:
        return found[0]
    path = PurePosixPath(wanted.replace("\\", "/"))
    parts = [p for p in path.parts if p not in ("statements", ".")]
    if not parts or path.is_absolute() or ".." in parts:
        raise UsageError(said.NOT_A_NAME(name=wanted))
    plain = PurePosixPath(*parts)
    tag = f".{workspace.settings.languages.source}"
    return str(plain.with_suffix("")).removesuffix(tag) if tag in plain.name else str(plain)


def _own(workspace: Workspace, name: str) -> Iterator[Path]:
    source = workspace.has_source(name)
    if source is not None:
        yield source
    yield from beside(workspace, name)
    if workspace.plan_path(name).is_file():
        yield workspace.plan_path(name)
    for folder in sorted((workspace.root / "locales").glob("*")):
        for path in (folder / f"{name}{end}" for end in (".po", ".history.jsonl", ".align.jsonl")):
            if path.exists():
                yield path


def _of_statement(workspace: Workspace, name: str) -> Iterator[Path]:
    """Caches of this statement alone: below a folder for each kind and language, by its name or a hash of it."""
    for folder in sorted(workspace.cache.glob("*/*")):
        if folder.is_dir():
            for path in (folder / digest(name), folder / f"{name}.json", folder / name):
                if path.exists():
                    yield path


def _shared(workspace: Workspace) -> Iterator[Path]:
    """Caches of all statements together, which are made again without this one, and what a killed merge left."""
    if workspace.cache.is_dir():
        yield from sorted(path for path in workspace.cache.glob("merge-*") if path.is_dir())
        yield from sorted(p for p in workspace.cache.iterdir() if p.is_file() and p.name not in KEPT)


def _left_over(own: Iterable[Path]) -> Iterator[Path]:
    """Files that were being written when a process was killed, or put aside by an editor."""
    for path in own:
        for other in path.parent.iterdir():
            aside = other.name.startswith(f".{path.name}.") or other.name in (
                f"{path.name}~",
                f"{path.name}.bak",
                f"{path.name}.orig",
                f"#{path.name}#",
            )
            if aside and other.is_file():
                yield other


def _mentions(path: Path, name: str) -> bool:
    """Whether a cache knows the statement: as the file of a catalogue, or by language and name."""
    try:
        data = bytes_of(path)
    except OSError:
        return True
    return any(f"/{name}{end}".encode() in data for end in (".po", '"'))


def _sent(workspace: Workspace, name: str) -> Iterator[Message]:
    """Services on other machines that were sent it."""
    sent: dict[str, str] = {}
    for folder in sorted((workspace.root / "locales").glob("*")):
        with contextlib.suppress(TranslateFlowError):
            for event in Journal.load(folder / f"{name}.history.jsonl").events:
                engine = event.engine.split(" ")[0].removeprefix("memory+")
                if event.do == "draft" and engine and engine not in sent and _online(engine):
                    sent[engine] = event.at[:10]
    for engine, day in sent.items():
        yield said.SENT(engine=engine, day=day)


def _online(engine: str) -> bool:
    if engine in ("memory", "aligned"):
        return False
    try:
        return not load(engine).private
    except TranslateFlowError:
        return False


def _in_files(
    workspace: Workspace, name: str, words: frozenset[str], apart: Iterable[Path]
) -> Iterator[Message]:
    """Files of the workspace that hold its paragraphs, journals of others that say where a text came from, settings."""
    for path, count in elsewhere(workspace, words, apart):
        yield said.IN_MEMORY(file=workspace.relative(path), n=count)
    mine = {f"{name}.po", f"{name}.history.jsonl"}
    for path in sorted((workspace.root / "locales").rglob("*.history.jsonl")):
        if str(path.relative_to(workspace.root / "locales").as_posix()).partition("/")[2] in mine:
            continue
        with contextlib.suppress(OSError, TranslateFlowError):
            if name.encode() in bytes_of(path) and any(_names(e, name) for e in Journal.load(path).events):
                yield said.NAMED(file=workspace.relative(path))
    settings, leaf = workspace.settings, folded(name.rsplit("/", 1)[-1])
    named = [w for w in (*settings.privacy.confidential, *settings.statements) if matches(w, forms(name))]
    if any(folded(word).rsplit("/", 1)[-1].startswith(leaf) for word in named):
        yield said.NAMED_IN_SETTINGS(file=SETTINGS)


def _names(event: Event, name: str) -> bool:
    """Whether what is said of an event says that its text comes from that statement."""
    words = str(event.reason) if event.reason is not None else ""
    return re.search(rf"(?<![\w/-]){re.escape(name)}(?![\w/-])", words) is not None


def _in_git(workspace: Workspace, own: Iterable[Path], name: str) -> Iterator[Message]:
    """What git's history keeps."""
    tags = workspace.settings.languages.targets
    paths = {workspace.relative(path) for path in own}
    paths |= {f"locales/{tag}/{name}{end}" for tag in tags for end in (".po", ".history.jsonl")}
    paths |= {f":(glob)statements/{name}.{workspace.settings.languages.source}.*"}
    words = ["git", "-C", str(workspace.root), "log", "--all", "--format=%h", "--", *sorted(paths)]
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return
    if done.returncode == 0 and (commits := len(done.stdout.split())):
        yield said.IN_GIT(n=commits)


def _open_desk(workspace: Workspace) -> int | None:
    """The port of a desk that is open over this workspace, as far as can be seen; None if there is none."""
    import json

    try:
        port = int(json.loads((workspace.cache / "desk.json").read_text("utf-8"))["port"])
        with socket.create_connection(("127.0.0.1", port), 1):
            return port
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return None


def _prune(workspace: Workspace, gone: Iterable[Path]) -> None:
    """Remove folders that held nothing else; a folder's name says something, too."""
    stay = {
        workspace.root,
        workspace.statements,
        workspace.cache,
        workspace.root / "locales",
        workspace.plans,
    }
    for path in gone:
        for folder in path.parents:
            if (
                folder in stay
                or not folder.is_relative_to(workspace.root)
                or folder.parent in (workspace.root / "locales",)
            ):
                break
            try:
                folder.rmdir()
            except OSError:
                break
