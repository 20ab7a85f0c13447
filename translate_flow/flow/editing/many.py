"""Approving, confirming and returning many segments at once, in one step each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ...errors import UsageError
from ...language.text import digest
from ...messages import Message
from ...model import Event, Finding, State, Unit
from ..statement.acts import one_act
from ..statement.events import event
from ..statement.gate import kept_back, reason
from ..statement.people import same_person
from ..statement.work import Work
from .edit import confirmable, last_hand, returnable
from .messages import CHANGED_BY, OWN_TEXT, SAY_WHAT
from .repeats import elsewhere, within


@dataclass(frozen=True, slots=True)
class Approved:
    """What became of a request to approve several segments."""

    approved: tuple[Unit, ...]
    """Segments approved now."""
    refused: tuple[tuple[str, Message], ...]
    """Key and reason of those that the rules keep back."""
    faulty: tuple[tuple[str, Message], ...] = ()
    """Key and reason of those left out because of what the checks found."""


def approve_many(
    work: Work,
    by: str,
    *,
    keys: Sequence[str] | None = None,
    writers: Sequence[str] = (),
    note: str = "",
    bases: Mapping[str, str] | None = None,
    with_errors: bool = False,
    findings: Mapping[str, tuple[Finding, ...]] | None = None,
) -> Approved:
    """Approve the translated segments of those keys, and of texts by those writers; all without keys.

    Segments no person has confirmed are never approved this way, nor those whose source changed.
    Under the four-eyes rule a writer's own are refused, and with `bases` (key to digest of the text
    that was looked at) those that changed meanwhile. Those with a finding that stops (`[review] stop`) are
    left out unless `with_errors`; `findings` are those of the texts, if the caller knows them. One step: all events are written, or none.
    """
    wanted = None if keys is None else {work.unit(key).key for key in keys}
    refused: list[tuple[str, Message]] = []
    chosen: list[str] = []
    faulty: list[tuple[str, Message]] = []
    ready = [u for u in work.units if u.state is State.TRANSLATED and (wanted is None or u.key in wanted)]
    wrong = {} if with_errors else kept_back(work, ready, findings)

    def make(now: Work) -> Sequence[Event]:
        refused.clear()
        chosen.clear()
        faulty.clear()
        events = []
        for unit in now.units:
            writer = last_hand(unit)
            if unit.state is not State.TRANSLATED or (wanted is not None and unit.key not in wanted):
                continue
            if writers and not any(same_person(now.workspace, writer, name) for name in writers):
                continue
            if now.workspace.settings.review.four_eyes and same_person(now.workspace, writer, by):
                refused.append((unit.key, OWN_TEXT(person=writer)))
                continue
            if bases is not None and bases.get(unit.key) != digest(unit.target):
                refused.append((unit.key, CHANGED_BY(person=writer)))
                continue
            if unit.key in wrong:
                faulty.append((unit.key, reason(wrong[unit.key])))
                continue
            chosen.append(unit.key)
            events.append(event("approve", unit, by, note=note))
        return events

    work.change(make)
    return Approved(tuple(work.unit(key) for key in chosen), tuple(refused), tuple(faulty))


def confirm_many(work: Work, by: str, keys: Sequence[str]) -> tuple[Unit, ...]:
    """Confirm the texts of those segments; those that have none, or are confirmed, are passed over.

    What repeats them elsewhere follows, as when they are confirmed one by one (`repeats`): all of it as one act.
    """
    with one_act():
        done = _each(work, keys, confirmable, lambda unit: event("confirm", unit, by), within)
        for unit in done:
            elsewhere(work, unit, by)
    return done


def return_many(work: Work, by: str, note: str, keys: Sequence[str]) -> tuple[Unit, ...]:
    """Return those segments to the translator with one note; those without a text are passed over.

    Raises UsageError for an empty note.
    """
    if not note.strip():
        raise UsageError(SAY_WHAT())
    return _each(work, keys, returnable, lambda unit: event("return", unit, by, note=note.strip()))


def _each(
    work: Work,
    keys: Sequence[str],
    fits: Callable[[Unit], bool],
    make: Callable[[Unit], Event],
    follows: Callable[[Work, Sequence[Event]], list[Event]] = lambda work, made: [],
) -> tuple[Unit, ...]:
    """The segments that fit, after one event each and what follows from these."""
    done: list[str] = []

    def events(now: Work) -> Sequence[Event]:
        units = [unit for key in keys if fits(unit := now.unit(key))]
        done[:] = [unit.key for unit in units]
        made = [make(unit) for unit in units]
        return [*made, *follows(now, made)]

    work.change(events)
    return tuple(work.unit(key) for key in done)
