"""Writing files so that nothing is ever half written, and one writer at a time."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from ..errors import CatalogueError
from .lock import lock_file
from .messages import (
    BEING_WRITTEN,
    CANNOT_BE_WRITTEN,
    IS_A_DEVICE,
    IS_A_FOLDER,
    NOT_APPENDED,
    NOT_WRITTEN,
    PARTLY_APPENDED,
    cause,
)
from .noted import note
from .private import PRIVATE, make_folder

LEFT_SECONDS = 60
"""Where files cannot be locked: after so long a temporary file belongs to no write that is under way."""
ASIDE = ".aside"
"""Ends the name of what another program had saved when a file of ours took its place: see `replace_seen`."""
_TEMPORARY = re.compile(r"\..+\.[a-z0-9_]{8}\.tmp")


def write_atomically(path: Path, data: bytes, *, sync: bool = True) -> None:
    """Replace the file by these bytes, or leave it as it was: temporary file, fsync, rename.

    Keeps the file's permission bits; one below `PRIVATE` is its owner's alone. Without `sync` a power
    failure may take the file away or leave it empty: for what can be made again. Raises CatalogueError
    naming the file, also where there is a device or a pipe of that name: it would be gone.
    """
    _written(path, data, lambda temporary: temporary.replace(path), sync)


def write_together(files: Mapping[Path, bytes]) -> None:
    """Replace all the files, or, if one of them cannot be written, none.

    All are written beside their places first and only then moved there. For what can be made again: a power
    failure may leave some of them as they were. Raises CatalogueError naming the file.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            _written(path, data, lambda temporary, to=path: staged.append((temporary, to)), sync=False)  # type: ignore[misc]
    except CatalogueError:
        for temporary, _ in staged:
            with contextlib.suppress(OSError):
                temporary.unlink()
        raise
    for temporary, path in staged:
        try:
            temporary.replace(path)
            note(path)
        except OSError:  # swept away by another process that writes the same file
            write_atomically(path, files[path], sync=False)


def replace_seen(path: Path, data: bytes, seen: Callable[[bytes], bool]) -> Path | None:
    """As `write_atomically`, for a file that other programs write too.

    The old file is exchanged for the new one and looked at then, so that no save can fall between a look
    and the writing. Where `seen` does not know its bytes, it stays: its path is given, and is the
    caller's to take in and to delete. None if nothing was there but what was known. Raises
    CatalogueError, and then the file is as it was.
    """
    kept: list[Path] = []

    def put(temporary: Path) -> None:
        # Whole by now, so that one which a crash leaves is a file that somebody saved, or ours.
        waiting = temporary.replace(temporary.with_suffix(ASIDE))
        try:
            if _exchange(waiting, path):
                kept.append(waiting)
            elif seen(path.read_bytes() if path.exists() else b""):
                # No such call here: all that can be known is that the file was as expected a moment ago.
                waiting.replace(path)
            else:
                raise CatalogueError(NOT_WRITTEN(file=str(path), cause=BEING_WRITTEN()))
        finally:
            if not kept:
                waiting.unlink(missing_ok=True)

    _written(path, data, put, sync=True)
    try:
        if kept and seen(kept[0].read_bytes()):
            left = kept.pop()
            with contextlib.suppress(OSError):  # the next command sweeps it away
                left.unlink()
    except OSError:
        pass  # what cannot be read was not seen
    return kept[0] if kept else None


def _exchange(one: Path, other: Path) -> bool:
    """Let two files change names in one step; False where the system cannot, or `other` is not there."""
    import ctypes

    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None or not other.exists():
        return False
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    return bool(call(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)


def _written(path: Path, data: bytes, put: Callable[[Path], object], sync: bool) -> None:
    """Write a temporary file beside `path`, and have `put` move it there."""
    try:
        make_folder(path.parent)
        _sweep(path)
        mode = must_be_a_file(path)
        handle, temporary = _temporary(path)
    except OSError as error:
        raise CatalogueError(CANNOT_BE_WRITTEN(file=str(path), cause=cause(error))) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            if sync:
                os.fsync(stream.fileno())
            if PRIVATE not in path.parts:
                # A temporary file is born with 0600.
                temporary.chmod(stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
            put(temporary)
        note(path)
        if sync:
            sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise CatalogueError(NOT_WRITTEN(file=str(path), cause=cause(error))) from error


def must_be_a_file(path: Path) -> int | None:
    """The mode of the file there, None if there is none. Raises CatalogueError for a folder, and for a device or a pipe,
    which a rename would replace; OSError."""
    mode = path.stat().st_mode if path.exists() else None
    if mode is not None and not stat.S_ISREG(mode):
        kind = IS_A_FOLDER if stat.S_ISDIR(mode) else IS_A_DEVICE
        raise CatalogueError(kind(file=str(path)))
    if str(path.absolute().parent) in ("/dev", "/dev/fd", "/proc/self/fd"):
        raise CatalogueError(IS_A_DEVICE(file=str(path)))
    return mode


def _temporary(path: Path) -> tuple[int, Path]:
    """A new file beside `path`, locked for as long as it is open, so that nobody takes it for a leftover."""
    import tempfile

    while True:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        if lock_file(handle, wait=True) is None:
            return handle, Path(name)
        with contextlib.suppress(OSError):
            if Path(name).stat().st_ino == os.fstat(handle).st_ino:
                return handle, Path(name)
        # Swept away between its making and its locking.
        os.close(handle)


def _sweep(path: Path) -> None:
    """Delete what killed processes left half written of this file."""
    begin = f".{path.name}."
    # By hand: a pattern for each of a thousand files in a folder takes seconds to compile.
    with os.scandir(path.parent) as entries:
        left = [e.path for e in entries if e.name.startswith(begin) and e.name.endswith(".tmp")]
    for name in left:
        _drop(Path(name))


def leftovers(folder: Path) -> list[Path]:
    """Delete what killed processes left half written below a folder; the `ASIDE` files that wait there."""
    aside: list[Path] = []
    waiting = [os.fspath(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    name = entry.name
                    if name[0] == "." and name.endswith((".tmp", ASIDE)):
                        if name.endswith(ASIDE):
                            aside.append(Path(entry.path))
                        elif _TEMPORARY.fullmatch(name):
                            _drop(Path(entry.path))
                    elif entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
        except OSError:
            continue
    return aside


def _drop(path: Path) -> None:
    """Delete a temporary file, unless somebody is writing it."""
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            free = lock_file(handle, wait=False)
            if free is None:
                free = time.time() - os.fstat(handle).st_mtime > LEFT_SECONDS
            if free:
                path.unlink()
        finally:
            os.close(handle)


def append_durably(path: Path, data: bytes, *, sync: bool = True) -> None:
    """Add whole lines to the end of a file; with `sync` they are on disk when this returns.

    A last line cut off by a crash is closed first, so that it spoils no later one. What cannot be
    written whole is taken back. Raises CatalogueError naming the file.
    """
    try:
        make_folder(path.parent)
        new = not path.exists()
        # Unbuffered: what a failing write leaves in a buffer would be written when the file is closed.
        with path.open("ab", buffering=0) as stream:
            size = stream.seek(0, os.SEEK_END)
            if size:
                with path.open("rb") as reader:
                    reader.seek(size - 1)
                    if reader.read(1) != b"\n":
                        data = b"\n" + data
            try:
                rest = memoryview(data)
                while rest:
                    rest = rest[stream.write(rest) :]
                if sync:
                    os.fsync(stream.fileno())
            except OSError:
                _take_back(path, stream.fileno(), size, new)
                raise
        note(path)
        if new:
            sync_folder(path.parent)
    except OSError as error:
        raise CatalogueError(NOT_APPENDED(file=str(path), cause=cause(error))) from error


def _take_back(path: Path, handle: int, size: int, new: bool) -> None:
    """Have the file end where it did. Raises CatalogueError if what was written stays in it."""
    try:
        os.ftruncate(handle, size)
    except OSError as error:
        raise CatalogueError(PARTLY_APPENDED(file=str(path), cause=cause(error))) from error
    if new:
        with contextlib.suppress(OSError):
            path.unlink()


def cut_back(path: Path, size: int | None) -> None:
    """Have a file end after so many bytes, and be on disk so; None: be gone. Raises CatalogueError."""
    note(path)
    try:
        if size is None:
            path.unlink()
            return
        with path.open("r+b", buffering=0) as stream:
            os.ftruncate(stream.fileno(), size)
            os.fsync(stream.fileno())
    except OSError as error:
        raise CatalogueError(CANNOT_BE_WRITTEN(file=str(path), cause=cause(error))) from error


def sync_folder(folder: Path) -> None:
    """Make a rename or a new file in the folder durable, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
