"""A process that the system stops in the middle of a change, or a database that is away, keeps nobody waiting for long."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from translate_flow.team import base as bases
from translate_flow.team import patience
from translate_flow.team.base import PostgresBase

from ..desk.conftest import until
from ..postgres import Cluster, cluster
from .conftest import OPEN
from .desks import Desks

IN_THE_MIDDLE = """
import sys, time
from pathlib import Path
from translate_flow.team.base import PostgresBase
from translate_flow.team.events import EventTable
from translate_flow.workspace import Workspace

base = PostgresBase(sys.argv[1])
with EventTable(base, Workspace.load(Path(sys.argv[2])), lambda name: False).changing(sys.argv[3], "en"):
    print("in the middle", flush=True)
    time.sleep(float(sys.argv[4]))
print("done", flush=True)
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Cluster]:
    """A PostgreSQL server."""
    with cluster() as running:
        yield running


@pytest.fixture
def desks(tmp_path: Path, server: Cluster) -> Iterator[Desks]:
    made = Desks(tmp_path / "w", server.owned())
    yield made
    made.close()


def _in_the_middle(desks: Desks, seconds: float) -> subprocess.Popen[str]:
    """Another process of the team's, which has begun to change the statement."""
    words = [
        sys.executable,
        "-c",
        IN_THE_MIDDLE,
        desks.base.dsn,
        str(desks.workspace.root),
        OPEN,
        str(seconds),
    ]
    other = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert other.stdout is not None and other.stdout.readline() == "in the middle\n"
    return other


def test_others_save_a_few_seconds_after_a_process_was_stopped_in_the_middle(desks: Desks) -> None:
    assert desks.save(0, 1, "Before.") == 200
    other = _in_the_middle(desks, 5)
    other.send_signal(signal.SIGSTOP)
    try:
        began = time.monotonic()
        assert [desks.save(0, 1, "Meanwhile."), desks.save(1, 2, "Meanwhile too.")] == [200, 200]
        # By far shorter than it was stopped for, on a machine that is busy as well.
        assert time.monotonic() - began < 30
    finally:
        other.send_signal(signal.SIGCONT)
    _, errors = other.communicate(timeout=60)
    assert other.returncode == 1 and "the database does not answer" in errors


def test_whoever_is_at_work_in_the_middle_for_long_is_left_alone(server: Cluster) -> None:
    """A long file, a busy machine: nothing is asked of the database for longer than is allowed, and it is not undone."""
    base = PostgresBase(server.owned())
    base.script("CREATE TABLE seen (word TEXT)")
    with base.transaction():
        base.rows("INSERT INTO seen VALUES ('kept')")
        time.sleep(bases.IDLE_SECONDS + 2)
        base.rows("INSERT INTO seen VALUES ('too')")
    assert base.rows("SELECT count(*) FROM seen") == [(2,)]
    base.close()


def test_a_change_that_is_lost_on_the_way_is_never_taken_for_done(server: Cluster) -> None:
    """Its connection ends, which nobody but the pulse notices, and nothing more is asked: it is said all the same."""
    base = PostgresBase(server.owned())
    base.script("CREATE TABLE seen (word TEXT)")
    with pytest.raises(bases.Away), base.transaction() as connection:
        base.rows("INSERT INTO seen VALUES ('lost')")
        server.run(f"SELECT pg_terminate_backend({connection.info.backend_pid})")
        until(lambda: connection.closed)
    assert base.rows("SELECT count(*) FROM seen") == [(0,)]
    base.close()


def test_without_its_word_it_would_be_undone(server: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bases, "IDLE_SECONDS", 0.3)  # shorter than a beat
    base = PostgresBase(server.owned())
    with pytest.raises(bases.Away), base.transaction():
        base.rows("SELECT 1")
        until(lambda: not _held(base))
        base.rows("SELECT 1")
    base.close()


def _held(base: PostgresBase) -> bool:
    with base.apart() as connection:
        found = connection.execute("SELECT 1 FROM pg_stat_activity WHERE state = 'idle in transaction'")
        return found.fetchone() is not None


def test_while_one_waits_for_a_database_that_is_away_the_others_are_told_at_once(
    server: Cluster,
) -> None:
    """So that nobody waits for all who came before, each of whom waits five seconds."""
    base = PostgresBase(server.database())
    base.rows("CHECKPOINT")  # the tests' server does not wait for the disk
    server.stop()
    until(lambda: not _answers(base) and base._away)  # what was believed to be there fails first, and at once
    over: list[str] = []

    def wait() -> None:
        with contextlib.suppress(bases.Away):
            base.rows("SELECT 1")
        over.append("one")

    one = threading.Thread(target=wait)
    one.start()
    until(base._trying.locked)
    for _ in range(50):
        with pytest.raises(bases.Away):
            base.rows("SELECT 1")
    assert over == []
    one.join()
    server.start()
    until(lambda: _answers(base))
    assert base.rows("SELECT 1") == [(1,)]
    base.close()


def _answers(base: PostgresBase) -> bool:
    with contextlib.suppress(bases.Away):
        return bool(base.rows("SELECT 1"))
    return False


@contextlib.contextmanager
def _frozen(server: Cluster) -> Iterator[None]:
    """The server with all its processes stopped: it is there, and answers nobody."""
    first = server.postmaster
    children = Path(f"/proc/{first}/task/{first}/children")
    os.kill(first, signal.SIGSTOP)
    stopped = [first, *map(int, children.read_text().split())]
    for pid in stopped[1:]:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in reversed(stopped):
            os.kill(pid, signal.SIGCONT)


def test_a_database_that_hangs_keeps_nobody_waiting_and_nothing_is_saved_twice(
    desks: Desks, server: Cluster
) -> None:
    """Who saves is told to try again, soon; what is sent again once the database goes on is there once."""
    assert desks.save(0, 1, "Before.") == 200
    unit = desks.units(0)[1]
    data = {
        "language": "en",
        "name": OPEN,
        "key": unit["key"],
        "base": unit["base"],
        "do": "save",
        "text": "Once.",
    }
    with _frozen(server):
        began = time.monotonic()
        answer = desks.ask(0, "POST", "/api/save", data)
        first = time.monotonic() - began
        assert answer.status == 503 and answer.headers["Retry-After"] == "5", answer.read()
        assert "database" in json.load(answer)["error"]
        assert desks.ask(0, "GET", "/").status == 503
        assert time.monotonic() - began < 2 * first + 30
    until(lambda: desks.ask(0, "POST", "/api/save", data).status == 200)
    for desk in range(2):
        until(lambda desk=desk: desks.units(desk)[1]["target"] == "Once.")  # type: ignore[misc]
    journal = desks.workspace.journal_path(OPEN, "en")  # what the table has, byte for byte
    until(lambda: '"Once."' in journal.read_text("utf-8"))
    assert journal.read_text("utf-8").count('"Once."') == 1


def test_a_change_in_which_the_database_hangs_is_told_to_have_failed(server: Cluster) -> None:
    base = PostgresBase(server.owned())
    base.script("CREATE TABLE seen (word TEXT)")
    with pytest.raises(bases.Away), base.transaction():
        base.rows("INSERT INTO seen VALUES ('lost')")
        with _frozen(server):
            base.rows("SELECT 1")
    until(lambda: _answers(base))
    assert base.rows("SELECT count(*) FROM seen") == [(0,)]
    base.close()


def test_a_database_that_takes_its_time_is_waited_for(
    server: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "PATIENCE_SECONDS", 0.2)
    base = PostgresBase(server.database())
    assert base.rows("SELECT 1 FROM pg_sleep(2)") == [(1,)]
    base.close()


def test_what_nobody_waits_for_is_given_longer(server: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large file taken into the memory does not begin anew because the machine was too busy for some seconds."""
    monkeypatch.setattr(patience, "PATIENCE_SECONDS", 0.2)
    monkeypatch.setattr(patience, "KNOCK_SECONDS", 2)
    base = PostgresBase(server.owned())
    base.script("CREATE TABLE taken_in (word TEXT)")
    with base.apart() as connection, connection.at_length(), connection.transaction():
        connection.execute("SET LOCAL idle_in_transaction_session_timeout = 0")  # as the memory's own do
        with _frozen(server):
            asked = threading.Thread(
                target=connection.execute, args=("INSERT INTO taken_in VALUES ('agua')",), daemon=True
            )
            asked.start()
            asked.join(4)
            assert asked.is_alive()
        asked.join(30)
    assert base.rows("SELECT word FROM taken_in") == [("agua",)]
    with pytest.raises(bases.Away), base.apart() as connection, _frozen(server):
        connection.execute("SELECT 1")
    base.close()
