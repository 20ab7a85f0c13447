"""The disk of the database is full: what cannot be kept is refused, what was acknowledged stays, and it goes on after
somebody has made room."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from translate_flow.errors import Away
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.statement.storage import keep_elsewhere
from translate_flow.flow.statement.work import Work
from translate_flow.team.base import PostgresBase
from translate_flow.team.events import EventTable
from translate_flow.workspace import Workspace

from ..desk.conftest import make_workspace
from ..postgres import Cluster, programs
from .conftest import OPEN, TEXTS

MEGABYTES = 160
"""Of the disk: a cluster takes some sixty, and its log is written in files of sixteen."""


@pytest.fixture
def disk() -> Iterator[Path]:
    """A small disk, in memory; only root can have one made."""
    with tempfile.TemporaryDirectory(prefix="pg", dir="/tmp") as folder:
        if shutil.which("mount") is None or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", folder], check=False, capture_output=True
        ).returncode:  # fmt: skip
            pytest.skip("a small disk can only be made by root, outside of a container that forbids it")
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", "-l", folder], check=True)


@pytest.fixture
def server(disk: Path) -> Iterator[Cluster]:
    """A PostgreSQL on it that waits for the disk."""
    made = Cluster(disk, programs(), durable=True)
    made.make()
    yield made
    with contextlib.suppress(subprocess.CalledProcessError):
        made.stop()


@contextlib.contextmanager
def filled(disk: Path) -> Iterator[None]:
    """Within, there is no room."""
    ballast = disk / "ballast"
    try:
        with ballast.open("wb") as file, contextlib.suppress(OSError):
            while True:
                os.write(file.fileno(), bytes(4096))
        yield
    finally:
        ballast.unlink()


def texts(server: Cluster, dsn: str) -> list[str]:
    """What the database has, asked by itself."""
    with psycopg.connect(dsn) as connection:
        connection.execute("SELECT set_config('desk.account', '*', true)")
        return [
            json.loads(line)["text"] for (line,) in connection.execute("SELECT line FROM event ORDER BY seq")
        ]


def test_a_full_disk_of_the_database_refuses_and_loses_nothing(
    server: Cluster, disk: Path, tmp_path: Path
) -> None:
    base = PostgresBase(server.database())
    workspace: Workspace = make_workspace(tmp_path / "w", statements=TEXTS)
    keep_elsewhere(workspace.root, EventTable(base, workspace, lambda name: False))
    try:
        work = Work.open(workspace, OPEN, "en")
        key, said, refused = work.catalogue.entries[1].key, [], ""
        with work.journal_only():
            with filled(disk):
                for n in range(5000):
                    refused = f"{n}: {secrets.token_hex(4000)}"
                    try:
                        edit(work, key, refused, "Ana")
                    except Away:
                        break
                    said.append(refused)
                else:
                    pytest.fail("the disk was not full")
                # As everybody sees it: the text before, and nothing of what was refused.
                assert [e.text for e in work.journal.events] == said
                with pytest.raises(Away):
                    edit(work, key, refused, "Ana")
            with contextlib.suppress(psycopg.OperationalError), psycopg.connect(base.dsn):
                pass
            if server.down:  # it gives up where its own log has no room; whoever makes room starts it again
                server.start()
            assert texts(server, base.dsn) == said
            edit(work, key, "There is room again.", "Ana")
        work.flush()
        assert texts(server, base.dsn) == [*said, "There is room again."]
        lines = workspace.journal_path(OPEN, "en").read_text("utf-8").splitlines()
        assert [json.loads(line)["text"] for line in lines] == [*said, "There is room again."]
    finally:
        keep_elsewhere(workspace.root, None)
        base.close()
