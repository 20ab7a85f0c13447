"""Reading a workspace's files, which are files: a pipe would never end, and a device may be anything."""

from __future__ import annotations

import errno
import stat
from pathlib import Path


def must_be_regular(path: Path) -> None:
    """Raise OSError if there is something else than a file: opening a pipe waits for somebody to write into it."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "is a folder", str(path))
    if not stat.S_ISREG(mode):
        raise OSError(errno.ENXIO, "is not a file", str(path))


def bytes_of(path: Path) -> bytes:
    """All bytes of a file. Raises OSError."""
    must_be_regular(path)
    return path.read_bytes()
