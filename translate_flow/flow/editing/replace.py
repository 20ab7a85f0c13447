"""Search and replace over translations: looked at first, written as events, undone as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import prod
from typing import Any

import regex as bounded

from ...errors import UsageError
from ...language.stems import stemming
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
    NO_FORMS,
    NOT_A_PATTERN,
    NOTHING_TO_FIND,
    REPLACED,
    REPLACEMENT_UNDONE,
    RUNS_AWAY,
)
from .spread import SpreadProposal, spread_event

LONGEST = 1000
"""Characters of a regular expression."""
MOST_REPEATED = 10_000
"""How often, at most, its counted repetitions may repeat something, one inside another."""
PATIENCE = 1.0
"""Seconds that a pattern may take in one text: far more than one that ends soon needs."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """What is looked for, and what is put in its place."""

    pattern: Any
    """What is looked for, compiled; with `stems` not asked."""
    replacement: str
    """What comes instead; in a regular expression `\\1` stands for a group."""
    regex: bool = False
    """Whether groups are filled in."""
    stems: tuple[str, ...] = ()
    """Stems of the words that are looked for in all their forms; empty if it is the pattern."""
    stem: Callable[[str], str] = str.lower
    """What gives a word's stem."""

    def on(self, text: str) -> str:
        """The text with every match replaced.

        Raises UsageError for a group that is not there, and for a pattern that would take too long.
        """
        if self.stems:
            return self._forms(text)
        if not self.regex:
            made: str = self.pattern.sub(lambda _: self.replacement, text)
            return made
        try:
            made = self.pattern.sub(self.replacement, text, timeout=PATIENCE)
        except TimeoutError as error:
            raise UsageError(RUNS_AWAY(pattern=self.pattern.pattern)) from error
        except (bounded.error, IndexError) as error:
            raise UsageError(BAD_REPLACEMENT(replacement=self.replacement, cause=str(error))) from error
        return made

    def _forms(self, text: str) -> str:
        """With every form of the words replaced; a capital at their head stays one."""
        words = list(re.finditer(r"\w+", text))
        stems = [self.stem(w[0]) for w in words]
        parts, at, n = [], 0, 0
        while n + len(self.stems) <= len(words):
            some = words[n : n + len(self.stems)]
            between = (text[a.end() : b.start()] for a, b in pairwise(some))
            if tuple(stems[n : n + len(self.stems)]) == self.stems and all(
                b.strip(" \u00a0-") == "" for b in between
            ):
                new = self.replacement
                if some[0][0][:1].isupper() and new[:1].islower():
                    new = new[:1].upper() + new[1:]
                parts += [text[at : some[0].start()], new]
                at = some[-1].end()
                n += len(self.stems)
            else:
                n += 1
        return "".join([*parts, text[at:]])


def search(
    wanted: str,
    replacement: str,
    *,
    regex: bool = False,
    ignore_case: bool = False,
    whole: bool = False,
    forms: str = "",
) -> Replacement:
    """A search from what a person typed, which may be a regular expression (`regex`).

    With `forms`, a language, the words are found in all their forms. Raises UsageError for a broken pattern.
    """
    if not wanted:
        raise UsageError(NOTHING_TO_FIND())
    refuse_controls(replacement)
    if forms:
        return _in_forms(wanted, replacement, forms)
    if regex and _too_much(wanted):
        raise UsageError(RUNS_AWAY(pattern=wanted[:80]))
    written = wanted if regex else re.escape(wanted)
    flags = bounded.IGNORECASE if ignore_case else 0
    try:
        # By itself first: a bracket that is lacking is not to be closed by those put around it, and its place is told.
        compiled = bounded.compile(written, flags)
        if whole:
            compiled = bounded.compile(rf"(?<!\w)(?:{written})(?!\w)", flags)
    except (bounded.error, RecursionError, OverflowError) as error:
        place = getattr(error, "pos", None) or 0
        raise UsageError(NOT_A_PATTERN(pattern=wanted, place=min(place + 1, len(wanted)))) from error
    return Replacement(compiled, replacement, regex)


def _too_much(pattern: str) -> bool:
    """Whether only to make the pattern ready might take more memory than there is."""
    if len(pattern) > LONGEST:
        return True
    counts = [int(n or "1") for pair in re.findall(r"\{(\d*),?(\d*)\}", pattern) for n in pair]
    return prod(max(n, 1) for n in counts) > MOST_REPEATED


def _in_forms(wanted: str, replacement: str, language: str) -> Replacement:
    stem = stemming(language)
    words = re.findall(r"\w+", wanted)
    if stem is None or not words:
        raise UsageError(NO_FORMS(language=language) if stem is None else NOTHING_TO_FIND())
    return Replacement(None, replacement, stems=tuple(map(stem, words)), stem=stem)


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
        here: list[str] = []

        def make(now: Work, here: list[str] = here) -> list[Event]:
            here.clear()
            events = []
            for unit in now.units:
                made = next((e for e in unit.events if _batch(e) == batch), None)
                if made is None:
                    continue
                before = _before(unit, made)
                if unit.target != made.text or any(_undid(e, batch) for e in unit.events):
                    here.extend([] if any(_undid(e, batch) for e in unit.events) else [unit.key])
                elif before:
                    events.append(spread_event(unit, before, by, REPLACEMENT_UNDONE(batch=batch)))
            return events

        if batch:
            with accounted(finished):
                count += len(work.change(make))
            finished.append(work.name)
            changed += here
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
