"""Backups: the database and the workspace's files, of one moment after the other, sealed, whole or not at all.

The database comes first. What is saved meanwhile is in the files too, and a desk takes from either what the other lacks.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any

from ... import __version__
from ...errors import UpkeepError
from ...files.disk import sync_folder
from ...files.messages import CANNOT_BE_WRITTEN, NOT_WRITTEN, cause
from ...files.private import PRIVATE
from ..server import FOLDER
from .archive import BackupWriter
from .messages import BACKUP_LEFT_OUT, FAILED
from .programs import as_user, complaint, reading_as, run
from .sealed import sealing
from .server import Database

NAME = re.compile(r"translate-flow-(\d{8}T\d{6}Z)\.tar\.gz\.age")
_FORM = "%Y%m%dT%H%M%SZ"
KEPT_HERE = ("typing", "looked")
"""Folders of `.translate-flow` that hold what cannot be made again."""
DAYS, WEEKS = 14, 8
"""Of the last days, and of the weeks before, one backup each is kept; of the last two days all."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What was backed up."""

    file: Path
    size: int
    manifest: dict[str, Any]
    """What is in it: see `archive`."""
    gone: tuple[Path, ...] = ()
    """Older ones that were let go."""
    left_out: tuple[str, ...] = ()
    """Files of the workspace that are none, or could not be read."""


def backup(workspace: Path, database: str, key: str, folder: Path, *, now: datetime | None = None) -> Backup:
    """Back up to a new file in `folder`; then let old ones go.

    Raises UpkeepError, and then there is no new file, and the old ones are all there.
    """
    at = now or datetime.now(UTC)
    target = folder / f"translate-flow-{at.strftime(_FORM)}.tar.gz.age"
    with _new(target) as stream:
        manifest, left_out = write(workspace, database, key, stream, at)
        size = os.fstat(stream.fileno()).st_size
    return Backup(target, size, manifest, tuple(let_go(folder, at)), tuple(left_out))


def write(
    workspace: Path, database: str, key: str, into: IO[bytes], at: datetime
) -> tuple[dict[str, Any], list[str]]:
    """Write a sealed backup into an open file; its manifest, and what was left out. Raises UpkeepError."""
    about: dict[str, Any] = {"made": at.isoformat(timespec="seconds"), "program": __version__}
    server = Database(database) if database else None
    if server is not None:
        about |= server.counts()
    left_out: list[str] = []
    with sealing(key, into) as sealed:
        out = BackupWriter(sealed)
        if server is not None:
            with server.dumped() as dump:
                out.stream("database", dump)
        about |= _repository(workspace, out)
        with reading_as(workspace.stat().st_uid):
            for name, path in _files(workspace):
                try:
                    mode, data = _read(path)
                except OSError as error:
                    left_out.append(f"{name} ({cause(error)})")
                    continue
                out.file(name, data, mode)
        if left_out and not out.files:
            raise UpkeepError(BACKUP_LEFT_OUT(names=tuple(left_out)))
        about["left_out"] = left_out
        out.end(about)
    return {**about, "files": out.files}, left_out


@contextlib.contextmanager
def _new(target: Path) -> Iterator[IO[bytes]]:
    """A file that is there whole after the block, and not at all if something fails in it. Raises UpkeepError."""
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _sweep(target.parent)
        handle, name = tempfile.mkstemp(prefix=".translate-flow-", suffix=".tmp", dir=target.parent)
    except OSError as error:
        raise UpkeepError(CANNOT_BE_WRITTEN(file=str(target.parent), cause=cause(error))) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            os.fsync(stream.fileno())
        temporary.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        raise UpkeepError(NOT_WRITTEN(file=str(target), cause=cause(error))) from error
    finally:
        temporary.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Delete what a killed backup left, once it is a day old: a shorter one may be under way."""
    for left in folder.glob(".translate-flow-*.tmp"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > 86400:
                left.unlink()


# What is in it ----------------------------------------------------------------------


def _files(workspace: Path) -> Iterator[tuple[str, Path]]:
    """Name and path of the workspace's files, but for what can be made again: caches, what was built, git's own."""
    for folder, folders, files in os.walk(workspace):
        here = Path(folder)
        inside = here.relative_to(workspace)
        if here == workspace:
            folders[:] = [f for f in folders if f not in (".git", "build")]
        elif inside == Path(PRIVATE):
            folders[:], files = [f for f in folders if f in KEPT_HERE], []
        folders.sort()
        folders[:] = [f for f in folders if f != ".git" and not (here / f).is_symlink()]
        for file in sorted(files):
            if not file.endswith((".tmp", "-wal", "-shm")) and file != ".git":
                yield (inside / file).as_posix(), here / file


def _read(path: Path) -> tuple[int, bytes]:
    """Mode and bytes of a file; the accounts' database as it is at one moment. Raises OSError."""
    if path.is_symlink() or not path.is_file():
        raise OSError(0, "not a file")
    mode = path.stat().st_mode
    if path.parent.name == FOLDER and path.suffix == ".sqlite":
        try:
            with contextlib.closing(
                sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=20)
            ) as known:
                return mode, known.serialize()
        except sqlite3.Error as error:
            raise OSError(0, str(error)) from error
    return mode, path.read_bytes()


def _repository(workspace: Path, out: BackupWriter) -> dict[str, Any]:
    """The workspace's own git repository, with the remotes' addresses; nothing if it has none, or no commit.

    Its settings and hooks are left out: they are programs, which a restored backup must not bring along. For the same
    reason git is run as the one whose workspace it is. Raises UpkeepError.
    """
    if not (workspace / ".git").exists():
        return {}
    owner = str(workspace.stat().st_uid)

    def ask(*words: str) -> str:
        return run("git", "-C", str(workspace), *words, user=owner).decode("utf-8", "replace").strip()

    if not ask("for-each-ref", "--count=1"):
        return {}
    said = ask("config", "--get-regexp", r"^remote\..*\.url$|^core\.bare$")
    remotes = {}
    for line in said.splitlines():
        key, _, url = line.partition(" ")
        if key.startswith("remote."):
            remotes[key.removeprefix("remote.").removesuffix(".url")] = url
    words = ["git", "-C", str(workspace), "bundle", "create", "--quiet", "-", "--all", "HEAD"]
    with subprocess.Popen(
        as_user(owner, words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd="/"
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        out.stream("repository", process.stdout)
        told = process.stderr.read()
    if process.returncode != 0:
        raise UpkeepError(FAILED(program="git bundle", cause=complaint(told)))
    head = ask("rev-parse", "--symbolic-full-name", "HEAD")
    branch = head.removeprefix("refs/heads/") if head.startswith("refs/heads/") else ""
    return {"branch": branch, "remotes": remotes}


# What is kept -------------------------------------------------------------------------


def backups(folder: Path) -> list[tuple[datetime, Path]]:
    """The backups in a folder with their times, the oldest first; other files are none."""
    found = []
    for path in folder.iterdir() if folder.is_dir() else ():
        if known := NAME.fullmatch(path.name):
            with contextlib.suppress(ValueError):
                found.append((datetime.strptime(known[1], _FORM).replace(tzinfo=UTC), path))
    return sorted(found)


def kept(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which of several backups stay: all of the last two days, one a day, one a week, and the newest in any case."""
    ordered = sorted(times)
    stay = set(ordered[-1:])
    seen: set[tuple[str, object]] = set()
    for at in ordered:  # the first of a day or week stays, so that a rule of later days finds it
        age = now - at
        if age <= timedelta(days=2):
            stay.add(at)
        elif age <= timedelta(days=DAYS):
            if ("day", at.date()) not in seen:
                stay.add(at)
            seen.add(("day", at.date()))
        if age <= timedelta(weeks=WEEKS):
            week = ("week", at.isocalendar()[:2])
            if week not in seen:
                stay.add(at)
            seen.add(week)
    return stay


def let_go(folder: Path, now: datetime) -> Iterator[Path]:
    """Delete the backups that are too old to be kept; those that went."""
    found = backups(folder)
    stay = kept((at for at, _ in found), now)
    for at, path in found:
        if at not in stay:
            with contextlib.suppress(OSError):
                path.unlink()
                yield path
