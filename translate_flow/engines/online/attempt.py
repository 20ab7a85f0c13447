"""Work with a hard deadline: given up when its time is over, whatever it is doing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue

from ...errors import EngineError
from .messages import NO_TRANSLATION
from .wire import AttemptFailed, keep_out_of_logs


@dataclass(frozen=True, slots=True)
class _Outcome:
    value: object = None
    failure: AttemptFailed | None = None


class Attempt:
    """One question to a service, in a thread of its own.

    A socket's timeout alone is not a limit: it starts anew with each byte, and the lookup of
    a name has none. Here the caller goes on at the deadline, and the thread ends as soon
    as the system lets it; it never keeps the process from ending.
    """

    def __init__(self, name: str, work: Callable[[], object], give_up: Callable[[], None]) -> None:
        """`name`: the engine's. `give_up` makes `work` end soon; it is called from another thread."""
        self._name = name
        self._work = work
        self._give_up = give_up
        self._outcomes: SimpleQueue[_Outcome] = SimpleQueue()

    def run(self, deadline: float, late: AttemptFailed) -> object:
        """What the work returns. Raises AttemptFailed: the work's own, or `late` after `deadline` seconds."""
        threading.Thread(target=self._body, name=f"{self._name} request", daemon=True).start()
        try:
            outcome = self._outcomes.get(timeout=deadline)
        except Empty:
            outcome = _Outcome(failure=late)
            self._give_up()
        if outcome.failure is not None:
            raise outcome.failure
        return outcome.value

    def stop(self, failure: AttemptFailed) -> None:
        """Let `run` raise that now; from any thread."""
        self._outcomes.put(_Outcome(failure=failure))
        self._give_up()

    def _body(self) -> None:
        keep_out_of_logs()
        try:
            outcome = _Outcome(self._work())
        except AttemptFailed as failure:
            outcome = _Outcome(failure=failure)
        except EngineError as error:
            outcome = _Outcome(failure=AttemptFailed(error, fatal=True))
        except Exception as error:
            # Of an exception only the kind is reported: its message holds the text, or the key.
            what = EngineError(NO_TRANSLATION(name=self._name, kind=type(error).__name__))
            outcome = _Outcome(failure=AttemptFailed(what, again=True))
        self._outcomes.put(outcome)
