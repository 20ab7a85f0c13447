"""The states of a translation."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """How far a translation is; derived from the PO entry and its journal, never stored."""

    MISSING = "missing"
    DRAFT = "draft"
    STALE = "stale"
    TRANSLATED = "translated"
    APPROVED = "approved"
    KEPT = "kept"


ICONS = {"missing": "○", "draft": "◐", "stale": "↻", "translated": "●", "approved": "✓", "kept": "="}
"""The sign of each state, the same in the terminal, on paper and in the browser."""

CONFIRMED = frozenset({State.TRANSLATED, State.APPROVED, State.KEPT})
"""States a statement may be published in: a person has read the text, or there is nothing to read."""
