"""Changes that take their time are kept from being undone, and those of a process that the system has stopped are not.

PostgreSQL undoes a change in the middle of which somebody does nothing for a few seconds, so that a desk which was
stopped keeps a statement from nobody for long. A desk that is at work, on a long file or on a busy machine, says so.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from typing import Any

BEAT_SECONDS = 0.5
"""How often it is said; well below `base.IDLE_SECONDS`."""


class Pulse:
    """Asks nothing of every connection in the middle of a change that takes longer than a moment."""

    def __init__(self) -> None:
        self._held: dict[Any, int] = {}
        """Connections, and at how many beats they were found in the same change."""
        self._lock, self._over = threading.Lock(), threading.Event()
        self._thread: threading.Thread | None = None

    @contextlib.contextmanager
    def kept(self, connection: Any) -> Iterator[None]:
        """What is changed by the connection within is not undone while this process is at work."""
        with self._lock:
            self._held[connection] = 0
            if self._thread is None:
                self._thread = threading.Thread(target=self._beat, name="pulse", daemon=True)
                self._thread.start()
        try:
            yield
        finally:
            with self._lock:
                self._held.pop(connection, None)

    def _beat(self) -> None:
        while not self._over.wait(BEAT_SECONDS):
            with self._lock:
                waiting = [connection for connection, beats in self._held.items() if beats]
                self._held = {connection: beats + 1 for connection, beats in self._held.items()}
            for connection in waiting:
                self._say(connection)

    def _say(self, connection: Any) -> None:
        import psycopg
        from psycopg.pq import TransactionStatus

        # One that is being asked something is not idle, and would be waited for.
        if connection.info.transaction_status == TransactionStatus.INTRANS:
            with contextlib.suppress(psycopg.Error):  # whoever holds it is told
                connection.execute("SELECT 1")

    def close(self) -> None:
        """No more beats."""
        self._over.set()
        if self._thread is not None:
            self._thread.join(1)
