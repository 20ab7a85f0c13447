"""Where each statement is, in a few numbers: what an overview of many shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import astuple, dataclass, field, fields, replace
from typing import Any

from ..catalogue.coverage import is_doubtful, is_returned, measure
from ..catalogue.states import HUMAN
from ..messages import Message, restore
from ..model import CONFIRMED, Kind, State, Unit
from ..workspace import Workspace
from .editing.edit import last_hand
from .statement.labour import Labour, labour
from .statement.people import same_person
from .statement.work import Work

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
    lately: str = field(init=False, compare=False)
    """When somebody last did something here; empty if nobody has."""

    def __post_init__(self) -> None:
        # Asked for again and again, of ten thousand statements at a time.
        object.__setattr__(self, "to_go", sum(n for state, n in self.words.items() if state not in _DONE))
        object.__setattr__(self, "total", sum(self.words.values()))
        object.__setattr__(self, "lately", max(self.people.values(), default=""))

    def for_review(self, person: str) -> int:
        """Segments that wait for this person's second look: confirmed ones that others wrote."""
        return sum(n for who, n in self.to_review.items() if who != person)

    def to(self, person: str, names: Collection[str]) -> Summary:
        """The same, what was written under one of these names counted as this person's."""
        if not (self.to_review or self.returned_to):
            return self
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


def stored(summary: Summary) -> dict[str, Any]:
    """A summary as it is kept in JSON."""
    row = {f.name: getattr(summary, f.name) for f in fields(Summary) if f.init}
    problem = summary.problem.to_json() if summary.problem else None
    return row | {"problem": problem, "labour": [list(astuple(one)) for one in summary.labour]}


def restored(row: dict[str, Any]) -> Summary:
    """The summary that was kept."""
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
