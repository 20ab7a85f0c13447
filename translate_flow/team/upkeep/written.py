"""Files of a server's, written all or none."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ...errors import UpkeepError
from ...files.messages import cause
from .messages import NOT_A_FOLDER


@dataclass(frozen=True, slots=True)
class ServerFile:
    """A file as it should be."""

    path: Path
    """Below the root."""
    text: str
    mode: int = 0o644
    group: str = ""
    """Whose group may read it; empty: root's."""

    def same(self, root: Path) -> bool:
        """Whether it is there as it should be."""
        place = root / self.path
        with contextlib.suppress(OSError, UnicodeDecodeError):
            return place.read_text("utf-8") == self.text and place.stat().st_mode & 0o777 == self.mode
        return False


def write_all(files: Sequence[ServerFile], root: Path, undo: contextlib.ExitStack) -> list[ServerFile]:
    """Write those that differ, and say which; `undo` brings back what was there before.

    Raises UpkeepError naming the folder that cannot be written to.
    """
    wanted = [file for file in files if not file.same(root)]
    for file in wanted:
        place = root / file.path
        try:
            _folders(place.parent, undo)
            _put(place, file, undo)
        except OSError as error:
            raise UpkeepError(NOT_A_FOLDER(folder=str(place.parent), cause=cause(error))) from error
    return wanted


def _folders(folder: Path, undo: contextlib.ExitStack) -> None:
    missing = [p for p in (folder, *folder.parents) if not p.exists()]
    for path in reversed(missing):
        path.mkdir()
        undo.callback(_without_folder, path)


def _put(place: Path, file: ServerFile, undo: contextlib.ExitStack) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{place.name}.", suffix=".new", dir=place.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(file.text)
            stream.flush()
            os.fsync(stream.fileno())
        if file.group:
            with contextlib.suppress(LookupError):  # made later: see `setup`
                shutil.chown(temporary, group=file.group)
        temporary.chmod(file.mode)
        if place.exists():
            undo.callback(_as_it_was, place, place.read_bytes(), place.stat())
        else:
            undo.callback(place.unlink, missing_ok=True)
        temporary.replace(place)
    finally:
        temporary.unlink(missing_ok=True)


def _as_it_was(place: Path, data: bytes, was: os.stat_result) -> None:
    place.write_bytes(data)
    place.chmod(was.st_mode & 0o7777)
    with contextlib.suppress(OSError):
        os.chown(place, was.st_uid, was.st_gid)


def _without_folder(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.rmdir()
