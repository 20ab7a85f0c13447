"""Undoing what was done, and doing it again: new events, after which it is as if the act had never been.

Nothing is taken out of the journal. An undoing names the events that count no more, and sets the text and
the mark that stand then; undone itself, it undoes nothing, and so the act is done again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...catalogue import Entry
from ...catalogue.messages import UNDONE, UNDONE_OPEN
from ...catalogue.states import CHANGES, HUMAN, UNDO, effective, standing, undone
from ...errors import UsageError
from ...messages import Message, identity, nearest, say
from ...model import Event
from ...workspace import Workspace
from ...workspace.access import present
from ..statement.acts import Act, acts, new_act, one_act
from ..statement.each import accounted
from ..statement.events import event
from ..statement.messages import NOT_YOUR_ROLE
from ..statement.people import same_person
from ..statement.storage import storage_of
from ..statement.work import Work
from . import messages as said

UNDOABLE = frozenset(
    {
        "draft",
        "edit",
        "carry",
        "confirm",
        "approve",
        "return",
        "comment",
        "resolve",
        "dismiss",
        "undismiss",
        UNDO,
    }
)
"""Kinds of events that can be undone; new readings of a source (`carry` from a key) cannot."""
DECIDING = (CHANGES | HUMAN) - {UNDO}
"""Kinds of events that decide on a segment's text or state."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One segment to which something was undone, or done again."""

    statement: str
    language: str
    key: str
    why: Message | None = None
    """Why it was left as it is; None if it was not."""


@dataclass(frozen=True, slots=True)
class UndoneAct:
    """What became of an undoing, or of doing again."""

    act: str
    """Name of the act that was undone, or done again."""
    name: str
    """Name of what was done now, by which it can be undone."""
    by: str
    """Who had done the act."""
    deeds: tuple[str, ...]
    """What the act was: `edit`, `approve` …"""
    done: tuple[Taken, ...]
    """Segments that are as before."""
    refused: tuple[Taken, ...]
    """Segments that were left alone, each with the reason."""

    def with_more(self, other: UndoneAct) -> UndoneAct:
        """With what became of the same act elsewhere."""
        return replace(self, done=self.done + other.done, refused=self.refused + other.refused)


Place = tuple[str, str]
"""Target language and statement name."""


def everywhere(workspace: Workspace, language: str = "") -> list[Place]:
    """Every statement in every language, or in one."""
    languages = [language] if language else workspace.settings.languages.targets
    return [(tag, name) for tag in languages for name in workspace.catalogued(tag)]


def newest(
    workspace: Workspace, places: Iterable[Place], by: str, *, again: bool = False
) -> tuple[str, list[Place]]:
    """The act of that person that is to be undone next, or done again, and where it was done.

    Done again is what was undone last, unless something was done since. Raises UsageError if there is none.
    """
    found: list[tuple[str, str, Place]] = []
    latest = ""
    for place in places:
        for act in acts(storage_of(workspace).load(place[1], place[0])[0].events):
            if not any(same_person(workspace, e.by, by) for e in act.events) or not _undoable(act.events):
                continue
            first = UNDO not in act.deeds
            if first:
                latest = max(latest, act.events[0].id)
            if not act.undone and (_undid_first(act) if again else first):
                found.append((act.events[0].id, act.name, place))
    if again:
        found = [one for one in found if one[0] > latest]
    if not found:
        raise UsageError(said.NOTHING_TO_REDO(person=by) if again else said.NOTHING_TO_UNDO(person=by))
    _, name, _ = max(found)
    return name, [place for _, act, place in found if act == name]


def holding(workspace: Workspace, places: Iterable[Place], name: str) -> list[Place]:
    """Where the act of that name was done. Raises UsageError if nowhere."""
    found, known = [], []
    storage = storage_of(workspace)
    for place in places:
        path = workspace.journal_path(place[1], place[0])
        # Both ways of being named end so; what does not is not read.
        here = path.is_file() and (len(name) != 6 or f'{name}"'.encode() in path.read_bytes())
        if not here and not storage.apart:
            continue
        names = [act.name for act in acts(storage.load(place[1], place[0])[0].events)]
        found += [place] if name in names else []
        known += names
    if not found:
        raise UsageError(said.NO_SUCH_ACT(act=name, nearest=nearest(name, known)))
    return found


def _undid_first(act: Act) -> bool:
    """Whether the act undid one that was not itself an undoing."""
    return act.deeds == (UNDO,) and act.events[0].rule != AGAIN


AGAIN = "again"
"""In the `rule` of an undoing: what it undid was an undoing."""


def undo(
    workspace: Workspace,
    places: Iterable[Place],
    name: str,
    by: str,
    *,
    only: Iterable[str] = (),
    dry: bool = False,
) -> UndoneAct:
    """Undo the act of that name, or do it again if it is an undoing, in these statements.

    A segment on whose text or state somebody has decided since is left alone, and reported. `only` narrows it to
    some keys; with `dry` nothing is written. Raises UsageError for an act that cannot be undone.
    """
    works = [Work.open(workspace, statement, language) for language, statement in places]
    return undo_in(works, name, by, only=only, dry=dry)


def undo_in(
    works: Sequence[Work],
    name: str,
    by: str,
    *,
    only: Iterable[str] = (),
    dry: bool = False,
    token: str = "",
) -> UndoneAct:
    """The same in statements that are open; `token` names what is done now."""
    token = token or new_act()
    keys = frozenset(only)
    done: list[Taken] = []
    refused: list[Taken] = []
    finished: list[str] = []
    found: Act | None = None
    for work in works:
        here: list[Taken] = []

        def make(now: Work, here: list[Taken] = here) -> Sequence[Event]:
            nonlocal found
            act = next((a for a in acts(now.journal.events) if a.name == name), None)
            here.clear()
            if act is None:
                return []
            if not _undoable(act.events):
                raise UsageError(said.NOT_UNDOABLE(act=name))
            found = _first(now, act)
            events, taken = _back(now, act, by, keys)
            here.extend(taken)
            return events

        if dry:
            make(work)
        else:
            with accounted(finished), one_act(token):
                work.change(make)
        finished.append(work.name)
        done += [t for t in here if t.why is None]
        refused += [t for t in here if t.why is not None]
    if found is None:
        raise UsageError(said.NO_SUCH_ACT(act=name, nearest=""))
    return UndoneAct(name, token, found.by, found.deeds, tuple(done), tuple(refused))


def _first(now: Work, act: Act) -> Act:
    """The act that an undoing, or the undoing of one, is about in the end; another act itself."""
    known = {one.name: one for one in acts(now.journal.events)}
    while act.undoes and act.undoes in known and known[act.undoes] is not act:
        act = known[act.undoes]
    return act


def to_json(done: UndoneAct) -> dict[str, Any]:
    """The documented shape of `undo --format json`."""

    def row(taken: Taken) -> dict[str, Any]:
        why = {} if taken.why is None else {"why": say(taken.why), "why_id": identity(taken.why)}
        return {"statement": taken.statement, "language": taken.language, "key": taken.key, **why}

    return {
        "version": 1,
        "act": done.act,
        "undo": done.name,
        "by": done.by,
        "deeds": list(done.deeds),
        "done": [row(t) for t in done.done],
        "refused": [row(t) for t in done.refused],
    }


def _undoable(events: Iterable[Event]) -> bool:
    return all(e.do in UNDOABLE and not (e.do == "carry" and e.origin) for e in events)


def _back(now: Work, act: Act, by: str, only: frozenset[str]) -> tuple[list[Event], list[Taken]]:
    """The events that undo an act in one statement, and what became of each of its segments."""
    ids = {e.id for e in act.events}
    history = now.history
    made: list[Event] = []
    taken: list[Taken] = []
    for entry in now.catalogue.entries:
        past = history.get(entry.key, ())
        gone = undone(past)
        mine = [e for e in past if e.id in ids and e.id not in gone]
        if not mine or (only and entry.key not in only):
            continue
        why = _kept_back(now, past, mine, by)
        taken.append(Taken(now.name, now.language, entry.key, why))
        if why is None:
            made.append(_undoing(now, entry, past, mine, by, act))
    return made, taken


def _kept_back(now: Work, past: Sequence[Event], mine: Sequence[Event], by: str) -> Message | None:
    """Why these events of a segment are not undone; None if they are."""
    gone = undone(past)
    ids = {e.id for e in mine}
    again = mine[0].do == UNDO
    since = [
        e
        for e in past
        if e.id > mine[0].id
        and e.id not in ids
        and e.id not in gone
        and (e.do in DECIDING or (again and e.do == UNDO and not e.rule))
    ]
    if since and any(e.do in DECIDING or e.do == UNDO for e in mine):
        return said.CHANGED_SINCE(person=since[-1].by)
    # Doing again what was undone takes the role of what it was.
    named = {identifier for e in mine if e.do == UNDO for identifier in e.origin.split()}
    kinds = {e.do for e in (*mine, *(e for e in past if e.id in named))}
    if not all(present().may(kind, now.name, now.language) for kind in kinds):
        return NOT_YOUR_ROLE(name=now.name)
    rules = now.workspace.settings.review
    returned = next((e for e in mine if e.do == "return" and not same_person(now.workspace, e.by, by)), None)
    if rules.four_eyes and returned is not None:
        writer = next((e.by for e in reversed(past) if e.text is not None), "")
        if same_person(now.workspace, writer, by):
            return said.OWN_TEXT(person=by)
    return None


def _undoing(
    now: Work, entry: Entry, past: Sequence[Event], mine: Sequence[Event], by: str, act: Act
) -> Event:
    """The event after which these count no more, with the text and mark that stand then."""
    origin = " ".join(e.id for e in mine)
    made = replace(event(UNDO, now.unit(entry.key), by, reason=UNDONE(act=act.name)), origin=origin)
    if UNDO in act.deeds:
        made = replace(made, rule="" if mine[0].rule else AGAIN)
    if not any(e.do in DECIDING or (e.do == UNDO and e.text is not None) for e in mine):
        return made
    left = effective([*past, replace(made, id="~")])
    stands = standing(left)
    text = stands.text or ""
    fuzzy = stands.fuzzy and bool(text.strip())
    last = next((e for e in reversed(left) if e.text is not None or e.do in HUMAN), None)
    before = last.source if fuzzy and last is not None and last.do == "carry" else ""
    return replace(made, text=text, source=before, reason=(UNDONE_OPEN if fuzzy else UNDONE)(act=act.name))
