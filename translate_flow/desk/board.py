"""The overview's board: statements with their languages, what waits for a person, who did what last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import nlargest
from typing import Any
from urllib.parse import quote, urlencode

from ..flow.planning.planned import Planned
from ..flow.planning.plans import ReadPlans
from ..flow.queries.query import plain
from ..flow.summary import Summary
from ..model import CONFIRMED, State
from .choices import page_of

PAGE = 50
"""Statements shown at once."""
NAMED = 4
"""Statements named for each thing that waits; the rest is one step away."""
ORDERS = ("name", "activity", "to-go")
"""How statements can be put in order."""

Findings = Mapping[tuple[str, str], dict[str, int]]
"""Findings by severity of the statements looked at so far, by language and name."""


@dataclass(frozen=True, slots=True)
class AskedRows:
    """Which statements one wants to see."""

    query: str = ""
    """Words of name, title or language."""
    show: str = "all"
    """One of the keys of `SHOWN`."""
    order: str = "name"
    """One of `ORDERS`."""
    page: int = 1

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> AskedRows:
        """From an address's parameters; what is nonsense counts as not given."""
        show, order = (str(given.get(name, "")) for name in ("show", "order"))
        return cls(
            str(given.get("q", ""))[:200],
            show if show in SHOWN else "all",
            order if order in ORDERS else "name",
            page_of(given),
        )

    def address(self, **other: str | int) -> str:
        """Address of the overview with these parameters changed; without `page`, its first one."""
        now: dict[str, str | int] = {
            "q": self.query,
            "show": self.show,
            "order": self.order,
            "page": 1,
            **other,
        }
        usual = {"q": "", "show": "all", "order": "name", "page": 1}
        return "/?" + urlencode({k: v for k, v in now.items() if v != usual[k]})


SHOWN: dict[str, Callable[[Summary, str], int]] = {
    "all": lambda _row, _person: 1,
    "open": lambda row, _person: row.to_go,
    "review": lambda row, person: row.for_review(person) if row.to_review else 0,
    "returned": lambda row, person: row.returned_to.get(person, 0),
    "done": lambda row, _person: int(not row.to_go and not row.problem),
    "mine": lambda _row, _person: 1,
    "late": lambda _row, _person: 1,
    "blocked": lambda _row, _person: 1,
    "archived": lambda _row, _person: 1,
}
"""What a statement in one language has of each kind for a person; those with nothing are left out."""


PLANNED = ("mine", "late", "blocked", "archived")
"""Those of `SHOWN` that the plans decide on."""
_TOLD = [(kind, shown) for kind, shown in SHOWN.items() if kind not in PLANNED]
"""The others, each with what a statement has of it."""


@dataclass(frozen=True, slots=True)
class Plans:
    """What the overview knows of the plans."""

    read: ReadPlans = field(default_factory=lambda: ReadPlans({}))
    of: Callable[[Summary], Planned | None] = lambda _row: None
    """What is planned for a statement."""
    kinds: Callable[[Summary], list[str]] = lambda _row: []
    """Which kinds of `PLANNED` it is of for the person who looks, but `blocked`."""

    def archived(self, row: Summary) -> bool:
        """Whether it is archived."""
        return bool(self.read.plans) and self.read.of(row.language, row.name).archived


NO_PLANS = Plans()


@dataclass(frozen=True, slots=True)
class GatheredRows:
    """What a person's overview is put together from, whatever the checks find and whichever page is looked at."""

    rows: Sequence[Summary]
    """The statements as the person sees them."""
    by_kind: Mapping[str, list[Summary]]
    """Those of each kind of `SHOWN`; `done` if the checks find nothing wrong, and not `blocked`, which they tell."""
    numbers: Mapping[str, int]
    """How many names that are."""
    not_archived: Mapping[tuple[str, str], Summary]
    """By language and name."""
    totals: list[dict[str, Any]]
    waiting: list[dict[str, Any]]
    people: list[tuple[str, str, Summary]]
    orders: dict[tuple[str, str], list[list[Summary]]] = field(default_factory=dict)
    """By kind and order: the statements that were put in order once."""


@dataclass(frozen=True, slots=True)
class MadeBoard:
    """A board that was made, and what it was made of."""

    every: list[Summary]
    """What the person may see; as long as it is the very same list, nothing in it has changed."""
    of: tuple[object, ...]
    """What else that which is gathered depends on."""
    asked: AskedRows
    counted: int
    """How often findings had been counted."""
    plans: Plans
    gathered: GatheredRows
    data: dict[str, Any]


BOARDS = 32
"""Boards remembered, of as many people."""


def board(
    every: Sequence[Summary], person: str, asked: AskedRows, counts: Findings, plans: Plans = NO_PLANS
) -> dict[str, Any]:
    """What the overview shows; `shown` are the statements on this page, each with its languages.

    What is archived is left out of everything but its own list.
    """
    return put_together(gather(every, person, asked, plans), person, asked, counts, plans)


def gather(every: Sequence[Summary], person: str, asked: AskedRows, plans: Plans) -> GatheredRows:
    """What takes a look at every statement."""
    words = plain(asked.query).split()
    shelved = asked.show == "archived"
    rows = [r for r in every if plans.archived(r) == shelved] if plans.read.plans or shelved else every
    by_kind: dict[str, list[Summary]] = {kind: [] for kind in SHOWN}
    there: dict[tuple[str, str], Summary] = {}
    for row in every:
        if words and not all(word in _findable(row.name, row.title, row.language) for word in words):
            continue
        for kind in _kinds(row, person, plans):
            by_kind[kind].append(row)
        if not plans.archived(row):
            there[row.language, row.name] = row
    return GatheredRows(
        every,
        by_kind,
        {kind: len({row.name for row in some}) for kind, some in by_kind.items()},
        there,
        [_total(language, some) for language, some in _by_language(rows).items()],
        [w for kind in ("returned", "open", "review") if (w := _waiting(kind, rows, person))],
        people(rows),
    )


def put_together(
    gathered: GatheredRows, person: str, asked: AskedRows, counts: Findings, plans: Plans
) -> dict[str, Any]:
    """The same with what the checks find, and the page that is looked at."""
    told = {
        # What the checks have not looked at, or call wrong, is not finished.
        "done": [
            r for r in gathered.by_kind["done"] if not counts.get((r.language, r.name), _UNKNOWN).get("error")
        ],
        "blocked": [
            r for place, n in counts.items() if n.get("error") and (r := gathered.not_archived.get(place))
        ],
    }
    if asked.show in told:
        groups = _in_order(told[asked.show], asked.order)
    else:
        by = asked.show, asked.order
        groups = gathered.orders.get(by) or _in_order(gathered.by_kind[asked.show], asked.order)
        gathered.orders[by] = groups
    pages = max(1, -(-len(groups) // PAGE))
    current = min(asked.page, pages)
    numbers = {**gathered.numbers, **{kind: len({row.name for row in some}) for kind, some in told.items()}}
    return {
        "asked": asked,
        "current": current,
        "pages": pages,
        "shown": [
            _statement(g, person, counts, plans) for g in groups[(current - 1) * PAGE : current * PAGE]
        ],
        "found": len(groups),
        "filters": list(numbers.items()),
        "totals": gathered.totals,
        "waiting": gathered.waiting,
        "people": gathered.people,
    }


_UNKNOWN = {"error": 1}
"""Of what nobody has looked at."""


def _kinds(row: Summary, person: str, plans: Plans) -> list[str]:
    """Of which kinds of `SHOWN` a statement is; what the checks tell is left to others."""
    kinds = plans.kinds(row)
    if plans.archived(row):
        return kinds
    kinds += [kind for kind, shown in _TOLD if shown(row, person)]
    return kinds


def still_seen(data: dict[str, Any], sees: Callable[[str, str], bool]) -> dict[str, Any]:
    """The same board without statements that may no longer be seen, should that have changed a moment ago."""

    def seen(row: Summary) -> bool:
        return sees(row.name, row.language)

    shown = [
        one | {"languages": [r for r in one["languages"] if seen(r["summary"])]} for one in data["shown"]
    ]
    waiting = [w | {"statements": [s for s in w["statements"] if seen(s[0])]} for w in data["waiting"]]
    people = [p for p in data["people"] if seen(p[2])]
    return data | {"shown": [one for one in shown if one["languages"]], "waiting": waiting, "people": people}


def _by_language(rows: Iterable[Summary]) -> dict[str, list[Summary]]:
    found: dict[str, list[Summary]] = {}
    for row in rows:
        found.setdefault(row.language, []).append(row)
    return found


@lru_cache(maxsize=1 << 16)
def _findable(name: str, title: str, language: str) -> str:
    return plain(f"{name} {title} {language}")


def _in_order(rows: Iterable[Summary], order: str) -> list[list[Summary]]:
    by_name: dict[str, list[Summary]] = {}
    for row in rows:
        by_name.setdefault(row.name, []).append(row)
    for some in by_name.values():
        if len(some) > 1:
            some.sort(key=lambda r: r.language)
    groups = [by_name[name] for name in sorted(by_name)]
    if order == "activity":
        groups.sort(key=lambda g: max(r.lately for r in g), reverse=True)
    elif order == "to-go":
        groups.sort(key=lambda g: -sum(r.to_go for r in g))
    return groups


def _statement(group: Sequence[Summary], person: str, counts: Findings, plans: Plans) -> dict[str, Any]:
    title = next((r.title for r in group if r.title), "") or group[0].name
    return {
        "name": group[0].name,
        "title": title,
        "languages": [_row(r, person, counts) | {"planned": plans.of(r)} for r in group],
    }


def _row(row: Summary, person: str, counts: Findings) -> dict[str, Any]:
    missing, waiting = row.states.get("missing", 0), row.for_review(person)
    return {
        "summary": row,
        "percent": _percent(row.total - row.to_go, row.total),
        "missing": missing,
        "findings": counts.get((row.language, row.name)),
        "returned": row.returned_to.get(person, 0),
        "review": waiting,
        "edit": f"/s/{row.language}/{quote(row.name)}",
        "look": f"/review/{row.language}/{quote(row.name)}",
        "next": _next(row, waiting),
    }


def _next(row: Summary, waiting: int) -> str:
    """What is to be done with a statement first."""
    if not any(n for state, n in row.states.items() if state not in ("missing", "kept")) and row.to_go:
        return "draft"
    return "edit" if row.to_go else "look" if waiting else "build"


def _percent(part: int, whole: int) -> int:
    """Whole percent, rounded down, so that 100 means all."""
    return 100 * part // whole if whole else 100


def _total(language: str, rows: Sequence[Summary]) -> dict[str, Any]:
    """Where a language is, all statements together."""
    states: dict[str, int] = {}
    for row in rows:
        for state, n in row.words.items():
            if n:
                states[state] = states.get(state, 0) + n
    to_go, whole = sum(r.to_go for r in rows), sum(states.values())
    confirmed = sum(n for state, n in states.items() if State(state) in CONFIRMED)
    return {
        "language": language,
        "words": states,
        "to_go": to_go,
        "percent": _percent(confirmed, whole),
        "lacking": sum(bool(r.states.get("missing")) for r in rows),
    }


def _waiting(kind: str, rows: Iterable[Summary], person: str) -> dict[str, Any] | None:
    """What there is of one kind for a person; the statements in which somebody was last at work first."""
    found = [(r, n) for r in rows if (n := SHOWN[kind](r, person))]
    if not found:
        return None
    first = nlargest(NAMED, found, key=lambda pair: pair[0].lately)
    return {
        "kind": kind,
        "sum": sum(n for _, n in found),
        "statements": [(r, n, _place(kind, r)) for r, n in first],
        "more": max(0, len(found) - NAMED),
    }


def _place(kind: str, row: Summary) -> str:
    if kind == "review":
        return f"/review/{row.language}/{quote(row.name)}"
    return f"/s/{row.language}/{quote(row.name)}?q=state:{kind}"


def people(rows: Iterable[Summary]) -> list[tuple[str, str, Summary]]:
    """Who did something when and where last; the latest first."""
    latest: dict[str, tuple[str, Summary]] = {}
    for row in rows:
        for name, at in row.people.items():
            if name not in latest or latest[name][0] < at:
                latest[name] = at, row
    return sorted(((n, at, r) for n, (at, r) in latest.items()), key=lambda p: p[1], reverse=True)[:12]
