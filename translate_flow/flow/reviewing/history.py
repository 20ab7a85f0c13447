"""A segment's whole life, as the journal tells it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from ...model import Event
from ...review import Version, blame, edit, version
from ...review.shape import change_shape, piece_shape
from ...review.tracked import Edit
from ..statement.terms import glossary_for
from ..statement.work import Work
from .versions import two


def history(work: Work, key: str | None) -> list[tuple[str, str, list[Event]]]:
    """Key, source and events of one segment, or of all that have a history, in document order."""
    units = [work.unit(key)] if key else [u for u in work.units if u.past]
    return [(u.key, u.segment.text, list(u.past)) for u in units]


def to_json(work: Work, rows: list[tuple[str, str, list[Event]]]) -> dict[str, Any]:
    """The documented shape of `history --format json`."""
    return {
        "version": 1,
        "statement": work.name,
        "language": work.language,
        "segments": [
            {"key": key, "source": source, "events": [_event(e) for e in events]}
            for key, source, events in rows
        ],
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        ("from" if k == "origin" else k): v
        for k, v in asdict(event).items()
        if v not in (None, "") and k != "key"
    }


@dataclass(frozen=True, slots=True)
class Between:
    """What changed between two versions of a segment."""

    left: Version
    """The earlier one."""
    right: Version
    """The later one."""
    edit: Edit
    """The changes, with their classes."""


def between(work: Work, key: str, left: str, right: str) -> Between:
    """The changes between two versions, by number or name. Raises UsageError if there is no such version."""
    unit = work.unit(key)
    made = two(unit, left, right)
    found = edit(made, glossary_for(work.workspace, work.name, work.language), work.language)
    earlier, later = version(unit, left), version(unit, right)
    assert earlier is not None
    assert later is not None
    return Between(earlier, later, found)


def between_json(work: Work, found: Between) -> dict[str, Any]:
    """The documented shape of `history --from … --format json`."""
    return {
        "version": 1,
        "statement": work.name,
        "language": work.language,
        "key": found.edit.unit.key,
        "from": _version(found.left),
        "to": _version(found.right),
        "pieces": [piece_shape(p) for p in found.edit.pieces],
        "changes": [change_shape(found.edit, c) for c in found.edit.changes],
    }


def _version(found: Version) -> dict[str, Any]:
    event = found.event
    return {
        "number": found.number,
        "text": found.text,
        "at": event.at,
        "by": event.engine or event.by,
        "do": event.do,
    }


def blame_json(work: Work, key: str) -> dict[str, Any]:
    """The documented shape of `blame --format json`."""
    unit = work.unit(key)
    return {
        "version": 1,
        "statement": work.name,
        "language": work.language,
        "key": unit.key,
        "parts": [
            {
                "text": p.text,
                "by": p.event.engine or p.event.by,
                "do": p.event.do,
                "at": p.event.at,
                "id": p.event.id,
            }
            if p.event
            else {"text": p.text, "by": None, "do": None, "at": None, "id": None}
            for p in blame(unit)
        ],
    }
