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
from ..messages import reader, say
from ..model import Kind, State
from ..model.messages import KIND, STATE
from ..pages import render
from . import messages as texts
from .charts import charts
from .edits import DRAFTED, Report, TermCount, hands, term_counts
from .effort import Effort, summary
from .marking import explain
from .scores import Scoring
from .shown import Shown, anchor, shown
from .tallies import engine

if TYPE_CHECKING:
    from markupsafe import Markup

Made = tuple[Report, Glossary]

_FLAGS = {"changed": "", "broken": "✗ ", "missing": "○ ", "fixed": "✎ ", "unread": "◐ "}
"""What segments are chosen by first, each with its sign."""


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
    """The page in the reader's language: figures and charts, names and terms, then each segment with its changes.

    Asks for nothing outside itself. Filters and views work without a script; one that is part of
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
    sides = [say(side) for side in reports[0].sides]
    what = say(texts.WHAT_PEOPLE_CHANGED()) if reports[0].sides[0] == DRAFTED[0] else " → ".join(sides)
    spoken = reader()
    return render(
        "diff.html",
        lang=spoken,
        title=say(texts.STATEMENTS(n=len(made))) if many else _title(reports[0]),
        overline=" · ".join(
            [what, *(f"{language(a, spoken)} → {language(b, spoken)}" for a, b in sorted(pairs))]
        ),
        sections=sections,
        effort=effort,
        charts=charts(reports, [(s.title, s.anchor) for s in sections], effort),
        changed=effort.segments or any(e.changed for e in edits),
        terms=[row for n, report in enumerate(reports, 1) for row in _terms(report, n if many else 0)],
        filters=_filters(sections, people, engines),
        total=sum(len(s.segments) for s in sections),
        sides=[side[:1].upper() + side[1:] for side in sides],
        explain=explain,
        said=texts,
        language=lambda tag: language(tag, spoken),
        states={state.value: say(STATE[state]()) for state in State},
        kinds={kind.value: say(KIND[kind]()) for kind in Kind},
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
        ("show", [(flag, sign + say(texts.FLAG[flag]())) for flag, sign in _FLAGS.items()]),
        (
            "class",
            [(f"class-{kind}", say(name())) for kind, name in texts.CLASS.items() if count[f"class-{kind}"]],
        ),
        ("by", [(f"by-{n}", name) for n, name in enumerate(people)]),
        ("state", [(f"state-{s}", say(STATE[s]())) for s in State if count[f"state-{s}"]]),
    ]
    if engines:
        groups.append(("from", [(f"from-{n}", name) for n, name in enumerate(engines)]))
    if len(sections) > 1:
        groups.append(("in", [(f"in-{n}", s.title) for n, s in enumerate(sections, 1)]))
    made = [
        {
            "name": name,
            "legend": say(texts.FILTER[name]()),
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
        for name, choices in groups
        if choices
    ]
    return {"groups": made, "rules": [choice for group in made for choice in group["choices"]]}
