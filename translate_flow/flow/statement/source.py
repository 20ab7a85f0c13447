"""A statement's source file."""

from __future__ import annotations

from pathlib import Path

from ...errors import ReadError
from ...files.messages import CANNOT_BE_READ
from ...files.messages import cause as because
from .messages import NO_SUCH_FILE


def read_source(path: Path) -> bytes:
    """A source file's bytes. Raises ReadError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError(NO_SUCH_FILE(file=str(path))) from None
    except OSError as error:
        raise ReadError(CANNOT_BE_READ(file=str(path), cause=because(error))) from error
