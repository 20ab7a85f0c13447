"""What the review page shows as charts: rows of a table, each with a bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..messages import Template, say
from . import messages as texts
from .edits import Report
from .effort import Effort
from .tallies import by_class, by_person, term_lines

MOST = 12
"""Rows of a chart of people or terms; the others are in the tables below."""
_GRAVE = frozenset({"term-broken", "name", "number", "negation", "omission", "addition"})


def charts(
    reports: Sequence[Report], places: Sequence[tuple[str, str]], effort: Effort
) -> list[dict[str, Any]]:
    """Effort per statement, likeness, classes of change, people, most corrected terms; empty ones are left out.

    `places` are title and anchor of each report's statement.
    """
    found = [_likeness(effort), _classes(reports), _people(reports), _terms(reports)]
    if len(reports) > 1:
        found.insert(0, _statements(reports, places))
    return [chart for chart in found if any(row["value"] for row in chart["rows"])]


def _chart(
    title: Template, head: Sequence[str], rows: Sequence[dict[str, Any]], wide: bool = False
) -> dict[str, Any]:
    return {
        "title": say(title()),
        "wide": wide,
        "head": [say(texts.HEAD[name]()) for name in head],
        "rows": rows,
        "most": max((row["value"] for row in rows), default=0),
    }


def _row(name: str, value: float, *cells: str, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "value": value,
        "cells": cells,
        "title": "",
        "href": "",
        "lang": "",
        "grave": False,
        **more,
    }


def _statements(reports: Sequence[Report], places: Sequence[tuple[str, str]]) -> dict[str, Any]:
    rows = []
    for report, (title, anchor) in zip(reports, places, strict=True):
        e = report.effort
        share = 100 * e.distance / e.target_words if e.target_words else 0.0
        value = e.scores.hter.value if e.scores else share
        rows.append(
            _row(
                title,
                value,
                f"{e.segments}",
                f"{value:.1f}",
                href=anchor,
                lang=report.edition.source_language,
            )
        )
    measure = "hter" if any(r.effort.scores for r in reports) else "words-changed"
    return _chart(texts.EFFORT_BY_STATEMENT, ("statement", "read", measure), rows, wide=True)


def _likeness(effort: Effort) -> dict[str, Any]:
    rows = [_row(_band(b.name), b.words, f"{b.segments}", f"{b.words}") for b in effort.bands]
    return _chart(texts.HOW_ALIKE, ("alike", "segments", "source-words"), rows)


def _classes(reports: Sequence[Report]) -> dict[str, Any]:
    counts = by_class(e for r in reports for e in r.edits)
    rows = [
        _row(_class(k), n, f"{n}", title=say(texts.MEANING[k]()), grave=k in _GRAVE)
        for k, n in counts.items()
        if n
    ]
    return _chart(texts.CHANGES_BY_CLASS, ("class", "changes"), rows)


def _people(reports: Sequence[Report]) -> dict[str, Any]:
    rows = [
        _row(
            tally.name,
            sum(tally.classes.values()),
            f"{tally.segments}",
            f"{sum(tally.classes.values())}",
            title=", ".join(f"{n} {_class(kind)}" for kind, n in tally.classes.items()),
        )
        for tally in by_person(reports)[:MOST]
    ]
    return _chart(texts.CHANGES_BY_PERSON, ("person", "segments", "changes"), rows)


def _terms(reports: Sequence[Report]) -> dict[str, Any]:
    rows = [
        _row(
            line.term.es,
            line.fixed + line.broken,
            say(texts.RIGHT_OF(right=line.right, drafts=line.drafts)),
            f"{line.fixed}",
            f"{line.broken}",
            title=say(line.sentence),
            grave=line.broken > 0,
            lang=reports[0].edition.source_language,
        )
        for line in term_lines(reports)[:MOST]
        if line.fixed or line.broken
    ]
    return _chart(texts.MOST_CORRECTED, ("term", "right", "fixed", "broken"), rows)


def _class(kind: str) -> str:
    return say(texts.CLASS[kind]())


def _band(name: str) -> str:
    return say(texts.BAND[name]()) if name in texts.BAND else name
