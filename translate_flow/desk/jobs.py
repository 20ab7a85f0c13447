"""Long work beside other work: drafts, models, builds, imports, alignments; with progress, time left, cancel."""

from __future__ import annotations

import contextvars
import secrets
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from ..errors import ConflictError, TranslateFlowError
from ..files.messages import described
from ..flow.drafts.draft import DraftPlan, run
from ..messages import Message
from ..workspace import Workspace
from ..workspace.access import acting, present
from .hub import Hub
from .messages import FETCHING, JOB_BROKE, JOB_CANCELLED, JOB_RUNNING
from .tasks import DeskTask, Progress, carried_out

T = TypeVar("T")

SURE = 2.0
"""Seconds of work after which the time that is left can be determined."""
SHORT = 0.4
"""Seconds in which work that somebody waits for anyway may end without being told of."""
EVERY = 0.15
"""Seconds between two pieces of news of one job: a download tells its progress far more often."""


class Cancelled(Exception):
    """Ends a job between two steps; what is done stays done, what is written at the end is not written."""


@dataclass
class DraftingJob:
    """One piece of long work."""

    kind: str
    """`draft`, `model`, `build`, `import` or `align`."""
    language: str
    names: list[str]
    """Statements it is about; none for what is about no statement."""
    quiet: bool = False
    """Whether its beginning is not worth telling: whoever asked waits for its answer."""
    id: str = field(default_factory=lambda: secrets.token_hex(6))
    began: float = field(default_factory=time.monotonic)
    stop: threading.Event = field(default_factory=threading.Event)
    news: dict[str, Any] = field(default_factory=dict)
    """What the pages were told last."""
    told: float = 0.0

    @property
    def place(self) -> dict[str, Any]:
        """What all its news have."""
        return {"id": self.id, "kind": self.kind, "language": self.language, "names": self.names}


@dataclass
class Jobs:
    """The long work of a desk: one run of drafting or one download at a time, and what else there is beside it."""

    hub: Hub
    lock: threading.Lock = field(default_factory=threading.Lock)
    under_way: dict[str, DraftingJob] = field(default_factory=dict)
    """By id."""
    _threads: dict[str, threading.Thread] = field(default_factory=dict)
    """The one at work, by kind."""

    def start(self, plan: DraftPlan) -> None:
        """Begin to draft. Raises ConflictError if drafts are being made."""
        names = [work.name for work, _ in plan.works]
        whole = sum(len(segments) for _, segments in plan.works)
        job = DraftingJob("draft", plan.language, names)
        self._begin(job, lambda: self._draft(job, plan, whole), JOB_RUNNING())

    def fetch(self, language: str, what: str, act: Callable[[Progress], object]) -> None:
        """Begin to get something big for a language. Raises ConflictError if something is being fetched."""
        job = DraftingJob("model", language, [])

        def run_it() -> dict[str, Any]:
            act(lambda _file, done, total: self.step(job, what, done, total))
            return {"state": "done", "what": what}

        self._begin(job, run_it, FETCHING())

    def within(self, kind: str, language: str, names: Sequence[str], act: Callable[[Progress], T]) -> T:
        """What `act` gives, in this thread; pages see its progress if it takes its time, and can cancel it.

        Raises ConflictError if somebody does, and what `act` raises.
        """
        job = DraftingJob(kind, language, list(names), quiet=True)
        self.under_way[job.id] = job
        try:
            return act(lambda name, done, total: self.step(job, name, done, total))
        except Cancelled:
            raise ConflictError(JOB_CANCELLED()) from None
        finally:
            with self.lock:
                self.under_way.pop(job.id, None)
                if job.news:
                    self._tell(job, state="ended")

    def do(self, workspace: Workspace, task: DeskTask) -> Any:
        """What comes of a task that somebody waits for. Raises as `within` does."""
        return self.within(task.kind, task.language, task.names, partial(carried_out, workspace, task))

    def cancel(self, wanted: str) -> None:
        """Stop a job after the step it is at; without an id, every one that the person may see."""
        for job in list(self.under_way.values()):
            if job.id == wanted or (not wanted and self.seen(job)):
                job.stop.set()
                with self.lock:
                    if job.news and job.id in self.under_way:  # it may be at a step that takes its time
                        self._tell(job, **{**job.news, "left_seconds": None, "ending": True})

    def seen(self, job: DraftingJob) -> bool:
        """Whether whoever asks may know of a job."""
        return all(present().sees(name, job.language) for name in job.names)

    def now(self) -> list[dict[str, Any]]:
        """The last news of each job under way, of those that whoever asks may know of."""
        return [job.news for job in list(self.under_way.values()) if job.news and self.seen(job)]

    def close(self) -> None:
        """Stop all jobs and wait for what they have to write."""
        for job in list(self.under_way.values()):
            job.stop.set()
        for thread in list(self._threads.values()):
            thread.join(10)

    def step(self, job: DraftingJob, name: str, done: int, total: int) -> None:
        """Tell how far a job is. Raises Cancelled where somebody wants it to end."""
        if job.stop.is_set():
            raise Cancelled
        now = time.monotonic()
        took = now - job.began
        if (job.quiet and took < SHORT) or (now - job.told < EVERY and done < total):
            return
        job.told = now
        left = round(took * (total - done) / done) if done and took > SURE else None
        at = "name" if job.names else "what"
        self._tell(job, state="running", done=done, total=total, left_seconds=left, **{at: name})

    def _begin(self, job: DraftingJob, act: Callable[[], dict[str, Any]], busy: Message) -> None:
        with self.lock:
            if (other := self._threads.get(job.kind)) is not None and other.is_alive():
                raise ConflictError(busy)
            self.under_way[job.id] = job
            begun = contextvars.copy_context()  # in whose name
            thread = threading.Thread(
                target=begun.run, args=(self._run, job, act), name=job.kind, daemon=True
            )
            self._threads[job.kind] = thread
            thread.start()

    def _run(self, job: DraftingJob, act: Callable[[], dict[str, Any]]) -> None:
        end: dict[str, Any] = {"state": "failed", "error": JOB_BROKE()}
        try:
            end = act()
        except Cancelled:
            end = {"state": "cancelled"}
        except (TranslateFlowError, OSError) as error:
            end = {"state": "failed", "error": described(error)}
        finally:
            with self.lock:
                self.under_way.pop(job.id, None)
                self._tell(job, **end)

    def _tell(self, job: DraftingJob, **news: Any) -> None:
        job.news = {**job.place, **news}
        self.hub.tell_from_thread(None, "job", job.news)

    def _draft(self, job: DraftingJob, plan: DraftPlan, whole: int) -> dict[str, Any]:
        finished: dict[str, int] = {}
        before: dict[str, int] = {}

        def progress(name: str, done: int, total: int) -> None:
            # `done` and `total` are this statement's; of the others those before it are done.
            all_done = before.setdefault(name, sum(finished.values())) + done
            finished[name] = done
            self.step(job, name, all_done, whole)

        self.step(job, "", 0, whole)
        with acting(present().within(job.names)):
            results = list(run(plan, progress))
        done = sum(r.done for r in results)
        left = sum(r.wanted - r.done for r in results)
        reasons = [*plan.reasons, *(error.message for error in plan.errors)]
        return {"state": "done", "done": done, "left": left, "reasons": reasons, "act": plan.act}
