"""`translate-flow status`."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from ..flow.messages import SOURCE_CHANGED, SOURCE_GONE
from ..messages import say
from ..model.messages import STATE
from ..model.state import ICONS, State
from . import complete, group, plain_table, streams
from .messages import status as texts

if TYPE_CHECKING:
    from rich.table import Table

    from ..flow.statement.each import Errors
    from ..model.coverage import Coverage


@group.command()
@group.documents
@click.option("--to", metavar="LANG", shell_complete=complete.languages, help="Only this target language.")
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True
)
@click.option(
    "--by",
    "grouping",
    type=click.Choice(["person", "day", "engine"]),
    help="Instead: what was done, in source words, by each person, on each day, or by each engine.",
)
@click.option(
    "--fail-under", type=click.FloatRange(0, 100), metavar="N", help="Exit 1 if less than N % is confirmed."
)
@click.pass_context
def status(
    ctx: click.Context,
    documents: tuple[str, ...],
    to: str | None,
    form: str,
    grouping: str | None,
    fail_under: float | None,
) -> None:
    """Show coverage: how many paragraphs and source words are in each state."""
    from ..flow.status import status as run
    from ..model.coverage import together

    workspace = group.workspace()
    languages = [workspace.target(to)] if to else workspace.settings.languages.targets
    if grouping:
        from .labour import show

        show(workspace, documents, languages, grouping, form)
        return
    errors: Errors = []
    rows = [
        row
        for language in languages
        for row in run(workspace, workspace.choose(documents, language), language, errors)
    ]
    totals = [together([r for r in rows if r.language == language], language) for language in languages]
    if form == "json":
        data = {"version": 1, "statements": [_json(r) for r in rows], "totals": [_json(t) for t in totals]}
        streams.show_json(data)
    elif form == "csv":
        streams.data(_csv(rows))
    elif rows:
        _print(rows, totals)
        for name, where in dict.fromkeys((row.name, row.confidential) for row in rows if row.confidential):
            group.note(texts.CONFIDENTIAL(mark=LOCK, name=name, where=where))
    for name, notice in dict.fromkeys((row.name, row.notice) for row in rows if row.notice):
        remedy = REMEDIES.get(notice.id, texts.ADD_RESTORES)()
        group.note(texts.NOTICE(name=name, notice=notice, remedy=remedy))
    for row in rows:
        if row.doubtful:
            command = f"translate-flow history {row.name} {row.doubtful[0]}"
            group.note(texts.DOUBTFUL(name=row.name, n=len(row.doubtful), command=command))
    group.tell(errors)
    if fail_under is not None and any(t.percent < fail_under for t in totals):
        low = ", ".join(f"{t.language} {t.percent:g} %" for t in totals if t.percent < fail_under)
        group.note(texts.BELOW(limit=f"{fail_under:g}", found=low))
        ctx.exit(1)


def _json(row: Coverage) -> dict[str, Any]:
    return {
        "name": row.name,
        "language": row.language,
        "states": {s: {"segments": c.segments, "words": c.words} for s, c in row.states.items()},
        "segments": row.total.segments,
        "words": row.total.words,
        "confirmed_words": row.confirmed.words,
        "confirmed_percent": row.percent,
        "returned": row.returned,
        "doubtful": list(row.doubtful),
        "notice": say(row.notice),
        "notice_id": row.notice.id if row.notice else "",
        "confidential": say(row.confidential),
    }


def _csv(rows: list[Coverage]) -> str:
    """A line for each statement and language, for a spreadsheet."""
    from ..files.cells import as_csv

    states = [str(state) for state in State]
    lines: list[list[object]] = [
        [
            "statement",
            "language",
            "confidential",
            "confirmed_percent",
            "words",
            "confirmed_words",
            "segments",
            *states,
            "returned",
            "notice",
        ]
    ]
    for row in rows:
        counts = {str(state): count.segments for state, count in row.states.items()}
        figures = [row.percent, row.total.words, row.confirmed.words, row.total.segments]
        lines.append(
            [row.name, row.language, say(row.confidential), *figures]
            + [counts[state] for state in states]
            + [row.returned, say(row.notice)]
        )
    return as_csv(lines)


REMEDIES = {
    SOURCE_CHANGED.id: texts.RUN_ADD,
    SOURCE_GONE.id: texts.PUT_IT_BACK,
}
"""What to do about what `flow.status` noticed; about anything else, `ADD_RESTORES`."""
ORDER = ("approved", "translated", "kept", "draft", "stale", "missing")
"""States from done to not begun, as the bar shows them."""
COLOURS = {"approved": "green", "translated": "blue", "kept": "dim", "draft": "yellow", "stale": "magenta"}
FILLS = {"approved": "█", "translated": "▓", "kept": "▓", "draft": "░", "stale": "░", "missing": "·"}
LOCK = "■"
"""Comes before what is confidential; a lock, which would say it better, is missing in many terminals' fonts."""
BAR = 16
"""Columns of the bar."""


BESIDE = 48
"""Columns that a table needs beside the statements' names, without the bar."""


def _print(rows: list[Coverage], totals: list[Coverage]) -> None:
    totals = [replace(total, name=say(texts.ALL())) for total in totals]
    shown = [*rows, *(totals if len(rows) > len(totals) else [])]
    legend = " ".join(f"{ICONS[state]} {say(STATE[state]())}" for state in ORDER)
    if not _plainly(shown, legend):
        _richly(shown, totals, legend)
    back = sum(row.returned for row in rows)
    if back:
        group.note(texts.RETURNED(n=back))


def _plainly(shown: list[Coverage], legend: str) -> bool:
    """Print the table where nothing is coloured and all fits; False if it is left to rich."""
    width = plain_table.width()
    if width is None or len(legend) > width or _room(shown, width) < BESIDE:
        return False
    bar = _room(shown, width) >= BESIDE + BAR + 2
    cells = [
        ["".join(fill for fill, _ in c) if isinstance(c, list) else c for c in _row(r, bar)] for r in shown
    ]
    lines = plain_table.table([_heads(bar), *cells], range(2 + bar, 4 + bar + len(ORDER)), width)
    if lines is None:
        return False
    sys.stdout.write("".join(f"{line}\n" for line in (*lines, legend)))
    sys.stdout.flush()
    return True


def _richly(shown: list[Coverage], totals: list[Coverage], legend: str) -> None:
    """Print it in colours, or in a narrow window."""
    from .terminal import console

    screen = console()
    room = _room(shown, screen.width)
    if room < BESIDE:
        for row in shown:
            screen.print(_named(row), style="bold", overflow="fold")
            screen.print(f"  {row.language}  {_figures(row)}", overflow="fold")
    else:
        screen.print(_table(shown, totals, bar=room >= BESIDE + BAR + 2))
    screen.print(legend, style="dim")


def _room(shown: list[Coverage], width: int) -> int:
    """Columns beside the longest name."""
    return width - max((len(_named(row)) for row in shown), default=0)


def _named(row: Coverage) -> str:
    """The statement's name, with a mark before it if it is confidential."""
    return f"{LOCK} {row.name}" if row.confidential else row.name


def _figures(row: Coverage) -> str:
    """One statement's figures in a line."""
    counts = {str(state): count.segments for state, count in row.states.items()}
    states = "  ".join(f"{ICONS[state]} {counts[state]}" for state in ORDER if counts[state])
    left = texts.TO_GO(left=row.total.words - row.confirmed.words, words=row.total.words)
    return f"{row.percent:g} %  {states}  {say(left)}"


def _heads(bar: bool) -> list[str]:
    """The heads of the columns of the table, with those of the bar if it is shown."""
    words = [say(texts.SOURCE_WORDS())] if bar else []
    states = [ICONS[state] for state in ORDER]
    return [
        say(texts.STATEMENT()), say(texts.TO()), *words, say(texts.CONFIRMED()), *states, say(texts.WORDS_LEFT())
    ]  # fmt: skip


Fills = list[tuple[str, str]]
"""A bar: pieces, each with its colour."""


def _row(row: Coverage, bar: bool) -> list[str | Fills]:
    """One line of the table."""
    counts = {str(state): count for state, count in row.states.items()}
    bars: list[str | Fills] = [_bar({state: count.words for state, count in counts.items()})] if bar else []
    segments = [str(counts[state].segments) if counts[state].segments else "·" for state in ORDER]
    left = f"{row.total.words - row.confirmed.words}/{row.total.words}"
    return [_named(row), row.language, *bars, f"{row.percent:g} %", *segments, left]


def _table(rows: list[Coverage], totals: list[Coverage], *, bar: bool) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    name, tag, *others = _heads(bar)
    table.add_column(name, overflow="fold")
    table.add_column(tag)
    if bar:
        table.add_column(others.pop(0), no_wrap=True)
    confirmed, *states = others
    table.add_column(confirmed, justify="right", no_wrap=True)
    for head in states:
        table.add_column(head, justify="right")
    for row in rows:
        cells = (c if isinstance(c, str) else Text.assemble(*c) for c in _row(row, bar))
        table.add_row(*cells, style="bold" if row in totals else None)
    return table


def _bar(words: dict[str, int]) -> Fills:
    """Words by state as a bar."""
    bar: Fills = []
    total = sum(words.values())
    done = place = 0
    for state in ORDER:
        done += words[state]
        end = round(BAR * done / total) if total else 0
        bar.append((FILLS[state] * (end - place), COLOURS.get(state, "dim")))
        place = end
    return bar
