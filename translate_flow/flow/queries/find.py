"""Segments of a statement that answer a query."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Unit
from ..statement.beside import examine
from ..statement.sheet import Sheet
from ..statement.work import Work
from .query import QueriedUnit, matches, needs_findings, parse


def find(sheet: Sheet, query: str) -> list[str]:
    """Keys of the segments that match, in document order. Raises UsageError, GlossaryError."""
    conditions = parse(query)
    if needs_findings(conditions):
        examine(sheet)
    named = any(c.field == "term" for c in conditions)
    said = sheet.findings.get
    return [
        key
        for key, unit in sheet.units.items()
        if matches(conditions, QueriedUnit(unit, said(key, ()), _terms(sheet, unit) if named else ()))
    ]


def matching(work: Work, query: str, keys: Sequence[str] = ()) -> list[str]:
    """Keys of a statement's segments that match, of those named if any are; all for an empty query.

    Raises UsageError for a query or key that cannot be understood, GlossaryError.
    """
    named = {work.unit(key).key for key in keys}
    found = find(Sheet.of(work), query) if query else [u.key for u in work.units]
    return [key for key in found if not named or key in named]


def _terms(sheet: Sheet, unit: Unit) -> tuple[str, ...]:
    """What a query can ask about the terms of a unit."""
    return tuple(form for m in sheet.scene().matches(unit) for form in (m.term.es, m.term.target, m.form))
