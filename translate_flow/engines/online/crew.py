"""A few threads that work through tasks and never keep the process from ending."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from queue import SimpleQueue

_WAKE = 0.2
"""Seconds after which a waiting thread looks for a Ctrl-C that came just before it fell asleep."""


class Crew:
    """Daemon workers. Those of `ThreadPoolExecutor` are waited for when the process ends.

    Without that, a Ctrl-C that leaves a half-used generator behind would hang until the
    last request under way has met its deadline.
    """

    def __init__(self, size: int, name: str) -> None:
        """Up to `size` threads, called `name`, each started when there is a task for it."""
        self._tasks: SimpleQueue[tuple[Future[str], Callable[[], str]] | None] = SimpleQueue()
        self._size = size
        self._name = name
        self._threads: list[threading.Thread] = []

    def submit(self, work: Callable[[], str]) -> Future[str]:
        """What the work will return or raise, once a worker has done it."""
        future: Future[str] = Future()
        self._tasks.put((future, work))
        if len(self._threads) < self._size:
            self._threads.append(threading.Thread(target=self._body, name=self._name, daemon=True))
            self._threads[-1].start()
        return future

    def end(self) -> None:
        """Return when every worker has ended; tasks not begun must have been cancelled by then."""
        for _ in self._threads:
            self._tasks.put(None)
        for thread in self._threads:
            thread.join()

    def _body(self) -> None:
        while (task := self._tasks.get()) is not None:
            future, work = task
            if not future.set_running_or_notify_cancel():
                continue
            try:
                result = work()
            except Exception as error:
                # Not ours to judge: raised again in the thread that waits for the future.
                future.set_exception(error)
            else:
                future.set_result(result)


def awaited(future: Future[str]) -> str:
    """What the work returned or raised; a Ctrl-C is heard at once or within a moment.

    A signal that arrives between the interpreter's last look and the wait of the system for a
    lock does not end that wait; the wait is therefore taken in short turns.
    """
    while not wait([future], timeout=_WAKE).done:
        pass
    return future.result()
