"""A statement's source file."""

from __future__ import annotations

from pathlib import Path

from ...errors import ReadError


def read_source(path: Path) -> bytes:
    """A source file's bytes. Raises ReadError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError(f"{path}: no such file") from None
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror}") from error
