"""Effort by segment, statement, engine, person or week, as rows for a table, JSON or CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..files.cells import as_csv
from ..model import Event
from .edits import Report
from .effort import Effort, is_read, summary
from .scores import Scoring
from .shape import effort_shape
from .tallies import UNKNOWN, by_class, engine
from .tracked import Edit

BY = ("segment", "statement", "engine", "person", "week")
"""What effort can be grouped by."""


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """The figures of one group."""

    name: str
    """Segment (`statement key`), statement, engine, person, or ISO week such as `2023-W02`."""
    language: str
    """Target language, where the group has just one; else empty."""
    effort: Effort
    """The figures."""
    classes: dict[str, int]
    """Changes by class."""


def rows(
    reports: Sequence[Report], by: str, *, scores: bool = True, scoring: Scoring | None = None
) -> list[GroupFigures]:
    """The groups in order of their first segment; weeks by time. Only what people have read counts."""
    groups: dict[str, list[Edit]] = {}
    languages: dict[str, set[str]] = {}
    for report in reports:
        for edit in report.edits:
            if is_read(edit):
                name = _name(report, edit, by)
                groups.setdefault(name, []).append(edit)
                languages.setdefault(name, set()).add(report.edition.target_language)
    names = sorted(groups) if by == "week" else list(groups)
    scoring = scoring or Scoring()
    return [
        GroupFigures(
            name,
            ", ".join(sorted(languages[name])),
            summary(groups[name], scores=scores, scoring=scoring),
            {kind: n for kind, n in by_class(groups[name]).items() if n},
        )
        for name in names
    ]


def _name(report: Report, edit: Edit, by: str) -> str:
    statement = report.edition.document.name
    if by == "segment":
        return f"{statement} {edit.unit.key}"
    if by == "engine":
        return engine(edit)
    if by in ("person", "week"):
        event = post_edit(edit)
        if event is None:
            return UNKNOWN
        return event.by if by == "person" else week(event.at)
    return statement


def post_edit(edit: Edit) -> Event | None:
    """The event by which a person made the present text, or confirmed the draft as it was."""
    events = edit.unit.events
    edits = [e for e in events if e.do == "edit"]
    if edits and edit.changed:
        return edits[-1]
    return next((e for e in reversed(events) if e.do in ("edit", "confirm", "approve")), None)


def week(at: str) -> str:
    """ISO 8601 week of a time, such as `2023-W02`."""
    try:
        year, number, _ = datetime.fromisoformat(at.replace("Z", "+00:00")).isocalendar()
    except ValueError:
        return UNKNOWN
    return f"{year}-W{number:02}"


def to_json(found: Iterable[GroupFigures], by: str) -> dict[str, Any]:
    """Version 1 of the shape of `diff --by … --format json`."""
    made = [
        {by: row.name, "language": row.language, "effort": effort_shape(row.effort), "classes": row.classes}
        for row in found
    ]
    return {"version": 1, "by": by, "rows": made}


def to_csv(found: Iterable[GroupFigures], by: str) -> str:
    """The same as CSV, one row per group; figures in full precision."""
    from .classify import CLASSES

    bands = ("unchanged", "95-99", "85-94", "75-84", "50-74", "under 50")
    plain = (
        "segments", "words", "unchanged", "draft_words", "target_words", "kept_words", "deleted_words",
        "inserted_words", "distance",
    )  # fmt: skip
    scores = ("hter", "hter_cased", "chrf", "edits", "reference_words", "hter_signature", "chrf_signature")
    lines: list[list[Any]] = [
        [by, "language", *plain, "unchanged_share", *scores]
        + [f"segments {b}" for b in bands]
        + [f"words {b}" for b in bands]
        + list(CLASSES)
    ]
    for row in found:
        e, s = row.effort, row.effort.scores
        figures: list[Any] = [""] * len(scores)
        if s is not None:
            figures = [
                s.hter.value, s.hter_cased.value, s.chrf.value, s.edits, f"{s.reference_words:g}",
                s.hter.signature, s.chrf.signature,
            ]  # fmt: skip
        lines.append(
            [
                row.name,
                row.language,
                *(getattr(e, name) for name in plain),
                e.unchanged_share,
                *figures,
            ]
            + [b.segments for b in e.bands]
            + [b.words for b in e.bands]
            + [row.classes.get(kind, 0) for kind in CLASSES]
        )
    return as_csv(lines)
