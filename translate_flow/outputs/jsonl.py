"""Aligned pairs as JSON Lines: one object a line, UTF-8.

Fields: `version` (1), `document`, `key`, `kind`, `state`, `confirmed` (whether a person has),
`source_language`, `target_language`, `source`, `target` (empty if missing), `confirmed_by` and
`approved_by` (names from the journal, or null), `engine` (what drafted the text, or null).
Readers should ignore fields they do not know; a change they could not ignore raises `version`.
"""

from __future__ import annotations

import json
from collections.abc import Collection

from ..model import CONFIRMED, Edition, State, Unit
from . import Output

VERSION = 1


def make(edition: Edition) -> bytes:
    """One JSON object per unit, in document order."""
    return "".join(_line(unit, edition) for unit in edition.units).encode()


def _line(unit: Unit, edition: Edition) -> str:
    confirmed = unit.state in CONFIRMED
    data = {
        "version": VERSION,
        "document": edition.document.name,
        "key": unit.key,
        "kind": unit.segment.kind,
        "state": unit.state,
        "confirmed": confirmed,
        "source_language": edition.source_language,
        "target_language": edition.target_language,
        "source": unit.segment.text,
        "target": unit.target,
        "confirmed_by": _last(unit, ("edit", "confirm", "keep")) if confirmed else None,
        "approved_by": _last(unit, ("approve",)) if unit.state is State.APPROVED else None,
        "engine": (unit.draft.engine or None) if unit.draft else None,
    }
    # U+0085, U+2028 and U+2029 end a line for some readers.
    text = json.dumps(data, ensure_ascii=False)
    return text.replace("\x85", "\\u0085").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"


def _last(unit: Unit, kinds: Collection[str]) -> str | None:
    """Who caused the newest event of these kinds."""
    return next((event.by for event in reversed(unit.events) if event.do in kinds), None)


JSONL = Output("jsonl", "aligned.jsonl", "aligned pairs, one JSON object a line", make)
