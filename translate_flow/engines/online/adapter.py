"""The engine all online services share: order, workers, and an end at any moment."""

from __future__ import annotations

import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from functools import partial
from types import TracebackType

from ...errors import Unavailable
from ...passage import Passage
from ..messages import CLOSED
from .crew import Crew, awaited
from .job import Job
from .pace import Limits, Pace, Timing
from .service import Service


class OnlineEngine:
    """Translates through one service; see the Engine protocol.

    It asks nobody for permission: whether text may leave this machine is decided by the
    caller, before `start`.
    """

    def __init__(self, service: Service, limits: Limits, timing: Timing) -> None:
        self.name = service.name
        self.version = service.version
        self.style = service.style
        self.generative = service.generative
        self.private = service.private
        self.fingerprint = service.fingerprint
        self._service = service
        self._limits = limits
        self._timing = timing
        self._pace = Pace(service.interval, timing)
        self._jobs: set[Job] = set()
        self._finished: dict[Passage, str] = {}
        self._closed = False
        self._lock = threading.RLock()

    def __enter__(self) -> OnlineEngine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End every request under way; may be called twice, and from any thread."""
        with self._lock:
            self._closed = True
            jobs = list(self._jobs)
        for job in jobs:
            job.stop()

    def translate(self, passages: Iterable[Passage]) -> Iterator[str]:
        """The translations, in order, each as soon as it and all before it are there.

        Raises EngineError at the first passage without one; those before it were yielded,
        and those finished behind it are kept for the next call. A consumer that stops early
        ends the workers with it.
        """
        with self._lock:
            if self._closed:
                raise Unavailable(CLOSED(name=self.name))
            job = Job(self._service, self._limits, self._timing, self._pace)
            self._jobs.add(job)
        size = self._limits.workers or self._service.workers
        crew = Crew(size, f"{self.name} worker")
        waiting: deque[tuple[Passage, Future[str]]] = deque()
        ahead = iter(passages)
        try:
            while True:
                # No more is sent than a few passages ahead of what the caller has taken.
                while len(waiting) < 2 * size and (passage := next(ahead, None)) is not None:
                    waiting.append((passage, crew.submit(partial(self._one, job, passage))))
                if not waiting:
                    return
                result = awaited(waiting[0][1])
                waiting.popleft()
                yield result
        finally:
            # While the interpreter ends, the workers stand still already, maybe with a lock in hand.
            if not sys.is_finalizing():
                self._end(job, crew, waiting)

    def _end(self, job: Job, crew: Crew, waiting: deque[tuple[Passage, Future[str]]]) -> None:
        """End the workers of one call, and keep what they had finished."""
        job.stop()
        for _, future in waiting:
            future.cancel()
        crew.end()
        done = {p: f.result() for p, f in waiting if not f.cancelled() and not f.exception()}
        with self._lock:
            self._jobs.discard(job)
            self._finished |= done

    def _one(self, job: Job, passage: Passage) -> str:
        with self._lock:
            known = self._finished.pop(passage, None)
        return job.translate(passage) if known is None else known
