"""The review for a terminal: rich renderables, made of edits alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from ..glossary import Glossary
from ..messages import say
from ..model import ICONS, State, Term
from ..model.messages import KIND, STATE
from ..review import Report, by_engine, by_person, hands, is_read, similarity, term_counts, term_lines
from ..review import messages as changes
from ..review.edits import DRAFTED
from ..review.marking import mark, printable
from ..review.terms import VERDICTS
from ..review.tracked import Edit
from .diff_figures import render_effort
from .diff_prose import INDENT, ChangedProse, prose, views
from .messages import diff as texts
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
    "kept": ("✓", "green"),
    "fixed": ("✎", "bold blue"),
    "broken": ("✗", "bold red"),
    "missing": ("○", "yellow"),
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
    what = "" if usual else f"  {say(report.sides[0])} → {say(report.sides[1])}"
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
        named = tuple(changes.CLASS[name]() if name in changes.CLASS else name for name in report.only)
        said = texts.WITH_CLASSES(n=count, classes=named, others=len(report.edits) - count)
        yield Text(f"{say(said)}\n", style="dim")
        return
    if hidden:
        yield Text(f"{say(texts.UNCHANGED(n=hidden))}\n", style="dim")
    if usual:
        yield from render_effort(report.effort)
    elif not report.edits:
        yield Text(say(texts.NO_DIFFERENCES()), style="dim")


def render_summary(reports: Sequence[Report]) -> Iterator[RenderableType]:
    """What the coordinator asks: which changes, by whom, in which engine's drafts, in which terms."""
    if any(r.sides != DRAFTED for r in reports):
        return
    for title, tallies in (
        (changes.CHANGES_BY_PERSON, by_person(reports)),
        (texts.CHANGES_BY_ENGINE, by_engine(reports)),
    ):
        if tallies:
            yield Text(say(title()), style="bold")
        for tally in tallies:
            counts = ", ".join(f"{n} {_class(kind)}" for kind, n in tally.classes.items())
            yield Lines(Text.assemble((printable(tally.name), "bold"), f"  {counts}"), INDENT)
    lines = term_lines(reports)
    shown = [t for t in lines if t.fixed or t.broken or t.missing or t.drafts >= _OFTEN]
    if lines:
        yield Text(f"\n{say(texts.TERMS_IN_DRAFTS())}", style="bold")
    for line in shown:
        yield Lines(Text(printable(say(line.sentence))), INDENT)
    if others := len(lines) - len(shown):
        yield Lines(Text(say(texts.RIGHT_IN_EACH(n=others)), style="dim"), INDENT)


_OFTEN = 3
"""Drafts a term must be in to be listed though it was right in all of them."""


def _class(kind: str) -> str:
    return say(changes.CLASS[kind]()) if kind in changes.CLASS else kind


def _terms(report: Report) -> Iterator[RenderableType]:
    """The terms that people fixed, broke or let pass wrong, each with its segments."""
    touched = [count for count in term_counts(report) if count.touched]
    if not touched:
        return
    yield Text(say(changes.NAMES_AND_TERMS()), style="bold")
    for count in touched:
        line = Text(f"{printable(_named(count.term))}  ")
        for verdict, keys in count.keys.items():
            icon, style = _VERDICTS[verdict]
            line.append(f"{icon} {say(changes.VERDICT[verdict]())}", style)
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
        (unit.key, "bold"),
        f"  {say(KIND[unit.segment.kind]())}  ",
        (f"{ICONS[state]} {say(STATE[state]())}", _STATES[state]),
    )
    for did, by in hands(unit):
        if did == "drafted" and not usual:
            continue
        head.append(f"  {say(changes.HAND[did](person=printable(by)))}", "dim")
    if is_read(edit):
        percent = similarity(edit.draft, unit.target)
        alike = changes.AS_DRAFTED() if percent == 100 else changes.ALIKE(percent=percent)
        head.append(f"  {say(alike)}", "dim")
    yield Lines(head)
    marked = mark(edit, glossary)
    yield ChangedProse(marked.source, "dim")
    yield from views(marked, view)
    if edit.changes:
        yield Lines(classes(edit), INDENT)
    if edit.terms:
        yield Lines(_verdicts(edit, credits), INDENT)
    yield Text()


_TOLD = ("term-fixed", "term-broken", "name", "number", "negation", "omission", "addition")
"""Classes whose changes are shown one by one; the others are counted."""


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
            parts.append((f"{_class(change.kind)} {said}", style))
        else:
            counts[change.kind] = counts.get(change.kind, 0) + 1
    for part, style in [*parts, *((f"{_class(kind)} {n}", "") for kind, n in counts.items())]:
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
        icon, style = _VERDICTS[verdict.verdict]
        says = changes.VERDICT[verdict.verdict]()
        if edit.unit.state in (State.DRAFT, State.STALE):
            says = changes.IN_DRAFT() if verdict.verdict == "kept" else changes.NOT_IN_DRAFT()
        elif verdict.verdict in ("fixed", "broken"):
            who = credits.get(verdict.term)
            by = changes.FIXED_BY if verdict.verdict == "fixed" else changes.BROKEN_BY
            says = by(person=printable(who) if who else changes.A_PERSON())
        elif verdict.recased:
            says = changes.RECASED()
        line.append(f"{icon} {printable(_named(verdict.term))} {say(says)}", style)
    return line


def _named(term: Term) -> str:
    return term.es if term.target == term.es else f"{term.es} → {term.target}"
