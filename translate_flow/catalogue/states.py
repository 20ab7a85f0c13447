"""States derived from a PO entry and its journal, and what happened to the PO file outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..language.text import digest, has_words
from ..model import Event, Kind, Segment, State, Unit
from . import Entry

HUMAN = frozenset({"edit", "confirm", "approve", "return"})
"""Events that only a person causes."""
CHANGES = frozenset({"draft", "edit", "carry", "keep"})
"""Events that set the text."""
UNSURE = "outside, still marked as needing work"
"""Note of an edit made outside by somebody who left the text unconfirmed."""


def derive(entry: Entry, events: Sequence[Event]) -> State:
    """The state of an entry, given its events, oldest first. Pure."""
    if not entry.target.strip():
        return State.MISSING
    if entry.fuzzy:
        return State.STALE if entry.previous else State.DRAFT
    present = digest(entry.target)
    for event in reversed(events):
        if event.do == "approve":
            return State.APPROVED if event.base == present else State.TRANSLATED
        if event.do == "keep":
            return State.KEPT if event.text == entry.target else State.TRANSLATED
        if event.do == "carry":
            # Not fuzzy, so it was certain: an approval before it holds if it was for exactly this text.
            continue
        if event.do in HUMAN or event.do in CHANGES:
            return State.TRANSLATED
    return State.KEPT if nothing_to_translate(entry.kind, entry.source, entry.target) else State.TRANSLATED


def nothing_to_translate(kind: Kind, source: str, target: str) -> bool:
    """Whether the translation is rightly just the source: names, numbers, links."""
    return source == target and (kind is Kind.NAME or not has_words(source))


def unit(entry: Entry, events: Sequence[Event], segment: Segment | None = None) -> Unit:
    """The entry as a unit; without its segment, positions in the source are unknown."""
    return Unit(
        segment=segment or Segment(entry.key, entry.kind, entry.source, note=entry.note),
        target=entry.target,
        state=derive(entry, events),
        events=tuple(events),
        previous=entry.previous,
        comment=entry.comment,
    )


def last_text(events: Sequence[Event]) -> str | None:
    """The translation the journal knows of; None if it knows none."""
    for event in reversed(events):
        if event.text is not None and event.do in CHANGES:
            return event.text
    return None


def was_fuzzy(events: Sequence[Event]) -> bool:
    """Whether the journal's last word on an entry leaves it unconfirmed."""
    for event in reversed(events):
        if event.do in ("draft", "return") or (event.do == "edit" and event.note == UNSURE):
            return True
        if event.do == "carry":
            return not event.note.startswith("certain")
        if event.do in ("edit", "confirm", "approve", "keep"):
            return False
    return True


@dataclass(frozen=True, slots=True)
class Settled:
    """A catalogue's entries brought in step with the journal."""

    entries: tuple[Entry, ...]
    """Entries as they should stand in the PO file."""
    events: tuple[Event, ...]
    """Events to append: what people did outside."""
    replayed: tuple[str, ...]
    """Keys whose acknowledged text had not reached the PO file (a crash), and now has."""


def settle(
    entries: Sequence[Entry],
    history: Mapping[str, Sequence[Event]],
    person: str,
    applied: str | None,
) -> Settled:
    """Tell a PO file that lags behind the journal from one that was edited outside. Pure.

    `applied` is the id of the newest event that the PO file on disk is known to hold,
    or None if that is unknown (the cache was deleted, or git brought the file).
    `person` is in whose name outside edits are journalled.
    """
    made: list[Entry] = []
    events: list[Event] = []
    replayed: list[str] = []
    for entry in entries:
        past = history.get(entry.key, ())
        known = last_text(past)
        if known is None or known == entry.target:
            flagged = _outside_flag(entry, past, known, person, applied)
            if isinstance(flagged, Event):
                events.append(flagged)
            elif flagged is not None:
                replayed.append(entry.key)
                entry = flagged
        elif _lags(entry, past, applied):
            replayed.append(entry.key)
            entry = replace(
                entry, target=known, fuzzy=was_fuzzy(past), previous=entry.previous if was_fuzzy(past) else ""
            )
        elif not _unread(entry, past, applied):
            events.append(_outside_edit(entry, past, person))
        made.append(entry)
    return Settled(tuple(made), tuple(events), tuple(replayed))


def _lags(entry: Entry, past: Sequence[Event], applied: str | None) -> bool:
    """Whether the PO's text is one the journal had before: the file is behind, not edited."""
    newer = [e for e in past if e.do in CHANGES and (applied is None or e.id > applied)]
    if not newer:
        return False
    present = digest(entry.target) if entry.target else ""
    # Any of them: the mark too may be behind the file, by a crash between the two.
    return any(e.base == present for e in newer)


def _unread(entry: Entry, past: Sequence[Event], applied: str | None) -> bool:
    """Whether a new reading of the statement was journalled, but a crash kept it from the PO file.

    The file is then wholly of the former reading, and reading again puts it right.
    """
    newest = next(e for e in reversed(past) if e.do in CHANGES and e.text is not None)
    return newest.do == "carry" and newest.origin != entry.key and applied is not None and newest.id > applied


def _outside_edit(entry: Entry, past: Sequence[Event], person: str) -> Event:
    known = last_text(past) or ""
    base = digest(known) if known else ""
    if entry.fuzzy and entry.target.strip() and not known:
        return Event("", "", "outside", "draft", entry.key, entry.target, base, engine="outside")
    note = UNSURE if entry.fuzzy and entry.target.strip() else "outside"
    return Event("", "", person, "edit", entry.key, entry.target, base, note=note)


def _outside_flag(
    entry: Entry, past: Sequence[Event], known: str | None, person: str, applied: str | None
) -> Event | Entry | None:
    """The same text (`known`, to the journal) with another fuzzy flag: done outside, or not yet written after
    a crash."""
    if not entry.target.strip():
        return None
    if known is None:
        if nothing_to_translate(entry.kind, entry.source, entry.target):
            return None
        return _outside_edit(entry, past, person)
    if entry.fuzzy == was_fuzzy(past):
        return None
    newest = max(e.id for e in past if e.do in HUMAN or e.do in CHANGES)
    if applied is not None and newest > applied:
        return replace(entry, fuzzy=was_fuzzy(past), previous=entry.previous if was_fuzzy(past) else "")
    present = digest(entry.target)
    if entry.fuzzy:
        return Event("", "", person, "return", entry.key, base=present, note="marked as needing work outside")
    return Event("", "", person, "confirm", entry.key, base=present, note="outside")
