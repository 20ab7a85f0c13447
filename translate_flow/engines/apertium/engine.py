"""Passages through Apertium's chain of programs: pipelined, checked, restarted when it breaks."""

from __future__ import annotations

import re
import secrets
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from types import TracebackType

from ...errors import EngineError, Unavailable
from ...language import of
from ...language.spelling import american
from ...language.text import has_letters
from ...passage import Passage
from ..messages import CLOSED
from .capitals import lowered, manner, raised, steady
from .grammar import spoken
from .grammar.readings import possible
from .messages import EMPTY_ANSWER, TIMED_OUT, TOO_MANY_ANSWERS, UNTRANSLATABLE, WRONG_ANSWER
from .modes import Mode, version
from .pipeline import Pipeline, PipelineBroken
from .stream import decode, encode
from .supplement import supplement
from .units import Units, analysed, lexical_units, looked_up

_RIGHT = {str(wrong): str(right) for wrong, right in of("en").table("misspelt").items()}
_MISSPELT = re.compile(rf"\b(?:{'|'.join(_RIGHT)})\b")
"""What the generator of the pair spells wrong."""
_AHEAD = 192
"""Passages sent before the first of them is answered: work for the programs while a PO file is written."""
_AHEAD_BYTES = 1 << 18
_TRIES = 3
"""Times one passage is tried alone: as it is, once more, and with its markup as superblanks."""
_SPEED = 500.0
"""Bytes a second that the slowest machine does; longer passages get more time."""


@dataclass(slots=True)
class _Job:
    """A passage on its way."""

    passage: Passage
    known: Units
    before: str = ""
    """Outer white space, which Apertium would lose."""
    after: str = ""
    done: str | None = None
    """The answer of a passage that needs no translation."""
    tries: int = 0
    """Times it failed while alone in the chain."""
    size: int = 0
    """Bytes sent."""
    manner: str = ""
    """How all of it is written, see `capitals.manner`."""
    nonce: str = field(default="")
    """Must come back at the end of the answer, so that no answer is taken for another's."""


class ApertiumEngine:
    """A running Apertium for one language pair; see the Engine protocol."""

    name = "apertium"
    private = True
    style = "word"

    def __init__(self, mode: Mode, *, timeout: float = 30.0) -> None:
        self.version = version()
        self.fingerprint = mode.fingerprint
        self._mode = mode
        self._timeout = timeout
        self._gendered = mode.target not in ("eng",)
        self._supplement = supplement() if mode.name.startswith("spa-eng") else None
        self._american = mode.name.endswith("eng_US")
        self._spanish = mode.name.split("-")[0] in ("spa", "es")
        self._bound = ("apertium-wblank-attach",) in mode.programs
        self._chain: Pipeline | None = None
        self._sent = 0
        self._known: dict[int, Units] = {}
        self._fault: Exception | None = None
        self._again: deque[_Job] = deque()
        self._session = secrets.token_hex(4)
        self._count = 0
        self._closed = False
        self.restarts = 0
        """Times the programs had to be started again."""
        self._start()

    def __enter__(self) -> ApertiumEngine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all programs; may be called twice."""
        self._closed = True
        self._stop()

    @property
    def processes(self) -> tuple[int, ...]:
        """Process ids of the running programs, in the order of the chain."""
        return self._chain.pids if self._chain else ()

    def translate(self, passages: Iterable[Passage]) -> Iterator[str]:
        """The translations, in order and each as soon as it is there, marks still in them.

        Later passages are written while earlier ones are still being translated. When a program
        ends, hangs or answers with nothing, all are started again and everything unanswered is
        sent again, one at a time until the culprit is known; a passage that fails then for the
        third time raises EngineError. Raises Unavailable if a program cannot be started.
        """
        if self._closed:
            raise Unavailable(CLOSED(name="apertium"))
        source = iter(passages)
        queue: deque[_Job] = deque()
        careful = 0
        try:
            while True:
                self._fill(source, queue, careful)
                if not queue:
                    return
                try:
                    answers = self._answers(queue)
                except (PipelineBroken, TimeoutError) as cause:
                    alone = sum(job.done is None for job in queue) == 1 or careful > 0
                    careful = self._recover(queue, alone, cause)
                    continue
                for answer in answers:
                    careful = max(0, careful - 1)
                    yield answer
        finally:
            self._again.clear()
            if queue:  # the caller left early: what is still in the pipes belongs to nobody
                self._stop()

    def _fill(self, source: Iterator[Passage], queue: deque[_Job], careful: int) -> None:
        """Send passages ahead, as far as the chain should be filled; one at a time while it is careful."""
        if self._again:
            flying = sum(job.done is None and bool(job.nonce) for job in queue)
            while self._again and flying < (1 if careful else _AHEAD):
                self._send(self._again.popleft())
                flying += 1
            return
        limit = 1 if careful else _AHEAD
        size = sum(job.size for job in queue)
        while len(queue) < limit and size < _AHEAD_BYTES:
            passage = next(source, None)
            if passage is None:
                break
            job = _job(passage, self._spanish)
            if job.done is None:
                self._send(job)
            queue.append(job)
            size += job.size

    def _send(self, job: _Job) -> None:
        chain = self._chain or self._start()
        self._count += 1
        job.nonce = f"{self._session}{self._count:x}"
        core = Passage(job.passage.text.strip(), job.passage.held)
        text = encode(core, bound=self._bound and job.tries < _TRIES - 1, spanish=self._spanish)
        # The line break inside a blank keeps lt-proc from taking the full stop with the NUL.
        record = f"{text}[][{job.nonce}\n]".encode("utf-8", "replace")
        job.size = len(record)
        if job.known:
            self._known[self._sent] = job.known
        self._sent += 1
        chain.send(record)

    def _answers(self, queue: deque[_Job]) -> list[str]:
        """The next answers, at least one; jobs answered leave the queue."""
        ready: list[str] = []
        while queue and (done := queue[0].done) is not None:
            ready.append(done)
            queue.popleft()
        if ready:
            return ready
        if self._fault is not None:
            raise self._fault
        chain = self._chain
        assert chain is not None
        limit = time.monotonic() + self._timeout + queue[0].size / _SPEED
        while not (records := chain.receive(0.5)):
            if time.monotonic() > limit:
                raise TimeoutError
        for record in records:
            while queue and (done := queue[0].done) is not None:
                ready.append(done)
                queue.popleft()
            try:
                ready.append(self._answer(queue, record))
            except PipelineBroken as fault:
                self._fault = fault  # those before it are right, and go out first
                break
        return ready

    def _answer(self, queue: deque[_Job], record: bytes) -> str:
        """The answer to the first passage of the queue, which leaves it. Raises Broken."""
        if not queue:
            raise PipelineBroken(TOO_MANY_ANSWERS())
        job = queue[0]
        text = record.decode("utf-8", "replace")
        body, found, rest = text.partition(f"[][{job.nonce}\n]")
        if not found or rest:
            raise PipelineBroken(WRONG_ANSWER())
        answer = decode(body, job.passage).strip()
        if not answer:
            raise PipelineBroken(EMPTY_ANSWER())
        queue.popleft()
        if job.manner:
            answer = raised(answer, job.manner)
        elif self._supplement is not None:
            answer = steady(answer)
        if self._supplement is not None:
            answer = _MISSPELT.sub(lambda word: _RIGHT[word[0]], answer)
        if self._american:
            answer = american(answer)
        return job.before + answer + job.after

    def _recover(self, queue: deque[_Job], alone: bool, cause: Exception) -> int:
        """Start again and send all unanswered passages anew; how many of them to send one by one."""
        self._stop()
        self.restarts += 1
        head = next(job for job in queue if job.done is None)
        if alone:
            head.tries += 1
            if head.tries >= _TRIES:
                why = cause.why if isinstance(cause, PipelineBroken) else TIMED_OUT()
                raise EngineError(UNTRANSLATABLE(n=len(head.passage.text), cause=why))
        for job in queue:
            job.nonce = ""
        self._again = deque(job for job in queue if job.done is None)
        return len(queue)

    def _start(self) -> Pipeline:
        programs, first, second = self._mode.programs, self._mode.analysed, self._mode.looked_up
        links = [part for part in (programs[:first], programs[first:second], programs[second:]) if part]
        hooks = [self._analysed, self._looked_up][: len(links) - 1]
        self._sent, self._known, self._fault = 0, {}, None
        self._chain = Pipeline(links, hooks)
        return self._chain

    def _stop(self) -> None:
        if self._chain is not None:
            self._chain.close()
            self._chain = None

    def _analysed(self, n: int, record: bytes) -> bytes:
        record = analysed(record, self._known.get(n, {}))
        return possible(self._supplement.analysed(record)) if self._supplement else record

    def _looked_up(self, n: int, record: bytes) -> bytes:
        record = looked_up(record, self._known.pop(n, {}), self._gendered)
        return self._supplement.looked_up(spoken(record)) if self._supplement else record


def _job(passage: Passage, spanish: bool = False) -> _Job:
    """A passage made ready; one without anything to translate is its own answer."""
    text = passage.text
    core = text.strip()
    if not _translatable(passage):
        return _Job(passage, {}, done=text)
    start = text.index(core)
    if spanish and not passage.held and (said := _formula(core)):
        return _Job(passage, {}, done=text[:start] + said + text[start + len(core) :])
    how = manner(passage) if spanish else ""
    if how:
        passage = replace(passage, text=lowered(passage, how))
    known = lexical_units(Passage(passage.text.strip(), passage.held))
    return _Job(passage, known, text[:start], text[start + len(core) :], manner=how)


@cache
def _formulas() -> dict[str, str]:
    return {str(spanish): str(english) for spanish, english in of("es").table("formulas_in_english").items()}


def _formula(core: str) -> str:
    """The English of a line that means something as a whole, in capitals and with characters like its own; empty if it is none."""
    words = core.rstrip(" .,:;-–—")
    english = _formulas().get(words.lower(), "")
    if words.isupper():
        english = english.upper()
    return english and english + core[len(words) :]


def _translatable(passage: Passage) -> bool:
    """Whether there is a letter outside the marks."""
    at = 0
    for held in passage.held:
        place = passage.text.find(held.mark, at)
        if place >= 0:
            if has_letters(passage.text[at:place]):
                return True
            at = place + len(held.mark)
    return has_letters(passage.text[at:])
