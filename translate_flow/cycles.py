"""Work during which Python need not look for cycles of references."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for cycles meanwhile, for work that makes none and holds much: it would take a fifth of the time.

    Nor is what was made searched at the end: frozen and thawed it counts as old. May be nested, and put before a
    function as a decorator. In a program with several threads nothing is changed: it would be for all of them.
    """
    if threading.active_count() > 1:
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
