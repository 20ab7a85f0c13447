"""Segments of a statement that answer a query."""

from __future__ import annotations

from collections.abc import Sequence

from ..statement.beside import examine
from ..statement.sheet import Sheet
from ..statement.work import Work
from .query import Condition, QueriedUnit, matches, needs_findings, parse


def find(sheet: Sheet, query: str) -> list[str]:
    """Keys of the segments that match, in document order. Raises UsageError, GlossaryError."""
    conditions = parse(query)
    if needs_findings(conditions):
        examine(sheet)
    return [key for key in sheet.units if matches(conditions, facts(sheet, key, conditions))]


def matching(work: Work, query: str, keys: Sequence[str] = ()) -> list[str]:
    """Keys of a statement's segments that match, of those named if any are; all for an empty query.

    Raises UsageError for a query or key that cannot be understood, GlossaryError.
    """
    named = {work.unit(key).key for key in keys}
    found = find(Sheet.of(work), query) if query else [u.key for u in work.units]
    return [key for key in found if not named or key in named]


def facts(sheet: Sheet, key: str, conditions: Sequence[Condition] = ()) -> QueriedUnit:
    """What a query can ask about one unit; terms only if one of the conditions is about them."""
    unit = sheet.units[key]
    terms: tuple[str, ...] = ()
    if any(c.field == "term" for c in conditions):
        found = sheet.scene().matches(unit)
        terms = tuple(form for m in found for form in (m.term.es, m.term.target, m.form))
    return QueriedUnit(unit, sheet.findings.get(key, ()), terms)
