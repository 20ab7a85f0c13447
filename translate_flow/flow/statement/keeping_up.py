"""A statement open in memory, kept in step with what other processes of this program do to it, at the price of what is
new: in a long statement, reading both files again would be the most of a save."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...catalogue import Catalogue
from ...catalogue.settling import apply
from ...model import Event
from .pofile import stamp

if TYPE_CHECKING:
    from .work import Work


@dataclass(frozen=True, slots=True)
class Written:
    """A catalogue as its file has it."""

    catalogue: Catalogue
    newest: str
    """Id of the newest event in it."""


def keep_up(work: Work) -> list[Event] | None:
    """Take in the events that are new, and give them; None, and nothing is, if both files have to be read anew.

    That is so where something else than events came: a new reading of the source, an edit by another program.
    A PO file is known for ours by being, byte for byte, what we would have written with the events it holds.
    """
    seen = None
    if stamp(work.file.path) != work.file.stamp:
        seen = work.file.look()
        if seen is None or work.written is None:
            return None
    newest = "" if seen is None else work.applied.of(seen.hash)
    # After the file: events are acknowledged before it holds them.
    found = work.storage.since(work.journal, work.logged, work.name, work.language)
    if newest is None or found is None:
        return None
    events, mark = found
    if any(e.do == "carry" for e in events):
        return None
    everything = [*work.journal.events, *events] if seen is not None else []
    written = work.written
    if seen is not None and written is not None:
        then = _with(work, written, everything, newest)
        if then is None or then.to_bytes(work.places.lines) != seen.data:
            return None
        work.file.knows(seen, then)
        work.written = Written(then, newest)
    work.journal.events.extend(events)
    work.catalogue = replace(work.catalogue, entries=work.places.after(events))
    work.logged = mark
    return events


def _with(work: Work, written: Written, events: Sequence[Event], newest: str) -> Catalogue | None:
    """The catalogue that was written, with what came until that event; None if it holds less than before."""
    start, end = (bisect_right(events, i, key=lambda e: e.id) for i in (written.newest, newest))
    if end < start or (end and events[end - 1].id != newest):
        return None
    entries = apply(written.catalogue.entries, events[start:end])
    return replace(written.catalogue, header=work.header(events[:end]), entries=entries)
