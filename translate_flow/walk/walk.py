"""A walk through segments, one at a time; every deed is journalled at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..checks import costs
from ..errors import TranslateFlowError, UsageError
from ..flow.editing import edit as verbs
from ..flow.editing.repeats import repeated
from ..flow.look import Look, look
from ..flow.queries.find import find
from ..flow.queries.query import plain
from ..flow.reviewing.remarks import comment
from ..flow.statement.gate import stopping
from ..flow.statement.sheet import Sheet
from ..flow.statement.shelf import Shelf
from ..flow.statement.unsaved import Unsaved, drop, keep, unsaved
from ..flow.statement.work import Work
from ..language.text import digest
from ..memory import MemoryMatch, Query
from ..messages import Message
from ..model import CONFIRMED, Event, State, Unit
from ..risk import Risk, of_unit
from ..workspace import Workspace
from . import messages as texts
from .undo import back

if TYPE_CHECKING:
    from ..flow.memory import Memory

Place = tuple[str, str]
"""Statement and segment key."""
LIKE = 60
"""Percent from which on a match of the memory is worth showing."""
_REMARKS = ("comment", "resolve", "dismiss", "undismiss")
"""Events that leave text and state as they are."""
MATCHES = 3
"""Matches shown; they have the keys 1 to 3."""


@dataclass
class Walk:
    """The segments to walk through, where one is, and what was done on the way."""

    workspace: Workspace
    names: Sequence[str]
    """Statements, in order."""
    language: str
    by: str
    """Who walks; the name that goes into the journal."""
    riskiest: bool = False
    """Whether the drafts likeliest to be wrong come first."""
    query: str = ""
    """What the segments were chosen by."""
    places: list[Place] = field(default_factory=list)
    at: int = 0
    """Which of the places one is at."""
    done: list[tuple[Place, Unit]] = field(default_factory=list)
    """What can be undone: where, and how the segment was before; the newest last."""

    def __post_init__(self) -> None:
        self.shelf = Shelf(self.workspace, limit=max(24, len(self.names)))
        self.closing = ExitStack()
        self.memory = self._memory()
        self._mine: set[str] = set()
        self._asked: set[tuple[Place, str]] = set()
        self._along: dict[str, Unit] = {}
        self._repeats: dict[int, dict[str, Unit]] = {}
        self._matches: dict[Place, list[MemoryMatch]] = {}
        self.filter(self.query)

    def _memory(self) -> Memory | None:
        from ..flow.memory import opened

        try:
            found = self.closing.enter_context(opened(self.workspace))
        except TranslateFlowError:
            # A walk without matches is still a walk; `memory` and `doctor` tell what is wrong.
            return None
        return None if found.empty(self.language) else found

    def close(self) -> None:
        """Let go of the files; nothing is left to be saved."""
        self.shelf.flush()
        self.closing.close()

    # Where one stands ----------------------------------------------------------

    @property
    def place(self) -> Place:
        """Statement and key of the present segment."""
        return self.places[self.at]

    @property
    def sheet(self) -> Sheet:
        """The present statement."""
        return self.shelf.sheet(self.place[0], self.language)

    @property
    def unit(self) -> Unit:
        """The present segment."""
        return self.sheet.units[self.place[1]]

    def look(self) -> Look:
        """The present segment from all sides. Raises GlossaryError."""
        return look(self.sheet, self.place[1])

    def risk(self) -> Risk:
        """How likely its draft is wrong. Raises GlossaryError."""
        return self._risk(self.place)

    def _risk(self, place: tuple[str, str]) -> Risk:
        sheet = self.shelf.sheet(place[0], self.language)
        languages = self.workspace.settings.languages.source, self.language
        return of_unit(sheet.units[place[1]], languages, costs(sheet.finding(place[1])))

    def matches(self) -> list[MemoryMatch]:
        """What the memory has for its source; its own entry and its present text left out."""
        if self.memory is None:
            return []
        if self.place not in self._matches:
            query = Query(self.unit.segment.text, self.language, self.place[0], threshold=LIKE)
            found = self.memory.lookup(query, limit=MATCHES + 2)
            own = [h for h in found if (h.document, h.key) != self.place]
            self._matches[self.place] = own[:MATCHES]
        return [h for h in self._matches[self.place] if h.target != self.unit.target]

    def left(self) -> int:
        """Segments of the present statement that no person has confirmed."""
        return sum(u.state not in CONFIRMED for u in self.sheet.units.values())

    def typed(self) -> Unsaved | None:
        """What was typed for the present segment and not saved."""
        name, key = self.place
        return unsaved(self.workspace, name, self.language, self.by).get(key)

    # Moving --------------------------------------------------------------------

    def filter(self, query: str) -> int:
        """Choose the segments to walk through; how many. Raises UsageError if there are none."""
        found = [(n, key) for n in self.names for key in find(self.shelf.sheet(n, self.language), query)]
        if not found:
            raise UsageError(texts.NO_MATCHING(query=query) if query else texts.NO_SEGMENT())
        if self.riskiest:
            units = {p: self.shelf.sheet(p[0], self.language).units[p[1]] for p in found}
            # What a person has read is no risk any more; it comes last, in document order.
            score = {p: -1.0 if u.state in CONFIRMED else self._risk(p).score for p, u in units.items()}
            found.sort(key=lambda p: -score[p])
        here = self.place if self.places else None
        self.places, self.query = found, query
        self.at = found.index(here) if here in found else 0
        return len(found)

    def step(self, by: int) -> bool:
        """Go some places on or back; False at the end or the beginning."""
        to = min(max(self.at + by, 0), len(self.places) - 1)
        moved, self.at = to != self.at, to
        return moved

    def onward(self, ready: frozenset[State]) -> bool:
        """Go to the next segment that is not ready yet, from the start again after the last; False if all are."""
        count = len(self.places)
        for step in range(1, count):
            name, key = self.places[(self.at + step) % count]
            if self.shelf.sheet(name, self.language).units[key].state not in ready:
                self.at = (self.at + step) % count
                return True
        return False

    def jump(self, where: str) -> None:
        """Go to a number, to a key that begins like this, or to the next segment with these letters. Raises UsageError."""
        where = where.strip()
        count = len(self.places)
        if where.isdecimal() and 1 <= int(where) <= count:
            self.at = int(where) - 1
            return
        for wanted in (self._has_key, self._has_text):
            for step in range(1, count + 1):
                at = (self.at + step) % count
                if where and wanted(self.places[at], where):
                    self.at = at
                    return
        raise UsageError(texts.NOT_AMONG(where=where, count=count))

    def _has_key(self, place: Place, where: str) -> bool:
        return place[1].startswith(where)

    def _has_text(self, place: Place, where: str) -> bool:
        unit = self.shelf.sheet(place[0], self.language).units[place[1]]
        return plain(where) in plain(unit.segment.text) or plain(where) in plain(unit.target)

    # Deeds ---------------------------------------------------------------------

    def confirm(self) -> Message:
        """The present text is right. All deeds return what to say, and raise what forbids them.

        A text with findings that stop a build is asked about once (UsageError); the same deed again does it.
        """
        self._ask_once(self.unit.target)
        self._do(lambda work, key: verbs.confirm(work, key, self.by))
        return texts.CONFIRMED_WITH(n=len(self._along)) if self._along else texts.CONFIRMED()

    def edit(self, text: str, base: str) -> Message:
        """Give the segment another text; `base` is the digest of the one it was begun from."""
        self._ask_once(text)
        self._do(lambda work, key: verbs.edit(work, key, text, self.by, base=base))
        self.forget()
        return texts.EDITED_WITH(n=len(self._along)) if self._along else texts.EDITED()

    def take(self, number: int) -> Message:
        """Take a match of the memory as the translation."""
        matches = self.matches()
        if not 1 <= number <= len(matches):
            raise UsageError(texts.NO_MATCH(number=number))
        text = matches[number - 1].target
        self._do(lambda work, key: verbs.edit(work, key, text, self.by, base=digest(self.unit.target)))
        return texts.TAKEN()

    def approve(self) -> Message:
        """A second look: exactly the text that is shown may be published."""
        base = digest(self.unit.target)
        self._ask_once(self.unit.target)
        self._do(lambda work, key: verbs.approve(work, key, self.by, base=base))
        return texts.APPROVED()

    def send_back(self, note: str) -> Message:
        """Back to the translator, with a note."""
        if not note.strip():
            raise UsageError(texts.SAY_WHAT())
        self._do(lambda work, key: verbs.send_back(work, key, self.by, note))
        return texts.RETURNED()

    def comment(self, note: str) -> Message:
        """A remark; it changes nothing, and is not undone."""
        self.shelf.change(self.sheet, lambda work: comment(work, self.place[1], self.by, note))
        return texts.COMMENTED()

    def undo(self) -> Message:
        """Take back the newest deed of this walk, and go where it was done. Raises UsageError if there is none."""
        if not self.done:
            raise UsageError(texts.NOTHING_TO_UNDO())
        place, before = self.done[-1]
        sheet = self.shelf.sheet(place[0], self.language)
        lost: Message | None = None

        def act(work: Work) -> None:
            nonlocal lost
            now = work.unit(place[1])
            if since := self._since(now):
                raise UsageError(texts.WORKED_SINCE(key=place[1], person=since.by))
            events, lost = back(before, now, self.by)
            for key, earlier in self._repeats.get(len(self.done), {}).items():
                if not self._since(repeat := work.unit(key)):
                    events += back(earlier, repeat, self.by)[0]
            self._mine |= {e.id for e in work.change(lambda _: events)}

        self.shelf.change(sheet, act)
        self._repeats.pop(len(self.done), None)
        self.done.pop()
        if place in self.places:
            self.at = self.places.index(place)
        return texts.UNDONE() if lost is None else texts.UNDONE_BUT(lost=lost)

    def _since(self, unit: Unit) -> Event | None:
        """What somebody else has done to the segment since this walk's last deed."""
        last = next((e for e in reversed(unit.events) if e.do not in _REMARKS), None)
        return last if last is not None and last.id not in self._mine else None

    def _ask_once(self, text: str) -> None:
        """Raise UsageError with what is wrong with the text, unless that was said of this text before."""
        asked = self.place, digest(text)
        seen = replace(self.unit, target=text, state=State.TRANSLATED)
        grave = stopping(self.sheet.check(seen), self.workspace.settings.review)
        if grave and asked not in self._asked:
            self._asked.add(asked)
            raise UsageError(texts.ASK_AGAIN(n=len(grave), problem=grave[0].message))

    def _do(self, act: Callable[[Work, str], Unit]) -> None:
        place, units = self.place, dict(self.sheet.units)
        _, keys = self.shelf.change(self.sheet, lambda work: act(work, place[1]))
        self._along = {}
        if self.unit != units[place[1]]:
            repeats = [key for key in keys - {place[1]} if key in units and repeated(self.sheet.units[key])]
            for key in (place[1], *repeats):
                self._mine |= {e.id for e in self.sheet.units[key].events} - {e.id for e in units[key].events}
            self._along = {key: units[key] for key in repeats}
            self.done.append((place, units[place[1]]))
            self._repeats[len(self.done)] = self._along

    # What is being typed -------------------------------------------------------

    def keep(self, text: str, base: str) -> None:
        """Keep what was typed so far, so that no crash can take it."""
        name, key = self.place
        keep(self.workspace, name, self.language, self.by, key, text, base)

    def forget(self) -> None:
        """Let go of what was typed: it is saved, or given up."""
        name, key = self.place
        drop(self.workspace, name, self.language, self.by, key)

    def reread(self) -> bool:
        """Take in what other programs wrote; whether the present segment may look different."""
        before = self.unit
        changed = bool(self.shelf.reread())
        known = [p for p in self.places if p[1] in self.shelf.sheet(p[0], self.language).units]
        if len(known) < len(self.places) and known:
            here = self.place
            self.places = known
            self.at = known.index(here) if here in known else min(self.at, len(known) - 1)
        return changed or self.unit != before
