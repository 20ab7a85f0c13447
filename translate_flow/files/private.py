"""Folders and files that nobody but their owner may read."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

PRIVATE = ".translate-flow"
"""Folder whose files nobody but their owner may read: texts being typed, and copies of confidential ones."""


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
