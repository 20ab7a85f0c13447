"""Backups of a team's desk: sealed, whole or not at all, and brought back on an empty PostgreSQL of its own."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from translate_flow.errors import UpkeepError, UsageError
from translate_flow.flow.statement.storage import keep_elsewhere
from translate_flow.flow.statement.work import Work
from translate_flow.memory import StoredPair
from translate_flow.team.accounts import Accounts
from translate_flow.team.base import PostgresBase, SqliteBase
from translate_flow.team.events import EventTable
from translate_flow.team.memory import PostgresMemory
from translate_flow.team.roles import Grant
from translate_flow.team.server import accounts_path
from translate_flow.team.upkeep.backup import DAYS, WEEKS, backup, backups, kept, let_go
from translate_flow.team.upkeep.restore import bring_back, trial, tried
from translate_flow.team.upkeep.sealed import new_key
from translate_flow.team.upkeep.server import Database
from translate_flow.workspace import Workspace

from ..desk.conftest import make_workspace, write
from ..needs import need
from ..postgres import Cluster, cluster
from ..trust.disks import small_disk
from .conftest import OPEN, SECRET, TEXTS
from .test_git import git


@dataclass
class Desk:
    """A team's workspace with its database, and the key to its backups."""

    root: Path
    dsn: str
    folder: Path
    key: Path
    public: str
    server: Cluster

    def backup(self, folder: Path | None = None) -> Path:
        """Make one."""
        return backup(self.root, self.dsn, self.public, folder or self.folder).file


@pytest.fixture(scope="module")
def server() -> Iterator[Cluster]:
    """A PostgreSQL server."""
    with cluster() as running:
        yield running


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, server: Cluster) -> Desk:
    """One where people have worked, with a git repository, a text being typed and things that can be made again."""
    need("age", "make test installs it (apt-get install age)")
    top = tmp_path_factory.mktemp("backup")
    root, dsn = top / "w", server.database()
    workspace = make_workspace(root, statements=TEXTS)
    base = PostgresBase(dsn)
    PostgresMemory(base, "es", ["en"]).take_in("m.tmx", "1", [StoredPair("Uno.", "One.", "en")])
    Accounts(base).create("Ana", [Grant.of("administrator")])
    keep_elsewhere(root, EventTable(base, workspace, lambda name: name == SECRET))
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "--", "statements", "glossary")
    git(root, "commit", "-qm", "The beginning")
    git(root, "tag", "v1")
    git(root, "remote", "add", "origin", "https://example.org/team.git")
    for name in (OPEN, SECRET):
        write(workspace, {1: f"Of {name}: the hill."}, name=name)
    keep_elsewhere(root, None)
    base.close()
    for file in (".translate-flow/typing/en/x.json", ".translate-flow/memory.sqlite", "build/en/made.html"):
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text("{}", "utf-8")
    (root / "a link").symlink_to("/etc/passwd")
    return Desk(root, dsn, top / "backups", top / "key", new_key(top / "key"), server)


def contents(root: Path) -> dict[str, bytes]:
    """Every file, by name."""
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def events(dsn: str) -> list[list[str]]:
    """Every event of a database, with its statement and account."""
    return Database(dsn).ask("SELECT statement, seq, id, account, line FROM event ORDER BY statement, seq")


def test_every_event_and_file_comes_back_on_an_empty_cluster(desk: Desk, tmp_path: Path) -> None:
    file = desk.backup()
    assert file.stat().st_mode & 0o077 == 0 and [path for _, path in backups(desk.folder)] == [file]
    assert b"hill" not in file.read_bytes()
    with cluster() as other:
        dsn = other.dsn("desk")
        done = bring_back(file, desk.key, dsn, tmp_path / "back")
        assert events(dsn) == events(desk.dsn) and done.events == len(events(dsn)) > 1
        tables = [
            table
            for [table] in Database(dsn).ask("SELECT tablename FROM pg_tables WHERE tablename LIKE 'memory%'")
        ]
        assert "memory_unit" in tables and all(
            Database(dsn).one(f"SELECT count(*) FROM {t}") == "0" for t in tables
        )
        wanted = {
            name: data
            for name, data in contents(desk.root).items()
            if not name.startswith(("build/", ".git/", "a link"))
            and (not name.startswith(".translate-flow/") or "/typing/" in name or "/looked/" in name)
        }
        found = {n: d for n, d in contents(tmp_path / "back").items() if not n.startswith(".git/")}
        assert found == wanted and ".translate-flow/typing/en/x.json" in found
        for words in (
            ("rev-parse", "HEAD", "v1"),
            ("status", "--short", "-uno"),
            ("remote", "-v"),
            ("branch",),
        ):
            told = git(tmp_path / "back", *words)
            assert told.split() == git(desk.root, *words).split()
        # And people go on where they were: the same accounts, nothing drafted anew, row security as it was.
        base = PostgresBase(dsn)
        workspace = Workspace.load(tmp_path / "back")
        assert [a.name for a in Accounts(base).people()] == ["Ana"]
        keep_elsewhere(workspace.root, EventTable(base, workspace, lambda name: name == SECRET))
        count = len(events(dsn))
        assert "Of secreto: the hill." in [
            e.target for e in Work.open(workspace, SECRET, "en").catalogue.entries
        ]
        write(workspace, {2: "After it all."}, name=OPEN)
        assert len(events(dsn)) == count + 1
        keep_elsewhere(workspace.root, None)
        base.close()
        forced = "SELECT count(*) FROM pg_class WHERE relforcerowsecurity"
        assert Database(dsn).one(forced) == Database(desk.dsn).one(forced) != "0"


def test_what_cannot_be_brought_back_is_one_line_and_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    """A wrong key, no key, a cut or changed file, none of ours, a full folder or database."""
    file, back = desk.backup(tmp_path / "b"), tmp_path / "back"
    whole = file.read_bytes()
    new_key(tmp_path / "other")
    (tmp_path / "notes").write_text("no key\n", "utf-8")
    for name, data in {
        "cut": whole[:-1], "short": whole[: len(whole) // 2], "head": whole[:60], "empty": b"",
        "changed": whole[:-40] + bytes([whole[-40] ^ 1]) + whole[-39:],
    }.items():  # fmt: skip
        (tmp_path / name).write_bytes(data)
    before, databases = events(desk.dsn), Database(desk.dsn).ask("SELECT datname FROM pg_database")
    fresh = desk.server.dsn("fresh")
    cases: list[tuple[Path, Path, str, str]] = [
        (file, tmp_path / "other", fresh, "encrypted for another key"),
        (file, tmp_path / "notes", fresh, "not a secret key"),
        (file, tmp_path / "nowhere", fresh, "nowhere: cannot be read"),
        (tmp_path / "cut", desk.key, fresh, "cut off or changed"),
        (tmp_path / "short", desk.key, fresh, "cut off or changed"),
        (tmp_path / "changed", desk.key, fresh, "cut off or changed"),
        (tmp_path / "head", desk.key, fresh, "not a backup"),
        (tmp_path / "empty", desk.key, fresh, "not a backup"),
        (tmp_path / "notes", desk.key, fresh, "not a backup"),
        (file, desk.key, "", "--database DSN"),
        (file, desk.key, desk.dsn, "is not empty"),
        (file, desk.key, "host=/nowhere dbname=x", "psql: .*"),
    ]
    for given, key, dsn, told in cases:
        with pytest.raises((UpkeepError, UsageError), match=told) as error:
            bring_back(given, key, dsn, back)
        assert "\n" not in str(error.value)
        assert not back.exists() and not list(tmp_path.glob(".back*"))
    back.mkdir()
    (back / "mine").touch()
    with pytest.raises(UsageError, match="not empty"):
        bring_back(file, desk.key, fresh, back)
    assert (
        events(desk.dsn) == before and Database(desk.dsn).ask("SELECT datname FROM pg_database") == databases
    )


def test_a_backup_that_holds_anothers_files_is_refused(desk: Desk, tmp_path: Path) -> None:
    """Anybody can seal to a public key: nothing is written outside the folder, no program of git's brought along."""
    for name in ("files/../../x", "/etc/x", "files/.git/config"):
        with tarfile.open(tmp_path / "t.tgz", "w:gz") as tar:
            tar.addfile(tarfile.TarInfo(name))
        subprocess.run(["age", "-r", desk.public, "-o", tmp_path / "t", tmp_path / "t.tgz"], check=True)
        with pytest.raises(UpkeepError, match="none of our backups"):
            bring_back(tmp_path / "t", desk.key, "", tmp_path / "back")
        assert not (tmp_path / "back").exists()


def test_a_full_disk_leaves_the_old_backups_and_nothing_half(desk: Desk, tmp_path: Path) -> None:
    with small_disk(tmp_path) as disk:
        if disk is None:
            pytest.skip("no disk could be mounted here: root is needed")
        first = desk.backup(disk)
        (disk / "big").write_bytes(b"x" * (shutil.disk_usage(disk).free - 2048))
        with pytest.raises(UpkeepError, match=r"[Nn]o space left") as error:
            desk.backup(disk)
        assert "\n" not in str(error.value)
        assert sorted(p.name for p in disk.iterdir()) == sorted([first.name, "big"])


def test_who_does_not_see_every_row_makes_no_backup(desk: Desk, tmp_path: Path) -> None:
    """Row security would leave confidential events out of it without a word."""
    dsn = desk.server.owned()
    PostgresBase(dsn).close()
    with pytest.raises(UsageError, match="does not see every row"):
        backup(desk.root, dsn, desk.public, tmp_path / "b")
    assert list((tmp_path / "b").iterdir()) == []


def test_a_backup_is_tried_on_a_server_without_the_secret_key_and_leaves_nothing(desk: Desk) -> None:
    before = Database(desk.dsn).ask("SELECT datname FROM pg_database")
    assert trial(desk.root, desk.dsn).events == len(events(desk.dsn))
    assert tried(desk.backup(), desk.key, desk.dsn).events == len(events(desk.dsn))
    assert Database(desk.dsn).ask("SELECT datname FROM pg_database") == before


def test_a_desk_over_files_is_backed_up_with_its_accounts(desk: Desk, tmp_path: Path) -> None:
    """The accounts' file is read while the desk has it open, and what is in no checkpoint yet is in the backup."""
    root = tmp_path / "w"
    make_workspace(root, statements={OPEN: TEXTS[OPEN]})
    base = SqliteBase(accounts_path(Workspace.load(root)))
    Accounts(base).create("Luz", [Grant.of("administrator")])
    made = backup(root, "", desk.public, tmp_path / "b")
    bring_back(made.file, desk.key, "", tmp_path / "back")
    again = SqliteBase(accounts_path(Workspace.load(tmp_path / "back")))
    assert [a.name for a in Accounts(again).people()] == ["Luz"]
    base.close()
    again.close()
    with pytest.raises(UsageError, match="without --database"):
        bring_back(made.file, desk.key, desk.server.dsn("fresh"), tmp_path / "other")


def test_which_backups_stay(tmp_path: Path) -> None:
    """After a year of one each six hours: all of two days, then one a day, then one a week; the newest always."""
    now = datetime(2027, 3, 1, 12, tzinfo=UTC)
    held: set[datetime] = set()
    for n in range(4 * 365, -1, -1):
        at = now - timedelta(hours=6 * n)
        held = kept({*held, at}, at)
    ages = sorted((now - at).days for at in held)
    assert len([a for a in ages if a < 2]) == 8
    assert all(a in ages for a in range(DAYS))
    assert WEEKS - 2 <= len([a for a in ages if a >= DAYS]) <= WEEKS and max(ages) <= 7 * WEEKS
    old = now - timedelta(days=400)
    assert kept([old], now) == {old}
    for name in (
        "translate-flow-20200101T000000Z.tar.gz.age",
        "translate-flow-20260101T000000Z.tar.gz.age",
        "mine.age",
    ):
        (tmp_path / name).touch()
    assert [p.name[15:23] for p in let_go(tmp_path, now)] == ["20200101"]
    assert (tmp_path / "mine.age").exists()
