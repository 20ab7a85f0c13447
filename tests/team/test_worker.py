"""Drafts made by a worker beside the desks: told, cancelled, and taken over from a worker that is killed."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from translate_flow.desk.hub import Hub
from translate_flow.flow.drafts.draft import plan
from translate_flow.flow.statement.storage import keep_elsewhere
from translate_flow.flow.statement.work import Work
from translate_flow.team.base import PostgresBase
from translate_flow.team.events import EventTable
from translate_flow.team.queue import ALIVE_SECONDS, QueuedJobs
from translate_flow.team.worker import HEART_SECONDS
from translate_flow.workspace import Workspace

from ..desk.conftest import _starter_ends as _starter_ends
from ..desk.conftest import make_workspace, starter, until
from ..desk.forked import Forked
from ..postgres import Cluster, cluster

LONG = "largo"
PARAGRAPHS = 900


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
        self.jobs = QueuedJobs(Hub(), self.base)
        self.workers: list[Forked] = []

    def hire(self) -> Forked:
        """Another worker, alive."""
        arguments = ["team", "worker", "-C", str(self.workspace.root), "--database", self.base.dsn]
        before = self._hearts()
        self.workers.append(starter().start(arguments))
        until(lambda: self._hearts() > before)
        return self.workers[-1]

    def _hearts(self) -> int:
        return int(self.base.rows("SELECT count(*) FROM procrastinate_workers")[0][0])

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

    def close(self) -> None:
        """End all."""
        for worker in self.workers:
            worker.send_signal(signal.SIGINT)
        for worker in self.workers:
            _, errors = worker.communicate(timeout=60)
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


def test_a_job_is_cancelled_between_two_segments_and_what_is_done_stays(shop: Shop) -> None:
    shop.hire()
    shop.order()
    until(lambda: shop.news().get("done", 0) > 0)
    [job] = shop.jobs.now()
    shop.jobs.cancel(job["id"])
    until(lambda: shop.news()["state"] == "cancelled")
    assert 0 < len(shop.drafted()) < PARAGRAPHS and shop.jobs.now() == []


def test_a_dead_workers_job_is_taken_over_and_no_segment_is_done_twice(shop: Shop) -> None:
    """Killed as by a power failure in the middle: another goes on within the time that `docs/team.md` names."""
    first = shop.hire()
    shop.order()
    until(lambda: shop.news().get("done", 0) > 0)
    os.kill(first.pid, signal.SIGKILL)
    died = time.time()
    shop.hire()
    count = sum(shop.drafted().values())
    assert 0 < count < PARAGRAPHS
    until(lambda: sum(shop.drafted().values()) > count)
    resumed = time.time() - died
    until(lambda: shop.news()["state"] == "done")
    assert set(shop.drafted().values()) == {1} and len(shop.drafted()) == PARAGRAPHS
    assert shop.news()["done"] == PARAGRAPHS and shop.news()["left"] == 0
    assert ALIVE_SECONDS + 2 * HEART_SECONDS <= 15, f"taken over after {resumed:.1f} s"
