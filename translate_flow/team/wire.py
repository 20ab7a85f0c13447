"""News between the desks of a team, by PostgreSQL's NOTIFY: what was saved, what is in the files, who is where.

News are sent after the transaction that they are about, by a connection of their own: within it, NOTIFY makes all
commits wait for one another. They only wake; what happened, the tables say. Where they are lost, such as when the
database starts anew, each desk looks by itself a little later.
"""

from __future__ import annotations

import contextlib
import json
import queue
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..desk.desk import Desk
from ..desk.hub import OVERVIEW, Here, Topic
from ..errors import Away, TranslateFlowError
from ..files.noted import note
from ..flow.statement.work import Work
from ..workspace.access import as_program
from .base import CHANNEL, PostgresBase
from .events import EventTable

if TYPE_CHECKING:
    import psycopg

POLL_SECONDS = 2.0
"""How often a desk looks by itself."""
AGAIN_SECONDS = 0.5
"""How long it waits until it asks a database again that did not answer."""
BEAT_SECONDS = 15
"""How often a desk says that its pages are open."""
EXPIRE_SECONDS = 45
"""A page whose desk has said nothing for so long is gone."""
LEFT_SECONDS = 5.0
"""Events that are not in the files after so long were left by a desk that died."""
_LONGEST = 7000
"""Bytes of one notification; PostgreSQL takes 8,000."""


@dataclass(frozen=True, slots=True)
class News:
    """What the other desks are to be told."""

    kind: str
    topic: Topic
    here: tuple[Here, ...] | None = None
    """The statement's pages at this desk, if they are what changed."""


class NewsWire:
    """One desk's connections to the others."""

    def __init__(self, base: PostgresBase, desk: Desk, table: EventTable) -> None:
        self.base, self.desk, self.table = base, desk, table
        self.id = secrets.token_hex(4)
        self._out: queue.SimpleQueue[News | None] = queue.SimpleQueue()
        self._over = threading.Event()
        self._behind: dict[tuple[str, str], tuple[int, float]] = {}
        self._beat = 0.0
        self._threads = [
            threading.Thread(target=self._send, name="news out", daemon=True),
            threading.Thread(target=self._hear, name="news in", daemon=True),
        ]
        table.tell = lambda name, language: self.say("events", (language, name))
        table.tell_written = lambda name, language: self.say("files", (language, name))
        desk.hub.moved = lambda topic, here: self._out.put(News("people", topic, tuple(here)))

    def start(self) -> None:
        """Begin to send and to listen."""
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        """End; the pages of this desk are gone for the others."""
        self._over.set()
        self._out.put(None)
        for thread in self._threads:
            thread.join(10)
        with contextlib.suppress(Away):
            self.base.rows("DELETE FROM presence WHERE desk = ?", self.id)

    def say(self, kind: str, topic: Topic) -> None:
        """Have the other desks told; returns at once."""
        self._out.put(News(kind, topic))

    # Out -------------------------------------------------------------------------

    def _send(self) -> None:
        connection: psycopg.Connection[Any] | None = None
        while True:
            batch = [self._out.get()]
            with contextlib.suppress(queue.Empty):
                while True:
                    batch.append(self._out.get_nowait())
            over = None in batch
            try:
                if connection is None or connection.closed:
                    connection = self._connect()
                told = [news for news in batch if news is not None]
                for topic, here in {n.topic: n.here for n in told if n.here is not None}.items():
                    self._keep_people(connection, topic, here)
                for payload in dict.fromkeys(self._payload(news.kind, news.topic) for news in told):
                    connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, payload))
            except _errors():
                if connection is not None:
                    connection.close()
                connection = None  # the others look by themselves
            if over:
                if connection is not None:
                    connection.close()
                return

    def _payload(self, kind: str, topic: Topic) -> str:
        payload = json.dumps([self.id, kind, *topic])
        return payload if len(payload) <= _LONGEST else json.dumps([self.id, "look", "", ""])

    def _connect(self) -> psycopg.Connection[Any]:
        import psycopg

        options = "-c synchronous_commit=off"
        return psycopg.connect(self.base.dsn, autocommit=True, connect_timeout=5, options=options)

    def _keep_people(self, connection: psycopg.Connection[Any], topic: Topic, here: tuple[Here, ...]) -> None:
        now = int(time.time())
        with connection.transaction():
            place = (self.id, *topic)
            connection.execute("DELETE FROM presence WHERE desk = %s AND language = %s AND name = %s", place)
            for page in here:
                connection.execute(
                    "INSERT INTO presence (desk, language, name, tab, person, key, seen) "
                    "VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT (desk, tab) DO UPDATE SET "
                    "language = excluded.language, name = excluded.name, person = excluded.person, "
                    "key = excluded.key, seen = excluded.seen",
                    (*place, *(_storable(page[field]) for field in ("tab", "person", "key")), now),
                )

    # In --------------------------------------------------------------------------

    def _hear(self) -> None:
        while not self._over.is_set():
            try:
                with self._connect() as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    self._look()  # what came while nobody listened
                    while not self._over.is_set():
                        for note in connection.notifies(timeout=POLL_SECONDS, stop_after=1):
                            self._heard(note.payload)
                        if time.monotonic() - self._looked >= POLL_SECONDS:
                            self._look()
            except _errors():
                self._over.wait(AGAIN_SECONDS)

    _looked = 0.0

    def _heard(self, payload: str) -> None:
        sender, kind, *place = json.loads(payload)
        topic: Topic = (place[0], place[1])
        if kind == "look":
            self._look()
        elif sender == self.id:
            return
        elif kind == "events":
            self._in_loop(self.desk.wake, topic)
        elif kind == "files":
            note(self.desk.workspace.catalogue_path(topic[1], topic[0]))
            news = {"language": topic[0], "name": topic[1]}
            self._in_loop(self.desk.hub.tell, OVERVIEW, "statement", news)
        elif kind == "people":
            self._people([topic])
        elif kind == "job":
            self._job(topic[1])

    def _job(self, identifier: str) -> None:
        from .queue import told

        for (news,) in self.base.rows("SELECT news FROM job WHERE id = ?", identifier):
            self._in_loop(self.desk.hub.tell, None, "job", told(news))

    def _in_loop(self, act: Callable[..., None], *arguments: object) -> None:
        loop = self.desk.hub.loop
        if loop is not None and not loop.is_closed():
            with contextlib.suppress(RuntimeError):  # closed between the two
                loop.call_soon_threadsafe(act, *arguments)

    def _look(self) -> None:
        """At what news might have told, and at what nobody tells. (The desk looks at its open statements itself.)"""
        self._looked = time.monotonic()
        try:
            self._write_what_was_left()
            self._look_for_people()
        except TranslateFlowError:
            return  # away, or a file that cannot be written: looked at again

    def _write_what_was_left(self) -> None:
        """Bring the files up to date that a desk left behind when it died: nobody has added to them for a while."""
        now, before = time.monotonic(), self._behind
        self._behind = {}
        for place, written in self.table.behind().items():
            known = before.get(place)
            self._behind[place] = known if known and known[0] == written else (written, now)
        with as_program():
            for name, language in [p for p, (_, since) in self._behind.items() if now - since > LEFT_SECONDS]:
                work = Work.open(self.desk.workspace, name, language)
                work.behind = True
                work.flush()

    def _look_for_people(self) -> None:
        now = int(time.time())
        if time.monotonic() - self._beat > BEAT_SECONDS:
            self._beat = time.monotonic()
            self.base.rows("UPDATE presence SET seen = ? WHERE desk = ?", now, self.id)
            self.base.rows("DELETE FROM presence WHERE seen < ?", now - EXPIRE_SECONDS)
        topics = {listener.topic for listener in list(self.desk.hub.listeners)} - {OVERVIEW}
        self._people([*topics])

    def _people(self, topics: list[Topic]) -> None:
        oldest = int(time.time()) - EXPIRE_SECONDS
        for topic in topics:
            rows = self.base.rows(
                "SELECT tab, person, key FROM presence WHERE language = ? AND name = ? AND desk <> ? AND seen >= ? "
                "ORDER BY tab",
                *topic, self.id, oldest,
            )  # fmt: skip
            self._in_loop(
                self._arrived, topic, [dict(zip(("tab", "person", "key"), r, strict=True)) for r in rows]
            )

    def _arrived(self, topic: Topic, abroad: list[Here]) -> None:
        hub = self.desk.hub
        if hub.abroad.get(topic, []) != abroad:
            if abroad:
                hub.abroad[topic] = abroad
            else:
                hub.abroad.pop(topic, None)
            hub.tell_people(topic)


def _errors() -> tuple[type[BaseException], ...]:
    import psycopg

    return psycopg.Error, Away


def _storable(text: str) -> str:
    """What a browser sent, without what PostgreSQL's text cannot hold."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


@contextlib.contextmanager
def joined(base: PostgresBase, desk: Desk, table: EventTable) -> Iterator[NewsWire]:
    """A wire for as long as the block runs."""
    wire = NewsWire(base, desk, table)
    wire.start()
    try:
        yield wire
    finally:
        wire.close()
