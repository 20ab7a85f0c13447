"""`team check`: a server on which all is well, and each thing that goes wrong told with its remedy, the others looked at."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from translate_flow.cli import run
from translate_flow.team.base import PostgresBase
from translate_flow.team.granting import grant
from translate_flow.team.upkeep.backup import backup
from translate_flow.team.upkeep.health import FRESH_HOURS, vitals
from translate_flow.team.upkeep.place import CADDY, Installation
from translate_flow.team.upkeep.sealed import new_key

from ..desk.conftest import _starter_ends as _starter_ends
from ..desk.conftest import make_workspace, starter, until
from ..needs import need
from ..postgres import Cluster, cluster
from .conftest import OPEN, TEXTS
from .test_git import git

HOST = "desk.example.org"


def states(made: Installation, root: Path) -> dict[str, bool | None]:
    """Each thing's state, the worst where there are several."""
    found: dict[str, bool | None] = {}
    for vital in vitals(made, root):
        assert vital.good is not False or vital.remedy or "; " in str(vital.what), vital
        found[vital.name] = False if found.get(vital.name) is False else vital.good
    return found


def wrong(made: Installation, root: Path) -> set[str]:
    """What is wrong."""
    return {name for name, good in states(made, root).items() if good is False}


@pytest.fixture
def root() -> Iterator[Path]:
    """Short: the path of a socket has at most 107 bytes."""
    with tempfile.TemporaryDirectory(prefix="tf") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_what_goes_wrong_is_told_and_the_rest_is_looked_at_all_the_same(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    need("caddy", "make test installs it (apt-get install caddy)")
    need("age", "make test installs it (apt-get install age)")
    key = new_key(root / "key")
    with cluster() as server, contextlib.ExitStack() as ends:
        dsn = server.database()
        made = _set_up(root, server, dsn, key)
        # The cluster's own user may do everything, and row security would hold nothing from a desk that is it.
        assert wrong(made, root) - {"disk"} == {"worker", "socket", "backups", "role"}
        made = replace(made, database=dsn.replace("user=tf", "user=scribe"))
        assert wrong(made, root) - {"disk"} == {"worker", "socket", "backups"}
        file = backup(root / "w", dsn, key, root / "b").file
        path = root / made.sockets[0].relative_to("/")
        path.parent.mkdir(parents=True)
        common = ["-C", str(root / "w"), "--database", dsn]
        desk = starter().start(["serve", "--address", made.address, "--socket", str(path), *common])
        worker = starter().start(["team", "worker", *common])
        for process in (desk, worker):
            ends.callback(process.kill)
        until(lambda: not wrong(made, root) - {"disk"})
        assert states(made, root)["schema"] is True
        assert [line for line in _checked(root, capsys) if "✗" in line and "role" not in line] == []

        _spoil(root, server, path, file)
        assert wrong(made, root) - {"worker"} == {"socket", "backups", "schema", "caddy", "git"}
        newest = next(v for v in vitals(made, root) if v.name == "backups")
        assert newest.what.values["hours"] > FRESH_HOURS  # type: ignore[operator]
        (root / "b" / "translate-flow-20270101T000000Z.tar.gz.age").write_bytes(b"not sealed")
        (root / CADDY).write_text("", "utf-8")
        assert {"backups", "caddy"} <= wrong(made, root)
        desk.send_signal(2)
        desk.wait(60)
        assert "socket" in wrong(made, root)
        assert _checked(root, capsys)
        told = states(replace(made, database=dsn.replace("host=", "host=/nowhere")), root)
        assert told["database"] is False and told["disk"] is not None
        assert "git" in told and "schema" not in told


def _set_up(root: Path, server: Cluster, dsn: str, key: str) -> Installation:
    """A server with a workspace that is kept elsewhere, too; neither desk nor worker runs yet."""
    base = PostgresBase(dsn)
    server.run("CREATE ROLE scribe LOGIN")
    grant(base, "scribe")
    base.close()
    words = [
        "--workspace",
        "/w",
        "--backups",
        "/b",
        "--database",
        dsn,
        "--backup-key",
        key,
        "--remote",
        "origin",
    ]
    assert run(["team", "setup", HOST, "--root", str(root), *words]) == 0
    made = Installation.read(root)
    assert made is not None
    make_workspace(root / "w", statements={OPEN: TEXTS[OPEN]})
    git(root, "init", "-q", "--bare", "remote.git")
    git(root / "w", "init", "-q")
    git(root / "w", "remote", "add", "origin", str(root / "remote.git"))
    return made


def _spoil(root: Path, server: Cluster, socket: Path, backup_file: Path) -> None:
    """One mistake of each kind."""
    socket.chmod(0o666)
    backup_file.rename(backup_file.with_name("translate-flow-20260101T000000Z.tar.gz.age"))
    server.run("DELETE FROM schema_version WHERE version = 3", "DELETE FROM procrastinate_workers", database=server._made[-1])  # fmt: skip
    (root / CADDY).write_text("desk.example.org {\n\tnonsense\n}\n", "utf-8")
    (root / "remote.git").rename(root / "gone.git")


def _checked(root: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines of `team check`, which ends with 1."""
    capsys.readouterr()
    assert run(["team", "check", "--root", str(root)]) == 1
    return capsys.readouterr().out.splitlines()
