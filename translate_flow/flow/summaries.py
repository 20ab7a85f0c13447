"""The summaries of all statements, available at once even for ten thousand of them.

They are cached in the workspace by the timestamps of the files, so that a thousand statements need not be read again to
be listed.
"""

from __future__ import annotations

import contextlib
import json
import operator
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress
from typing import Any

from ..errors import TranslateFlowError
from ..files.disk import write_atomically
from ..files.noted import noted, since
from ..workspace import Workspace
from ..workspace.access import EVERYTHING, Access, as_program, present
from .statement.work import Work
from .summary import Summary, restored, stored, summarise

VERSION = 4
BELIEVED_SECONDS, BELIEVED_TIMES = 1.0, 10
"""How long a scan of all files remains valid: at most so many seconds, and at most so many times the time it took. A scan
of a few files is repeated each time."""
MANY = 500
"""Number of statements above which nobody waits for a scan; scanning ten thousand takes a tenth of a second."""
AGAIN_SECONDS, OLD_SECONDS = 5.0, 15.0
"""How often they are scanned in the background, and the age at which the result of a scan is no longer shown."""
STEP = 50
"""Statements scanned in one step."""
_ENDS = (".po", ".history.jsonl")
PEOPLE = 64
"""How many people's last view is remembered."""


@dataclass(frozen=True, slots=True)
class _Look:
    """When all files were scanned, and how long the result is valid."""

    news: object
    ended: float
    until: float

    def holds(self, news: object) -> bool:
        return news is not None and news == self.news and time.monotonic() < self.until


@dataclass(slots=True)
class _Shown:
    """The rows that somebody was shown, and what that was derived from."""

    access: Access
    standing: object
    of: list[Summary]
    places: object
    """The list of places, compared by identity."""
    around: tuple[object, int]
    flags: list[bool]
    """Which of the places may be seen."""
    rows: list[Summary]


class Summaries:
    """All statements' summaries, read again only where a file changed."""

    def __init__(self, workspace: Workspace) -> None:
        self._file = workspace.cache / "overview.json"
        self._known: dict[str, tuple[list[list[int]], Summary]] = {}
        self._saved = 0
        self._last: _Look | None = None
        self._noted = noted()
        self._places: list[str] = []
        """One for each of `_rows`; the same list object as long as no statement was added or removed."""
        self._rows: list[Summary] = []
        self._changed = True
        """Whether `_rows` must be rebuilt."""
        self._sources: dict[str, list[int]] = {}
        self._around = 0
        """Incremented when a source file changes, since its content may make a statement confidential."""
        self._shown: list[_Shown] = []
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            data = json.loads(self._file.read_text("utf-8"))
            if data["version"] == VERSION:
                self._known = {k: (stamp, restored(row)) for k, (stamp, row) in data["rows"].items()}
        self._saved = len(self._known)

    def all(self, workspace: Workspace, news: object = None) -> list[Summary]:
        """Every statement in every language that may be seen, by name; the row of one that cannot be read says so.

        `news` differs whenever something may have happened in this program. While it is the same, a scan of all files
        remains valid for a moment, and the same list object is returned as long as nothing in it has changed. With more
        than `MANY` statements, only those that this program wrote are checked; `beside` scans the others when it is due.
        """
        with as_program():
            if news is None or self._last is None or not self._follows(workspace, news):
                self._look(workspace, news)
        access = present()
        return self._rows if access is EVERYTHING else self._seen(access, workspace)

    def _follows(self, workspace: Workspace, news: object) -> bool:
        """Whether what is known is still valid once the files that this program wrote since are taken in."""
        assert self._last is not None
        if len(self._rows) <= MANY:
            return self._last.holds(news)
        if time.monotonic() > self._last.ended + OLD_SECONDS:
            return False
        self._noted, paths = since(self._noted)
        if paths is None:
            return False
        for path in paths:
            self._take(workspace, path)
        self._list()
        return True

    def _look(self, workspace: Workspace, news: object) -> None:
        """Scan all files."""
        began, self._noted = time.monotonic(), noted()
        self._all(workspace)
        now = time.monotonic()
        self._last = _Look(news, now, now + min(BELIEVED_SECONDS, BELIEVED_TIMES * (now - began)))

    def due(self) -> bool:
        """Whether it is time to scan all files in the background (`beside`)."""
        last = self._last
        return last is not None and len(self._rows) > MANY and time.monotonic() > last.ended + AGAIN_SECONDS

    def beside(self, workspace: Workspace) -> Iterator[set[str]]:
        """Scan all files step by step, so that others can run in between; yields the names of what had changed."""
        with as_program():
            places, before = list(_places(workspace)), set(self._known)
        for n in range(0, len(places), STEP):
            changed = set()
            with as_program():
                for place, name, language in places[n : n + STEP]:
                    if self._put(workspace, place, name, language):
                        changed.add(name)
            yield changed
        gone = before - {place for place, _, _ in places}
        # What came in meanwhile is not among the places.
        for place in gone:
            language, _, name = place.partition("/")
            if language not in workspace.settings.languages.targets or not _stamp(
                workspace.paths_as_text(name, language)[0]
            ):
                self._drop(place)
        self._list()
        now = time.monotonic()
        self._last = _Look(self._last and self._last.news, now, now)
        yield {place.partition("/")[2] for place in gone}

    def _seen(self, access: Access, workspace: Workspace) -> list[Summary]:
        """Those of the rows that may be seen, worked out again when somebody's rights, a file or the settings change."""
        known = next((one for one in self._shown if one.access == access), None)
        standing, around = access.standing(), (workspace, self._around)
        if known is not None and (
            known.standing != standing or known.places is not self._places or not _alike(known.around, around)
        ):
            self._shown.remove(known)
            known = None
        if known is None:
            flags = [access.sees(row.name, row.language) for row in self._rows]
            known = _Shown(access, standing, [], self._places, around, flags, [])
            self._shown = [known, *self._shown[: PEOPLE - 1]]
        if known.of is not self._rows:
            known.of, known.rows = self._rows, _same(list(compress(self._rows, known.flags)), known.rows)
        return known.rows

    def beforehand(self, workspace: Workspace) -> Iterator[None]:
        """Read the statements that have changed, one after the other, so that `all` does not have to."""
        with as_program():
            places = list(_places(workspace))
        for place, name, language in places:
            with as_program():
                self._put(workspace, place, name, language)
            yield

    def fresh(self, workspace: Workspace, name: str, language: str) -> Summary | None:
        """The statement's summary if its files are still as it was made from, without reading them; else None."""
        known = self._known.get(f"{language}/{name}")
        if known is None or known[0] != [_stamp(path) for path in workspace.paths_as_text(name, language)]:
            return None
        return known[1]

    def _take(self, workspace: Workspace, path: str) -> None:
        """A file was written by this program."""
        found = place_of(workspace, path)
        if found is not None:
            self._put(workspace, f"{found[1]}/{found[0]}", *found)
        elif path.startswith(f"{workspace.statements}/"):
            self._around += 1

    def _put(self, workspace: Workspace, place: str, name: str, language: str) -> bool:
        """Check a statement's files; whether anything has changed."""
        paths = workspace.paths_as_text(name, language)
        stamp = [_stamp(path) for path in paths]
        source = workspace.has_source(name)
        around = [] if source is None else _stamp(str(source))
        if moved := self._sources.get(name) != around:
            self._sources[name] = around
            self._around += 1
        known = self._known.get(place)
        if known is not None and known[0] == stamp:
            return moved
        if not stamp[0]:
            return self._drop(place) or moved
        try:
            summary = summarise(Work.open(workspace, name, language))
        except TranslateFlowError as error:
            summary = Summary(name, language, problem=error.message)
        self._known[place], self._changed = (stamp, summary), True
        return True

    def _drop(self, place: str) -> bool:
        there = self._known.pop(place, None) is not None
        self._changed = self._changed or there
        return there

    def _all(self, workspace: Workspace) -> None:
        places = list(_places(workspace))
        fresh = sum([self._put(workspace, *one) for one in places])
        for gone in self._known.keys() - {place for place, _, _ in places}:
            self._drop(gone)
        self._list()
        if fresh > 20 or (fresh and self._saved == 0):
            self.save()

    def _list(self) -> None:
        """Rebuild the rows from what is known now."""
        if not self._changed:
            return
        self._changed = False
        if len(self._places) != len(self._known) or self._known.keys() != set(self._places):
            self._places = sorted(self._known, key=_by_name)
        known = self._known
        self._rows = _same([known[place][1] for place in self._places], self._rows)

    def save(self) -> None:
        """Keep them for the next start."""
        rows: dict[str, Any] = {k: [stamp, stored(row)] for k, (stamp, row) in self._known.items()}
        with contextlib.suppress(TranslateFlowError):
            write_atomically(self._file, json.dumps({"version": VERSION, "rows": rows}).encode())
            self._saved = len(rows)


def place_of(workspace: Workspace, path: str) -> tuple[str, str] | None:
    """Name and language of the statement whose catalogue or journal lies there; None if it is another file."""
    before = f"{workspace.root}/locales/"
    if path.startswith(before) and (end := next((e for e in _ENDS if path.endswith(e)), "")):
        language, _, name = path[len(before) : -len(end)].partition("/")
        if name and language in workspace.settings.languages.targets:
            return name, language
    return None


def _by_name(place: str) -> tuple[str, str]:
    language, _, name = place.partition("/")
    return name, language


def _alike(one: tuple[object, int], other: tuple[object, int]) -> bool:
    return one[0] is other[0] and one[1] == other[1]


def _places(workspace: Workspace) -> Iterator[tuple[str, str, str]]:
    found = [
        (name, language)
        for language in workspace.settings.languages.targets
        for name in workspace.catalogued(language)
    ]
    for name, language in sorted(found):
        yield f"{language}/{name}", name, language


def _stamp(path: str) -> list[int]:
    try:
        stat = os.stat(path)  # noqa: PTH116 - of tens of thousands of files
    except OSError:
        return []
    return [stat.st_mtime_ns, stat.st_size]


def _same(now: list[Summary], before: list[Summary]) -> list[Summary]:
    """The earlier list if it has exactly the same rows."""
    same = len(now) == len(before) and all(map(operator.is_, now, before))
    return before if same else now
