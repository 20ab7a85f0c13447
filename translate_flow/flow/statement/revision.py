"""Who worked on a catalogue last, and when, as a PO file's header says it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from ...catalogue.states import HUMAN
from ...model import Event

NOBODY = ("1970-01-01 00:00+0000", "nobody yet")
"""PO-Revision-Date and Last-Translator of a catalogue no person has worked on; gettext asks for both."""


def revision(events: Sequence[Event]) -> dict[str, str]:
    """The two header fields: they follow from the journal, so equal journals make equal files."""
    newest = next((e for e in reversed(events) if e.do in HUMAN), None)
    date, who = (f"{newest.at[:10]} {newest.at[11:16]}+0000", newest.by) if newest else NOBODY
    return {"PO-Revision-Date": date, "Last-Translator": who}


def moment(date: str) -> str:
    """A PO-Revision-Date as the beginning of an RFC 3339 time in UTC; empty if it is none."""
    try:
        return datetime.strptime(date, "%Y-%m-%d %H:%M%z").astimezone(UTC).strftime("%Y-%m-%dT%H:%M")
    except ValueError:
        return ""
