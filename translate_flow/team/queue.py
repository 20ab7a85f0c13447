"""Drafting handed to workers: the desk's side. Where no worker is there, the desk does it itself, as ever."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..desk.hub import Hub
from ..desk.jobs import DraftingJob, Jobs
from ..errors import Away
from ..flow.drafts.plan import DraftPlan
from ..messages import restore
from ..model import State
from ..workspace.access import present
from .base import PostgresBase
from .messages import DATABASE_AWAY
from .rights import PersonsAccess
from .wire import CHANNEL

if TYPE_CHECKING:
    import procrastinate

TASK = QUEUE = "draft"
ALIVE_SECONDS = 9.0
"""A worker that has said nothing for so long is dead, and its job another's."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be drafted, in whose name."""

    id: str
    act: str
    language: str
    memory: str
    redo: bool
    statements: dict[str, list[str]]
    """Keys by statement."""
    account: str
    name: str
    """Of the account; both empty for the program."""


class QueuedJobs(Jobs):
    """The long work of a team's desk."""

    def __init__(self, hub: Hub, base: PostgresBase) -> None:
        super().__init__(hub)
        self.base = base
        self._app: procrastinate.App | None = None

    def start(self, plan: DraftPlan) -> None:
        """Have drafts made by a worker, if one is there. Raises ConflictError, Away."""
        if not self.manned():
            super().start(plan)
            return
        job = DraftingJob("draft", plan.language, [work.name for work, _ in plan.works])
        access = present()
        account = access.account if isinstance(access, PersonsAccess) else None
        order = Order(
            job.id, plan.act, plan.language, plan.memory, _again(plan),
            {work.name: [s.key for s in segments] for work, segments in plan.works},
            account.id if account else "", account.name if account else "",
        )  # fmt: skip
        whole = sum(map(len, order.statements.values()))
        news = {**job.place, "state": "running", "name": "", "done": 0, "total": whole, "left_seconds": None}
        self.base.rows(
            "INSERT INTO job (id, account, place, news, at) VALUES (?, ?, ?, ?, ?)",
            job.id, order.account, json.dumps(job.place), json.dumps(news), int(time.time()),
        )  # fmt: skip
        number = self._queue().configure_task(TASK, queue=QUEUE).defer(order=_as_json(order))
        self.base.rows("UPDATE job SET queued = ? WHERE id = ?", number, job.id)
        self.hub.tell_from_thread(None, "job", news)

    def manned(self) -> bool:
        """Whether a worker is alive."""
        sql = "SELECT 1 FROM procrastinate_workers WHERE last_heartbeat > now() - make_interval(secs => ?) LIMIT 1"
        return bool(self.base.rows(sql, ALIVE_SECONDS))

    def cancel(self, wanted: str) -> None:
        """Stop a job after the segment it is at; without an id, every one that the person may see."""
        super().cancel(wanted)
        rows = self.base.rows("SELECT id, queued, place FROM job WHERE over IS NULL AND queued IS NOT NULL")
        for identifier, queued, place in rows:
            if identifier == wanted or (not wanted and self.seen(_job(place))):
                manager = self._queue().job_manager
                manager.cancel_job_by_id(queued, abort=True)
                if manager.get_job_status(queued).value == "cancelled":  # nobody had begun
                    say(self.base, identifier, {**json.loads(place), "state": "cancelled"})

    def now(self) -> list[dict[str, Any]]:
        """The last news of each job under way, of those that whoever asks may know of."""
        rows = self.base.rows("SELECT place, news FROM job WHERE over IS NULL ORDER BY at")
        return super().now() + [told(news) for place, news in rows if self.seen(_job(place))]

    def close(self) -> None:
        """Stop the desk's own jobs; the workers' go on."""
        super().close()
        if self._app is not None:
            self._app.close()

    def _queue(self) -> procrastinate.App:
        """Raises Away."""
        import procrastinate
        from procrastinate.exceptions import ConnectorException

        if self._app is None:
            app = procrastinate.App(
                connector=procrastinate.SyncPsycopgConnector(conninfo=self.base.dsn, min_size=1, max_size=2)
            )
            try:
                app.open()
            except ConnectorException as error:
                raise Away(DATABASE_AWAY()) from error
            self._app = app
        return self._app


def say(base: PostgresBase, identifier: str, news: dict[str, Any]) -> None:
    """Keep the last news of a job, and have all desks tell their pages."""
    over = int(time.time()) if news["state"] in ("done", "cancelled", "failed") else None
    base.rows("UPDATE job SET news = ?, over = ? WHERE id = ?", json.dumps(news), over, identifier)
    base.rows("SELECT pg_notify(?, ?)", CHANNEL, json.dumps(["jobs", "job", "", identifier]))


def told(news: str) -> dict[str, Any]:
    """News as pages get them; what is said in them as messages."""
    made: dict[str, Any] = json.loads(news)
    if "error" in made:
        made["error"] = restore(made["error"])
    if "reasons" in made:
        made["reasons"] = [restore(reason) for reason in made["reasons"]]
    return made


def _again(plan: DraftPlan) -> bool:
    """Whether drafts are to be made anew, and not only what is missing."""
    for work, segments in plan.works:
        states = {unit.key: unit.state for unit in work.units}
        if any(states.get(s.key, State.MISSING) is not State.MISSING for s in segments):
            return True
    return False


def _as_json(order: Order) -> dict[str, Any]:
    return {name: getattr(order, name) for name in Order.__dataclass_fields__}


def _job(place: str) -> DraftingJob:
    made = json.loads(place)
    return DraftingJob(made["kind"], made["language"], made["names"])
