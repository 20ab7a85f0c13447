"""A connection that waits as long as it takes for a busy database, but gives up one that hangs.

A database whose processes are stopped, such as those of a frozen container, does not break the connection:
a query would wait until it resumes. After a few seconds without an answer a second connection is tried; if that is not
accepted, the first is given up. The query may still be executed once the database resumes; a page that sends it again
gets the same answer as if the first attempt had succeeded.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

PATIENCE_SECONDS = 5.0
"""How long to wait for data before checking whether the database still accepts connections."""
KNOCK_SECONDS = 3
"""How long to wait for that check."""
LONG_SECONDS = 60.0
"""Both of these for long operations that nobody waits for and that would be expensive to repeat."""


class Hung(psycopg.OperationalError):
    """The database can be reached but does not respond."""


class PatientConnection(psycopg.Connection[Any]):
    """A connection that is given up when the database hangs."""

    _long = False

    @contextmanager
    def at_length(self) -> Iterator[None]:
        """Be more patient with a machine that is too busy to accept connections, for work that nobody is waiting for."""
        self._long = True
        try:
            yield
        finally:
            self._long = False

    def wait(self, gen: Any, *more: Any, **how: Any) -> Any:
        """Wait as psycopg does. Raises Hung, and then it is closed."""
        return super().wait(self._looking(gen), *more, **how)

    def _looking(self, gen: Any) -> Generator[Any, Any, Any]:
        heard = time.monotonic()
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                if ready:
                    heard = time.monotonic()
                elif time.monotonic() - heard > (LONG_SECONDS if self._long else PATIENCE_SECONDS):
                    if not self._opens():
                        self.pgconn.finish()
                        raise Hung("the database does not answer")
                    heard = time.monotonic()
                wanted = gen.send(ready)
        except StopIteration as ended:
            return ended.value

    def _opens(self) -> bool:
        """Whether the database accepts a new connection; one that is merely busy does."""
        seconds = int(LONG_SECONDS) if self._long else KNOCK_SECONDS
        try:
            psycopg.connect(self.info.dsn, password=self.info.password, connect_timeout=seconds).close()
        except psycopg.Error as error:
            # Full, or ending just now: that was an answer.
            return error.sqlstate is not None
        return True
