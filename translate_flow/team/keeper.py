"""`translate-flow team git`: the scribe and the exchange with the remote, again and again until it is ended."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from ..errors import TranslateFlowError
from ..messages import Message
from ..workspace import Workspace
from .messages import BROUGHT_IN, COMMITTED, DOUBTFUL, SENT_OUT
from .rights import Locks
from .scribe import QUIET_SECONDS, Scribe
from .upstream import Upstream

LOOK_SECONDS = 5.0
"""How often it looks whether something has come to rest."""
EXCHANGE_SECONDS = 60.0
"""How often it asks the remote."""
Say = Callable[[Message], object]


def keep(
    workspace: Workspace, remote: str, *, author: str, confidential: bool, once: bool, out: Say, note: Say
) -> bool:
    """Run until ended; `once`: one round, without waiting for anything to rest. Whether all went well.

    Confidential statements stay out of a repository that has a remote, unless they may be sent there.
    Raises WorkspaceError.
    """
    over = threading.Event()
    scribe = scribe_for(
        workspace, remote, author, 0.0 if once else QUIET_SECONDS, confidential=confidential, locks=Locks()
    )
    upstream = Upstream(scribe, remote) if remote else None
    if once:
        return _round(scribe, upstream, set(), out, note)
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(ValueError):  # not the main thread: whoever runs it ends it
            signal.signal(number, lambda *_: over.set())
    told: set[str] = set()
    due = 0.0
    while not over.wait(LOOK_SECONDS):
        now = time.monotonic()
        _round(scribe, upstream if now >= due else None, told, out, note)
        if now >= due:
            due = now + EXCHANGE_SECONDS
    return True


def scribe_for(
    workspace: Workspace, remote: str, author: str, quiet: float, *, confidential: bool, locks: Locks
) -> Scribe:
    """Who commits. Confidential statements stay out where there is a remote, unless they may go there.

    Raises WorkspaceError.
    """

    def passed_over(name: str) -> bool:
        return bool(remote) and not confidential and locks.confidential(Workspace.load(workspace.root), name)

    return Scribe(workspace, author, passed_over, quiet)


def _round(scribe: Scribe, upstream: Upstream | None, told: set[str], out: Say, note: Say) -> bool:
    """One round; a problem is told when it begins, and once more after it was gone."""
    problems = one_round(scribe, upstream, out, note)
    for problem in problems:
        if str(problem) not in told:
            note(problem)
    if upstream is not None:
        told.clear()
    told.update(map(str, problems))
    return not problems


def one_round(scribe: Scribe, upstream: Upstream | None, out: Say, note: Say) -> list[Message]:
    """Commit what rests, exchange; what could not be done."""
    problems: list[Message] = []
    try:
        for commit in scribe.write():
            out(COMMITTED(about=commit.about, author=commit.author.partition(" <")[0], n=len(commit.files)))
    except TranslateFlowError as error:
        problems.append(error.message)
    if upstream is not None:
        made = upstream.exchange()
        problems += made.problems
        if made.came:
            out(BROUGHT_IN(remote=upstream.remote, n=made.came))
        for file in made.doubtful:
            note(DOUBTFUL(file=file))
        if made.went:
            out(SENT_OUT(remote=upstream.remote, n=made.went))
    return problems
