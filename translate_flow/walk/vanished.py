"""When the terminal is gone: its window closed, the connection lost, whoever opened it ended."""

from __future__ import annotations

import os
import select
import sys
import threading
import time
from collections.abc import Callable

LEAVE_SECONDS = 5.0
"""How long after the terminal vanished the walk may take to end by itself."""
HUNG_UP = 129
"""Exit code of a process ended by SIGHUP, as shells report it."""


def watch(end: Callable[[], None], busy: threading.Lock) -> None:
    """Call `end`, in another thread, when the terminal at the standard input is gone, and end the process if it is
    still there `LEAVE_SECONDS` later: the thread that writes the screen dies with the terminal, and whoever hands
    it the next line then waits for ever. While `busy` is held (by a person's own editor, which may have a window of
    its own) nothing is ended.

    No signal is needed: in a session of its own, or where SIGHUP is ignored, none comes.
    """
    threading.Thread(target=_wait, args=(end, busy), name="terminal", daemon=True).start()


def _wait(end: Callable[[], None], busy: threading.Lock) -> None:
    asking = select.poll()
    # Hang-up and errors are always reported; what is typed is not asked for.
    asking.register(sys.__stdin__ or 0, 0)
    while not asking.poll():
        pass
    with busy:
        end()
    time.sleep(LEAVE_SECONDS)
    os._exit(HUNG_UP)
