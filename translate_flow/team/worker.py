"""`translate-flow team worker`: drafts made beside the desks, one job after the other, on procrastinate's queue.

Each draft is acknowledged as it comes. So a job that is taken over from a worker that died goes on where it was: what
bears its act's name is done.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..desk.desk import Desk
from ..desk.gate import Secret
from ..errors import Away, EngineError, TranslateFlowError
from ..files.messages import described
from ..flow.drafts.draft import Drafted, plan, run
from ..flow.statement.shelf import Shelf
from ..flow.statement.storage import keep_elsewhere, storage_of
from ..workspace import Workspace
from ..workspace.access import EVERYTHING, Access, acting
from .accounts import Account, Accounts
from .base import PostgresBase
from .events import EventTable
from .queue import ALIVE_SECONDS, QUEUE, TASK, Order, say
from .rights import Book, Locks, PersonsAccess
from .roles import Role
from .wire import CHANNEL

if TYPE_CHECKING:
    from procrastinate import App, JobContext

HEART_SECONDS = 3.0
"""How often a worker says that it lives, and looks for jobs of those that don't."""
TRIES = 3
"""How often a job is tried where an engine or the database fails."""
WAIT_SECONDS = 5
"""Between two tries."""
EVERY = 0.3
"""Seconds between two pieces of news of a job."""


class Again(Exception):
    """A job failed and is to be tried again."""


class Stopped(Exception):
    """Somebody cancelled the job."""


class Worker:
    """One worker over a workspace whose team has a PostgreSQL."""

    def __init__(self, workspace: Workspace, base: PostgresBase) -> None:
        self.workspace, self.base = workspace, base
        self.desk = Desk(
            Shelf(workspace), Secret("0" * 64), 0
        )  # of no address: it is asked for its workspace
        self.book, self.locks = Book(Accounts(base)), Locks()
        table = EventTable(base, workspace, lambda name: self.locks.confidential(self.desk.workspace, name))
        table.tell = lambda name, language: self._notify("events", language, name)
        table.tell_written = lambda name, language: self._notify("files", language, name)
        keep_elsewhere(workspace.root, table)

    def run(self, ready: Callable[[], None]) -> None:
        """Work until interrupted."""
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(self._run(ready))
        keep_elsewhere(self.workspace.root, None)

    async def _run(self, ready: Callable[[], None]) -> None:
        import procrastinate

        app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=self.base.dsn))
        retry = procrastinate.RetryStrategy(max_attempts=TRIES, wait=WAIT_SECONDS, retry_exceptions=[Again])
        app.task(name=TASK, queue=QUEUE, pass_context=True, retry=retry)(self.draft)
        async with app.open_async():
            taking = asyncio.create_task(_take_over(app))
            ready()
            try:
                await app.run_worker_async(
                    queues=[QUEUE],
                    concurrency=1,
                    update_heartbeat_interval=HEART_SECONDS,
                    stalled_worker_timeout=ALIVE_SECONDS,
                    abort_job_polling_interval=1.0,
                    fetch_job_polling_interval=2.0,
                    shutdown_graceful_timeout=10.0,
                )
            finally:
                taking.cancel()

    def draft(self, context: JobContext, order: dict[str, Any]) -> None:
        """Do one job, or what is left of it."""
        from procrastinate.exceptions import JobAborted

        wanted = Order(**order)
        job = _News(self.base, context, wanted)
        try:
            with acting(self._access(wanted)):
                job.tell(**self._drafted(wanted, job))
        except Stopped:
            job.tell(state="cancelled")
            raise JobAborted from None
        except (TranslateFlowError, OSError) as error:
            if isinstance(error, (EngineError, Away)) and context.job.attempts + 1 < TRIES:
                raise Again from error
            job.tell(state="failed", error=described(error).to_json())

    def _access(self, order: Order) -> Access:
        if not order.account:
            return EVERYTHING.within(order.statements)
        account = Account(order.account, order.name)
        return PersonsAccess(account, self.book, self.locks, self.desk, Role.TRANSLATOR).within(
            order.statements
        )

    def _drafted(self, order: Order, job: _News) -> dict[str, Any]:
        workspace = Workspace.load(self.workspace.root)
        storage = storage_of(workspace)
        left = {}
        for name, keys in order.statements.items():
            done = {e.key for e in storage.load(name, order.language)[0].events if e.act == order.act}
            left[name] = [key for key in keys if key not in done]
        whole = sum(map(len, order.statements.values()))
        before = whole - sum(map(len, left.values()))
        names = [name for name, keys in left.items() if keys]
        made = plan(workspace, names, order.language, redo=order.redo, memory=order.memory)
        works = tuple((w, tuple(s for s in some if s.key in left[w.name])) for w, some in made.works)
        made = replace(made, works=works, act=order.act)
        results: list[Drafted] = []

        def progress(name: str, _done: int, _total: int) -> None:
            job.step(name, before + sum(r.done for r in results), whole)

        job.step("", before, whole)
        list(run(made, progress, results))
        done_now = before + sum(r.done for r in results)
        reasons = [*made.reasons, *(error.message for error in made.errors)]
        return {
            "state": "done", "done": done_now, "left": sum(r.wanted - r.done for r in results),
            "reasons": [reason.to_json() for reason in reasons], "act": order.act,
        }  # fmt: skip

    def _notify(self, kind: str, language: str, name: str) -> None:
        with contextlib.suppress(Away):
            self.base.rows("SELECT pg_notify(?, ?)", CHANNEL, json.dumps(["worker", kind, language, name]))


class _News:
    """What is told of one job."""

    def __init__(self, base: PostgresBase, context: JobContext, order: Order) -> None:
        self._base, self._context, self._id = base, context, order.id
        self._place = {
            "id": order.id, "kind": "draft", "language": order.language, "names": list(order.statements),
        }  # fmt: skip
        self._began = self._told = time.monotonic()

    def step(self, name: str, done: int, total: int) -> None:
        """How far it is. Raises Stopped if somebody cancelled it."""
        if self._context.should_abort():
            raise Stopped
        now = time.monotonic()
        if name and now - self._told < EVERY:
            return
        self._told = now
        took = now - self._began
        left = round(took * (total - done) / done) if done and took > 2 else None
        self.tell(state="running", name=name, done=done, total=total, left_seconds=left)

    def tell(self, **news: Any) -> None:
        """To all desks' pages."""
        say(self._base, self._id, {**self._place, **news})


async def _take_over(app: App) -> None:
    """Again and again: give the jobs of workers that died to whoever is free."""
    from procrastinate.exceptions import ConnectorException

    while True:
        with contextlib.suppress(ConnectorException):
            for job in await app.job_manager.get_stalled_jobs(
                queue=QUEUE, seconds_since_heartbeat=ALIVE_SECONDS
            ):
                await app.job_manager.retry_job(job)
        await asyncio.sleep(HEART_SECONDS)
