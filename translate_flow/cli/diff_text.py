"""The review for a terminal: rich renderables, made of edits alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from ..glossary import Glossary
from ..model import ICONS, Edit, State, Term
from ..review import Report, by_engine, by_person, hands, is_read, similarity, term_counts, term_lines
from ..review.edits import DRAFTED
from ..review.marking import mark, printable
from ..review.terms import VERDICTS
from .diff_figures import plural, render_effort
from .diff_prose import INDENT, Prose, prose, views
from .wrapped import Lines

__all__ = ["classes", "prose", "render_summary", "render_text"]

_STATES = {
    "missing": "dim",
    "draft": "yellow",
    "stale": "magenta",
    "translated": "blue",
    "approved": "green",
    "kept": "dim",
}
_VERDICTS = {
    "kept": ("✓", "kept", "green"),
    "fixed": ("✎", "fixed by", "bold blue"),
    "broken": ("✗", "broken by", "bold red"),
    "missing": ("○", "missing", "yellow"),
}


def render_text(
    report: Report, *, everything: bool = False, view: str = "inline"
) -> Iterator[RenderableType]:
    """What a terminal shows of one statement: each segment people changed, then the figures.

    Print each with a rich console; colour, NO_COLOR and width are the console's.
    `everything` shows the segments nobody changed, too; `view` is one of `diff_prose.VIEWS`.
    """
    edition = report.edition
    languages = f"{edition.source_language} → {edition.target_language}"
    usual = report.sides == DRAFTED
    what = "" if usual else f"  {report.sides[0]} → {report.sides[1]}"
    yield Rule(Text(f"{printable(edition.document.name)}  {languages}{what}"), align="left")
    # A glossary of the terms at hand finds them again, without the others' index.
    glossary = Glossary(dict.fromkeys(t.term for e in report.edits for t in e.terms))
    if usual and not report.only:
        yield from _terms(report)
    hidden = 0
    for edit in report.shown:
        if edit.changed or everything or _troubled(edit):
            yield Group(*_segment(edit, report.credits.get(edit.unit.key, {}), glossary, view, usual))
        else:
            hidden += 1
    if report.only:
        count = len(report.shown)
        others = len(report.edits) - count
        yield Text(
            f"{count} {plural(count, 'segment')} with {', '.join(report.only)}; {others} others not shown\n",
            style="dim",
        )
        return
    if hidden:
        yield Text(f"{hidden} {plural(hidden, 'segment')} without changes not shown\n", style="dim")
    if usual:
        yield from render_effort(report.effort)
    elif not report.edits:
        yield Text("no differences", style="dim")


def render_summary(reports: Sequence[Report]) -> Iterator[RenderableType]:
    """What the coordinator asks: which changes, by whom, in which engine's drafts, in which terms."""
    if any(r.sides != DRAFTED for r in reports):
        return
    for title, tallies in (
        ("Changes by person", by_person(reports)),
        ("Changes by engine", by_engine(reports)),
    ):
        if tallies:
            yield Text(title, style="bold")
        for tally in tallies:
            counts = ", ".join(f"{n} {kind}" for kind, n in tally.classes.items())
            yield Lines(Text.assemble((printable(tally.name), "bold"), f"  {counts}"), INDENT)
    lines = term_lines(reports)
    told = [t for t in lines if t.fixed or t.broken or t.missing or t.drafts >= _OFTEN]
    if lines:
        yield Text("\nTerms in the drafts", style="bold")
    for line in told:
        yield Lines(Text(printable(line.sentence)), INDENT)
    if others := len(lines) - len(told):
        yield Lines(Text(f"{others} {plural(others, 'term')} right in each draft", style="dim"), INDENT)


_OFTEN = 3
"""Drafts a term must be in to be told of though it was right in all of them."""


def _terms(report: Report) -> Iterator[RenderableType]:
    """The terms that people fixed, broke or let pass wrong, each with its segments."""
    touched = [count for count in term_counts(report) if count.touched]
    if not touched:
        return
    yield Text("Names and terms", style="bold")
    for count in touched:
        line = Text(f"{printable(_named(count.term))}  ")
        for verdict, keys in count.keys.items():
            icon, _, style = _VERDICTS[verdict]
            line.append(f"{icon} {verdict}", style)
            line.append(
                f" {len(keys)}: {', '.join(keys)}  " if verdict != "kept" else f" {len(keys)}  ", "dim"
            )
        yield Lines(line, INDENT)
    yield Text()


def _troubled(edit: Edit) -> bool:
    """Whether a person let a term pass that is not right; that is worth showing without a change, too."""
    return is_read(edit) and any(t.verdict == "missing" for t in edit.terms)


def _segment(
    edit: Edit, credits: Mapping[Term, str], glossary: Glossary, view: str, usual: bool
) -> Iterator[RenderableType]:
    unit = edit.unit
    state = str(unit.state)
    head = Text.assemble(
        (unit.key, "bold"), f"  {unit.segment.kind}  ", (f"{ICONS[state]} {state}", _STATES[state])
    )
    for did, by in hands(unit):
        if did == "drafted" and not usual:
            continue
        head.append(f"  {did} by {printable(by)}", "dim")
    if is_read(edit):
        percent = similarity(edit.draft, unit.target)
        head.append("  as drafted" if percent == 100 else f"  {percent}% alike", "dim")
    yield Lines(head)
    marked = mark(edit, glossary)
    yield Prose(marked.source, "dim")
    yield from views(marked, view)
    if edit.changes:
        yield Lines(classes(edit), INDENT)
    if edit.terms:
        yield Lines(_verdicts(edit, credits), INDENT)
    yield Text()


_TOLD = ("term-fixed", "term-broken", "name", "number", "negation", "omission", "addition")
"""Classes whose changes are told one by one; the others are counted."""


def classes(edit: Edit) -> Text:
    """Such as `number 14 → 41 · wording 3`."""
    line = Text(style="dim")
    counts: dict[str, int] = {}
    parts = []
    for change in edit.changes:
        if change.kind in _TOLD:
            old, new = edit.draft[slice(*change.draft)], edit.unit.target[slice(*change.target)]
            said = " → ".join(part for part in (_short(old) or "∅", _short(new) or "∅"))
            style = "bold red" if change.kind in ("term-broken", "number", "negation") else ""
            parts.append((f"{change.kind} {said}", style))
        else:
            counts[change.kind] = counts.get(change.kind, 0) + 1
    for part, style in [*parts, *((f"{kind} {n}", "") for kind, n in counts.items())]:
        line.append(" · " if line else "")
        line.append(part, style)
    return line


def _short(text: str) -> str:
    """A few words on one line."""
    line = printable(" ".join(text.split()))
    return line if len(line) <= 40 else line[:39] + "…"


def _verdicts(edit: Edit, credits: Mapping[Term, str]) -> Text:
    """Such as `✓ Red Muqui kept · ✎ ternas fixed by translator`."""
    line = Text()
    for verdict in sorted(edit.terms, key=lambda t: VERDICTS.index(t.verdict)):
        if line:
            line.append(" · ", "dim")
        icon, says, style = _VERDICTS[verdict.verdict]
        if edit.unit.state in (State.DRAFT, State.STALE):
            says = "in the draft" if verdict.verdict == "kept" else "not in the draft"
        elif says.endswith(" by"):
            says += f" {printable(credits.get(verdict.term, 'a person'))}"
        line.append(f"{icon} {printable(_named(verdict.term))} {says}", style)
    return line


def _named(term: Term) -> str:
    return term.es if term.target == term.es else f"{term.es} → {term.target}"
