"""Effort figures for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from ..review import Effort
from ..review.groups import Row
from ..review.marking import printable
from ..review.terms import VERDICTS
from .diff_prose import INDENT
from .wrapped import Lines


def render_effort(effort: Effort) -> Iterator[RenderableType]:
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
            f"{effort.unread} {plural(effort.unread, 'segment')} still unread machine text, not counted"
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
        yield Lines(Text(note, style="dim", overflow="fold"), INDENT)


def _figures(effort: Effort) -> Iterator[Lines]:
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
        yield Lines(line, INDENT)


def _bands(effort: Effort) -> Iterator[Lines]:
    yield Lines(Text("alike, %   segments  source words", style="dim"), INDENT)
    for band in effort.bands:
        bar = "█" * round(20 * band.words / effort.words) if effort.words else ""
        if band.words and not bar:
            bar = "▏"
        line = Text(f"{band.name:<10} {band.segments:>8}  {band.words:>12}  ")
        yield Lines(line.append(bar, "cyan"), INDENT)


def render_rows(found: Sequence[Row], by: str) -> Table:
    """Effort by group, one row each."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(by, overflow="fold")
    for name in ("segments", "words", "as drafted", "words gone", "come", "HTER", "with case", "chrF2"):
        table.add_column(name, justify="right")
    for row in found:
        e, s = row.effort, row.effort.scores
        shown = [f"{score.value:.1f}" for score in (s.hter, s.hter_cased, s.chrf)] if s else ["·"] * 3
        table.add_row(
            printable(row.name),
            f"{e.segments}",
            f"{e.words}",
            f"{e.unchanged}",
            f"-{e.deleted_words}",
            f"+{e.inserted_words}",
            *shown,
        )
    return table


def plural(count: int, noun: str) -> str:
    """The noun, in the plural unless it is one."""
    return noun if count == 1 else noun + "s"
