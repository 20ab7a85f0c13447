"""Where each statement is, in a few numbers: what an overview of many shows.

Kept in the workspace's cache by the files' stamps, so that a thousand statements need not
be read again to be listed.
"""

from __future__ import annotations

import contextlib
import json
import operator
import os
import time
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, field, fields, replace
from typing import Any

from ..catalogue.coverage import is_doubtful, is_returned, measure
from ..catalogue.states import HUMAN
from ..errors import TranslateFlowError
from ..files.disk import write_atomically
from ..messages import Message, restore
from ..model import CONFIRMED, Kind, State, Unit
from ..workspace import Workspace
from ..workspace.access import EVERYTHING, Access, as_program, present
from .editing.edit import last_hand
from .statement.labour import Labour, labour
from .statement.people import same_person
from .statement.work import Work

VERSION = 4
BELIEVED_SECONDS, BELIEVED_TIMES = 1.0, 10
"""How long at most, and how many times as long as it took, a look at all files is believed: a look at those of ten
thousand statements takes a tenth of a second, one at a few is repeated each time."""
PEOPLE = 64
"""People of whom is remembered what they were shown last."""
_DONE = frozenset(map(str, CONFIRMED))


@dataclass(frozen=True, slots=True)
class Summary:
    """One statement in one language."""

    name: str
    language: str
    title: str = ""
    """Its title in the source language."""
    states: dict[str, int] = field(default_factory=dict)
    """Segments by state."""
    words: dict[str, int] = field(default_factory=dict)
    """Source words by state."""
    returned_to: dict[str, int] = field(default_factory=dict)
    """Segments a reviewer sent back, by who wrote them."""
    to_review: dict[str, int] = field(default_factory=dict)
    """Confirmed segments nobody has approved yet, by who wrote them."""
    doubtful: int = 0
    """Segments with two texts, between which nobody has decided."""
    last: dict[str, str] = field(default_factory=dict)
    """What a person did last: `by`, `do`, `at`; empty if nobody has."""
    people: dict[str, str] = field(default_factory=dict)
    """When each person last did something here."""
    labour: list[Labour] = field(default_factory=list)
    """What people and engines did here, by day."""
    problem: Message | None = None
    """Why it cannot be read; None if it can."""
    to_go: int = field(init=False, compare=False)
    """Source words no person has confirmed yet."""
    total: int = field(init=False, compare=False)
    """All source words."""

    def __post_init__(self) -> None:
        # Asked for again and again, of ten thousand statements at a time.
        object.__setattr__(self, "to_go", sum(n for state, n in self.words.items() if state not in _DONE))
        object.__setattr__(self, "total", sum(self.words.values()))

    def for_review(self, person: str) -> int:
        """Segments that wait for this person's second look: confirmed ones that others wrote."""
        return sum(n for who, n in self.to_review.items() if who != person)

    def to(self, person: str, names: Collection[str]) -> Summary:
        """The same, what was written under one of these names counted as this person's."""
        if not any(name != person and (name in self.to_review or name in self.returned_to) for name in names):
            return self
        counts = []
        for given in (self.to_review, self.returned_to):
            merged = {who: n for who, n in given.items() if who not in names}
            own = sum(n for who, n in given.items() if who in names)
            counts.append(merged | ({person: own} if own else {}))
        return replace(self, to_review=counts[0], returned_to=counts[1])


def own_names(workspace: Workspace, rows: Iterable[Summary], person: str) -> frozenset[str]:
    """The names in these rows under which a person has written, by `same_person`."""
    names = {who for row in rows for who in (*row.to_review, *row.returned_to)}
    return frozenset(name for name in names if same_person(workspace, name, person))


def _stored(summary: Summary) -> dict[str, Any]:
    row = {f.name: getattr(summary, f.name) for f in fields(Summary) if f.init}
    problem = summary.problem.to_json() if summary.problem else None
    return row | {"problem": problem, "labour": [list(astuple(one)) for one in summary.labour]}


def _restored(row: dict[str, Any]) -> Summary:
    problem = restore(row["problem"]) if row["problem"] else None
    return Summary(**row | {"problem": problem, "labour": [Labour(*one) for one in row["labour"]]})


def summarise(work: Work) -> Summary:
    """The summary of a statement."""
    units = work.all_units
    coverage = measure(work.name, work.language, units)
    returned: Counter[str] = Counter()
    waiting: Counter[str] = Counter()
    for unit in units:
        if is_returned(unit) and unit.state in (State.DRAFT, State.STALE):
            returned[last_hand(unit)] += 1
        elif unit.state is State.TRANSLATED:
            waiting[last_hand(unit)] += 1
    people = {e.by: e.at for e in work.journal.events if e.do in HUMAN or e.do == "comment"}
    last = next((e for e in reversed(work.journal.events) if e.do in HUMAN), None)
    return Summary(
        work.name,
        work.language,
        title_of(units),
        {str(s): c.segments for s, c in coverage.states.items()},
        {str(s): c.words for s, c in coverage.states.items()},
        dict(returned),
        dict(waiting),
        sum(map(is_doubtful, units)),
        {} if last is None else {"by": last.by, "do": last.do, "at": last.at},
        people,
        labour(
            work.journal.events,
            work.history,
            {e.key: e.source for e in (*work.catalogue.entries, *work.catalogue.obsolete)},
        ),
    )


def title_of(units: Sequence[Unit]) -> str:
    """A statement's title in its own language: the first text that is one, or else the first of all."""
    titles = (u.segment.text for u in units if u.segment.kind in (Kind.TITLE, Kind.HEADING))
    return next(titles, units[0].segment.text if units else "")[:300]


@dataclass(frozen=True, slots=True)
class _Look:
    """What was found at one time, and how long that is believed."""

    news: object
    until: float
    rows: list[Summary]

    def holds(self, news: object) -> bool:
        return news is not None and news == self.news and time.monotonic() < self.until


def _believed(began: float) -> float:
    """Until when what was begun then, and has just ended, is believed."""
    now = time.monotonic()
    return now + min(BELIEVED_SECONDS, BELIEVED_TIMES * (now - began))


class Summaries:
    """All statements' summaries, read again only where a file changed."""

    def __init__(self, workspace: Workspace) -> None:
        self._file = workspace.cache / "overview.json"
        self._known: dict[str, tuple[list[list[int]], Summary]] = {}
        self._saved = 0
        self._last: _Look | None = None
        self._shown: list[tuple[Access, list[Summary], _Look]] = []
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            data = json.loads(self._file.read_text("utf-8"))
            if data["version"] == VERSION:
                self._known = {k: (stamp, _restored(row)) for k, (stamp, row) in data["rows"].items()}
        self._saved = len(self._known)

    def all(self, workspace: Workspace, news: object = None) -> list[Summary]:
        """Every statement in every language that may be seen, by name; what can't be read tells so.

        `news` is another whenever something may have happened in this program; while it is the same, a look at many
        files is believed for a moment, and the list is the very same one as long as nothing in it has changed.
        """
        if self._last is None or not self._last.holds(news):
            began = time.monotonic()
            with as_program():
                found = self._all(workspace)
            self._last = _Look(news, _believed(began), found)
        rows, access = self._last.rows, present()
        return rows if access is EVERYTHING else self._seen(access, rows, news)

    def _seen(self, access: Access, rows: list[Summary], news: object) -> list[Summary]:
        """Those of the rows that may be seen."""
        before: list[Summary] = []
        for n, (who, of, look) in enumerate(self._shown):
            if who == access:
                if of is rows and look.holds(news):
                    return look.rows
                before = look.rows
                del self._shown[n]
                break
        began = time.monotonic()
        found = _same([row for row in rows if access.sees(row.name, row.language)], before)
        self._shown = [(access, rows, _Look(news, _believed(began), found)), *self._shown[: PEOPLE - 1]]
        return found

    def beforehand(self, workspace: Workspace) -> Iterator[None]:
        """Read one statement after the other that has changed, so that `all` finds them read."""
        with as_program():
            places = list(_places(workspace))
        for place, name, language in places:
            with as_program():
                self._known[place] = self._now(workspace, place, name, language)
            yield

    def fresh(self, workspace: Workspace, name: str, language: str) -> Summary | None:
        """The statement's summary if its files are still as it was made from, without reading them; else None."""
        known = self._known.get(f"{language}/{name}")
        if known is None or known[0] != [_stamp(path) for path in workspace.paths_as_text(name, language)]:
            return None
        return known[1]

    def _now(
        self, workspace: Workspace, place: str, name: str, language: str
    ) -> tuple[list[list[int]], Summary]:
        """The statement's summary with its stamp: the one that is known if the files are still the same."""
        stamp = [_stamp(path) for path in workspace.paths_as_text(name, language)]
        known = self._known.get(place)
        if known is not None and known[0] == stamp:
            return known
        try:
            return stamp, summarise(Work.open(workspace, name, language))
        except TranslateFlowError as error:
            return stamp, Summary(name, language, problem=error.message)

    def _all(self, workspace: Workspace) -> list[Summary]:
        found: dict[str, tuple[list[list[int]], Summary]] = {}
        fresh = 0
        for place, name, language in _places(workspace):
            found[place] = self._now(workspace, place, name, language)
            fresh += found[place] is not self._known.get(place)
        self._known = found
        if fresh > 20 or (fresh and self._saved == 0):
            self.save()
        return _same([summary for _, summary in found.values()], self._last.rows if self._last else [])

    def save(self) -> None:
        """Keep them for the next start."""
        rows: dict[str, Any] = {k: [stamp, _stored(row)] for k, (stamp, row) in self._known.items()}
        with contextlib.suppress(TranslateFlowError):
            write_atomically(self._file, json.dumps({"version": VERSION, "rows": rows}).encode())
            self._saved = len(rows)


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
    """The list of before if it has the very same rows."""
    same = len(now) == len(before) and all(map(operator.is_, now, before))
    return before if same else now
