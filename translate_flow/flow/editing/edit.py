"""The verbs on one segment: edit, confirm, approve, return."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...catalogue.coverage import is_doubtful
from ...errors import ConflictError, UsageError
from ...language.text import digest
from ...model import CONFIRMED, Event, State, Unit
from ..statement.acts import one_act
from ..statement.events import event
from ..statement.people import same_person
from ..statement.work import Work
from . import messages as said
from .repeats import elsewhere, within


def edit(work: Work, key: str, text: str, by: str, *, base: str | None = None) -> Unit:
    """Give the segment this translation, in that person's name; it is confirmed thereby.

    `base` is the digest of the text the person started from: if it changed meanwhile,
    ConflictError is raised and nothing is overwritten. An unchanged text is confirmed.
    Inside `Work.journal_only` the PO file follows at `Work.flush`. Raises UsageError for an empty text.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if not text.strip():
        raise UsageError(said.EMPTY())
    refuse_controls(text)

    def make(now: Work) -> Sequence[Event]:
        unit = now.unit(key)
        if unit.target != text:
            _unmoved(now, unit, base)
        if unit.target == text:
            return [] if _decided(unit) else _with_repeats(now, event("confirm", unit, by))
        return _with_repeats(now, event("edit", unit, by, text))

    return _everywhere(work, key, make, by)


def _with_repeats(now: Work, made: Event) -> list[Event]:
    """The event, and what follows from it for the same paragraph elsewhere in the statement."""
    return [made, *within(now, [made])]


def _everywhere(work: Work, key: str, make: Callable[[Work], Sequence[Event]], by: str) -> Unit:
    """Make the change, here and in repeats of other statements, if the settings say so: as one act."""
    if work.workspace.settings.memory.repeats != "everywhere":
        return done(work, key, make)
    with one_act():
        unit = done(work, key, make)
        elsewhere(work, unit, by)
    return unit


def _decided(unit: Unit) -> bool:
    """Whether a person has said that this text is right, also of another that came beside it; if not, saying so again
    counts (and takes no approval away)."""
    return unit.state in (State.TRANSLATED, State.APPROVED) and not is_doubtful(unit)


def confirm(work: Work, key: str, by: str) -> Unit:
    """Say that the present text is right as it stands. Raises UsageError if there is none."""

    def make(now: Work) -> Sequence[Event]:
        unit = _with_text(now, key)
        return [] if _decided(unit) else _with_repeats(now, event("confirm", unit, by))

    return _everywhere(work, key, make, by)


def approve(work: Work, key: str, by: str, note: str = "", *, base: str | None = None) -> Unit:
    """A second look: exactly this text may be published.

    `base` is the digest of the text that was looked at; ConflictError if it changed
    meanwhile. Raises UsageError where the rules forbid it, and for a text nobody has confirmed:
    what nobody has looked at once cannot be looked at a second time.
    """

    def make(now: Work) -> Sequence[Event]:
        unit = _with_text(now, key)
        _unmoved(now, unit, base)
        if unit.state is State.APPROVED:
            return [] if _decided(unit) else [event("confirm", unit, by)]
        if unit.state is State.STALE:
            raise UsageError(said.SOURCE_CHANGED(name=now.name, key=unit.key))
        if unit.state is State.DRAFT:
            raise UsageError(said.NOT_CONFIRMED(name=now.name, key=unit.key))
        if now.workspace.settings.review.four_eyes and same_person(now.workspace, last_hand(unit), by):
            raise UsageError(said.FOUR_EYES(name=now.name, key=unit.key, person=by))
        return [event("approve", unit, by, note=note)]

    return done(work, key, make)


def send_back(work: Work, key: str, by: str, note: str, *, base: str | None = None) -> Unit:
    """Return a segment to the translator with a note; it counts as unconfirmed again."""
    if not note.strip():
        raise UsageError(said.SAY_WHAT())

    def make(now: Work) -> Sequence[Event]:
        unit = _with_text(now, key)
        _unmoved(now, unit, base)
        return [event("return", unit, by, note=note.strip())]

    return done(work, key, make)


def refuse_controls(text: str) -> None:
    """Raise UsageError if the text holds what no document format can carry: control characters, bytes
    that are no UTF-8 (Python passes them on as lone surrogates)."""
    for place, char in enumerate(text):
        if 0xD800 <= ord(char) < 0xE000:
            raise UsageError(said.NOT_UTF_8(place=place + 1))
        if (ord(char) < 32 and char not in "\n\t") or 0x7F <= ord(char) < 0xA0:
            raise UsageError(said.CONTROL_CHARACTER(code=f"{ord(char):04X}", place=place + 1))


def _with_text(work: Work, key: str) -> Unit:
    unit = work.unit(key)
    if not unit.target.strip():
        raise UsageError(said.NO_TRANSLATION(name=work.name, key=unit.key))
    return unit


def _unmoved(work: Work, unit: Unit, base: str | None) -> None:
    """Raise ConflictError if the text is no longer the one with the digest `base`."""
    if base is not None and base != digest(unit.target):
        raise ConflictError(said.CHANGED_MEANWHILE(name=work.name, key=unit.key, person=last_hand(unit)))


def confirmable(unit: Unit) -> bool:
    """Whether the unit has a text that no person has confirmed."""
    return bool(unit.target.strip()) and unit.state not in CONFIRMED


def returnable(unit: Unit) -> bool:
    """Whether the unit has a text of its own that can be sent back."""
    return bool(unit.target.strip()) and unit.state is not State.KEPT


def last_hand(unit: Unit) -> str:
    """Who gave the segment its present text, or somebody who is unknown."""
    return next((e.by for e in reversed(unit.events) if e.text is not None), "another program")


def done(work: Work, key: str, make: Callable[[Work], Sequence[Event]]) -> Unit:
    """Make the change and give the unit as it is then."""
    found = work.unit(key).key
    work.change(make)
    return work.unit(found)
