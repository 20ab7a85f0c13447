"""What is done to a segment, as a line for its journal."""

from __future__ import annotations

from ...language.text import digest
from ...messages import Message
from ...model import Event, Unit


def event(
    do: str, unit: Unit, by: str, text: str | None = None, note: str = "", reason: Message | None = None
) -> Event:
    """A new event about a unit, not yet journalled; `note` is a person's, `reason` the program's."""
    base = digest(unit.target) if unit.target else ""
    return Event(by=by, do=do, key=unit.key, text=text, base=base, note=note, reason=reason)
