"""One writer at a time, on file systems with locks and without."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from collections.abc import Iterator
from pathlib import Path

from ..errors import CatalogueError, ConflictError
from .messages import CANNOT_BE_LOCKED, CANNOT_BE_WRITTEN, LOCKED, LOCKED_BY_FILE, cause
from .private import make_private_file

LOCK_SECONDS = 20
"""How long a command waits for another that is writing the same workspace."""
_NO_LOCKS = frozenset({errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK, errno.EINVAL})
"""What file systems answer that know no locks."""


def lock_file(handle: int, *, wait: bool) -> bool | None:
    """Whether the open file is now locked for us; None where files cannot be locked."""
    try:
        import fcntl
    except ImportError:  # pragma: no cover - Windows
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno in _NO_LOCKS:
            return None
        raise
    return True


@contextlib.contextmanager
def locked(cache: Path, name: str = "write", seconds: float = LOCK_SECONDS) -> Iterator[None]:
    """Hold the workspace's lock of that name; it ends with the process, however that ends.

    On a file system without locks, a file that only one process can make takes its place; one whose
    process is gone counts for nothing. Raises ConflictError if another process keeps it for longer
    than `seconds`.
    """
    try:
        make_private_file(cache / f"{name}.lock")
        handle = os.open(cache / f"{name}.lock", os.O_RDWR | os.O_CLOEXEC)
    except OSError as error:
        raise CatalogueError(CANNOT_BE_WRITTEN(file=str(cache), cause=cause(error))) from error
    stand_in = cache / f"{name}.pid"
    try:
        real = _wait(handle, stand_in, seconds)
        try:
            yield
        finally:
            if not real:
                _held.discard(stand_in)
                stand_in.unlink(missing_ok=True)
    finally:
        os.close(handle)


_held: set[Path] = set()
"""Files that stand for locks which this process holds."""


def _wait(handle: int, stand_in: Path, seconds: float) -> bool:
    """Wait for our turn; whether the lock is a real one. Raises ConflictError, CatalogueError."""
    until = time.monotonic() + seconds
    pause = 0.001
    while True:
        try:
            mine = lock_file(handle, wait=False)
            if mine or (mine is None and _claim(stand_in)):
                return mine is not None
        except OSError as error:
            raise CatalogueError(CANNOT_BE_LOCKED(folder=str(stand_in.parent), cause=cause(error))) from error
        if time.monotonic() > until:
            folder = str(stand_in.parent.parent)
            raise ConflictError(
                LOCKED_BY_FILE(folder=folder, file=str(stand_in)) if mine is None else LOCKED(folder=folder)
            )
        time.sleep(pause)
        pause = min(0.05, pause * 2)


def _claim(path: Path) -> bool:
    """Make the file that stands for the lock, with our process in it; False if a living one has it."""
    import platform

    with contextlib.suppress(FileNotFoundError, ValueError):
        host, number = path.read_text("utf-8").split()
        owner = int(number)
        mine = owner == os.getpid()
        if host == platform.node() and (path not in _held if mine else not _alive(owner)):
            path.unlink(missing_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except FileExistsError:
        return False
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(f"{platform.node() or '-'} {os.getpid()}")
    _held.add(path)
    return True


def _alive(process: int) -> bool:
    """Whether there is a process of that number."""
    if os.name == "nt":  # pragma: no cover - asking there would end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
