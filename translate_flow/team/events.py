"""The events of all statements in PostgreSQL: what is acknowledged there is acknowledged.

The journals' files follow, and what other programs add to them, such as git, is taken in. An event is kept as the
journal's line, so that files, database and files again are the same byte for byte.
"""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from ..catalogue.journal import Journal, to_line
from ..errors import CatalogueError, UsageError
from ..files.disk import append_durably
from ..files.lock import locked
from ..files.messages import CANNOT_BE_READ
from ..files.messages import cause as because
from ..flow.statement.messages import NO_SUCH_STATEMENT
from ..flow.statement.pofile import stamp
from ..flow.statement.storage import Mark, Overtaken
from ..model import Event
from ..workspace import Workspace
from .asking import IN_THE_NAME, PROGRAM, account
from .base import PostgresBase

Told = Callable[[str, str], None]
"""Called with name and language of a statement after something was added to its events."""


@dataclass(frozen=True, slots=True)
class Row:
    """A statement's row in the database."""

    id: int
    seq: int
    """How many events it has."""
    written: int
    """How many of them are in the journal's file."""
    file: str
    """What the file was when it was written or read last."""


@dataclass
class Log(Journal):
    """A journal whose events are in the database."""

    seq: int = 0
    """How many of the statement's events it holds."""


@dataclass(frozen=True, slots=True)
class SeqMark:
    """How many events a statement had."""

    seq: int


class EventTable:
    """Where a team's events are acknowledged."""

    apart = True

    def __init__(
        self,
        base: PostgresBase,
        workspace: Workspace,
        confidential: Callable[[str], bool],
        tell: Told = lambda name, language: None,
    ) -> None:
        self._base, self._workspace, self._confidential, self.tell = base, workspace, confidential, tell
        self.tell_written: Told = lambda name, language: None
        self._here = threading.local()

    # The storage's face ----------------------------------------------------------

    def load(self, name: str, language: str) -> tuple[Journal, Mark]:
        """All events of a statement. Raises CatalogueError, Away; UsageError if the account may not see it."""
        self._take_in_file(name, language)
        with self._asking(name, language) as row:
            if not self._base.rows("SELECT may_see(?)", row.id)[0][0]:
                raise UsageError(NO_SUCH_STATEMENT(name=name, language=language))
            # Asked once for all events, instead of at each.
            lines = self._as_program("SELECT line FROM event WHERE statement = ? ORDER BY seq", row.id)
        log = _read(lines, self._path(name, language))
        log.seq, log.keep = row.seq, partial(self._keep, name, language)
        return log, SeqMark(row.seq)

    def mark(self, journal: Journal, name: str, language: str) -> Mark:
        """How many events the journal holds."""
        return SeqMark(journal.seq if isinstance(journal, Log) else -1)

    def moved(self, mark: Mark, name: str, language: str) -> bool:
        """Whether there are more events, or another program wrote into the file."""
        row = self._locked(name, language) or self._row(name, language)
        return row is None or mark != SeqMark(row.seq) or self._stamp(name, language) != row.file

    def since(
        self, journal: Journal, mark: Mark, name: str, language: str
    ) -> tuple[list[Event], Mark] | None:
        """The events that are new."""
        if not isinstance(mark, SeqMark) or not isinstance(journal, Log) or mark.seq != journal.seq:
            return None
        found = self._news(name, language, mark.seq)
        if found is None:
            return None
        seq, lines = found
        events = _read([(line,) for line in lines], journal.path).events
        if len(events) != seq - mark.seq or (events and events[0].id <= journal.last_id):
            return None  # older ones, from a clone
        journal.seq = seq
        return events, SeqMark(seq)

    def _news(self, name: str, language: str, known: int) -> tuple[int, list[str]] | None:
        """How many events there are, and the lines of those after the known ones."""
        for _ in range(2):
            row = self._locked(name, language)
            if row is not None and row.seq == known and self._stamp(name, language) == row.file:
                return known, []
            rows = self._base.rows(
                "SELECT * FROM events_since(?, ?, ?, ?, ?)",
                account(), name, language, self._confidential(name), known,
            )  # fmt: skip
            if rows and rows[0][3] == self._stamp(name, language):
                return rows[0][1], rows[0][4]
            self._take_in_file(name, language)
        return None

    @contextlib.contextmanager
    def changing(self, name: str, language: str) -> Iterator[None]:
        """With the statement's row locked, in one transaction; pages at other desks are told when it is done."""
        if self._locked(name, language) is not None:
            yield
            return
        around, self._here.added = getattr(self._here, "place", None), False
        assert around is None, "one statement at a time"
        try:
            with self._asking(name, language, lock=True) as row:
                self._here.place, self._here.row = (name, language), row
                yield
        finally:
            self._here.place = None
        if self._here.added:
            self.tell(name, language)

    @contextlib.contextmanager
    def offering(self, mark: Mark, name: str, language: str) -> Iterator[None]:
        """Without a lock: in one question of its own, which asks by itself whether something came since."""
        if (row := self._locked(name, language)) is not None:
            if mark != SeqMark(row.seq) or self._stamp(name, language) != row.file:
                raise Overtaken
            yield
            return
        self._here.offer = mark
        try:
            yield
        finally:
            self._here.offer = None

    def writing(self, name: str, language: str) -> AbstractContextManager[None]:
        """The workspace's lock."""
        return locked(self._workspace.cache)

    @contextlib.contextmanager
    def alone(self, name: str, language: str) -> Iterator[None]:
        """The workspace's lock and the statement's row, always in this order."""
        with self.writing(name, language), self.changing(name, language):
            yield

    def follow(self, journal: Journal, name: str, language: str) -> None:
        """Add to the file what the table has more. Raises CatalogueError, Away."""
        if self._locked(name, language) is None:
            row = self._row(name, language)
            if row is not None and row.written == row.seq and self._stamp(name, language) == row.file:
                return
        with self.changing(name, language):
            self._take_in_file(name, language)
            before = self._here.row
            self._write(before, name, language)
            after = self._here.row
        if after != before:
            self.tell_written(name, language)

    # What is behind --------------------------------------------------------------

    def behind(self) -> dict[tuple[str, str], int]:
        """Of the statements whose files lack events, by name and language, how many are in the file."""
        rows = self._base.rows(
            "SELECT name, language, written FROM statement WHERE written < seq ORDER BY id"
        )
        return {(name, language): written for name, language, written in rows}

    # Rows ------------------------------------------------------------------------

    def _path(self, name: str, language: str) -> Path:
        return self._workspace.journal_path(name, language)

    def _stamp(self, name: str, language: str) -> str:
        return json.dumps(stamp(self._path(name, language)))

    def _as_program(self, sql: str, *values: object) -> list[Any]:
        """Run one statement in the program's own name, within a transaction of somebody's."""
        self._base.rows(IN_THE_NAME, PROGRAM)
        found = self._base.rows(sql, *values)
        self._base.rows(IN_THE_NAME, account())
        return found

    def _locked(self, name: str, language: str) -> Row | None:
        """The statement's row as this thread has locked it."""
        mine: bool = getattr(self._here, "place", None) == (name, language)
        found: Row | None = self._here.row if mine else None
        return found

    @contextlib.contextmanager
    def _asking(self, name: str, language: str, *, lock: bool = False) -> Iterator[Row]:
        """A transaction in the name of whoever asks, with the statement's row."""
        if (mine := self._locked(name, language)) is not None:
            yield mine
            return
        with self._base.transaction():
            yield self._row(name, language, account(), lock=lock) or self._new_row(name, language)

    def _row(self, name: str, language: str, who: str = "", *, lock: bool = False) -> Row | None:
        """The statement's row; the transaction goes on in the name of `who`."""
        rows = self._base.rows(
            "SELECT id, seq, written, file, confidential, set_config('desk.account', ?, true) FROM statement "
            "WHERE name = ? AND language = ?" + (" FOR UPDATE" if lock else ""),
            who, name, language,
        )  # fmt: skip
        if not rows:
            return None
        *values, confidential, _ = rows[0]
        if confidential != (now := self._confidential(name)):
            self._base.rows("UPDATE statement SET confidential = ? WHERE name = ?", now, name)
        return Row(*values)

    def _new_row(self, name: str, language: str) -> Row:
        self._base.rows(
            "INSERT INTO statement (name, language, confidential) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            name, language, self._confidential(name),
        )  # fmt: skip
        row = self._row(name, language, account(), lock=True)
        assert row is not None
        return row

    # Events ----------------------------------------------------------------------

    def _keep(self, name: str, language: str, log: Journal, events: Sequence[Event]) -> None:
        assert isinstance(log, Log)
        offer = getattr(self._here, "offer", None)
        if offer is not None:
            self._offer(name, language, log, events, offer)
            return
        with self.changing(name, language):
            row: Row = self._here.row
            seq = self._insert(row, [e.id for e in events], [to_line(e) for e in events])
            # Where others added some meanwhile, the journal lacks them: it is read anew.
            log.seq = seq if log.seq == row.seq else -1
            self._here.row = Row(row.id, seq, row.written, row.file)

    def _offer(self, name: str, language: str, log: Log, events: Sequence[Event], mark: Mark) -> None:
        if mark != SeqMark(log.seq):
            raise Overtaken
        [[seq]] = self._base.rows(
            "SELECT offer_events(?, ?, ?, ?, ?, ?, ?, ?)",
            account(), name, language, self._confidential(name), log.seq, self._stamp(name, language),
            [e.id for e in events], [to_line(e) for e in events],
        )  # fmt: skip
        if seq is None:
            raise Overtaken
        log.seq = seq
        self.tell(name, language)

    def _insert(self, row: Row, ids: list[str], lines: list[str]) -> int:
        [[seq]] = self._base.rows("SELECT add_events(?, ?, ?)", row.id, ids, lines)
        self._here.added = self._here.added or seq > row.seq
        return int(seq)

    def _take_in_file(self, name: str, language: str) -> None:
        """What another program added to the file goes into the table; what it took out, into the file again."""
        row = self._locked(name, language) or self._row(name, language)
        if row is not None and self._stamp(name, language) == row.file:
            return
        with self.changing(name, language):
            row = self._here.row  # as it is under the lock
            now = self._stamp(name, language)
            if now == row.file:
                return
            found = _lines(self._path(name, language))
            there = {r[0] for r in self._as_program("SELECT id FROM event WHERE statement = ?", row.id)}
            seq = row.seq
            if found.keys() - there:
                self._base.rows(IN_THE_NAME, PROGRAM)
                seq = self._insert(row, list(found), list(found.values()))
                self._base.rows(IN_THE_NAME, account())
            whole = seq if there <= found.keys() else 0
            self._base.rows("UPDATE statement SET written = ?, file = ? WHERE id = ?", whole, now, row.id)
            self._here.row = Row(row.id, seq, whole, now)

    def _write(self, row: Row, name: str, language: str) -> None:
        if row.written >= row.seq:
            return
        path = self._path(name, language)
        lines = self._as_program(
            "SELECT id, line FROM event WHERE statement = ? AND seq > ? ORDER BY seq", row.id, row.written
        )
        # From the beginning only where the file was changed by others.
        known = _lines(path) if row.written == 0 else {}
        text = "".join(f"{line}\n" for identifier, line in lines if identifier not in known)
        # The table is what lasts; a line that a power failure takes from the file is written again.
        append_durably(path, text.encode(), sync=False)
        now = self._stamp(name, language)
        self._base.rows("UPDATE statement SET written = ?, file = ? WHERE id = ?", row.seq, now, row.id)
        self._here.row = Row(row.id, row.seq, row.seq, now)


def _read(rows: Sequence[Sequence[Any]], path: Path) -> Log:
    read = Journal.read("\n".join(str(line) for (line,) in rows).encode(), path)
    return Log(path, read.events)


def _lines(path: Path) -> dict[str, str]:
    """Id and line of each event in a journal's file, in its order. Raises CatalogueError."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise CatalogueError(CANNOT_BE_READ(file=str(path), cause=because(error))) from error
    good = {e.id for e in Journal.read(data, path).events}
    found: dict[str, str] = {}
    for line in data.split(b"\n"):
        with contextlib.suppress(ValueError, TypeError, KeyError):
            if (identifier := json.loads(line)["id"]) in good:
                found.setdefault(identifier, line.decode())
    return found
