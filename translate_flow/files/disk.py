"""Writing files so that nothing is ever half written, and one writer at a time."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from ..errors import CatalogueError, ConflictError

LOCK_SECONDS = 20
"""How long a command waits for another that is writing the same workspace."""
LEFT_SECONDS = 60
"""After so long a temporary file belongs to no write that is under way."""
PRIVATE = ".translate-flow"
"""Folder whose files nobody but their owner may read: texts being typed, and copies of confidential ones."""


def write_atomically(path: Path, data: bytes, *, sync: bool = True) -> None:
    """Replace the file by these bytes, or leave it as it was: temporary file, fsync, rename.

    Keeps the file's permission bits; one below `PRIVATE` is its owner's alone. Without `sync` a power
    failure may take the file away or leave it empty: for what can be made again. Raises CatalogueError
    naming the file, also where there is a device or a pipe of that name: it would be gone.
    """
    try:
        make_folder(path.parent)
        _sweep(path)
        mode = path.stat().st_mode if path.exists() else None
        if mode is not None and not stat.S_ISREG(mode):
            what = "folder" if stat.S_ISDIR(mode) else "device or a pipe"
            raise CatalogueError(f"{path}: is a {what}, and is left alone; name a file")
        if str(path.absolute().parent) in ("/dev", "/dev/fd", "/proc/self/fd"):
            raise CatalogueError(f"{path}: stands for a device or a pipe, and is left alone; name a file")
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise CatalogueError(f"{path}: cannot be written: {error.strerror}") from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            if sync:
                os.fsync(stream.fileno())
        if PRIVATE not in path.parts:
            # A temporary file is born with 0600.
            Path(temporary).chmod(stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
        Path(temporary).replace(path)
        if sync:
            sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise CatalogueError(f"{path}: cannot be written: {error.strerror}; it is as it was") from error


def make_folder(folder: Path) -> None:
    """Make a folder and those around it; from `PRIVATE` on they are their owner's alone, old ones too.

    Raises OSError.
    """
    if PRIVATE not in folder.parts:
        folder.mkdir(parents=True, exist_ok=True)
        return
    at = folder.parts.index(PRIVATE)
    top = Path(*folder.parts[: at + 1])
    if top.is_dir():
        _tighten(top)
    else:
        top.parent.mkdir(parents=True, exist_ok=True)
        top.mkdir(mode=0o700, exist_ok=True)
    for part in folder.parts[at + 1 :]:
        top /= part
        top.mkdir(mode=0o700, exist_ok=True)


def make_private_file(path: Path) -> None:
    """Make an empty file of its owner's alone if there is none, before another library fills it. Raises OSError."""
    make_folder(path.parent)
    if not path.exists():
        # Born so: it must never be readable by others, not even for a moment.
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))


def _tighten(top: Path) -> None:
    """Take everybody else's rights from a private folder that an older version made, and all in it."""
    if not top.stat().st_mode & 0o077:
        return
    with contextlib.suppress(OSError):
        # From the top down: once it is shut nobody else comes in.
        top.chmod(0o700)
    for folder, _, files in os.walk(top):
        with contextlib.suppress(OSError):
            Path(folder).chmod(0o700)
        for file in files:
            with contextlib.suppress(OSError):
                if not Path(folder, file).is_symlink():
                    Path(folder, file).chmod(0o600)


def _sweep(path: Path) -> None:
    """Delete what killed processes left half written of this file, once nobody can be writing it."""
    begin = f".{path.name}."
    # By hand: a pattern for each of a thousand files in a folder takes seconds to compile.
    with os.scandir(path.parent) as entries:
        left = [e for e in entries if e.name.startswith(begin) and e.name.endswith(".tmp")]
    for entry in left:
        with contextlib.suppress(OSError):
            if time.time() - entry.stat().st_mtime > LEFT_SECONDS:
                Path(entry).unlink()


def append_durably(path: Path, data: bytes, *, sync: bool = True) -> None:
    """Add whole lines to the end of a file; with `sync` they are on disk when this returns.

    A last line cut off by a crash is closed first, so that it spoils no later one.
    Raises CatalogueError naming the file.
    """
    try:
        make_folder(path.parent)
        new = not path.exists()
        with path.open("ab") as stream:
            size = stream.tell()
            if size:
                with path.open("rb") as reader:
                    reader.seek(size - 1)
                    if reader.read(1) != b"\n":
                        data = b"\n" + data
            try:
                stream.write(data)
                stream.flush()
                if sync:
                    os.fsync(stream.fileno())
            except OSError:
                with contextlib.suppress(OSError):
                    os.ftruncate(stream.fileno(), size)
                raise
        if new:
            sync_folder(path.parent)
    except OSError as error:
        raise CatalogueError(f"{path}: cannot be written: {error.strerror}; nothing was changed") from error


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


@contextlib.contextmanager
def locked(cache: Path) -> Iterator[None]:
    """Hold the workspace's write lock; it ends with the process, however that ends.

    Raises ConflictError if another process keeps it for longer than LOCK_SECONDS.
    """
    from filelock import FileLock, Timeout

    try:
        make_private_file(cache / "write.lock")
        lock = FileLock(cache / "write.lock", timeout=LOCK_SECONDS, mode=0o600)
        lock.acquire()
    except Timeout as error:
        raise ConflictError(
            f"{cache.parent}: another translate-flow is writing here; try again when it has ended"
        ) from error
    except OSError as error:
        raise CatalogueError(f"{cache}: cannot be written: {error.strerror}") from error
    try:
        yield
    finally:
        lock.release()
