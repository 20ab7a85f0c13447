"""A backup brought back: into an empty database and an empty folder, whole or not at all; or only tried."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ...errors import UpkeepError, UsageError
from ...files.messages import CANNOT_BE_READ, CANNOT_BE_WRITTEN, cause
from ...workspace import SETTINGS
from ..git import Git
from . import messages as said
from .archive import unpack
from .backup import write
from .programs import run
from .sealed import new_key, opening
from .server import Database


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What came back."""

    manifest: dict[str, Any]
    events: int
    """In the database, counted after it was filled; 0 without one."""
    files: int


def bring_back(file: Path, key: Path, database: str, into: Path) -> BroughtBack:
    """Bring a backup back. Raises UsageError, UpkeepError; then folder and database are as they were."""
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise UsageError(said.FOLDER_NOT_EMPTY(folder=str(into)))
    server = Database(database) if database else None
    made = False
    if server is not None and server.there():
        server.must_be_empty()
    with _beside(into) as stage:
        manifest = _unpacked(file, key, stage)
        _needs(manifest, server, stage)
        _repository(stage, manifest)
        try:
            if server is not None and not server.there():
                server.make()
                made = True
            before = _placed(stage / "files", into)
            try:
                events = _filled(server, stage, manifest)
            except BaseException:
                into.rename(stage / "taken-back")
                if before is not None:
                    into.mkdir(mode=before)
                raise
        except BaseException:
            if made and server is not None:
                server.drop()
            raise
    return BroughtBack(manifest, events, manifest["files"])


def tried(file: Path, key: Path, database: str) -> BroughtBack:
    """Test that a backup can be restored: into a scratch database and folder, which are gone afterwards.

    Raises UsageError, UpkeepError.
    """
    server = Database(database).named(f"translate-flow-tried-{secrets.token_hex(4)}") if database else None
    with tempfile.TemporaryDirectory(prefix="translate-flow-") as folder:
        stage = Path(folder)
        manifest = _unpacked(file, key, stage)
        _needs(manifest, server, stage)
        _repository(stage, manifest)
        if not (stage / "files" / SETTINGS).exists():
            raise UpkeepError(said.NOT_WHOLE(file=str(file)))
        try:
            if server is not None:
                server.make()
            events = _filled(server, stage, manifest)
        finally:
            if server is not None:
                server.drop()
    return BroughtBack(manifest, events, manifest["files"])


def trial(workspace: Path, database: str) -> BroughtBack:
    """Make a backup of what is there, sealed to a key of its own, and bring it back as `tried` does.

    It shows that a backup made now is whole, on a server that does not have the secret key. Raises UpkeepError.
    """
    with tempfile.TemporaryDirectory(prefix="translate-flow-") as folder:
        file, key = Path(folder) / "tried.age", Path(folder) / "key"
        public = new_key(key)
        with file.open("wb") as stream:
            write(workspace, database, public, stream, datetime.now(UTC))
        return tried(file, key, database)


@contextlib.contextmanager
def _beside(into: Path) -> Iterator[Path]:
    """A private folder on the same disk as `into`, gone afterwards. Raises UpkeepError."""
    try:
        into.parent.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=f".{into.name}.", suffix=".restoring", dir=into.parent))
    except OSError as error:
        raise UpkeepError(CANNOT_BE_WRITTEN(file=str(into.parent), cause=cause(error))) from error
    try:
        yield stage
    except OSError as error:
        raise UpkeepError(CANNOT_BE_WRITTEN(file=str(into), cause=cause(error))) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _unpacked(file: Path, key: Path, stage: Path) -> dict[str, Any]:
    for path in (file, key):
        try:
            path.open("rb").close()
        except OSError as error:
            raise UpkeepError(CANNOT_BE_READ(file=str(path), cause=cause(error))) from error
    (stage / "files").mkdir()
    with opening(file, key) as stream:
        return unpack(stream, stage, file)


def _needs(manifest: dict[str, Any], server: Database | None, stage: Path) -> None:
    """Raise UsageError if there is a database in the backup, and none to bring it into, or the other way round."""
    there = (stage / "database.dump").exists()
    if there and server is None:
        raise UsageError(said.NEEDS_DATABASE(events=int(manifest.get("events", 0))))
    if not there and server is not None:
        raise UsageError(said.NO_DATABASE_IN_IT())


def _repository(stage: Path, manifest: dict[str, Any]) -> None:
    """The git repository as it was, the index as the last commit has it; its files are those of the backup."""
    bundle, root = stage / "repository.bundle", stage / "files"
    if not bundle.exists():
        return
    run("git", "init", "--quiet", str(root))
    git = Git(root)
    branch = str(manifest.get("branch") or "")
    if branch:
        git.ask("symbolic-ref", "HEAD", f"refs/heads/{branch}")
    git.ask("fetch", "--quiet", "--update-head-ok", str(bundle), "+refs/*:refs/*")
    if not branch:
        git.ask("fetch", "--quiet", str(bundle), "HEAD")
        git.ask("update-ref", "--no-deref", "HEAD", "FETCH_HEAD")
    git.ask("reset", "--quiet")
    for name, url in dict(manifest.get("remotes") or {}).items():
        # An address of git's that begins a program is none that we wrote.
        if not str(url).startswith(("-", "ext::")) and git.good("check-ref-format", f"refs/remotes/{name}"):
            git.ask("remote", "add", "--", str(name), str(url))


def _placed(files: Path, into: Path) -> int | None:
    """Move the files to their place, to whoever has it; the mode of the empty folder that was there."""
    owner = into if into.exists() else into.parent
    mode = into.stat().st_mode & 0o7777 if into.exists() else None
    if os.getuid() == 0:
        belongs = owner.stat()
        for folder, _, names in os.walk(files):
            for path in (Path(folder), *(Path(folder) / name for name in names)):
                os.chown(path, belongs.st_uid, belongs.st_gid, follow_symlinks=False)
    files.chmod(mode if mode is not None else 0o700)
    if mode is not None:
        into.rmdir()
    files.rename(into)
    return mode


def _filled(server: Database | None, stage: Path, manifest: dict[str, Any]) -> int:
    """Fill the database; how many events it has then. Raises UpkeepError."""
    if server is None:
        return 0
    with (stage / "database.dump").open("rb") as dump:
        server.fill(dump)
    events = server.counts()["events"]
    if events < int(manifest.get("events", 0)):
        raise UpkeepError(said.EVENTS_MISSING(found=events, wanted=int(manifest["events"])))
    return events
