"""PostgreSQL as its administrator sees it: databases made and let go, dumped and filled, by its own programs.

Root runs them as PostgreSQL's own user, anybody else as they are. What the DSN says goes to them by their environment:
a password in it is not on a list of processes.
"""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from ...errors import UpkeepError, UsageError
from ..memory.filling import TABLES
from ..messages import DATABASE_NOT_USABLE
from .messages import DATABASE_NOT_EMPTY, FAILED, HELD_BY_ROW_SECURITY, NO_DATABASE_NAME
from .place import OWNER
from .programs import as_user, complaint, plain_english, run

_WITHOUT_MEMORY = [f"--exclude-table-data={table}" for table in (*TABLES, "memory_made")]
"""What can be made again from the files."""


@dataclass(frozen=True, slots=True)
class Database:
    """One database of a server."""

    dsn: str
    """What libpq takes."""

    def __post_init__(self) -> None:
        """Raises UsageError for a DSN that is none or names no database."""
        if not self._parts().get("dbname") or "=" in self.name:
            raise UsageError(NO_DATABASE_NAME(dsn=self.dsn))

    def _parts(self) -> dict[str, str]:
        import psycopg
        from psycopg.conninfo import conninfo_to_dict

        try:
            return {key: str(value) for key, value in conninfo_to_dict(self.dsn).items() if value is not None}
        except psycopg.Error as error:
            raise UsageError(DATABASE_NOT_USABLE(cause=str(error).split("\n")[0])) from error

    @property
    def name(self) -> str:
        """Its name."""
        return self._parts().get("dbname", "")

    @property
    def user(self) -> str:
        """The role that it is opened as; empty: that of the system's user."""
        return self._parts().get("user", "")

    def named(self, name: str) -> Database:
        """Another on the same server."""
        from psycopg.conninfo import make_conninfo

        return Database(make_conninfo(self.dsn, dbname=name))

    def environment(self) -> dict[str, str]:
        """The DSN as the variables that PostgreSQL's programs read."""
        from psycopg.pq import Conninfo

        variables = {o.keyword.decode(): o.envvar.decode() for o in Conninfo.get_defaults() if o.envvar}
        said = {variables[key]: value for key, value in self._parts().items() if key in variables}
        return {"PGCONNECT_TIMEOUT": "10", **said, "PGCLIENTENCODING": "UTF8"}

    def ask(self, sql: str) -> list[list[str]]:
        """Rows of texts. Raises UpkeepError."""
        words = ("psql", "-X", "-A", "-t", "-q", "-F", "\x1f", "-v", "ON_ERROR_STOP=1", "-f", "-")
        told = run(*words, user=OWNER, said=sql.encode(), more=self.environment())
        return [line.split("\x1f") for line in told.decode().splitlines()]

    def one(self, sql: str) -> str:
        """The one value of the one row; empty if there is none. Raises UpkeepError."""
        rows = self.ask(sql)
        return rows[0][0] if rows else ""

    def there(self) -> bool:
        """Whether the server has such a database. Raises UpkeepError if it does not answer."""
        listed = self.named("postgres").ask("SELECT datname FROM pg_database")
        return [self.name] in listed

    def make(self) -> None:
        """A new, empty database. Raises UpkeepError."""
        self.named("postgres").ask(f"CREATE DATABASE {quoted(self.name)} TEMPLATE template0 ENCODING 'UTF8'")

    def drop(self) -> None:
        """Without it. Raises UpkeepError."""
        self.named("postgres").ask(f"DROP DATABASE IF EXISTS {quoted(self.name)} WITH (FORCE)")

    def must_be_empty(self) -> None:
        """Raise UsageError if it has tables."""
        tables = "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        if self.one(tables) != "0":
            raise UsageError(DATABASE_NOT_EMPTY(name=self.name))

    def counts(self) -> dict[str, int]:
        """How many statements, events and accounts a team's database has, and its schema's version."""
        wanted = {
            "statements": "count(*) FROM statement", "events": "count(*) FROM event",
            "accounts": "count(*) FROM account", "schema": "max(version) FROM schema_version",
        }  # fmt: skip
        [row] = self.ask("SELECT " + ", ".join(f"(SELECT {of})" for of in wanted.values()))
        return {name: int(value or 0) for name, value in zip(wanted, row, strict=True)}

    @contextlib.contextmanager
    def dumped(self) -> Iterator[IO[bytes]]:
        """All of it as pg_dump gives it, of one moment. Raises UpkeepError after the block if it was not all.

        Row security would leave rows out without a word: who is held by it is refused.
        """
        held = "SELECT NOT (rolsuper OR rolbypassrls) FROM pg_roles WHERE rolname = current_user"
        if self.one(held) == "t":
            raise UsageError(HELD_BY_ROW_SECURITY())
        words = ["pg_dump", "--format=custom", "--compress=0", "--no-owner", "--no-acl", *_WITHOUT_MEMORY]
        process = subprocess.Popen(
            as_user(OWNER, words), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            cwd="/", env=plain_english(self.environment(), OWNER),
        )  # fmt: skip
        assert process.stdout is not None and process.stderr is not None
        with process:
            try:
                yield process.stdout
            except BaseException:
                process.kill()
                raise
            told = process.stderr.read()
        if process.returncode != 0:
            raise UpkeepError(FAILED(program="pg_dump", cause=complaint(told)))

    def fill(self, dump: IO[bytes]) -> None:
        """Bring a dump into the empty database, all or nothing. Raises UpkeepError."""
        words = [
            "pg_restore", "--exit-on-error", "--single-transaction", "--no-owner", "--no-acl", "-d", self.name,
        ]  # fmt: skip
        done = subprocess.run(
            as_user(OWNER, words), stdin=dump, capture_output=True, check=False, cwd="/",
            env=plain_english(self.environment(), OWNER),
        )  # fmt: skip
        if done.returncode != 0:
            raise UpkeepError(FAILED(program="pg_restore", cause=complaint(done.stderr)))


def quoted(name: str) -> str:
    """A name as SQL takes it, whatever is in it."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as SQL takes it."""
    return "'" + text.replace("'", "''") + "'"
