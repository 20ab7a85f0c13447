"""Segments of a statement that answer a query."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...model import Unit
from ..statement.beside import examine
from ..statement.sheet import Sheet
from ..statement.work import Work
from .query import Condition, QueriedUnit, matches, needs_findings, parse, plain

FEW = 20
"""Units without findings that are checked while somebody waits for them."""


def find(sheet: Sheet, query: str) -> list[str]:
    """Keys of the segments that match, in document order. Raises UsageError, GlossaryError."""
    conditions = parse(query)
    if needs_findings(conditions):
        examine(sheet)
    return _matching(sheet, conditions)


def find_known(sheet: Sheet, query: str) -> tuple[list[str], bool]:
    """The same by what is known already; and whether that is all, for the checks may have much to do yet.

    For programs that answer at once: `Sheet.examine` is somebody else's. Raises UsageError, GlossaryError.
    """
    conditions = parse(query)
    lacking = [k for k in list(sheet.units) if k not in sheet.findings] if needs_findings(conditions) else []
    if len(lacking) > FEW:
        return _matching(sheet, conditions), False
    for key in lacking:
        sheet.finding(key)
    return _matching(sheet, conditions), True


def _matching(sheet: Sheet, conditions: Sequence[Condition]) -> list[str]:
    named = any(c.field == "term" for c in conditions)
    said = sheet.findings.get
    return [
        key
        for key, unit in list(sheet.units.items())
        if matches(conditions, QueriedUnit(unit, said(key, ()), _terms(sheet, unit) if named else ()))
    ]


def make_ready(
    sheet: Sheet, rest: Callable[[], None] = lambda: None, stop: Callable[[], bool] = lambda: False
) -> None:
    """Find out beforehand what the first query about the texts or terms of a long statement would wait for.

    `rest` and `stop` as for `Sheet.examine`. Raises GlossaryError.
    """
    for unit in list(sheet.units.values()):
        if stop():
            return
        plain(unit.segment.text)
        plain(unit.target)
        sheet.scene().matches(unit)
        rest()


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
