"""A PostgreSQL server of the tests' own, on a unix socket: Debian's, started when the first test asks for it."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

USER = "tf"
_OPTIONS = "-c listen_addresses= -c shared_buffers=32MB -c max_connections=60 -c log_min_messages=fatal"
_CARELESS = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"
"""For tests that nothing hangs on but their own time."""


def programs() -> Path:
    """Folder of initdb and pg_ctl. Without them the test is left out with a word, and fails under CI=true."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3].split(".")[0])
    )
    if found:
        return found[-1].parent
    here = shutil.which("initdb")
    if here is not None:
        return Path(here).resolve().parent
    word = "PostgreSQL is not installed; make setup installs it (apt-get install postgresql)"
    if os.environ.get("CI") == "true":
        pytest.fail(word)
    pytest.skip(word)


@dataclass
class Cluster:
    """A running server."""

    folder: Path
    bin: Path
    durable: bool = False
    """Whether what is acknowledged survives a power failure, which takes time."""
    _made: list[str] = field(default_factory=list)

    def _run(self, program: str, *arguments: str) -> None:
        # initdb and the server refuse to run as root; Debian's package makes a user for them.
        command = [str(self.bin / program), *arguments]
        if os.getuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL)

    def make(self) -> None:
        """A new cluster, begun."""
        if os.getuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        self._run("initdb", "-D", f"{self.folder}/data", "-A", "trust", "-E", "UTF8", "-U", USER, "--no-sync", "--locale=C.UTF-8")  # fmt: skip
        self.start()

    def start(self) -> None:
        """Begin, and wait until it answers."""
        options = f"{_OPTIONS} {'' if self.durable else _CARELESS} -c unix_socket_directories={self.folder}"
        self._run(
            "pg_ctl", "-D", f"{self.folder}/data", "-l", f"{self.folder}/log", "-w", "-o", options, "start"
        )

    def stop(self) -> None:
        """End as a power failure would."""
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "-w", "stop")

    @property
    def postmaster(self) -> int:
        """Number of the server's first process."""
        pid = self.folder / "data" / "postmaster.pid"
        return int(pid.read_text().split()[0])

    @property
    def down(self) -> bool:
        """Whether it has ended."""
        command = [str(self.bin / "pg_ctl"), "-D", f"{self.folder}/data", "status"]
        if os.getuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        return subprocess.run(command, check=False, cwd="/", stdout=subprocess.DEVNULL).returncode != 0

    def dsn(self, database: str) -> str:
        """How to reach a database."""
        return f"host={self.folder} user={USER} dbname={database}"

    def database(self, template: str = "template1") -> str:
        """How to reach a new database, made as a copy of that one."""
        name = f"t{len(self._made)}"
        self._made.append(name)
        self.run(f'CREATE DATABASE {name} TEMPLATE "{template}"')
        return self.dsn(name)

    def run(self, *statements: str, database: str = "postgres") -> None:
        """Run statements as the one who may do everything."""
        import psycopg

        with psycopg.connect(self.dsn(database), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)

    def owned(self) -> str:
        """How a user who may do nothing but own it reaches a new database."""
        dsn = self.database()
        name = dsn.rsplit("=", 1)[1]
        self.run(
            "DO $$ BEGIN CREATE ROLE desk LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
            f"ALTER DATABASE {name} OWNER TO desk",
        )
        self.run("ALTER SCHEMA public OWNER TO desk", database=name)
        return dsn.replace(f"user={USER}", "user=desk")


@contextmanager
def cluster(*, durable: bool = False) -> Iterator[Cluster]:
    """A cluster for the tests of one process."""
    where = programs()
    # Short: the path of a socket has at most 107 bytes.
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder:
        made = Cluster(Path(folder), where, durable)
        made.make()
        try:
            yield made
        finally:
            made.stop()
