"""States derived from a PO entry and its journal, and what of a journal holds. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..language.text import digest, has_words
from ..model import SAFE_CARRIES, Event, Kind, Segment, State, Unit
from . import Entry
from .messages import (
    CERTAIN,
    FROM_FILE_OPEN,
    MERGED,
    MET,
    OUTSIDE,
    READING_UNDONE_OPEN,
    SPLIT,
    UNDONE_OPEN,
    UNSURE,
)
from .reading import UNDECIDED

HUMAN = frozenset({"edit", "confirm", "approve", "return", "undo"})
"""Events that only a person causes."""
CHANGES = frozenset({"draft", "edit", "carry", "keep", "undo"})
"""Events that set the text."""
CONFIRMED_CARRIES = SAFE_CARRIES | {SPLIT.id, MERGED.id, CERTAIN.id}
"""Ids of the reasons of a `carry` that leaves the translation confirmed as it was."""
FOUND_OUTSIDE = frozenset({OUTSIDE.id, UNSURE.id})
"""Ids of the reasons of an edit made in another program."""
FOUND = FOUND_OUTSIDE | {MET.id}
"""Ids of the reasons of an edit that was found in a PO file, not made here."""
LEFT_OPEN = frozenset({UNSURE.id, MET.id, FROM_FILE_OPEN.id, UNDONE_OPEN.id, READING_UNDONE_OPEN.id})
"""Ids of the reasons of an edit, or of undoing one, that leave a text nobody has confirmed."""
UNDO = "undo"
"""Kind of event: those whose ids it names (`origin`) count no more; its text is the one restored."""
DOUBT = "doubt"
"""Kind of event: the PO file came with an older text or mark, which may have been meant; the newer one is kept."""


def undone(events: Sequence[Event]) -> frozenset[str]:
    """Ids of the events, oldest first, that were undone; an undoing that was itself undone undoes nothing. Pure."""
    found: set[str] = set()
    for event in reversed(events):
        if event.do == UNDO and event.id not in found:
            found.update(event.origin.split())
    return frozenset(found)


def effective(events: Sequence[Event]) -> Sequence[Event]:
    """The events that count: as if what was undone had never been done. Pure."""
    for event in events:
        if event.do == UNDO:
            break
    else:
        return events  # as of most segments
    gone = undone(events)
    return [e for e in events if e.do != UNDO and e.id not in gone]


def derive(entry: Entry, events: Sequence[Event]) -> State:
    """The state of an entry, given its events that count, oldest first. Pure."""
    if not entry.target.strip():
        return State.MISSING
    if entry.fuzzy:
        return State.STALE if entry.previous else State.DRAFT
    if UNDECIDED in entry.target:
        return State.DRAFT
    now = digest(entry.target)
    for event in reversed(events):
        if event.do == "approve" and event.base == now:
            return State.APPROVED
        if event.do == "keep":
            return State.KEPT if event.text == entry.target else State.TRANSLATED
        if event.do in ("carry", "approve", "confirm") or (
            event.do == "draft" and event.text != entry.target
        ):
            # Not fuzzy, so a carry was certain: an approval before it holds if it was for exactly this
            # text. The rest may have been done in another copy, to a text that does not stand.
            continue
        if event.do in HUMAN or event.do in CHANGES:
            return State.TRANSLATED
    return State.KEPT if nothing_to_translate(entry.kind, entry.source, entry.target) else State.TRANSLATED


def nothing_to_translate(kind: Kind, source: str, target: str) -> bool:
    """Whether the translation is rightly just the source: names, numbers, links."""
    return source == target and (kind is Kind.NAME or not has_words(source))


def by_machine(unit: Unit) -> bool:
    """Whether a draft is there that no person has touched, so that a machine may write another."""
    return unit.state is State.DRAFT and not any(e.do in HUMAN for e in unit.events)


def unit(entry: Entry, events: Sequence[Event], segment: Segment | None = None) -> Unit:
    """The entry as a unit, with those of its events that count; without its segment, positions in the source
    are unknown."""
    counting = effective(events)
    gone = () if counting is events else tuple(e for e in events if e not in counting)
    return Unit(
        segment=segment or Segment(entry.key, entry.kind, entry.source, note=entry.note),
        target=entry.target,
        state=derive(entry, counting),
        events=tuple(counting),
        undone=gone,
        previous=entry.previous,
        comment=entry.comment,
    )


def last_text(events: Sequence[Event]) -> str | None:
    """The translation that the journal has; None if it has none."""
    for event in reversed(events):
        if event.text is not None and event.do in CHANGES:
            if len(events) > 1 and (event.do in ("draft", UNDO) or because(event) in FOUND):
                return standing(events).text
            return event.text
    return None


def was_fuzzy(events: Sequence[Event]) -> bool:
    """Whether the journal's last word on an entry leaves it unconfirmed."""
    for event in reversed(events):
        if event.do in ("edit", "carry", "keep") and because(event) not in FOUND:
            return _unconfirmed(event)
        if event.do == UNDO and event.text is None:
            continue
        if event.do in _DECIDING:
            return standing(events).fuzzy if len(events) > 1 else _unconfirmed(event)
    return True


_DECIDING = CHANGES | {"confirm", "approve", "return"}


def because(event: Event) -> str:
    """Id of the event's reason; empty if it has none."""
    return event.reason.id if event.reason is not None else ""


def _unconfirmed(event: Event) -> bool:
    """Whether an event that decides on a text leaves it unconfirmed."""
    if event.do == "carry":
        return because(event) not in CONFIRMED_CARRIES
    return event.do in ("draft", "return") or (event.do in ("edit", UNDO) and because(event) in LEFT_OPEN)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the journal says of a segment."""

    text: str | None = None
    """The translation; None if the journal knows none."""
    fuzzy: bool = True
    """Whether it is unconfirmed."""
    former: frozenset[tuple[str, bool]] = frozenset()
    """What it was before, each text with whether it was unconfirmed then, in any copy that was merged."""
    beside: str = ""
    """Who had written another text meanwhile, elsewhere, that the present one was written without sight of."""


def standing(events: Iterable[Event]) -> Standing:
    """What holds after the events, oldest first, and what stood before. Pure.

    A journal may have been merged: its events are in the order of time, but not each was made with the
    one before it in sight. What was done to a text that is gone does nothing to the one that
    does: a confirmation of an earlier text, or a machine's draft in place of a draft that a person has
    corrected meanwhile.
    """
    text: str | None = None
    fuzzy, writer, beside = True, "", ""
    former: set[tuple[str, bool]] = {("", False)}
    known: dict[str, str] = {}
    met: set[str] = set()
    for event in events:
        if event.do not in _DECIDING or (event.do == UNDO and event.text is None):
            continue
        unseen = bool(event.base) and text is not None and event.base != digest(text)
        if event.text is not None and event.do in CHANGES:
            repeated = event.text in known.values() and (
                event.text in met if because(event) == MET.id else unseen and because(event) in FOUND_OUTSIDE
            )
            if repeated or (unseen and writer and event.do in ("draft", UNDO)):
                # Of what happened outside, two copies may tell: the later of them at a time when the
                # other's person had gone on. So it is with undoing what somebody has gone on from.
                former.add((event.text, _unconfirmed(event)))
                known[digest(event.text)] = event.text
                continue
            if because(event) == MET.id:
                met.add(event.text)
            if text is not None:
                former.add((text, fuzzy))
            other = writer if event.do == "edit" and unseen and event.base in known else ""
            beside = other if other != event.by and event.text != text else ""
            text, fuzzy = event.text, _unconfirmed(event)
            known[digest(text)] = text
            writer = event.by if event.do in ("edit", UNDO) else writer if event.do == "carry" else ""
        elif unseen and event.base in known:
            former.add((known[event.base], event.do == "return"))
        else:
            if text is not None:
                former.add((text, fuzzy))
            fuzzy, writer, beside = event.do == "return", event.by, ""
    return Standing(text, fuzzy, frozenset(former), beside)
