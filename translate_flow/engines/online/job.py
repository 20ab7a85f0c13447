"""One call of an engine: requests with retries, what counts as an answer, and how it is put together."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import replace

from ...errors import EngineError, RateLimited, Unavailable
from ...language.chunks import cut, outer_space
from ...language.text import has_letters
from ...passage import Passage
from .attempt import Attempt
from .messages import CONTROL_CHARACTERS, EMPTY_ANSWER, LATE, STOPPED
from .pace import Limits, Pace, Timing, backoff
from .service import Asked, Service, judge
from .wire import Answer, AttemptFailed, Request, Wire


class Job:
    """One call of `translate`: what its workers share."""

    def __init__(self, service: Service, limits: Limits, timing: Timing, pace: Pace) -> None:
        self._service = service
        self._limits = limits
        self._timing = timing
        self._pace = pace
        self._stop = threading.Event()
        self._lock = threading.RLock()
        self._attempts: set[Attempt] = set()
        self._idle: list[Wire] = []
        self._fatal: EngineError | None = None

    def stop(self) -> None:
        """Let every worker end now; may be called twice."""
        self._stop.set()
        with self._lock:
            attempts, idle = list(self._attempts), self._idle
            self._idle = []
        for attempt in attempts:
            attempt.stop(self._stopped())
        for wire in idle:
            wire.close()

    def translate(self, passage: Passage) -> str:
        """The passage's translation, marks still in it. Raises EngineError."""
        marks = tuple(held.mark for held in passage.held if held.mark in passage.text)
        return self._block(Asked(passage.text, marks, passage))

    def _block(self, asked: Asked) -> str:
        """A text of any length, its outer white space kept."""
        before, core, after = outer_space(asked.text)
        pieces = cut(core, self._service.fits, self._service.source)
        return (
            before
            + "".join(self._piece(replace(asked, text=piece.text)) + piece.gap for piece in pieces)
            + after
        )

    def _piece(self, asked: Asked) -> str:
        """A text that fits into one request. Line breaks in it come back, or it goes line by line."""
        text = asked.text
        if not _translatable(text, asked.marks):
            return text
        answer = self._ask(replace(asked, marks=tuple(mark for mark in asked.marks if mark in text)))
        if "\n" not in text:
            return answer
        lines, came = text.split("\n"), answer.split("\n")
        if len(lines) != len(came):
            return "\n".join(self._block(replace(asked, text=line)) for line in lines)
        return "\n".join(_spaced(line, new) for line, new in zip(lines, came, strict=True))

    def _ask(self, asked: Asked) -> str:
        """One request, sent again after a failure that may pass. Raises EngineError."""
        last = self._limits.attempts - 1
        for number in range(self._limits.attempts):
            self._pace.wait(self._stop)
            try:
                return _checked(self._service.name, asked.text, self._attempt(asked))
            except AttemptFailed as failure:
                error, again, after, fatal = failure.error, failure.again, failure.after, failure.fatal
            wait = max(after or 0.0, backoff(number, self._limits, self._timing))
            if not again or number == last or wait > self._limits.longest_wait:
                break
            if isinstance(error, RateLimited):
                self._pace.hold(wait)
            else:
                self._timing.pause(self._stop, wait)
        if fatal or (again and isinstance(error, RateLimited | Unavailable)):
            # What will never pass, or outlasted every attempt, would meet the other passages too.
            self._fatal = error
        raise error

    def _attempt(self, asked: Asked) -> object:
        """One question, on a connection no other thread uses. Raises AttemptFailed."""
        if self._fatal is not None:
            raise AttemptFailed(type(self._fatal)(self._fatal.message))
        service, deadline = self._service, self._limits.deadline
        wire = self._wire()

        def send(request: Request) -> Answer:
            # A little more for each sign of life: which limit was met first is no matter of chance.
            answer = wire.send(request, deadline + 1.0)
            service.judge(answer)
            judge(service.name, answer, self._timing.now())
            return answer

        attempt = Attempt(service.name, lambda: service.ask(send, asked), wire.close)
        with self._lock:
            if self._stop.is_set():
                raise self._stopped()
            self._attempts.add(attempt)
        late = LATE(name=service.name, seconds=f"{deadline:g}")
        try:
            answer = attempt.run(deadline, AttemptFailed(Unavailable(late), again=True))
        except AttemptFailed:
            wire.close()
            raise
        finally:
            with self._lock:
                self._attempts.discard(attempt)
        with self._lock:
            if not self._stop.is_set():
                self._idle.append(wire)
                return answer
        wire.close()
        return answer

    def _wire(self) -> Wire:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return Wire(self._service.name, direct=self._service.private)

    def _stopped(self) -> AttemptFailed:
        return AttemptFailed(Unavailable(STOPPED(name=self._service.name)))


def _spaced(like: str, text: str) -> str:
    """The text with the outer white space of `like`."""
    before, core, after = outer_space(like)
    return before + text.strip() + after if core else like


def _translatable(text: str, marks: tuple[str, ...]) -> bool:
    """Whether there is a letter outside the marks; the rest need not leave the machine."""
    for mark in marks:
        text = text.replace(mark, "")
    return has_letters(text)


def _checked(name: str, text: str, answer: object) -> str:
    """The answer as a clean text. Raises AttemptFailed for what cannot be a translation of `text`."""
    if not isinstance(answer, str) or not answer.strip():
        raise AttemptFailed(EngineError(EMPTY_ANSWER(name=name)), again=True)
    for sign in ("\u200b", "\u2060", "\ufeff"):
        if sign not in text:
            answer = answer.replace(sign, "")
    answer = answer.replace("\r\n", "\n").strip()
    with suppress(UnicodeEncodeError):
        answer.encode()
        if not any(c == "\ufffd" or (c < " " and c not in "\n\t") for c in answer):
            return answer
    raise AttemptFailed(EngineError(CONTROL_CHARACTERS(name=name)), again=True)
