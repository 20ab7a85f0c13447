"""What reading a document found, kept for the rebuild that mostly follows.

A rebuild writes into the trees of the parts, so what is kept is handed out once.
"""

from __future__ import annotations

from threading import Lock
from typing import Generic, TypeVar

Found = TypeVar("Found")


class KeptReading(Generic[Found]):
    """The result of the last reading, by the file's bytes and its name in messages."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._key: tuple[str, bytes] | None = None
        self._found: Found | None = None

    def keep(self, data: bytes, name: str, found: Found) -> None:
        """Keep the result of a reading in place of the one before."""
        with self._lock:
            self._key, self._found = (name, data), found

    def take(self, data: bytes, name: str) -> Found | None:
        """The result of reading just this file, if it was the last and nobody has taken it."""
        with self._lock:
            if self._found is None or self._key != (name, data):
                return None
            found, self._key, self._found = self._found, None, None
            return found
