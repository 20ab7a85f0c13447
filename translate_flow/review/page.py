"""The review as one self-contained HTML page: one statement, or all of a workspace."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ..glossary import Glossary
from ..language.tags import language
from ..model import State
from ..pages import render
from .charts import charts
from .classify import CLASSES
from .edits import Report, TermCount, hands, term_counts
from .effort import Effort, summary
from .marking import explain
from .scores import Scoring
from .shown import Shown, anchor, shown
from .tallies import engine

if TYPE_CHECKING:
    from markupsafe import Markup

Made = tuple[Report, Glossary]

_FLAGS = (
    ("changed", "changed"),
    ("broken", "✗ term broken"),
    ("missing", "○ term missing"),
    ("fixed", "✎ term fixed"),
    ("unread", "◐ unread"),
)


@dataclass(frozen=True, slots=True)
class StatementSection:
    """One statement of the page."""

    anchor: str
    """Its id there."""
    report: Report
    """What was changed in it."""
    title: str
    """Its title, or its name."""
    segments: Sequence[Shown]
    """Its segments."""


def render_html(made: Sequence[Made], *, scoring: Scoring | None = None) -> str:
    """The page: figures and charts, names and terms, then each segment with source, draft, text and changes.

    Asks for nothing outside itself. Filters and views work without a script; one that stands in
    the page adds finding and counting.
    """
    reports = [report for report, _ in made]
    many = len(made) > 1
    edits = [e for r in reports for e in r.edits]
    people = sorted({by for e in edits for did, by in hands(e.unit) if did != "drafted"})
    engines = sorted({engine(e) for e in edits if e.unit.draft is not None})
    engines = engines if len(engines) > 1 else []
    sections = [
        StatementSection(
            f"statement-{n}",
            report,
            _title(report),
            [
                shown(
                    edit,
                    glossary,
                    report.credits.get(edit.unit.key, {}),
                    people=people,
                    engines=engines,
                    number=n if many else 0,
                )
                for edit in report.shown
            ],
        )
        for n, (report, glossary) in enumerate(made, 1)
    ]
    effort = _whole(reports, scoring)
    pairs = {(r.edition.source_language, r.edition.target_language) for r in reports}
    what = (
        "What people changed in the drafts"
        if reports[0].sides[0] == "machine draft"
        else " → ".join(reports[0].sides)
    )
    return render(
        "diff.html",
        lang="en",
        title=f"{len(made)} statements" if many else _title(reports[0]),
        overline=" · ".join([what, *(f"{language(a)} → {language(b)}" for a, b in sorted(pairs))]),
        sections=sections,
        effort=effort,
        charts=charts(reports, [(s.title, s.anchor) for s in sections], effort),
        changed=effort.segments or any(e.changed for e in edits),
        terms=[row for n, report in enumerate(reports, 1) for row in _terms(report, n if many else 0)],
        filters=_filters(sections, people, engines),
        total=sum(len(s.segments) for s in sections),
        sides=[side.capitalize() for side in reports[0].sides],
        explain=explain,
        script=_script()[0],
        script_hash=_script()[1],
    )


def _title(report: Report) -> str:
    return report.edition.document.title or report.edition.document.name


def _whole(reports: Sequence[Report], scoring: Scoring | None) -> Effort:
    if len(reports) == 1:
        return reports[0].effort
    scores = any(r.effort.scores is not None for r in reports)
    return summary((e for r in reports for e in r.edits), scores=scores, scoring=scoring)


@cache
def _script() -> tuple[Markup, Markup]:
    """The script element, and the expression by which the page's policy allows just it."""
    from markupsafe import Markup

    code = files("translate_flow.pages").joinpath("static", "review.js").read_text("utf-8")
    assert "</" not in code
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    return Markup(f"<script>{code}</script>"), Markup(f"'sha256-{digest}'")


def _terms(report: Report, number: int) -> list[dict[str, Any]]:
    edition = report.edition
    rows: Iterable[TermCount] = term_counts(report)
    return [
        {
            "term": row.term,
            "verdicts": {verdict: [anchor(k, number) for k in keys] for verdict, keys in row.keys.items()},
            "touched": row.touched,
            "source_language": edition.source_language,
            "target_language": edition.target_language,
        }
        for row in rows
    ]


def _filters(
    sections: Sequence[StatementSection], people: Sequence[str], engines: Sequence[str]
) -> dict[str, Any]:
    """The groups of choices, and a rule of style for each choice."""
    count = Counter([flag for section in sections for s in section.segments for flag in s.flags])
    groups = [
        ("show", "Show", _FLAGS),
        ("class", "Class of change", [(f"class-{kind}", kind) for kind in CLASSES if count[f"class-{kind}"]]),
        ("by", "Person", [(f"by-{n}", name) for n, name in enumerate(people)]),
        ("state", "State", [(f"state-{s}", str(s)) for s in State if count[f"state-{s}"]]),
    ]
    if engines:
        groups.append(("from", "Drafted by", [(f"from-{n}", name) for n, name in enumerate(engines)]))
    if len(sections) > 1:
        groups.append(("in", "Statement", [(f"in-{n}", s.title) for n, s in enumerate(sections, 1)]))
    made = [
        {
            "name": name,
            "legend": legend,
            "choices": [
                {
                    "id": f"show-{flag}" if name == "show" else f"pick-{flag}",
                    "name": flag,
                    "label": label,
                    "count": count[flag],
                }
                for flag, label in choices
            ],
        }
        for name, legend, choices in groups
        if choices
    ]
    return {"groups": made, "rules": [choice for group in made for choice in group["choices"]]}
