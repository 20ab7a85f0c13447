"""A segment's whole life, as the journal tells it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ..model import Event
from .work import Work


def history(work: Work, key: str | None) -> list[tuple[str, str, list[Event]]]:
    """Key, source and events of one segment, or of all that have a history, in document order."""
    units = [work.unit(key)] if key else [u for u in work.units if u.events]
    return [(u.key, u.segment.text, list(u.events)) for u in units]


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
