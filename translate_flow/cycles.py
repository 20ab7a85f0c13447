"""Work during which Python need not look for cycles of references."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected(*, among_threads: bool = False) -> Iterator[None]:
    """No search for cycles meanwhile, for work that makes none and holds much: it would take a fifth of the time.

    Nor is what was made searched at the end: frozen and thawed it counts as old. May be nested, and put before a
    function as a decorator. In a program with several threads nothing is changed, for it would be for all of them:
    but `among_threads`, for work of less than a second that only one thread does at a time.
    """
    if threading.active_count() > 1 and not among_threads:
        yield
        return
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
