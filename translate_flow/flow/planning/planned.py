"""Where the planned statements are: whose they are, which are late, when each will be done at the pace so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from ...errors import UsageError
from ...messages import Message, nearest, say
from ...workspace import Workspace
from ..statement.labour import Labour, pace
from ..statement.people import same_person
from ..summary import Summary
from . import messages as said
from .plans import PRIORITIES, Plan, ReadPlans, meant

SHOWN = ("all", "mine", "late", "returned", "blocked", "archived")
"""What can be asked for; `all` leaves archived ones out, as the others do."""
LONGEST = timedelta(days=3650)
"""A forecast beyond this is none."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One statement in one language, with its plan."""

    summary: Summary
    plan: Plan
    pace: float | None
    """Source words an hour, of who translates it or of all; None if there is too little to tell from."""
    done_at: datetime | None
    """When its words will be confirmed if work goes on at that pace from now; None if it is, or nothing tells."""
    late: bool
    """Whether it was due and is not done."""

    @property
    def done(self) -> bool:
        """Whether nothing is left to translate, nor, with a reviewer, to approve."""
        return not self.summary.to_go and not (self.plan.reviewer and sum(self.summary.to_review.values()))

    @property
    def at_risk(self) -> bool:
        """Whether it will not be done when it is due, at the pace so far."""
        due = self.plan.due
        return due is not None and not self.late and self.done_at is not None and self.done_at > due

    @property
    def returned(self) -> int:
        """Segments that were sent back."""
        return sum(self.summary.returned_to.values())


def planned(
    workspace: Workspace, rows: Sequence[Summary], plans: ReadPlans, now: datetime | None = None
) -> list[Planned]:
    """The statements with their plans, in the order in which they want to be done."""
    now = now or datetime.now(UTC)
    people = _Paces(workspace, rows)
    found = [_one(row, plans.of(row.language, row.name), people, now) for row in rows]
    never = datetime.max.replace(tzinfo=UTC)
    return sorted(
        found,
        key=lambda p: (
            p.done,
            PRIORITIES.index(p.plan.priority),
            p.plan.due or never,
            p.summary.name,
            p.summary.language,
        ),
    )


def one_planned(
    workspace: Workspace, rows: Sequence[Summary], plans: ReadPlans, now: datetime | None = None
) -> Callable[[Summary], Planned]:
    """The same of one of these statements at a time, worked out when it is asked for."""
    moment, people = now or datetime.now(UTC), _Paces(workspace, rows)
    known: dict[tuple[str, str], Planned] = {}

    def one(row: Summary) -> Planned:
        place = row.language, row.name
        if place not in known:
            known[place] = _one(row, plans.of(*place), people, moment)
        return known[place]

    return one


class _Paces:
    """How fast people work, by statement and language."""

    def __init__(self, workspace: Workspace, rows: Iterable[Summary]) -> None:
        self._workspace = workspace
        self._known: dict[tuple[str, str], float | None] = {}
        self._same: dict[tuple[str, str], bool] = {}
        self._rows = rows
        self._labour: dict[str, list[Labour]] = {}

    def of(self, row: Summary, person: str) -> float | None:
        """The pace of who translates it, here if that can be determined, else in all statements of the language."""
        own = pace(self._theirs(row.labour, person))
        if own:
            return own
        place = row.language, person
        if place not in self._known:
            self._known[place] = pace(self._theirs(self._by_language(row.language), person))
        return self._known[place]

    def _by_language(self, language: str) -> list[Labour]:
        if not self._labour:
            for row in self._rows:
                self._labour.setdefault(row.language, []).extend(row.labour)
        return self._labour.get(language, [])

    def _theirs(self, rows: Iterable[Labour], person: str) -> list[Labour]:
        return [one for one in rows if one.by and (not person or self._is(one.by, person))]

    def _is(self, one: str, other: str) -> bool:
        if (one, other) not in self._same:
            self._same[one, other] = same_person(self._workspace, one, other)
        return self._same[one, other]


def _one(row: Summary, plan: Plan, paces: _Paces, now: datetime) -> Planned:
    speed = paces.of(row, plan.translator) if row.to_go else None
    done_at = None
    if speed and (left := timedelta(hours=row.to_go / speed)) < LONGEST:
        done_at = now + left
    made = Planned(row, plan, speed, done_at, False)
    late = plan.due is not None and plan.due < now and not made.done and not row.problem
    return replace(made, late=True) if late else made


def shown(
    rows: Iterable[Planned],
    show: str,
    workspace: Workspace,
    person: str,
    faulty: Mapping[tuple[str, str], int],
) -> list[Planned]:
    """Those of one kind, in any language the program speaks. `faulty`: errors the checks find, by language and name.

    Raises UsageError.
    """
    show = meant(show, said.FILTER)
    if show not in SHOWN:
        known = tuple(say(name()) for name in said.FILTER.values())
        raise UsageError(said.UNKNOWN_FILTER(value=show, nearest=nearest(show, known), known=known))
    return [row for row in rows if of_kind(row, show, workspace, person, faulty)]


def of_kind(
    row: Planned, show: str, workspace: Workspace, person: str, faulty: Mapping[tuple[str, str], int]
) -> bool:
    """Whether a statement is of that kind for a person; archived ones are of none but `archived`."""
    if row.plan.archived or show == "archived":
        return row.plan.archived and show == "archived"
    place = row.summary.language, row.summary.name
    if show == "mine":
        return mine(row, workspace, person)
    if show == "late":
        return row.late
    if show == "returned":
        return bool(row.returned)
    return show == "all" or bool(faulty.get(place))


def mine(row: Planned, workspace: Workspace, person: str) -> bool:
    """Whether something of it waits for this person: to translate, to look at again, or sent back."""
    same = same_person

    def is_me(name: str) -> bool:
        return bool(name) and same(workspace, name, person)

    return (
        (is_me(row.plan.translator) and row.summary.to_go > 0)
        or (is_me(row.plan.reviewer) and any(not is_me(w) for w in row.summary.to_review))
        or any(is_me(writer) for writer in row.summary.returned_to)
    )


def clock(at: datetime, now: datetime | None = None) -> str:
    """A time as people say it here: the hour alone if it is today."""
    local = at.astimezone()
    today = (now or datetime.now(UTC)).astimezone().date()
    return local.strftime("%H:%M") if local.date() == today else local.strftime("%Y-%m-%d %H:%M")


def forecast(row: Planned) -> Message | None:
    """When it will be done, in a sentence; None if there is nothing to say."""
    if row.done or row.summary.problem:
        return None
    if row.late and row.plan.due and not row.done_at:
        return said.LATE(due=clock(row.plan.due))
    if row.done_at is None or row.pace is None:
        return said.NO_PACE() if row.plan.due else None
    speed, at = round(row.pace), clock(row.done_at)
    if row.plan.due is None:
        return said.FORECAST(pace=speed, at=at)
    return said.FORECAST_DUE(pace=speed, at=at, due=clock(row.plan.due))


def to_json(rows: Iterable[Planned]) -> list[dict[str, Any]]:
    """The rows of `plan --format json`."""
    return [
        {
            "statement": row.summary.name,
            "language": row.summary.language,
            "title": row.summary.title,
            "translator": row.plan.translator,
            "reviewer": row.plan.reviewer,
            "due": row.plan.due.isoformat() if row.plan.due else None,
            "priority": row.plan.priority,
            "note": row.plan.note,
            "archived": row.plan.archived,
            "words": row.summary.total,
            "words_to_go": row.summary.to_go,
            "to_review": sum(row.summary.to_review.values()),
            "returned": row.returned,
            "done": row.done,
            "late": row.late,
            "at_risk": row.at_risk,
            "words_an_hour": round(row.pace) if row.pace else None,
            "done_at": row.done_at.isoformat(timespec="seconds") if row.done_at else None,
            "forecast": say(sentence) if (sentence := forecast(row)) else "",
        }
        for row in rows
    ]
