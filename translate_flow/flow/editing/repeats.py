"""Repeated paragraphs: what a person confirms for one goes into the others, as the workspace's settings say.

A text that a person chose is never written over. Where several texts stand for the same source, the one whose
neighbours are the same is taken; between equals the one confirmed now.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice, takewhile

from ...catalogue.coverage import is_returned
from ...catalogue.states import because
from ...catalogue.states import unit as as_unit
from ...errors import TranslateFlowError
from ...language.text import squeeze
from ...model import Event, State, Unit
from ..statement.events import event
from ..statement.work import Work
from .messages import REPEATED

_PIECE = 24
"""Bytes of a source by which a catalogue is looked through for it."""


def within(work: Work, made: Sequence[Event]) -> list[Event]:
    """What follows in the same statement from those edits and confirmations; nothing if the settings say so.

    Where two of them give the same paragraph different texts, a repeat with surroundings like neither's gets the later one.
    """
    if work.workspace.settings.memory.repeats == "off":
        return []
    if not any(work.places.repeated(e.key) for e in made):
        return []
    units = list(work.units)
    places = {unit.key: n for n, unit in enumerate(units)}
    times = Counter(squeeze(unit.segment.text) for unit in units)
    some = [e for e in made if times[squeeze(units[places[e.key]].segment.text)] > 1]
    for e in some:
        unit = units[places[e.key]]
        text = unit.target if e.text is None else e.text
        units[places[e.key]] = replace(unit, target=text, state=State.TRANSLATED, events=(*unit.events, e))
    found: dict[str, Event] = {}
    for e in some:
        place = places[e.key]
        found.update((f.key, f) for f in _follow(units, place, units[place], e.by, work.name))
    return list(found.values())


def elsewhere(work: Work, unit: Unit, by: str) -> list[tuple[str, Unit]]:
    """Put the segment's text into its repeats in other statements, if the settings say `everywhere`: where it went.

    A statement that cannot be read, or may not be changed, is left out.
    """
    workspace = work.workspace
    if workspace.settings.memory.repeats != "everywhere" or unit.state not in (
        State.TRANSLATED,
        State.APPROVED,
    ):
        return []
    went: list[tuple[str, Unit]] = []
    for name in workspace.catalogued(work.language):
        if name == work.name or not _may_hold(work, name, unit):
            continue
        with suppress(TranslateFlowError):
            other = Work.open(workspace, name, work.language)
            keys: list[str] = []

            def make(now: Work, keys: list[str] = keys) -> Sequence[Event]:
                events = list(_follow(now.units, None, unit, by, work.name))
                keys[:] = [e.key for e in events]
                return events

            other.change(make)
            went += [(name, other.unit(key)) for key in keys]
    return went


def _may_hold(work: Work, name: str, unit: Unit) -> bool:
    """Whether another catalogue may have the same source, found out without parsing it."""
    piece = unit.segment.text.split("\n")[0][:_PIECE].split('"')[0].split("\\")[0].encode()
    with suppress(OSError):
        return piece in work.workspace.catalogue_path(name, work.language).read_bytes()
    return False


def _follow(units: Sequence[Unit], place: int | None, unit: Unit, by: str, origin: str) -> Iterator[Event]:
    """The edits of the repeats of a unit: the one at `place`, or of another statement if that is None."""
    texts = ["", *(squeeze(u.segment.text) for u in units), ""]
    source = squeeze(unit.segment.text)
    same = [n for n, text in enumerate(texts[1:-1]) if text == source and n != place]
    if not any(_open(units[n]) for n in same):
        return
    chosen = [n for n in same if not _open(units[n]) and units[n].state in (State.TRANSLATED, State.APPROVED)]
    for n in same:
        repeat = units[n]
        if not _open(repeat):
            continue
        around = texts[n], texts[n + 2]

        def likeness(other: int, around: tuple[str, str] = around) -> int:
            return sum(a == b for a, b in zip(around, (texts[other], texts[other + 2]), strict=True))

        best = max(chosen, key=likeness, default=None)
        here = likeness(place) if place is not None else 0
        if best is not None and likeness(best) > here:
            continue  # its own surroundings speak for a text that a person chose there
        if repeat.target != unit.target or repeat.state is not State.TRANSLATED:
            yield event("edit", repeat, by, unit.target, reason=REPEATED(origin=f"{origin} {unit.key}"))


def _open(unit: Unit) -> bool:
    """Whether nobody has decided on the text: it is missing, a draft, or came as a repeat itself."""
    if unit.state in (State.KEPT, State.STALE, State.APPROVED) or is_returned(unit):
        return False
    return unit.state in (State.MISSING, State.DRAFT) or repeated(unit)


def repeated(unit: Unit) -> bool:
    """Whether the present text came as the repeat of another's, and nobody has looked at it since."""
    for past in reversed(unit.events):
        if past.do in ("confirm", "approve", "return"):
            return False
        if past.text is not None:
            return because(past) == REPEATED.id
    return False


def _keys_at_once(events: Sequence[Event], some: Sequence[Event]) -> set[str]:
    """Keys of the events that were journalled right after one of these, and with it."""
    found: set[str] = set()
    for one in some:
        after = islice(events, bisect_right(events, one.id, key=lambda e: e.id), None)
        found.update(e.key for e in takewhile(lambda e, one=one: (e.at, e.by) == (one.at, one.by), after))  # type: ignore[misc]
    return found


def along(work: Work, *units: Unit) -> tuple[Unit, ...]:
    """The repeats in their statement that the segments' texts went into when they were confirmed last."""
    whose: set[tuple[str, str, str]] = set()
    confirmed: list[Event] = []
    for unit in units:
        last = next((e for e in reversed(unit.events) if e.do in ("edit", "confirm")), None)
        if last is not None:
            whose.add((squeeze(unit.segment.text), last.at, last.by))
            confirmed.append(last)
    at_once = _keys_at_once(work.journal.events, confirmed) - {unit.key for unit in units}
    # Of a long statement only these are put together with their history: this is asked after every save.
    others = (as_unit(e, work.past(e.key)) for e in work.places.some(at_once))
    return tuple(
        other
        for other in others
        if repeated(other)
        and (squeeze(other.segment.text), other.events[-1].at, other.events[-1].by) in whose
    )
