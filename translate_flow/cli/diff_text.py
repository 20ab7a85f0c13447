"""The review for a terminal: rich renderables, made of edits alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.rule import Rule
from rich.text import Text

from ..glossary import Glossary
from ..model import Edit, State, Term
from ..review import Effort, Report, hands, is_read, similarity, term_counts
from ..review.marking import Stretch, mark, printable
from ..review.terms import VERDICTS
from .segment import ICONS

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
_OPS = {"equal": "", "insert": "green underline", "delete": "red strike"}
_SIGNS = {"insert": ("{+", "+}"), "delete": ("[-", "-]")}
_INDENT = 2
_MEASURE = 100
"""Widest line of running text, in columns; longer ones are hard to follow."""


@dataclass(frozen=True, slots=True)
class _Prose:
    """A text wrapped to the width; with signs around changes where colour cannot be seen."""

    stretches: Sequence[Stretch]
    style: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        signs = console.no_color or console.color_system is None
        yield _Lines(prose(self.stretches, signs=signs, style=self.style), _INDENT)


@dataclass(frozen=True, slots=True)
class _Lines:
    """A rich text wrapped to the width, indented, without blanks at the ends of lines."""

    text: Text
    indent: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = max(min(options.max_width, _MEASURE) - self.indent, 8)
        for line in self.text.wrap(console, width):
            line.rstrip()
            yield Text(" " * self.indent) + line if line else line


def prose(stretches: Sequence[Stretch], *, signs: bool, style: str = "") -> Text:
    """The stretches as one rich text: insertions green and underlined, deletions red and struck through.

    `signs` puts them between `{+ +}` and `[- -]` too. Terms are bold, forbidden
    renderings reversed; control characters in the text are shown, not obeyed.
    """
    text = Text(style=style)
    for previous, stretch in zip((None, *stretches), stretches, strict=False):
        if previous is not None and previous.op == "delete" and stretch.op == "insert" and not signs:
            text.append(" ")  # or the old word would run into the new one
        before, after = _SIGNS.get(stretch.op, ("", "")) if signs else ("", "")
        text.append(before, _OPS[stretch.op])
        if stretch.signs:
            # A change of nothing but white space would be there, but nobody could see it.
            broken = "\n" if stretch.op == "insert" and "\n" in "".join(r.text for r in stretch.runs) else ""
            text.append(stretch.signs + broken, _OPS[stretch.op])
        else:
            for run in stretch.runs:
                bold = "" if run.mention is None else " bold"
                if run.mention is not None and not run.mention.right and run.op != "delete":
                    bold = " bold reverse"
                text.append(printable(run.text), (_OPS[run.op] + bold).strip())
        text.append(after, _OPS[stretch.op])
    return text


def render_text(report: Report, *, everything: bool = False) -> Iterator[RenderableType]:
    """What a terminal shows of one statement: each segment people changed, then the figures.

    Print each with a rich console; colour, NO_COLOR and width are the console's.
    `everything` shows the segments nobody changed, too.
    """
    edition = report.edition
    languages = f"{edition.source_language} → {edition.target_language}"
    yield Rule(Text(f"{printable(edition.document.name)}  {languages}"), align="left")
    # A glossary of the terms at hand finds them again, without the others' index.
    glossary = Glossary(dict.fromkeys(t.term for e in report.edits for t in e.terms))
    yield from _terms(report)
    hidden = 0
    for edit in report.edits:
        if edit.changed or everything or _troubled(edit):
            yield from _segment(edit, report.credits.get(edit.unit.key, {}), glossary)
        else:
            hidden += 1
    if hidden:
        yield Text(f"{hidden} {_plural(hidden, 'segment')} without changes not shown\n", style="dim")
    yield from _effort(report.effort)


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
        yield _Lines(line, _INDENT)
    yield Text()


def _troubled(edit: Edit) -> bool:
    """Whether a person let a term pass that is not right; that is worth showing without a change, too."""
    return is_read(edit) and any(t.verdict == "missing" for t in edit.terms)


def _segment(edit: Edit, credits: Mapping[Term, str], glossary: Glossary) -> Iterator[RenderableType]:
    unit = edit.unit
    state = str(unit.state)
    head = Text.assemble(
        (unit.key, "bold"), f"  {unit.segment.kind}  ", (f"{ICONS[state]} {state}", _STATES[state])
    )
    for did, by in hands(unit):
        head.append(f"  {did} by {printable(by)}", "dim")
    if is_read(edit):
        percent = similarity(edit.draft, unit.target)
        head.append("  as drafted" if percent == 100 else f"  {percent}% alike", "dim")
    yield _Lines(head)
    marked = mark(edit, glossary)
    yield _Prose(marked.source, "dim")
    yield _Prose(marked.changes)
    if edit.terms:
        yield _Lines(_verdicts(edit, credits), _INDENT)
    yield Text()


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


def _effort(effort: Effort) -> Iterator[RenderableType]:
    """The figures: counts first, scores after."""
    if effort.segments:
        yield Text("Effort", style="bold")
        yield from _figures(effort)
        yield Text()
        yield from _bands(effort)
        yield Text()
    notes = []
    if effort.unread:
        notes.append(
            f"{effort.unread} {_plural(effort.unread, 'segment')} still unread machine text, not counted"
        )
    if effort.undrafted:
        notes.append(f"{effort.undrafted} written without a draft, not counted")
    if effort.hint:
        notes.append(effort.hint)
    scores = effort.scores
    if scores is not None:
        notes.append(f"HTER {scores.hter.signature}")
        notes.append(f"HTER with case {scores.hter_cased.signature}")
        notes.append(f"chrF2 {scores.chrf.signature}")
    for note in notes:
        yield _Lines(Text(note, style="dim", overflow="fold"), _INDENT)


def _figures(effort: Effort) -> Iterator[_Lines]:
    share = effort.unchanged_share or 0
    rows = [
        ("segments read", f"{effort.segments}", f"{effort.words} source words"),
        ("confirmed as drafted", f"{effort.unchanged}", f"{100 * share:.0f} %"),
        ("words kept", f"{effort.kept_words}", f"of the drafts' {effort.draft_words}"),
        (
            "words gone, come",
            f"-{effort.deleted_words} +{effort.inserted_words}",
            f"edit distance {effort.distance}",
        ),
    ]
    counted = [f"{effort.terms.get(v, 0)} {v}" for v in VERDICTS if effort.terms.get(v)]
    if counted:
        rows.append(("names and terms", f"{sum(effort.terms.values())}", ", ".join(counted)))
    scores = effort.scores
    if scores is not None:
        rows += [
            (
                "HTER",
                f"{scores.hter.value:.1f} %",
                f"{scores.edits} edits / {scores.reference_words:g} words",
            ),
            ("HTER with case", f"{scores.hter_cased.value:.1f} %", ""),
            ("chrF2", f"{scores.chrf.value:.1f}", ""),
        ]
    wide = max(len(figure) for _, figure, _ in rows)
    for name, figure, remark in rows:
        line = Text.assemble(f"{name:<20} ", (f"{figure:>{wide}}", "bold"), (f"  {remark}", "dim"))
        yield _Lines(line, _INDENT)


def _bands(effort: Effort) -> Iterator[_Lines]:
    yield _Lines(Text("alike, %   segments  source words", style="dim"), _INDENT)
    for band in effort.bands:
        bar = "█" * round(20 * band.words / effort.words) if effort.words else ""
        if band.words and not bar:
            bar = "▏"
        line = Text(f"{band.name:<10} {band.segments:>8}  {band.words:>12}  ")
        yield _Lines(line.append(bar, "cyan"), _INDENT)


def _plural(count: int, noun: str) -> str:
    return noun if count == 1 else noun + "s"
