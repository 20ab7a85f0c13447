"""The review as one self-contained HTML page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from ..glossary import Glossary
from ..model import Edit, Term
from ..pages import render
from .edits import Report, hands, term_counts
from .effort import is_read
from .marking import explain, mark
from .terms import VERDICTS
from .words import similarity


def render_html(report: Report, glossary: Glossary) -> str:
    """The page: figures, names and terms, then each segment with source, draft, text and changes.

    Asks for nothing outside itself; filters and views work without a script.
    """
    segments = [_segment(e, report.credits.get(e.unit.key, {}), glossary) for e in report.edits]
    shown = Counter(flag for s in segments for flag in s["flags"])
    return render(
        "diff.html",
        lang="en",
        edition=report.edition,
        title=report.edition.document.title or report.edition.document.name,
        effort=report.effort,
        segments=segments,
        shown=shown,
        terms=term_counts(report),
        explain=explain,
    )


def _segment(edit: Edit, credits: Mapping[Term, str], glossary: Glossary) -> dict[str, Any]:
    unit = edit.unit
    drafted = unit.draft is not None and unit.draft.text is not None
    flags = {t.verdict for t in edit.terms} if is_read(edit) or not drafted else set()
    if edit.changed:
        flags.add("changed")
    if drafted and not is_read(edit):
        flags.add("unread")
    return {
        "edit": edit,
        "unit": unit,
        "drafted": drafted,
        "read": is_read(edit),
        "marked": mark(edit, glossary),
        "hands": hands(unit),
        "similarity": similarity(edit.draft, unit.target) if drafted else None,
        "flags": sorted(flags),
        "credits": credits,
        "terms": sorted(edit.terms, key=lambda t: VERDICTS.index(t.verdict)),
    }
