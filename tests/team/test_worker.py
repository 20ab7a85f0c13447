"""Work done by a worker beside the desks: told, cancelled, and taken over from a worker that is killed, of each kind."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from translate_flow.desk.hub import Hub
from translate_flow.desk.tasks import DeskTask, carried_out
from translate_flow.errors import BuildError, ConflictError
from translate_flow.flow.drafts.draft import plan
from translate_flow.flow.statement.storage import keep_elsewhere
from translate_flow.flow.statement.work import Work
from translate_flow.team import queue
from translate_flow.team.base import PostgresBase
from translate_flow.team.events import EventTable
from translate_flow.team.queue import ALIVE_SECONDS, QueuedJobs
from translate_flow.team.server import jobs_path
from translate_flow.team.worker import HEART_SECONDS
from translate_flow.workspace import Workspace

from ..desk.conftest import PATIENCE as MILLISECONDS
from ..desk.conftest import _starter_ends as _starter_ends
from ..desk.conftest import make_workspace, starter, until
from ..desk.forked import Forked
from ..postgres import Cluster, cluster

LONG = "largo"
PATIENCE = MILLISECONDS / 1000
PARAGRAPHS = 60
STANDING = """
import sys, time
from translate_flow.flow.drafts import draft
from translate_flow.team import worker

draft.JOURNAL_SECONDS = worker.EVERY = 0
go_on = worker._News.step

def stand(job, name, done, total):
    go_on(job, name, done, total)
    while done and not job._context.should_abort():
        time.sleep(0.02)
    go_on(job, name, done, total)

worker._News.step = stand
from translate_flow.cli import main
main()
"""
"""A worker that stands still as soon as something of its job is done, until the job is cancelled."""


@pytest.fixture(scope="module")
def server() -> Iterator[Cluster]:
    """A PostgreSQL server."""
    with cluster() as running:
        yield running


class Shop:
    """A workspace with a long statement, a desk's jobs, and workers as processes of their own."""

    def __init__(self, root: Path, dsn: str) -> None:
        text = "\n\n".join(f"Párrafo número {n} de la asamblea del cerro." for n in range(PARAGRAPHS))
        self.workspace = make_workspace(root, statements={LONG: text})
        self.base = PostgresBase(dsn)
        keep_elsewhere(root, EventTable(self.base, self.workspace, lambda name: False))
        self.jobs = QueuedJobs(Hub(), self.base, jobs_path(self.workspace))
        self.workers: list[Forked] = []
        self.waiting = ThreadPoolExecutor()

    def hire(self, *more: str, standing: bool = False) -> Forked:
        """Another worker, alive; a `standing` one never ends a job by itself."""
        arguments = ["team", "worker", "-C", str(self.workspace.root), "--database", self.base.dsn, *more]
        before = self._hearts()
        self.workers.append(starter().start([*(["-c", STANDING] if standing else []), *arguments]))
        until(lambda: self._hearts() - before)
        return self.workers[-1]

    def _hearts(self) -> set[int]:
        return {row[0] for row in self.base.rows("SELECT id FROM procrastinate_workers")}

    def order(self) -> None:
        """Have the statement drafted."""
        self.jobs.start(plan(self.workspace, [LONG], "en"))

    def drafted(self) -> Counter[str]:
        """How often each segment was drafted."""
        events = Work.open(Workspace.load(self.workspace.root), LONG, "en").journal.events
        return Counter(e.key for e in events if e.do == "draft")

    def news(self) -> dict[str, Any]:
        """The last news of the only job, over or not."""
        from translate_flow.team.queue import told

        return told(self.base.rows("SELECT news FROM job")[0][0])

    def ask(self, task: DeskTask) -> Future[Any]:
        """Have something made that one waits for."""
        return self.waiting.submit(self.jobs.do, self.workspace, task)

    def exchange(self, first: Forked, *more: str) -> None:
        """The first worker dies as by a power failure, so long ago that it is noticed, and another comes."""
        self.bury(first)
        self.hire(*more)

    def bury(self, worker: Forked) -> None:
        """The only worker dies as by a power failure, longer ago than one that lives is silent."""
        worker.kill()
        worker.wait(PATIENCE)
        sql = "UPDATE procrastinate_workers SET last_heartbeat = last_heartbeat - make_interval(secs => ?)"
        self.base.rows(sql, ALIVE_SECONDS)

    def close(self) -> None:
        """End all."""
        self.waiting.shutdown(wait=False, cancel_futures=True)
        for worker in self.workers:
            worker.send_signal(signal.SIGINT)
        for worker in self.workers:
            _, errors = worker.communicate(timeout=PATIENCE)
            assert "Traceback" not in errors, errors
        self.jobs.close()
        keep_elsewhere(self.workspace.root, None)
        self.base.close()


@pytest.fixture
def shop(tmp_path: Path, server: Cluster) -> Iterator[Shop]:
    made = Shop(tmp_path / "w", server.owned())
    yield made
    made.close()


def test_without_a_worker_the_desk_does_it(shop: Shop) -> None:
    shop.order()
    until(lambda: len(shop.drafted()) == PARAGRAPHS)
    assert shop.base.rows("SELECT 1 FROM job") == []


def under_way(shop: Shop) -> bool:
    """Whether something of the only job is done."""
    return bool(shop.base.rows("SELECT 1 FROM job")) and shop.news().get("done", 0) > 0


def test_a_job_is_cancelled_between_two_segments_and_what_is_done_stays(shop: Shop) -> None:
    shop.hire(standing=True)
    shop.order()
    until(lambda: under_way(shop))
    [job] = shop.jobs.now()
    shop.jobs.cancel(job["id"])
    until(lambda: shop.news()["state"] == "cancelled")
    assert 0 < len(shop.drafted()) < PARAGRAPHS and shop.jobs.now() == []


def test_a_dead_workers_job_is_taken_over_and_no_segment_is_done_twice(shop: Shop) -> None:
    """Killed as by a power failure in the middle: another goes on within the time that `docs/team.md` names."""
    first = shop.hire(standing=True)
    shop.order()
    until(lambda: under_way(shop))
    assert 0 < sum(shop.drafted().values()) < PARAGRAPHS
    first.kill()
    shop.hire()
    until(lambda: shop.news()["state"] == "done")
    assert set(shop.drafted().values()) == {1} and len(shop.drafted()) == PARAGRAPHS
    assert shop.news()["done"] == PARAGRAPHS and shop.news()["left"] == 0
    assert ALIVE_SECONDS + 2 * HEART_SECONDS <= 15


KINDS = ["statement", "html", "tmx", "csv", "epub", "docx", "odt", "xliff"]
BUILD = DeskTask("build", "en", (LONG,), {"kinds": KINDS, "drafts": True})


def made(files: Iterable[Path]) -> dict[str, bytes]:
    """Files by name."""
    return {file.name: file.read_bytes() for file in files}


def test_a_dead_workers_build_is_taken_over_and_whoever_waits_gets_it(shop: Shop, tmp_path: Path) -> None:
    first = shop.hire(standing=True)
    answer = shop.ask(BUILD)
    until(lambda: under_way(shop))
    assert not answer.done() and not (shop.workspace.root / "build").exists()
    shop.exchange(first)
    [built] = answer.result(PATIENCE)
    elsewhere = replace(BUILD, how={**BUILD.how, "out": tmp_path / "elsewhere"})
    [here] = carried_out(shop.workspace, elsewhere, lambda *_: None)
    assert made(built.files) == made(here.files)
    assert shop.news()["state"] == "ended" and not [*jobs_path(shop.workspace).iterdir()]


def test_a_dead_workers_alignment_is_taken_over_and_whoever_waits_gets_it(shop: Shop) -> None:
    first = shop.hire(standing=True)
    text = "\n\n".join(f"Paragraph number {n} of the assembly." for n in range(PARAGRAPHS))
    task = DeskTask("align", "en", (LONG,), {"file": "long.en.md"}, text.encode())
    answer = shop.ask(task)
    until(lambda: under_way(shop))
    shop.exchange(first)
    prepared = answer.result(PATIENCE)
    assert len(prepared.theirs.segments) == len(prepared.machine) == PARAGRAPHS
    assert shop.drafted() == {} and not [*jobs_path(shop.workspace).iterdir()]


def test_what_a_worker_cannot_build_is_said_where_it_was_asked_for(shop: Shop) -> None:
    shop.hire()
    with pytest.raises(BuildError, match="confirmed"):
        shop.ask(replace(BUILD, how={"kinds": ["html"]})).result(PATIENCE)
    assert shop.jobs.now() == []


def test_a_build_is_cancelled_and_leaves_nothing(shop: Shop) -> None:
    shop.hire(standing=True)
    answer = shop.ask(BUILD)
    until(lambda: under_way(shop))
    shop.jobs.cancel("")
    with pytest.raises(ConflictError, match="cancelled"):
        answer.result(PATIENCE)
    assert not (shop.workspace.root / "build").exists()


def test_who_waits_does_it_where_no_worker_is_left(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "ALONE_SECONDS", 0.5)
    first = shop.hire(standing=True)
    answer = shop.ask(BUILD)
    until(lambda: under_way(shop))
    shop.bury(first)
    [built] = answer.result(PATIENCE)
    assert all(file.is_file() for file in built.files)
    shop.hire()  # what the dead one left is nobody's any more
    sql = "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')"
    until(lambda: shop.base.rows(sql)[0][0] == 0)
