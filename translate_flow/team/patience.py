"""A connection that waits for a database at work as long as it takes, and not for one that hangs.

A database whose processes are stopped, such as those of a frozen container, breaks no connection: whoever asked it
something would wait until it goes on. After a few seconds without an answer somebody knocks; if nobody opens, the
connection is given up. What was asked may be done when the database goes on; a page that sends it again is told the
same as if it had been answered the first time.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

PATIENCE_SECONDS = 5.0
"""How long nothing is heard until it is asked whether anybody is there."""
KNOCK_SECONDS = 3
"""How long is waited for the answer to that."""
LONG_SECONDS = 60.0
"""Either, where nobody waits for what is done, and much would have to be done again."""


class Hung(psycopg.OperationalError):
    """The database is there, and does nothing."""


class PatientConnection(psycopg.Connection[Any]):
    """A connection that is given up when the database hangs."""

    _long = False

    @contextmanager
    def at_length(self) -> Iterator[None]:
        """Within it, a machine that is too busy to let anybody in is waited for longer: nobody waits for the answer."""
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
        """Whether the database lets somebody in, which one that is only busy does."""
        seconds = int(LONG_SECONDS) if self._long else KNOCK_SECONDS
        try:
            psycopg.connect(self.info.dsn, password=self.info.password, connect_timeout=seconds).close()
        except psycopg.Error as error:
            # Full, or ending just now: that was an answer.
            return error.sqlstate is not None
        return True
