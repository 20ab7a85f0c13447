"""Which files this process has written lately: who keeps what many files say looks at these alone."""

from __future__ import annotations

import threading
from collections import deque
from itertools import islice
from pathlib import Path

KEPT = 4096
"""Files remembered; whoever asks later than that looks at all."""
_lock = threading.Lock()
_written: deque[str] = deque(maxlen=KEPT)
_count = 0


def note(path: Path) -> None:
    """The file may be another now."""
    global _count
    with _lock:
        _written.append(str(path))
        _count += 1


def noted() -> int:
    """How many were noted so far."""
    return _count


def since(count: int) -> tuple[int, set[str] | None]:
    """How many were noted so far, and the paths of those after the first `count`; None if they are not known any more."""
    with _lock:
        new = _count - count
        if new > len(_written):
            return _count, None
        return _count, set(islice(reversed(_written), new))
