"""Drafting beside other work: one job at a time, with progress, to be cancelled."""

from __future__ import annotations

import contextvars
import threading
import time
from dataclasses import dataclass, field
from typing import Any

from ..errors import ConflictError, TranslateFlowError
from ..files.messages import described
from ..flow.drafts.draft import Plan, run
from ..workspace.access import acting, present
from .hub import Hub
from .messages import JOB_RUNNING

SURE = 2.0
"""Seconds of work after which the time that is left can be told."""


class _Cancelled(Exception):
    """Ends a job between two segments; what is done stays done."""


@dataclass
class Jobs:
    """The drafting job of a desk."""

    hub: Hub
    lock: threading.Lock = field(default_factory=threading.Lock)
    news: dict[str, Any] = field(default_factory=dict)
    """What the pages were told last."""
    began: float = 0.0
    """When the job began, by the monotonic clock."""
    _stop: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    @property
    def running(self) -> bool:
        """Whether a job is under way."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, plan: Plan) -> None:
        """Begin. Raises ConflictError if a job is under way."""
        with self.lock:
            if self.running:
                raise ConflictError(JOB_RUNNING())
            self._stop.clear()
            begun = contextvars.copy_context()  # in whose name
            self._thread = threading.Thread(
                target=begun.run, args=(self._run, plan), name="drafting", daemon=True
            )
            self._thread.start()

    def cancel(self) -> None:
        """Stop the job after the segment it is at."""
        self._stop.set()

    def close(self) -> None:
        """Stop the job and wait for what it has to write."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(10)

    def _tell(self, **news: Any) -> None:
        self.news = news
        self.hub.tell_from_thread(None, "job", news)

    def _run(self, plan: Plan) -> None:
        whole = sum(len(segments) for _, segments in plan.works)
        finished: dict[str, int] = {}
        before: dict[str, int] = {}
        names = [work.name for work, _ in plan.works]
        place: dict[str, Any] = {"language": plan.language, "names": names}

        def progress(name: str, done: int, total: int) -> None:
            if self._stop.is_set():
                raise _Cancelled
            # `done` and `total` are this statement's; of the others those before it are done.
            all_done = before.setdefault(name, sum(finished.values())) + done
            finished[name] = done
            took = time.monotonic() - self.began
            left = round(took * (whole - all_done) / all_done) if all_done and took > SURE else None
            self._tell(**place, state="running", name=name, done=all_done, total=whole, left_seconds=left)

        try:
            self.began = time.monotonic()
            self._tell(**place, state="running", name="", done=0, total=whole, left_seconds=None)
            with acting(present().within(names)):
                results = list(run(plan, progress))
            done = sum(r.done for r in results)
            left = sum(r.wanted - r.done for r in results)
            reasons = [*plan.reasons, *(error.message for error in plan.errors)]
            self._tell(**place, state="done", done=done, left=left, reasons=reasons, act=plan.act)
        except _Cancelled:
            self._tell(**place, state="cancelled")
        except (TranslateFlowError, OSError) as error:
            self._tell(**place, state="failed", error=described(error))
