"""The verbs on one segment: edit, confirm, approve, return."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..errors import ConflictError, UsageError
from ..model import Event, State, Unit
from ..text import digest
from .work import Work, event


def edit(work: Work, key: str, text: str, by: str, *, base: str | None = None) -> Unit:
    """Give the segment this translation, in that person's name; it is confirmed thereby.

    `base` is the digest of the text the person started from: if it changed meanwhile,
    ConflictError is raised and nothing is overwritten. An unchanged text is confirmed.
    Raises UsageError for an empty text.
    """
    text = text.strip("\n")
    if not text.strip():
        raise UsageError("the translation is empty; to leave a segment untranslated, do nothing")
    refuse_controls(text)

    def make(now: Work) -> Sequence[Event]:
        unit = now.unit(key)
        if base is not None and base != digest(unit.target):
            raise ConflictError(
                f"{now.name}: {unit.key}: changed meanwhile by {_last_hand(unit)}; look at it with "
                f"'translate-flow history {now.name} {unit.key}' and edit again"
            )
        if unit.target == text:
            return [] if unit.state in (State.TRANSLATED, State.APPROVED) else [event("confirm", unit, by)]
        return [event("edit", unit, by, text)]

    return _done(work, key, make)


def confirm(work: Work, key: str, by: str) -> Unit:
    """Say that the present text is right as it stands. Raises UsageError if there is none."""

    def make(now: Work) -> Sequence[Event]:
        unit = _with_text(now, key)
        return [] if unit.state in (State.TRANSLATED, State.APPROVED) else [event("confirm", unit, by)]

    return _done(work, key, make)


def approve(work: Work, key: str, by: str, note: str = "") -> Unit:
    """A second look: exactly this text may be published. Raises UsageError where the rules forbid it."""

    def make(now: Work) -> Sequence[Event]:
        unit = _with_text(now, key)
        if unit.state is State.APPROVED:
            return []
        if unit.state is State.STALE:
            raise UsageError(f"{now.name}: {unit.key}: its source changed; edit or confirm it first")
        if now.workspace.settings.review.four_eyes and _last_hand(unit) == by:
            raise UsageError(
                f"{now.name}: {unit.key}: {by} wrote this text, and this workspace asks for four eyes; "
                "let another person approve it"
            )
        return [event("approve", unit, by, note=note)]

    return _done(work, key, make)


def send_back(work: Work, key: str, by: str, note: str) -> Unit:
    """Return a segment to the translator with a note; it counts as unconfirmed again."""
    if not note.strip():
        raise UsageError("say in --note what is to be mended")

    def make(now: Work) -> Sequence[Event]:
        return [event("return", _with_text(now, key), by, note=note.strip())]

    return _done(work, key, make)


def refuse_controls(text: str) -> None:
    """Raise UsageError if the text holds control characters, which no document format can carry."""
    for place, char in enumerate(text):
        if (ord(char) < 32 and char not in "\n\t") or 0x7F <= ord(char) < 0xA0:
            raise UsageError(
                f"the translation holds a control character (U+{ord(char):04X}) at {place + 1}; delete it"
            )


def _with_text(work: Work, key: str) -> Unit:
    unit = work.unit(key)
    if not unit.target.strip():
        raise UsageError(
            f"{work.name}: {unit.key}: has no translation yet; write one with edit, or run draft"
        )
    return unit


def _last_hand(unit: Unit) -> str:
    """Who gave the segment its present text, or somebody who is unknown."""
    return next((e.by for e in reversed(unit.events) if e.text is not None), "another program")


def _done(work: Work, key: str, make: Callable[[Work], Sequence[Event]]) -> Unit:
    found = work.unit(key).key
    work.change(make)
    return work.unit(found)
