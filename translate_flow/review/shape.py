"""The review as JSON: the shape of `diff --format json`, described in docs/json/diff.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from ..model import Term
from .edits import Report, hands
from .effort import Effort, is_read, summary
from .scores import Scoring
from .tallies import ChangeTally, by_class, by_engine, by_person, term_lines
from .tracked import Change, DiffRun, Edit
from .words import similarity


def to_json(reports: Iterable[Report], *, scoring: Scoring | None = None) -> dict[str, Any]:
    """Version 1 of the shape: one object per statement, and the figures of all of them together."""
    every = list(reports)
    if len(every) == 1:
        whole = every[0].effort
    else:
        scores = any(r.effort.scores is not None for r in every)
        whole = summary((e for r in every for e in r.edits), scores=scores, scoring=scoring)
    return {
        "version": 1,
        "statements": [_statement(r) for r in every],
        "effort": effort_shape(whole),
        "summary": _summary(every),
    }


def _summary(reports: list[Report]) -> dict[str, Any]:
    return {
        "classes": by_class(e for r in reports for e in r.edits),
        "people": [_tally(t) for t in by_person(reports)],
        "engines": [_tally(t) for t in by_engine(reports)],
        "terms": [
            {
                "term": t.term.es,
                "expected": t.term.target,
                "drafts": t.drafts,
                "right": t.right,
                "fixed": t.fixed,
                "broken": t.broken,
                "missing": t.missing,
                "instead": [{"form": form, "times": n} for form, n in t.wrong],
            }
            for t in term_lines(reports)
        ],
    }


def _tally(tally: ChangeTally) -> dict[str, Any]:
    return {"name": tally.name, "segments": tally.segments, "classes": tally.classes}


def _statement(report: Report) -> dict[str, Any]:
    edition = report.edition
    return {
        "statement": edition.document.name,
        "source": edition.source_path,
        "source_language": edition.source_language,
        "target_language": edition.target_language,
        "compared": [str(side) for side in report.sides],
        "effort": effort_shape(report.effort),
        "segments": [_segment(e, report.credits.get(e.unit.key, {})) for e in report.shown],
    }


def _segment(edit: Edit, credits: Mapping[Term, str]) -> dict[str, Any]:
    unit = edit.unit
    drafted = unit.draft is not None and unit.draft.text is not None
    return {
        "key": unit.key,
        "kind": str(unit.segment.kind),
        "state": str(unit.state),
        "source": unit.segment.text,
        "draft": edit.draft if drafted else None,
        "engine": unit.draft.engine or unit.draft.by if unit.draft is not None else None,
        "target": unit.target,
        "by": [{"did": did, "by": by} for did, by in hands(unit)],
        "changed": edit.changed,
        "counted": is_read(edit),
        "similarity": similarity(edit.draft, unit.target) if drafted else None,
        "pieces": [piece_shape(p) for p in edit.pieces],
        "changes": [change_shape(edit, c) for c in edit.changes],
        "terms": [
            {
                "term": t.term.es,
                "expected": t.term.target,
                "policy": str(t.term.policy),
                "verdict": t.verdict,
                "by": credits.get(t.term),
            }
            for t in edit.terms
        ],
    }


def piece_shape(piece: DiffRun) -> dict[str, Any]:
    """A run of a diff as data."""
    return {"op": piece.op, "text": piece.text} | ({"move": piece.move} if piece.move else {})


def change_shape(edit: Edit, change: Change) -> dict[str, Any]:
    """A change of an edit as data."""
    return {
        "class": change.kind,
        "draft_span": list(change.draft),
        "target_span": list(change.target),
        "draft": edit.draft[slice(*change.draft)],
        "target": edit.unit.target[slice(*change.target)],
        "term": change.term.es if change.term else None,
        "by": change.by or None,
    }


def effort_shape(effort: Effort) -> dict[str, Any]:
    """Figures as data."""
    shape = asdict(effort)
    del shape["hint"]
    shape["unchanged_share"] = effort.unchanged_share
    return shape
