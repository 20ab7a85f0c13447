"""The review as one self-contained HTML page: one statement, or all of a workspace."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ..glossary import Glossary
from ..model import Edit, State, Term
from ..pages import language, render
from .charts import charts
from .classify import CLASSES
from .edits import Report, TermCount, hands, term_counts
from .effort import Effort, is_read, summary
from .marking import Stretch, explain, mark, rows
from .scores import Scoring
from .terms import VERDICTS
from .words import similarity

if TYPE_CHECKING:
    from markupsafe import Markup

Made = tuple[Report, Glossary]

GRAVE = frozenset({"term-broken", "name", "number", "negation", "omission", "addition"})
"""Classes of change that can make a text say something else."""
_TOLD = GRAVE | {"term-fixed"}
"""Classes whose changes are shown one by one; of the others their number is."""
_FLAGS = (
    ("changed", "changed"),
    ("broken", "✗ term broken"),
    ("missing", "○ term missing"),
    ("fixed", "✎ term fixed"),
    ("unread", "◐ unread"),
)


def render_html(made: Sequence[Made], *, scoring: Scoring | None = None) -> str:
    """The page: figures and charts, names and terms, then each segment with source, draft, text and changes.

    Asks for nothing outside itself. Filters and views work without a script; one that stands in
    the page adds finding and counting.
    """
    reports = [report for report, _ in made]
    many = len(made) > 1
    people = sorted({by for r in reports for e in r.edits for _, by in hands(e.unit)})
    sections = [_section(n, *pair, people, many) for n, pair in enumerate(made, 1)]
    segments = [s for section in sections for s in section["segments"]]
    effort = _whole(reports, scoring)
    first = reports[0].edition
    pairs = {(r.edition.source_language, r.edition.target_language) for r in reports}
    what = (
        "What people changed in the drafts"
        if reports[0].sides[0] == "machine draft"
        else " → ".join(reports[0].sides)
    )
    return render(
        "diff.html",
        lang="en",
        title=f"{len(made)} statements" if many else first.document.title or first.document.name,
        overline=" · ".join([what, *(f"{language(a)} → {language(b)}" for a, b in sorted(pairs))]),
        sections=sections,
        effort=effort,
        charts=charts(reports, sections, effort),
        changed=effort.segments or any(e.changed for r in reports for e in r.edits),
        terms=[row for n, report in enumerate(reports, 1) for row in _terms(report, n if many else 0)],
        filters=_filters(segments, people, sections),
        total=len(segments),
        sides=[side.capitalize() for side in reports[0].sides],
        explain=explain,
        text=text_html,
        script=_script()[0],
        script_hash=_script()[1],
    )


def _whole(reports: Sequence[Report], scoring: Scoring | None) -> Effort:
    if len(reports) == 1:
        return reports[0].effort
    scores = any(r.effort.scores is not None for r in reports)
    return summary((e for r in reports for e in r.edits), scores=scores, scoring=scoring)


_TAGS = {"insert": "ins", "delete": "del"}


def text_html(stretches: Sequence[Stretch]) -> Markup:
    """A text as stretches. Nothing but the text itself stands in the elements: what is shown can be copied."""
    from markupsafe import Markup, escape

    parts: list[str] = []
    for stretch in stretches:
        tag = _TAGS.get(stretch.op)
        if tag:
            names = [name for name, so in (("gap", stretch.signs), ("moved", stretch.move)) if so]
            more = f' class="{" ".join(names)}"' if names else ""
            more += f' data-signs="{escape(stretch.signs)}"' if stretch.signs else ""
            more += f' title="moved: {stretch.move}"' if stretch.move else ""
            parts.append(f"<{tag}{more}>")
        for run in stretch.runs:
            said = str(escape(run.text))
            if run.sharp:
                said = f"<b>{said}</b>"
            if run.mention is not None:
                wrong = "" if run.mention.right else " forbidden"
                what = ("Wrong rendering. " if wrong else "") + explain(run.mention.term)
                said = f'<span class="term{wrong}" title="{escape(what)}">{said}</span>'
            parts.append(said)
        if tag:
            parts.append(f"</{tag}>")
    return Markup("".join(parts))


@cache
def _script() -> tuple[Markup, Markup]:
    """The script element, and the expression by which the page's policy allows just it."""
    from markupsafe import Markup

    code = files("translate_flow.pages").joinpath("static", "review.js").read_text("utf-8")
    assert "</" not in code
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    return Markup(f"<script>{code}</script>"), Markup(f"'sha256-{digest}'")


def _anchor(key: str, number: int) -> str:
    """A segment's id on the page; with several statements the statement's number is in it."""
    return f"s-{number}-{key}" if number else f"s-{key}"


def _section(
    number: int, report: Report, glossary: Glossary, people: Sequence[str], many: bool
) -> dict[str, Any]:
    at = number if many else 0
    return {
        "anchor": f"statement-{number}",
        "edition": report.edition,
        "effort": report.effort,
        "title": report.edition.document.title or report.edition.document.name,
        "segments": [
            _segment(e, report.credits.get(e.unit.key, {}), glossary, people, at) for e in report.shown
        ],
    }


def _segment(
    edit: Edit, credits: Mapping[Term, str], glossary: Glossary, people: Sequence[str], number: int
) -> dict[str, Any]:
    unit = edit.unit
    drafted = unit.draft is not None and unit.draft.text is not None
    flags = {t.verdict for t in edit.terms} if is_read(edit) or not drafted else set()
    if edit.changed:
        flags.add("changed")
    if drafted and not is_read(edit):
        flags.add("unread")
    done, marked = hands(unit), mark(edit, glossary)
    flags |= {f"class-{c.kind}" for c in edit.changes} | {f"state-{unit.state}"}
    flags |= {f"by-{people.index(by)}" for _, by in done}
    flags.add(f"in-{number}")
    return {
        "id": _anchor(unit.key, number),
        "edit": edit,
        "unit": unit,
        "drafted": drafted,
        "read": is_read(edit),
        "marked": marked,
        "rows": rows(marked),
        "hands": done,
        "similarity": similarity(edit.draft, unit.target) if drafted else None,
        "flags": sorted(flags),
        "credits": credits,
        "changes": _changes(edit),
        "terms": sorted(edit.terms, key=lambda t: VERDICTS.index(t.verdict)),
    }


def _changes(edit: Edit) -> list[dict[str, Any]]:
    """The changes a reader must not miss one by one, the others counted."""
    counts = Counter(c.kind for c in edit.changes)
    made, counted = [], set()
    for change in edit.changes:
        told = change.kind in _TOLD
        if change.kind in counted:
            continue
        if not told:
            counted.add(change.kind)
        made.append(
            {
                "kind": change.kind,
                "meaning": CLASSES[change.kind],
                "told": told,
                "grave": change.kind in GRAVE,
                "old": _short(edit.draft[slice(*change.draft)]),
                "new": _short(edit.unit.target[slice(*change.target)]),
                "by": change.by if told or counts[change.kind] == 1 else "",
                "count": counts[change.kind],
            }
        )
    return made


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"


def _terms(report: Report, number: int) -> list[dict[str, Any]]:
    edition = report.edition
    rows: Iterable[TermCount] = term_counts(report)
    return [
        {
            "term": row.term,
            "verdicts": {verdict: [_anchor(k, number) for k in keys] for verdict, keys in row.keys.items()},
            "touched": row.touched,
            "source_language": edition.source_language,
            "target_language": edition.target_language,
        }
        for row in rows
    ]


def _filters(
    segments: Sequence[Mapping[str, Any]], people: Sequence[str], sections: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """The groups of choices, and a rule of style for each choice."""
    count = Counter(flag for s in segments for flag in s["flags"])
    groups = [
        ("show", "Show", _FLAGS),
        ("class", "Class", [(f"class-{kind}", kind) for kind in CLASSES if count[f"class-{kind}"]]),
        ("by", "Person", [(f"by-{n}", name) for n, name in enumerate(people)]),
        ("state", "State", [(f"state-{s}", str(s)) for s in State if count[f"state-{s}"]]),
    ]
    if len(sections) > 1:
        groups.append(("in", "Statement", [(f"in-{n}", s["title"]) for n, s in enumerate(sections, 1)]))
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
