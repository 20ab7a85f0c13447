"""Files that this process wrote recently, so that a cache of many files need check only these."""

from __future__ import annotations

import threading
from collections import deque
from itertools import islice
from pathlib import Path

KEPT = 4096
"""Number of files remembered; whoever has missed more than that must check all files."""
_lock = threading.Lock()
_written: deque[str] = deque(maxlen=KEPT)
_count = 0


def note(path: Path) -> None:
    """Record that the file may have changed."""
    global _count
    with _lock:
        _written.append(str(path))
        _count += 1


def noted() -> int:
    """Number of files recorded so far."""
    return _count


def since(count: int) -> tuple[int, set[str] | None]:
    """Number of files recorded so far, and the paths of those after the first `count`; None if no longer remembered."""
    with _lock:
        new = _count - count
        if new > len(_written):
            return _count, None
        return _count, set(islice(reversed(_written), new))
