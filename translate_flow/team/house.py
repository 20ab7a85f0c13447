"""The house's own work, ordered by the clock and done by one worker at a time: the team's git, and digests by mail.

Any of the workers that were started with it may do it: who orders looks first whether it is under way, and the
queue's lock lets one at it. A worker that dies in the middle leaves it to another, as with all jobs.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ..desk.desk import Desk
from ..errors import Away
from ..messages import Message, restore
from ..workspace.access import as_program
from .base import Base, PostgresBase
from .keeper import EXCHANGE_SECONDS, Say, one_round, scribe_for
from .mail import MailOrder, send_digests
from .queue import KEEP
from .rights import Book, Locks
from .scribe import QUIET_SECONDS
from .upstream import Upstream

if TYPE_CHECKING:
    from procrastinate import App

LOOK_SECONDS = 5.0
"""How often it is looked what is due."""
MAIL_SECONDS = 15 * 60.0
"""How often it is looked, after the hour of the digests, whether somebody has none yet."""


@dataclass(frozen=True, slots=True)
class GitOrder:
    """How the team's work is committed."""

    remote: str = ""
    """The remote to exchange with; empty: none."""
    author: str = ""
    """In whose name; empty: in people's."""
    confidential: bool = False
    """Whether confidential statements go to the remote, too."""


@dataclass
class House:
    """What a worker does beside people's jobs."""

    git: GitOrder | None = None
    mail: MailOrder | None = None
    out: Say = lambda message: None
    note: Say = lambda message: None
    clock: Callable[[], datetime] = lambda: datetime.now().astimezone()
    quiet: float = QUIET_SECONDS
    """Seconds a statement rests before it is committed."""
    _next: dict[str, float] = field(default_factory=dict)

    async def order(self, app: App, base: PostgresBase) -> None:
        """Put into the queue what is due, for ever."""
        from procrastinate.exceptions import ConnectorException

        while True:
            for what, how in self._due():
                with contextlib.suppress(ConnectorException, Away):
                    if not await asyncio.to_thread(_under_way, base, what):
                        await app.configure_task(KEEP, queue=KEEP, lock=what).defer_async(what=what, how=how)
            await asyncio.sleep(LOOK_SECONDS)

    def _due(self) -> Iterator[tuple[str, dict[str, Any]]]:
        now = time.monotonic()
        if self.git is not None:
            exchange = bool(self.git.remote) and self._is_time("git", now, EXCHANGE_SECONDS)
            yield "git", {**asdict(self.git), "exchange": exchange}
        late = self.mail is not None and f"{self.clock():%H:%M}" >= self.mail.at
        if self.mail is not None and late and self._is_time("mail", now, MAIL_SECONDS):
            yield "mail", {**asdict(self.mail), "day": f"{self.clock():%Y-%m-%d}"}

    def _is_time(self, what: str, now: float, every: float) -> bool:
        if now < self._next.get(what, 0.0):
            return False
        self._next[what] = now + every
        return True

    def do(self, what: str, how: dict[str, Any], desk: Desk, book: Book, locks: Locks) -> None:
        """Do it, and write down what could not be done, for administrators."""
        base = book.accounts.base
        if what == "git":
            problems = self._commit(desk, locks, **how)
        else:
            problems = send_digests(desk, book, locks, how.pop("day"), MailOrder(**how), self.out)
        known = {str(problem) for problem in troubles(base, what)}
        for problem in problems:
            if str(problem) not in known:
                self.note(problem)
        news = json.dumps({"reasons": [problem.to_json() for problem in problems]})
        now = int(time.time())
        base.rows(
            "INSERT INTO job (id, account, place, news, at, over) VALUES (?, '', ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET news = excluded.news, at = excluded.at, over = excluded.over",
            what, json.dumps({"kind": what, "language": "", "names": []}), news, now, now,
        )  # fmt: skip

    def _commit(
        self, desk: Desk, locks: Locks, remote: str, author: str, confidential: bool, exchange: bool
    ) -> list[Message]:
        with as_program():
            scribe = scribe_for(
                desk.workspace, remote, author, self.quiet, confidential=confidential, locks=locks
            )
            return one_round(scribe, Upstream(scribe, remote) if exchange else None, self.out, self.note)


def troubles(base: Base, what: str) -> list[Message]:
    """What could not be done the last time."""
    if not isinstance(base, PostgresBase):
        return []
    return [
        restore(reason)
        for [news] in base.rows("SELECT news FROM job WHERE id = ?", what)
        for reason in json.loads(news).get("reasons", [])
    ]


def _under_way(base: PostgresBase, what: str) -> bool:
    sql = "SELECT 1 FROM procrastinate_jobs WHERE queue_name = ? AND lock = ? AND status IN ('todo', 'doing') LIMIT 1"
    return bool(base.rows(sql, KEEP, what))
