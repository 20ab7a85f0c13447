"""The journal of one catalogue: append-only, one JSON object a line, ordered by id."""

from __future__ import annotations

import json
import re
import secrets
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from ..errors import CatalogueError, UsageError
from ..files.conflict import is_mark
from ..files.disk import append_durably, cut_back
from ..files.messages import CANNOT_BE_READ
from ..files.messages import cause as because
from ..files.regular import bytes_of
from ..messages import Message, restore
from ..model import Event
from .messages import WRITE_UTF_8
from .old_notes import understood

_FIELDS = (
    "id",
    "at",
    "by",
    "do",
    "key",
    "text",
    "base",
    "engine",
    "score",
    "glossary",
    "note",
    "rule",
    "from",
    "source",
    "act",
)


def _row(event: Event) -> dict[str, Any]:
    row = {name: getattr(event, "origin" if name == "from" else name) for name in _FIELDS}
    row = {k: v for k, v in row.items() if v not in (None, "") or (k == "text" and v == "")}
    if event.reason is not None:
        row["reason"] = event.reason.to_json()
    return row


def to_line(event: Event) -> str:
    """The event as one line of the file, without the line end."""
    return json.dumps(_row(event), ensure_ascii=False, separators=(", ", ": "))


_ID = re.compile(r"[0-9a-f]{11}-[0-9a-f]{4}-[0-9a-f]{6}")


def _event(row: dict[str, Any]) -> Event:
    get = row.get
    text = get("text")
    texts = (
        row["id"], row["at"], row["by"], row["do"], row["key"], "" if text is None else text, get("base", ""),
        get("engine", ""), get("glossary", ""), get("note", ""), get("rule", ""), get("from", ""), get("source", ""),
        get("act", ""),
    )  # fmt: skip
    # Joining raises TypeError if one of them is no text, at a fraction of the price of looking at each;
    # encoding raises ValueError for half a character (a lone surrogate), which no PO file can hold.
    "".join(texts).encode()
    if not _ID.fullmatch(texts[0]):
        raise ValueError("no id, by which events are ordered")
    identifier, at, by, do, key, _, base, engine, glossary, note, rule, origin, source, act = texts
    reason = get("reason")
    event = Event(
        id=identifier, at=at, by=by, do=do, key=key, text=text, base=base, engine=engine, score=get("score"),
        glossary=glossary, note=note, reason=None if reason is None else _reason(reason), rule=rule,
        origin=origin, source=source, act=act,
    )  # fmt: skip
    return understood(event) if note and reason is None else event


def _reason(stored: Any) -> Message:
    """The reason of a line. Raises TypeError for one of another shape, ValueError for half a character."""
    if not isinstance(stored, dict) or not isinstance(stored.get("id"), str):
        raise TypeError("a reason without an id")
    json.dumps(stored, ensure_ascii=False).encode()
    return restore(stored)


@dataclass
class Journal:
    """A journal as read, and the way to add to it."""

    path: Path
    """The file; need not exist yet."""
    events: list[Event] = field(default_factory=list)
    """All events, by id, each id once."""
    damaged: tuple[int, ...] = ()
    """Lines that are no event (cut off by a crash, or spoilt outside); they are passed over."""
    marks: tuple[int, ...] = ()
    """Lines that are git's conflict marks; they are passed over, and the events of both sides are read."""
    keep: Callable[[Journal, Sequence[Event]], None] | None = field(default=None, repr=False, compare=False)
    """How new events of this journal are acknowledged where that is not their line in the file."""

    @classmethod
    def load(cls, path: Path) -> Journal:
        """Read the file; no file is an empty journal. Raises CatalogueError."""
        try:
            data = bytes_of(path)
        except FileNotFoundError:
            return cls(path)
        except OSError as error:
            raise CatalogueError(CANNOT_BE_READ(file=str(path), cause=because(error))) from error
        return cls.read(data, path)

    @classmethod
    def read(cls, data: bytes, path: Path) -> Journal:
        """The journal that these bytes are."""
        events, damaged = _parse(data)
        marks = _marks(data) if damaged else ()
        known = frozenset(marks)
        return cls(path, events, tuple(n for n in damaged if n not in known), marks)

    @property
    def last_id(self) -> str:
        """Id of the newest event; empty if there is none."""
        return self.events[-1].id if self.events else ""

    def append(self, events: Iterable[Event], *, sync: bool = True) -> list[Event]:
        """Write events, given without id and time, and return them with both.

        Events of one call have one time, and those of the next a later one. When this returns they are on disk (with `sync`), or with `keep`, and so
        acknowledged.
        """
        stamped: list[Event] = []
        last = self.last_id
        now = _later(_now(), self.events[-1].at if self.events else "")
        for event in events:
            last = next_id(last)
            stamped.append(replace(event, id=last, at=event.at or now))
        if stamped:
            data = encoded(map(to_line, stamped))
            if self.keep is None:
                append_durably(self.path, data, sync=sync)
            else:
                self.keep(self, stamped)
            self.events.extend(stamped)
        return stamped

    def take_back(self, size: int | None, count: int) -> None:
        """Have the file end after so many bytes, and the events after so many: nobody added to it since, and what came
        was not done after all. No size: there was no file. Only under the lock. Raises CatalogueError."""
        cut_back(self.path, size)
        del self.events[count:]


def encoded(lines: Iterable[str]) -> bytes:
    """Lines as the file has them. Raises UsageError for half a character, which arguments that are no UTF-8 become."""
    try:
        return "".join(f"{line}\n" for line in lines).encode()
    except UnicodeEncodeError as error:
        raise UsageError(WRITE_UTF_8()) from error


def next_id(last: str) -> str:
    """A new id that sorts after `last`: milliseconds (11 hex), counter (4 hex), chance (6 hex).

    The time part makes ids of several people sort by time; the counter keeps one
    writer's order within a millisecond or when the clock goes back.
    """
    now = time.time_ns() // 1_000_000
    counter = 0
    if last:
        then, count, _ = last.split("-")
        if int(then, 16) >= now:
            now, counter = int(then, 16), int(count, 16) + 1
            if counter > 0xFFFF:
                now, counter = now + 1, 0
    return f"{now:011x}-{counter:04x}-{secrets.token_hex(3)}"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


_MOMENT = timedelta(milliseconds=1)
_SKEW = timedelta(seconds=1)
"""How far the time of the last event may be ahead and be of this clock: another machine's may go wrong by hours."""


def _later(now: str, last: str) -> str:
    """The time, or the next thousandth of a second after the last event's: what was not done at once is told apart by it."""
    if not last or now > last:
        return now
    try:
        before, moment = datetime.fromisoformat(last), datetime.fromisoformat(now)
        ahead = before - moment
    except (ValueError, TypeError):  # a time that somebody wrote by hand
        return now
    if ahead > _SKEW:
        return now
    return (before + _MOMENT).astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _marks(data: bytes) -> tuple[int, ...]:
    """Numbers of the lines that are conflict marks."""
    lines = enumerate(data.decode("utf-8", "replace").split("\n"), 1)
    return tuple(n for n, line in lines if is_mark(line.rstrip("\r")))


def _parse(data: bytes) -> tuple[list[Event], tuple[int, ...]]:
    damaged: list[int] = []
    try:
        # One call for the whole file is several times faster than one a line.
        rows: Sequence[Any] = json.loads("[" + ",".join(filter(None, data.decode().split("\n"))) + "]")
        events = [_event(row) for row in rows]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        events = []
        for number, line in enumerate(data.split(b"\n"), 1):
            if not line.strip():
                continue
            try:
                events.append(_event(json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                damaged.append(number)
    unique: dict[str, Event] = {}
    for event in events:
        unique.setdefault(event.id, event)
    return sorted(unique.values(), key=lambda e: e.id), tuple(damaged)
