"""Effort figures for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from ..messages import Message, say
from ..review import Effort
from ..review import messages as changes
from ..review.groups import GroupFigures
from ..review.marking import printable
from ..review.terms import VERDICTS
from .diff_prose import INDENT
from .messages import diff as texts
from .wrapped import Lines


def render_effort(effort: Effort) -> Iterator[RenderableType]:
    """The figures: counts first, scores after."""
    if effort.segments:
        yield Text(say(changes.EFFORT()), style="bold")
        yield from _figures(effort)
        yield Text()
        yield from _bands(effort)
        yield Text()
    notes: list[Message | str] = []
    if effort.unread:
        notes.append(texts.UNREAD(n=effort.unread))
    if effort.undrafted:
        notes.append(texts.UNDRAFTED(n=effort.undrafted))
    if effort.hint:
        notes.append(effort.hint)
    scores = effort.scores
    if scores is not None:
        notes.append(f"HTER {scores.hter.signature}")
        notes.append(f"{say(texts.WITH_CASE())} {scores.hter_cased.signature}")
        notes.append(f"chrF2 {scores.chrf.signature}")
    for note in notes:
        yield Lines(Text(say(note), style="dim", overflow="fold"), INDENT)


def _figures(effort: Effort) -> Iterator[Lines]:
    share = effort.unchanged_share or 0
    rows: list[tuple[Message | str, str, Message | str]] = [
        (texts.SEGMENTS_READ(), f"{effort.segments}", texts.SOURCE_WORDS(n=effort.words)),
        (changes.CONFIRMED_AS_DRAFTED(), f"{effort.unchanged}", f"{100 * share:.0f} %"),
        (texts.WORDS_KEPT(), f"{effort.kept_words}", texts.OF_THE_DRAFTS(count=effort.draft_words)),
        (
            texts.WORDS_GONE_COME(),
            f"-{effort.deleted_words} +{effort.inserted_words}",
            texts.EDIT_DISTANCE(count=effort.distance),
        ),
    ]
    counted = [say(texts.COUNTED[v](n=effort.terms[v])) for v in VERDICTS if effort.terms.get(v)]
    if counted:
        rows.append((texts.TERMS_COUNTED(), f"{sum(effort.terms.values())}", ", ".join(counted)))
    scores = effort.scores
    if scores is not None:
        edits = texts.EDITS_PER_WORDS(edits=scores.edits, words=f"{scores.reference_words:g}")
        rows += [
            ("HTER", f"{scores.hter.value:.1f} %", edits),
            (texts.WITH_CASE(), f"{scores.hter_cased.value:.1f} %", ""),
            ("chrF2", f"{scores.chrf.value:.1f}", ""),
        ]
    shown = [(say(name), figure, say(remark)) for name, figure, remark in rows]
    first = max(20, *(len(name) for name, _, _ in shown))
    wide = max(len(figure) for _, figure, _ in shown)
    for name, figure, remark in shown:
        line = Text.assemble(f"{name:<{first}} ", (f"{figure:>{wide}}", "bold"), (f"  {remark}", "dim"))
        yield Lines(line, INDENT)


def _bands(effort: Effort) -> Iterator[Lines]:
    yield Lines(Text(say(texts.BANDS()), style="dim"), INDENT)
    for band in effort.bands:
        bar = "█" * round(20 * band.words / effort.words) if effort.words else ""
        if band.words and not bar:
            bar = "▏"
        name = say(changes.BAND[band.name]()) if band.name in changes.BAND else band.name
        line = Text(f"{name:<10} {band.segments:>8}  {band.words:>12}  ")
        yield Lines(line.append(bar, "cyan"), INDENT)


def render_rows(found: Sequence[GroupFigures], by: str) -> Table:
    """Effort by group, one row each."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(say(texts.BY[by]()), overflow="fold")
    for column in texts.COLUMNS:
        table.add_column(say(column()), justify="right")
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
