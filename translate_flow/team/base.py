"""The database of accounts: one small face to SQLite and to PostgreSQL, and the schema's numbered files.

The SQL is the part that both understand. Values go in by `?`. A time is whole seconds since 1970.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

from ..errors import Away, WorkspaceError
from ..files.messages import CANNOT_BE_WRITTEN, DISK_FULL, cause
from ..messages import verbatim
from .messages import DAMAGED, DATABASE_AWAY, DATABASE_NOT_USABLE, OLD_SCHEMA, STUCK, UNKNOWN_SCHEMA
from .pulse import Pulse

Row = Sequence[Any]
CHANNEL = "desk"
"""Where the desks and workers of a team hear of one another (PostgreSQL, NOTIFY)."""
WAIT_SECONDS = 5.0
"""How long a request waits for the database."""
BELIEVED_SECONDS = 1.0
"""How long a connection that worked is believed to work."""
LOCK_SECONDS = 10.0
"""How long one waits for what another is changing; longer than any of it takes, so that somebody is stuck."""
IDLE_SECONDS = 4.0
"""How long somebody may do nothing in the middle of a change before it is undone, and others go on: a desk that the
system has stopped would keep a statement from everybody. One that is at work says so (`pulse`)."""
_LOCK = 0x7466
"""Number of the lock that changes done together take; any, if nothing else in the database uses it."""


class Base(Protocol):
    """An open database."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """Folders of the schema's files that are for it."""

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Run one statement; what it returns."""

    def script(self, text: str) -> None:
        """Run the statements of a file."""

    def together(self) -> Any:
        """A context in which what this thread runs is done wholly or not at all."""

    def close(self) -> None:
        """Let it go."""


def migrations(kinds: Sequence[str] = ("",)) -> list[tuple[int, str]]:
    """Number and text of each of the schema's files in these folders, in order."""
    schema = files("translate_flow.team").joinpath("schema")
    folders = [schema.joinpath(kind) if kind else schema for kind in kinds]
    return sorted(
        (int(f.name[:3]), f.read_text("utf-8"))
        for folder in folders
        for f in folder.iterdir()
        if f.name.endswith(".sql")
    )


def migrate(base: Base) -> None:
    """Bring the schema up to date. Raises WorkspaceError for one that a newer version of the program made."""
    with base.together():
        base.rows("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT PRIMARY KEY)")
        done = {row[0] for row in base.rows("SELECT version FROM schema_version")}
        known = dict(migrations(base.kinds))
        if unknown := done - known.keys():
            raise WorkspaceError(UNKNOWN_SCHEMA(version=max(unknown), known=max(known)))
        for number, text in known.items():
            if number not in done:
                base.script(text)
                base.rows("INSERT INTO schema_version VALUES (?)", number)


class SqliteBase:
    """A file of its owner's alone, or (without a path) a database that is gone with the program."""

    kinds = ("",)

    def __init__(self, path: Path | None) -> None:
        """Raises WorkspaceError if the file cannot be used."""
        self._lock = threading.RLock()
        self._deep = 0
        try:
            if path is not None:
                _private(path)
            self._connection = sqlite3.connect(
                str(path or ":memory:"), isolation_level=None, check_same_thread=False, timeout=20
            )
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute("PRAGMA synchronous=FULL")
            self._connection.execute("PRAGMA foreign_keys=ON")
            migrate(self)
        except OSError as error:
            raise WorkspaceError(CANNOT_BE_WRITTEN(file=str(path), cause=cause(error))) from error
        except sqlite3.DatabaseError as error:
            name = getattr(error, "sqlite_errorname", "")
            if name.startswith("SQLITE_FULL"):
                raise WorkspaceError(DISK_FULL(file=str(path))) from error
            if name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM")):
                raise WorkspaceError(CANNOT_BE_WRITTEN(file=str(path), cause=verbatim(str(error)))) from error
            raise WorkspaceError(DAMAGED(file=str(path), cause=str(error))) from error

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Run one statement; what it returns."""
        with self._lock:
            return self._connection.execute(sql, values).fetchall()

    def script(self, text: str) -> None:
        """Run the statements of a file."""
        bare = "\n".join(line for line in text.split("\n") if not line.startswith("--"))
        for statement in filter(str.strip, bare.split(";")):
            self.rows(statement)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Wholly or not at all; others, in this process and in others, wait."""
        with self._lock:
            if self._deep:
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            self._deep += 1
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            else:
                self._connection.execute("COMMIT")
            finally:
                self._deep -= 1

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._connection.close()


def _private(path: Path) -> None:
    """Make folder and file so that nobody else may read them, and git leaves them out."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    ignore = path.parent / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", "utf-8")
    path.touch(0o600)


class PostgresBase:
    """A PostgreSQL database, which several desks share."""

    kinds = ("", "postgresql")

    def __init__(self, dsn: str, *, migrating: bool = False) -> None:
        """With `migrating`, an older schema is brought up to date; an empty database gets one in any case.

        Raises Away if it does not answer, WorkspaceError for a schema of another version.
        """
        import psycopg
        from psycopg_pool import ConnectionPool

        from .patience import PatientConnection

        self.dsn = dsn
        self._here, self._pulse = threading.local(), Pulse()
        self._away, self._trying = False, threading.Lock()
        self._pool = ConnectionPool(
            dsn,
            connection_class=PatientConnection,
            min_size=1,
            max_size=12,
            timeout=WAIT_SECONDS,
            reconnect_timeout=WAIT_SECONDS,
            kwargs={"autocommit": True, "connect_timeout": int(WAIT_SECONDS)},
            configure=_patient,
            check=_still_there,
            open=True,
        )
        try:
            done = self.versions()
            if done and not migrating and (lacking := dict(migrations(self.kinds)).keys() - done):
                raise WorkspaceError(OLD_SCHEMA(version=max(done), known=max(lacking)))
            if lacks_all_or_some(self, done):
                with self.together():
                    migrate(self)
                    if self.rows("SELECT to_regclass('procrastinate_jobs') IS NULL")[0][0]:
                        self.script(files("procrastinate.sql").joinpath("schema.sql").read_text("utf-8"))
        except psycopg.Error as error:
            self.close()
            raise WorkspaceError(DATABASE_NOT_USABLE(cause=str(error).split("\n")[0])) from error
        except BaseException:
            self.close()
            raise

    def versions(self) -> set[int]:
        """Numbers of the schema's files that the database has; none of an empty one."""
        if self.rows("SELECT to_regclass('schema_version') IS NULL")[0][0]:
            return set()
        return {int(row[0]) for row in self.rows("SELECT version FROM schema_version")}

    @contextmanager
    def _connection(self) -> Iterator[Any]:
        """The one this thread is in the middle of something with, else any."""
        mine = getattr(self._here, "connection", None)
        if mine is not None:
            yield mine
            return
        with self.apart() as connection:
            yield connection

    @contextmanager
    def apart(self) -> Iterator[Any]:
        """A connection by itself, in no transaction, whatever this thread is in the middle of. Raises Away."""
        import psycopg
        from psycopg_pool import PoolTimeout

        from .patience import Hung

        try:
            with self._got() as connection:
                yield connection
        except Hung as error:
            self._away = True
            raise Away(DATABASE_AWAY()) from error
        except psycopg.errors.LockNotAvailable as error:
            raise Away(STUCK()) from error
        except (
            psycopg.OperationalError,
            psycopg.InterfaceError,
            psycopg.errors.IdleInTransactionSessionTimeout,
            PoolTimeout,
        ) as error:
            raise Away(DATABASE_AWAY()) from error

    @contextmanager
    def _got(self) -> Iterator[Any]:
        """One of the pool's. Where none could be had, one thread tries again, and the others are told at once."""
        from psycopg_pool import PoolTimeout

        first = self._away and self._trying.acquire(blocking=False)
        if self._away and not first:
            raise Away(DATABASE_AWAY())
        try:
            connection = self._pool.getconn()
            self._away = False
        except PoolTimeout:
            self._away = True
            raise
        finally:
            if first:
                self._trying.release()
        try:
            with connection:
                yield connection
        finally:
            self._pool.putconn(connection)

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Run one statement; what it returns."""
        with self._connection() as connection:
            cursor = connection.execute(sql.replace("?", "%s"), values)
            return cursor.fetchall() if cursor.description else []

    def script(self, text: str) -> None:
        """Run the statements of a file."""
        with self._connection() as connection:
            connection.execute(text)

    @contextmanager
    def transaction(self) -> Iterator[Any]:
        """What this thread runs is done wholly or not at all; its connection."""
        if (mine := getattr(self._here, "connection", None)) is not None:
            yield mine
            return
        with self._connection() as connection:
            with connection.transaction() as change, self._pulse.kept(connection):
                self._here.connection = connection
                try:
                    yield connection
                finally:
                    self._here.connection = None
            # Where it was found lost meanwhile, psycopg leaves without a word.
            if change.status is not change.Status.COMMITTED:
                raise Away(DATABASE_AWAY())

    @contextmanager
    def together(self) -> Iterator[None]:
        """Wholly or not at all; others who change something together wait, at all desks."""
        with self.transaction() as connection:
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
            yield

    def close(self) -> None:
        """Let the connections go."""
        self._pulse.close()
        self._pool.close()


def _patient(connection: Any) -> None:
    """Let nobody wait for ever, nor keep others waiting."""
    connection.execute(
        "SELECT set_config('lock_timeout', %s, false), set_config('idle_in_transaction_session_timeout', %s, false)",
        (f"{LOCK_SECONDS:.3f}s", f"{IDLE_SECONDS:.3f}s"),
    )


def _still_there(connection: Any) -> None:
    """Raise if a connection is gone; one that was in use a moment ago is believed, which saves a question each time."""
    from psycopg_pool import ConnectionPool

    now = time.monotonic()
    if now - getattr(connection, "believed", 0.0) > BELIEVED_SECONDS:
        ConnectionPool.check_connection(connection)
    connection.believed = now


def lacks_all_or_some(base: PostgresBase, done: set[int]) -> bool:
    """Whether the database's schema is another than this program's."""
    return done != {number for number, _ in migrations(base.kinds)}


def open_base(dsn: str, path: Path) -> Base:
    """The database of a DSN, or without one the file. Raises WorkspaceError, Away."""
    return PostgresBase(dsn) if dsn else SqliteBase(path)
