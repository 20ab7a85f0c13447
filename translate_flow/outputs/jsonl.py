"""Aligned pairs as JSON Lines: one object a line, UTF-8.

Fields: `version` (1), `document`, `key`, `kind`, `state`, `confirmed` (whether a person has),
`source_language`, `target_language`, `source`, `target` (empty if missing), `confirmed_by` and
`approved_by` (names from the journal, or null), `engine` (what drafted the text, or null).
Readers should ignore fields they do not know; a change they could not ignore raises `version`.
"""

from __future__ import annotations

import json

from ..model import Edition
from ..typeset.corpus import records
from . import Output, messages


def make(edition: Edition) -> bytes:
    """One JSON object per unit, in document order."""
    return "".join(_line(record) for record in records(edition)).encode()


def _line(record: dict[str, object]) -> str:
    # U+0085, U+2028 and U+2029 end a line for some readers.
    text = json.dumps(record, ensure_ascii=False)
    return text.replace("\x85", "\\u0085").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"


JSONL = Output("jsonl", "aligned.jsonl", messages.JSONL(), make, aligned=True)
