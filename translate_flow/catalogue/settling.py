"""A PO file brought in step with its journal: what a person did in it, and what is only old. Pure.

The file alone cannot say whether it was edited or is merely from before: a copy that lay open in an
editor, an old mail, a merge in which git took one side. So what stood in it once, by the journal, is
old, and what never did is an edit. Nothing else is asked, and so two copies of one commit always show
the same texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..language.text import composed, digest
from ..model import Event
from .entry import Entry
from .merge import decided, one_line, other_text
from .messages import (
    MARK_FINISHED,
    MARK_UNFINISHED,
    MARKED_OUTSIDE,
    MET,
    NO_TEXT,
    OLDER_FINISHED,
    OLDER_UNFINISHED,
    OUTSIDE,
    READING_UNDONE,
    READING_UNDONE_OPEN,
    UNSURE,
)
from .states import (
    CHANGES,
    DOUBT,
    HUMAN,
    UNDO,
    Standing,
    last_text,
    nothing_to_translate,
    standing,
    was_fuzzy,
)

READER = "translate-flow"
"""In whose name a new reading of a statement is journalled."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A catalogue's entries brought in step with the journal."""

    entries: tuple[Entry, ...]
    """Entries as they should stand in the PO file."""
    events: tuple[Event, ...]
    """Events to append: what people did outside."""
    replayed: tuple[str, ...]
    """Keys whose text or mark in the file is older than the journal's, and is now the journal's."""


@dataclass(frozen=True, slots=True)
class Come:
    """How the PO file came to us."""

    person: str
    """In whose name outside edits are journalled."""
    saved: str = ""
    """When it was last saved, as its header says: UTC, `2023-01-12T10:00`; empty if it does not say."""
    ours: str | None = None
    """Id of the newest event that the file holds, if it is byte for byte what this program wrote here;
    None if it is not, or that is unknown."""
    held: Mapping[str, tuple[str, bool]] = field(default_factory=dict)
    """Text and mark of each key, as this process knows the file to have been a moment ago: what is
    still so was not done by the other program."""


def settle(entries: Sequence[Entry], history: Mapping[str, Sequence[Event]], come: Come) -> Settled:
    """Tell a PO file that is older than the journal from one that was edited outside."""
    made: list[Entry] = []
    events: list[Event] = []
    replayed: list[str] = []
    for entry in entries:
        past = history.get(entry.key, ())
        known = last_text(past)
        if known is not None and known != entry.target and composed(known) == entry.target:
            entry = replace(entry, target=known)
        if known is None:
            events += _unknown(entry, past, come)
        elif known != entry.target or was_fuzzy(past) != entry.fuzzy:
            unread = _unread(entry, past, come)
            right, told = (entry, [unread]) if unread is not None else _differing(entry, past, come)
            if right is not entry:
                replayed.append(entry.key)
                entry = right
            events += told
        made.append(entry)
    return Settled(tuple(made), tuple(events), tuple(replayed))


def _unread(entry: Entry, past: Sequence[Event], come: Come) -> Event | None:
    """What takes back a new reading of the statement that was journalled and that a crash kept from the PO file.

    The file is then wholly of the earlier reading, and the entry is as it says; reading again puts it right.
    None if there was no such reading.
    """
    newest = next(e for e in reversed(past) if e.text is not None)
    # A person's replacement in a draft is a `carry`, too.
    read = newest.do == "carry" and newest.by == READER and newest.origin != entry.key
    if not read or come.ours is None or newest.id <= come.ours:
        return None
    lost = " ".join(e.id for e in past if e.do == "carry" and e.by == READER and e.id > come.ours)
    why = READING_UNDONE_OPEN() if entry.fuzzy else READING_UNDONE()
    return Event(
        by=READER, do=UNDO, key=entry.key, text=entry.target, origin=lost, source=entry.previous, reason=why
    )


def _unknown(entry: Entry, past: Sequence[Event], come: Come) -> list[Event]:
    """What is to be said of a text that the journal does not know."""
    if not entry.target.strip() or nothing_to_translate(entry.kind, entry.source, entry.target):
        return []
    if entry.fuzzy:
        return [Event(by="outside", do="draft", key=entry.key, text=entry.target, engine="outside")]
    return [Event(by=come.person, do="edit", key=entry.key, text=entry.target, reason=OUTSIDE())]


def _differing(entry: Entry, past: Sequence[Event], come: Come) -> tuple[Entry, list[Event]]:
    """The entry as it should be where the file says otherwise than the journal, and the events to tell."""
    stands = standing(past)
    assert stands.text is not None
    if entry.fuzzy and other_text(entry.comment) and (entry.target, True) not in stands.former:
        return _met(entry, past)
    base = digest(stands.text) if stands.text else ""
    if not entry.target.strip() and not stands.text.strip():
        return entry, []
    if entry.target == stands.text:
        return _flagged(entry, past, stands, come)
    texts = {text for text, _ in stands.former}
    emptied = not entry.target.strip()
    if (entry.target, entry.fuzzy) in stands.former or emptied or (entry.fuzzy and entry.target in texts):
        quiet = stands.fuzzy if emptied else entry.fuzzy and (entry.target, True) in stands.former
        return _restored(entry, stands), [] if quiet else _doubt(entry, base, come)
    why = UNSURE() if entry.fuzzy else OUTSIDE()
    made = Event(by=come.person, do="edit", key=entry.key, text=entry.target, base=base, reason=why)
    return entry, [made]


def _flagged(entry: Entry, past: Sequence[Event], stands: Standing, come: Come) -> tuple[Entry, list[Event]]:
    """The same text with another mark: unfinished in the file and confirmed by the journal, or the reverse."""
    base = digest(entry.target)
    former = (entry.target, entry.fuzzy) in stands.former
    last = next(e for e in reversed(past) if e.do in HUMAN or e.text is not None)
    if entry.fuzzy and not former:
        why = MARKED_OUTSIDE()
        return entry, [Event(by=come.person, do="return", key=entry.key, base=base, reason=why)]
    if not entry.fuzzy and (not former or come.saved > last.at[:16]):
        return entry, [Event(by=come.person, do="confirm", key=entry.key, base=base, reason=OUTSIDE())]
    return _restored(entry, stands), _doubt(entry, base, come)


def _restored(entry: Entry, stands: Standing) -> Entry:
    """The entry as the journal has it."""
    entry = replace(entry, target=stands.text or "", fuzzy=stands.fuzzy)
    return entry if stands.fuzzy else replace(entry, previous="", comment=decided(entry.comment))


def _doubt(entry: Entry, base: str, come: Come) -> list[Event]:
    """What to say of an older text or mark that may have been meant; nothing of a file that a crash left."""
    if come.ours is not None or come.held.get(entry.key) == (entry.target, entry.fuzzy):
        return []
    why = OLDER_UNFINISHED() if entry.fuzzy else OLDER_FINISHED()
    if not entry.target.strip():
        why = NO_TEXT()
    if base == digest(entry.target):
        why = MARK_UNFINISHED() if entry.fuzzy else MARK_FINISHED()
    return [Event(by=come.person, do=DOUBT, key=entry.key, base=digest(entry.target), reason=why)]


def _met(entry: Entry, past: Sequence[Event]) -> tuple[Entry, list[Event]]:
    """A segment that a merge found translated on both sides: the later text is kept, unconfirmed."""
    texts = {one_line(e.text): e for e in past if e.text is not None}
    other = texts.get(other_text(entry.comment))
    mine = next((e for e in reversed(past) if e.text == entry.target), None)
    if other is not None and other.text is not None and mine is not None and other.id > mine.id:
        comment = entry.comment.replace(other_text(entry.comment), one_line(entry.target))
        entry, mine = replace(entry, target=other.text, comment=comment), other
    stands = standing(past)
    if (stands.text, stands.fuzzy) == (entry.target, True):
        return entry, []
    by = mine.by if mine is not None else "git"
    base = digest(stands.text or "")
    return entry, [Event(by=by, do="edit", key=entry.key, text=entry.target, base=base, reason=MET())]


def apply(
    entries: Sequence[Entry], events: Iterable[Event], places: Mapping[str, int] | None = None
) -> tuple[Entry, ...]:
    """The entries after the events. Pure. `places` is where each key's entry is, if that is known."""
    events = list(events)
    if places is None:
        touched = {event.key for event in events}
        places = {entry.key: place for place, entry in enumerate(entries) if entry.key in touched}
    made = list(entries)
    for event in events:
        if event.key in places:
            made[places[event.key]] = _after(made[places[event.key]], event)
    return tuple(made)


def _after(entry: Entry, event: Event) -> Entry:
    if event.do in CHANGES and event.text is not None:
        entry = replace(entry, target=event.text)
    if event.do == UNDO and event.text is None:
        return entry
    if event.do in CHANGES or event.do in ("confirm", "approve", "return"):
        fuzzy = was_fuzzy([event])
        previous = event.source if event.do == UNDO else entry.previous
        entry = replace(entry, fuzzy=fuzzy, previous=previous if fuzzy else "")
        if not fuzzy:
            entry = replace(entry, comment=decided(entry.comment))
    return entry
