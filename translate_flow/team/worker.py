"""`translate-flow team worker`: long work done beside the desks, on procrastinate's queues.

Each draft is acknowledged as it comes. So a job that is taken over from a worker that died goes on where it was: what
bears its act's name is done. A build writes nothing before all of it is made, and an alignment nothing at all: another
worker begins such a job anew, and whoever waits gets one answer.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..desk.desk import Desk
from ..desk.gate import Secret
from ..desk.messages import JOB_BROKE
from ..desk.tasks import DeskTask, carried_out
from ..errors import Away, EngineError, TranslateFlowError
from ..files.messages import described
from ..flow.drafts.draft import Drafted, plan, run
from ..flow.statement.shelf import Shelf
from ..flow.statement.storage import keep_elsewhere, storage_of
from ..workspace import Workspace
from ..workspace.access import EVERYTHING, Access, acting, present
from .accounts import Account, Accounts
from .base import CHANNEL, PostgresBase
from .events import EventTable
from .house import House
from .memory import remember_in
from .messages import DATABASE_AWAY
from .queue import ALIVE_SECONDS, DRAFT, KEEP, MAKE, Order, say
from .rights import Book, Locks, PersonsAccess
from .roles import Role
from .server import jobs_path
from .tray import Tray

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
KEPT_HOURS = 30 * 24
"""How long the queue remembers what is over."""


class Again(Exception):
    """A job failed and is to be tried again."""


class Stopped(Exception):
    """Somebody cancelled the job, or the worker ends."""


def _failed(error: Exception) -> dict[str, Any]:
    """What pages are told of a job that nobody waits for."""
    said = error if isinstance(error, TranslateFlowError | OSError) else TranslateFlowError(JOB_BROKE())
    return {"state": "failed", "error": described(said).to_json()}


class Worker:
    """One worker over a workspace whose team has a PostgreSQL."""

    def __init__(self, workspace: Workspace, base: PostgresBase, house: House | None = None) -> None:
        """With a `house`, its work is done here too."""
        self.workspace, self.base, self.house = workspace, base, house
        self.tray = Tray(jobs_path(workspace))
        self.desk = Desk(
            Shelf(workspace), Secret("0" * 64), 0
        )  # of no address: it is asked for its workspace
        self.book, self.locks = Book(Accounts(base)), Locks()
        table = EventTable(base, workspace, lambda name: self.locks.confidential(self.desk.workspace, name))
        table.tell = lambda name, language: self._notify("events", language, name)
        table.tell_written = lambda name, language: self._notify("files", language, name)
        keep_elsewhere(workspace.root, table)
        remember_in(base, workspace.root)

    def run(self, ready: Callable[[], None]) -> None:
        """Work until interrupted. Raises Away if the database goes."""
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(self._run(ready))
        keep_elsewhere(self.workspace.root, None)
        remember_in(None, self.workspace.root)

    async def _run(self, ready: Callable[[], None]) -> None:
        import procrastinate

        # Each queue listens on a connection of its own.
        connector = procrastinate.PsycopgConnector(conninfo=self.base.dsn, min_size=1, max_size=12)
        app = procrastinate.App(connector=connector)
        retry = procrastinate.RetryStrategy(max_attempts=TRIES, wait=WAIT_SECONDS, retry_exceptions=[Again])
        for queue, act in ((DRAFT, self.draft), (MAKE, self.make), (KEEP, self.keep)):
            app.task(name=queue, queue=queue, pass_context=True, retry=retry)(act)
        async with app.open_async():
            await app.job_manager.delete_old_jobs(
                nb_hours=KEPT_HOURS, include_failed=True, include_cancelled=True, include_aborted=True
            )
            over = asyncio.Event()
            for number in (signal.SIGINT, signal.SIGTERM):
                asyncio.get_running_loop().add_signal_handler(number, over.set)
            beside = [asyncio.create_task(_take_over(app)), asyncio.create_task(over.wait())]
            if self.house is not None:
                beside.append(asyncio.create_task(self.house.order(app, self.base)))
            queues = (DRAFT, MAKE, *([KEEP] if self.house is not None else []))
            working = [asyncio.create_task(_serve(app, queue)) for queue in queues]
            ready()
            await asyncio.wait([beside[1], *working], return_when=asyncio.FIRST_COMPLETED)
            ended = over.is_set()
            for task in (*beside, *working):
                task.cancel()
            await asyncio.gather(*beside, *working, return_exceptions=True)
            if not ended:
                raise Away(DATABASE_AWAY())

    # The three kinds of jobs ----------------------------------------------------------

    def draft(self, context: JobContext, order: dict[str, Any]) -> None:
        """Draft what is ordered, or what is left of it."""
        wanted = Order(**order)
        place = {"kind": "draft", "language": wanted.language, "names": list(wanted.statements)}
        job = _News(self.base, context, wanted.id, place)
        access = self._access(wanted.account, wanted.name, Role.TRANSLATOR).within(wanted.statements)
        self._carry_out(job, access, lambda: self._drafted(wanted, job))

    def make(self, context: JobContext, asked: str, account: str, name: str, need: str) -> None:
        """Build or align, for somebody who waits; if nobody does any more, nothing."""
        task: DeskTask | None = self.tray.asked(asked)
        if task is None:
            return
        place = {"kind": task.kind, "language": task.language, "names": list(task.names)}
        news = _News(self.base, context, asked, place)

        def act() -> dict[str, Any]:
            for statement in task.names:
                present().open(statement, task.language)
            self.tray.answer(asked, carried_out(Workspace.load(self.workspace.root), task, news.step))
            return {"state": "ended"}

        def failed(error: Exception) -> dict[str, Any]:
            self.tray.answer(asked, error)
            return {"state": "ended"}

        self._carry_out(news, self._access(account, name, Role(need or Role.TRANSLATOR)), act, failed)

    def keep(self, context: JobContext, what: str, how: dict[str, Any]) -> None:
        """The house's own work."""
        assert self.house is not None
        self.house.do(what, how, self.desk, self.book, self.locks)

    def _carry_out(
        self,
        job: _News,
        access: Access,
        act: Callable[[], dict[str, Any]],
        failed: Callable[[Exception], dict[str, Any]] = _failed,
    ) -> None:
        """Do it in that name, and tell how it ended: as the act says, or `failed`. Raises Again, JobAborted."""
        from procrastinate.exceptions import JobAborted

        end: dict[str, Any] | None = None
        try:
            with acting(access):
                end = act()
        except Stopped:
            if not (job.worker_ends and job.tries_left):
                job.tell(state="cancelled")
                raise JobAborted from None
            raise Again from None
        except (TranslateFlowError, OSError) as error:
            if isinstance(error, (EngineError, Away)) and job.tries_left:
                raise Again from error
            end = failed(error)
        except BaseException:
            job.tell(**failed(TranslateFlowError(JOB_BROKE())))
            raise
        job.tell(**end)

    def _access(self, account: str, name: str, need: Role) -> Access:
        if not account:
            return EVERYTHING
        return PersonsAccess(Account(account, name), self.book, self.locks, self.desk, need)

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

    def __init__(self, base: PostgresBase, context: JobContext, job: str, place: dict[str, Any]) -> None:
        self._base, self._context, self._id = base, context, job
        self._place = {"id": job, **place}
        self._began = self._told = time.monotonic()

    @property
    def worker_ends(self) -> bool:
        """Whether the job has to stop because its worker does; then another goes on with it."""
        from procrastinate.job_context import AbortReason

        return self._context.abort_reason() is AbortReason.SHUTDOWN

    @property
    def tries_left(self) -> bool:
        """Whether it may be tried again."""
        return self._context.job.attempts + 1 < TRIES

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


async def _serve(app: App, queue: str) -> None:
    """Do the jobs of a queue, one after the other."""
    await app.run_worker_async(
        queues=[queue],
        concurrency=1,
        install_signal_handlers=False,
        update_heartbeat_interval=HEART_SECONDS,
        stalled_worker_timeout=ALIVE_SECONDS,
        abort_job_polling_interval=1.0,
        fetch_job_polling_interval=2.0,
        shutdown_graceful_timeout=3.0,
        delete_jobs="successful" if queue == KEEP else "never",  # some every minute
    )


async def _take_over(app: App) -> None:
    """Again and again: give the jobs of workers that died to whoever is free."""
    from procrastinate.exceptions import ConnectorException

    while True:
        with contextlib.suppress(ConnectorException):
            for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=ALIVE_SECONDS):
                await app.job_manager.retry_job(job)
        await asyncio.sleep(HEART_SECONDS)
