"""Long work handed to workers: the desk's side. Where no worker is there, the desk does it itself, as ever."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..desk.hub import Hub
from ..desk.jobs import DraftingJob, Jobs
from ..desk.messages import JOB_CANCELLED
from ..desk.tasks import DeskTask
from ..errors import Away, ConflictError
from ..flow.drafts.plan import DraftPlan
from ..messages import restore
from ..model import State
from ..workspace import Workspace
from ..workspace.access import present
from .base import CHANNEL, PostgresBase
from .messages import DATABASE_AWAY
from .rights import PersonsAccess
from .tray import Tray

if TYPE_CHECKING:
    import procrastinate

DRAFT, MAKE, KEEP = "draft", "make", "keep"
"""The queues, and the names of what is done in them: drafts; builds and alignments, for which people wait; the house's
own work, which nobody asked for (see `house`). A worker does one job of each at a time."""
ALIVE_SECONDS = 9.0
"""A worker that has said nothing for so long is dead, and its job another's."""
ALONE_SECONDS = 20.0
"""No worker for so long: whoever waits does the work where they are."""
LOOK_SECONDS = 0.2
"""How often whoever waits looks for the answer."""
OVER = ("done", "cancelled", "failed", "ended")
"""States of a job that is over."""


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

    def __init__(self, hub: Hub, base: PostgresBase, folder: Path) -> None:
        """`folder` is for what is handed over as files."""
        super().__init__(hub)
        self.base, self.tray = base, Tray(folder)
        self._app: procrastinate.App | None = None

    # Drafts ------------------------------------------------------------------------

    def start(self, plan: DraftPlan) -> None:
        """Have drafts made by a worker, if one is there. Raises ConflictError, Away."""
        if not self.manned():
            super().start(plan)
            return
        job = DraftingJob("draft", plan.language, [work.name for work, _ in plan.works])
        account, name, _ = _who()
        order = Order(
            job.id, plan.act, plan.language, plan.memory, _again(plan),
            {work.name: [s.key for s in segments] for work, segments in plan.works}, account, name,
        )  # fmt: skip
        whole = sum(map(len, order.statements.values()))
        news = {**job.place, "state": "running", "name": "", "done": 0, "total": whole, "left_seconds": None}
        self._queue_up(DRAFT, job, news, order=_as_json(order))
        self.hub.tell_from_thread(None, "job", news)

    # What somebody waits for --------------------------------------------------------

    def do(self, workspace: Workspace, task: DeskTask) -> Any:
        """What comes of a task, done by a worker if one is there. Raises ConflictError if somebody cancels it, Away."""
        if not self.manned():
            return super().do(workspace, task)
        job = DraftingJob(task.kind, task.language, list(task.names), quiet=True)
        account, name, need = _who()
        self.tray.ask(job.id, task)
        try:
            number = self._queue_up(MAKE, job, {}, asked=job.id, account=account, name=name, need=need)
            if self._waited(job, number):
                return self.tray.answered(job.id)
        finally:
            self.tray.clear(job.id)
        return super().do(workspace, task)

    def _waited(self, job: DraftingJob, number: int) -> bool:
        """Whether a worker has answered; False if there is none any more. Raises ConflictError."""
        seen = time.monotonic()
        while True:
            [[news]] = self.base.rows("SELECT news FROM job WHERE id = ?", job.id)
            state = json.loads(news).get("state", "")
            if state == "cancelled":
                raise ConflictError(JOB_CANCELLED())
            if state in OVER:
                return True
            now = time.monotonic()
            if self.manned():
                seen = now
            elif now - seen > ALONE_SECONDS:
                self._queue().job_manager.cancel_job_by_id(number, abort=True)
                say(self.base, job.id, {**job.place, "state": "ended"})
                return False
            time.sleep(LOOK_SECONDS)

    # All of them --------------------------------------------------------------------

    def manned(self) -> bool:
        """Whether a worker is alive."""
        sql = "SELECT 1 FROM procrastinate_workers WHERE last_heartbeat > now() - make_interval(secs => ?) LIMIT 1"
        return bool(self.base.rows(sql, ALIVE_SECONDS))

    def cancel(self, wanted: str) -> None:
        """Stop a job after the step it is at; without an id, every one that the person may see."""
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
        rows = self.base.rows("SELECT place, news FROM job WHERE over IS NULL AND news <> '{}' ORDER BY at")
        return super().now() + [told(news) for place, news in rows if self.seen(_job(place))]

    def close(self) -> None:
        """Stop the desk's own jobs; the workers' go on."""
        super().close()
        if self._app is not None:
            self._app.close()

    def _queue_up(self, queue: str, job: DraftingJob, news: dict[str, Any], **order: Any) -> int:
        """Write the job down and put it into the queue; its number there. Raises Away."""
        self.base.rows(
            "INSERT INTO job (id, account, place, news, at) VALUES (?, ?, ?, ?, ?)",
            job.id, _who()[0], json.dumps(job.place), json.dumps(news), int(time.time()),
        )  # fmt: skip
        number = self._queue().configure_task(queue, queue=queue).defer(**order)
        self.base.rows("UPDATE job SET queued = ? WHERE id = ?", number, job.id)
        return number

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
    over = int(time.time()) if news["state"] in OVER else None
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


def _who() -> tuple[str, str, str]:
    """Id and name of the account that asks, and the role that it asks in; all empty for the program."""
    access = present()
    if not isinstance(access, PersonsAccess):
        return "", "", ""
    return access.account.id, access.account.name, str(access.need)


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
