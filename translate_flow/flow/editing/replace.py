"""Search and replace over translations: looked at first, written as events, undone as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...errors import UsageError
from ...language.text import digest
from ...messages import Template
from ...model import Event, State, Unit
from ...workspace import Workspace
from ..queries.find import matching
from ..statement.acts import new_act, one_act
from ..statement.each import accounted
from ..statement.work import Work
from .edit import refuse_controls
from .messages import (
    BAD_REPLACEMENT,
    LEAVES_NO_TEXT,
    NOT_A_PATTERN,
    NOTHING_TO_FIND,
    REPLACED,
    REPLACEMENT_UNDONE,
)
from .spread import SpreadProposal, spread_event


@dataclass(frozen=True, slots=True)
class Replacement:
    """What is looked for, and what is put in its place."""

    pattern: re.Pattern[str]
    """What is looked for."""
    replacement: str
    """What comes instead; in a regular expression `\\1` stands for a group."""
    regex: bool = False
    """Whether groups are filled in."""

    def on(self, text: str) -> str:
        """The text with every match replaced. Raises UsageError for a group that is not there."""
        if not self.regex:
            return self.pattern.sub(lambda _: self.replacement, text)
        try:
            return self.pattern.sub(self.replacement, text)
        except (re.error, IndexError) as error:
            raise UsageError(BAD_REPLACEMENT(replacement=self.replacement, cause=str(error))) from error


def search(
    wanted: str, replacement: str, *, regex: bool = False, ignore_case: bool = False, whole: bool = False
) -> Replacement:
    """A search from what a person typed. Raises UsageError for a broken pattern."""
    if not wanted:
        raise UsageError(NOTHING_TO_FIND())
    refuse_controls(replacement)
    expression = wanted if regex else re.escape(wanted)
    if whole:
        expression = rf"(?<!\w)(?:{expression})(?!\w)"
    try:
        return Replacement(re.compile(expression, re.IGNORECASE if ignore_case else 0), replacement, regex)
    except re.error as error:
        raise UsageError(NOT_A_PATTERN(pattern=wanted, cause=str(error))) from error


def preview(
    workspace: Workspace,
    names: Iterable[str],
    language: str,
    asked: Replacement,
    states: Sequence[str] = (),
    query: str = "",
) -> list[SpreadProposal]:
    """What the replacement would make of each segment it changes; nothing is written."""
    found = []
    for name in names:
        work = Work.open(workspace, name, language)
        allowed = set(matching(work, query))
        for unit in work.units:
            if not unit.target or unit.state is State.KEPT or unit.key not in allowed:
                continue
            if states and str(unit.state) not in states:
                continue
            text = asked.on(unit.target)
            if text == unit.target:
                continue
            if not text.strip():
                raise UsageError(LEAVES_NO_TEXT(name=name, key=unit.key))
            found.append(SpreadProposal(name, unit, text, "replace"))
    return found


def replace(
    workspace: Workspace, language: str, chosen: Sequence[SpreadProposal], by: str, label: str
) -> tuple[str, int]:
    """Make the changes; gives the batch's name, by which it can be undone, and how many were made.

    Texts no person had confirmed stay unconfirmed. Those changed since the preview are left alone.
    """
    batch = new_act()
    count = 0
    finished: list[str] = []
    for name in dict.fromkeys(p.statement for p in chosen):
        wanted = {p.unit.key: p for p in chosen if p.statement == name}

        def make(now: Work, wanted: dict[str, SpreadProposal] = wanted) -> list[Event]:
            return [
                spread_event(unit, p.text, by, REPLACED(batch=batch, label=label))
                for key, p in wanted.items()
                if digest((unit := now.unit(key)).target) == digest(p.unit.target)
            ]

        with accounted(finished), one_act(batch):
            count += len(Work.open(workspace, name, language).change(make))
        finished.append(name)
    return batch, count


@dataclass(frozen=True, slots=True)
class Undone:
    """What became of an undoing."""

    batch: str
    """The replacement that was undone; empty if there was none."""
    count: int
    """Segments brought back."""
    changed: tuple[str, ...]
    """Segments changed since by somebody: left alone."""


def undo(workspace: Workspace, names: Sequence[str], language: str, by: str, batch: str = "") -> Undone:
    """Bring back the texts before a replacement, the last one if none is named, as new events."""
    works = [Work.open(workspace, name, language) for name in names]
    batch = batch or _last(works)
    count = 0
    changed: list[str] = []
    finished: list[str] = []
    for work in works:

        def make(now: Work) -> list[Event]:
            events = []
            for unit in now.units:
                made = next((e for e in unit.events if _batch(e) == batch), None)
                if made is None:
                    continue
                before = _before(unit, made)
                if unit.target != made.text or any(_undid(e, batch) for e in unit.events):
                    changed.extend([] if any(_undid(e, batch) for e in unit.events) else [unit.key])
                elif before:
                    events.append(spread_event(unit, before, by, REPLACEMENT_UNDONE(batch=batch)))
            return events

        if batch:
            with accounted(finished):
                count += len(work.change(make))
            finished.append(work.name)
    return Undone(batch, count, tuple(changed))


def _last(works: Sequence[Work]) -> str:
    """The newest batch that was not undone; empty if there is none."""
    events = [e for work in works for e in work.journal.events if e.reason]
    undone = {b for e in events if (b := _undone(e))}
    made = [(e.id, b) for e in events if (b := _batch(e)) and b not in undone]
    return max(made)[1] if made else ""


def _batch(event: Event) -> str:
    return _of(event, REPLACED)


def _undone(event: Event) -> str:
    return _of(event, REPLACEMENT_UNDONE)


def _of(event: Event, template: Template) -> str:
    """The batch that the event's reason names, if it is of that kind."""
    reason = event.reason
    return str(reason.values.get("batch", "")) if reason is not None and reason.id == template.id else ""


def _undid(event: Event, batch: str) -> bool:
    return _undone(event) == batch


def _before(unit: Unit, made: Event) -> str:
    """The text that stood before an event."""
    texts = [e for e in unit.events if e.text is not None]
    place = texts.index(made)
    return (texts[place - 1].text or "") if place else ""


STATES = tuple(str(s) for s in State if s not in (State.MISSING, State.KEPT))
"""States a replacement can be limited to."""
