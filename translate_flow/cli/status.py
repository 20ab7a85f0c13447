"""`translate-flow status`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from ..files.cells import as_csv
from ..flow.messages import SOURCE_CHANGED, SOURCE_GONE
from ..messages import say
from ..model import ICONS, State
from ..model.messages import STATE
from . import complete, group, streams
from .messages import status as texts

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from ..catalogue.coverage import Coverage
    from ..flow.statement.each import Errors


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
    from ..catalogue.coverage import together
    from ..flow.status import status as run

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
    from .terminal import console

    screen = console()
    totals = [replace(total, name=say(texts.ALL())) for total in totals]
    shown = [*rows, *(totals if len(rows) > len(totals) else [])]
    room = screen.width - max((len(_named(row)) for row in shown), default=0)
    if room < BESIDE:
        for row in shown:
            screen.print(_named(row), style="bold", overflow="fold")
            screen.print(f"  {row.language}  {_figures(row)}", overflow="fold")
    else:
        screen.print(_table(shown, totals, bar=room >= BESIDE + BAR + 2))
    screen.print(" ".join(f"{ICONS[state]} {say(STATE[state]())}" for state in ORDER), style="dim")
    back = sum(row.returned for row in rows)
    if back:
        group.note(texts.RETURNED(n=back))


def _named(row: Coverage) -> str:
    """The statement's name, with a mark before it if it is confidential."""
    return f"{LOCK} {row.name}" if row.confidential else row.name


def _figures(row: Coverage) -> str:
    """One statement's figures in a line."""
    counts = {str(state): count.segments for state, count in row.states.items()}
    states = "  ".join(f"{ICONS[state]} {counts[state]}" for state in ORDER if counts[state])
    left = texts.TO_GO(left=row.total.words - row.confirmed.words, words=row.total.words)
    return f"{row.percent:g} %  {states}  {say(left)}"


def _table(rows: list[Coverage], totals: list[Coverage], *, bar: bool) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(say(texts.STATEMENT()), overflow="fold")
    table.add_column(say(texts.TO()))
    if bar:
        table.add_column(say(texts.SOURCE_WORDS()), no_wrap=True)
    table.add_column(say(texts.CONFIRMED()), justify="right", no_wrap=True)
    for state in ORDER:
        table.add_column(ICONS[state], justify="right")
    table.add_column(say(texts.WORDS_LEFT()), justify="right")
    for row in rows:
        counts = {str(state): count for state, count in row.states.items()}
        table.add_row(
            _named(row),
            row.language,
            *([_bar({state: count.words for state, count in counts.items()})] if bar else []),
            f"{row.percent:g} %",
            *(str(counts[state].segments) if counts[state].segments else "·" for state in ORDER),
            f"{row.total.words - row.confirmed.words}/{row.total.words}",
            style="bold" if row in totals else None,
        )
    return table


def _bar(words: dict[str, int]) -> Text:
    """Words by state as a bar."""
    from rich.text import Text

    bar = Text()
    total = sum(words.values())
    done = place = 0
    for state in ORDER:
        done += words[state]
        end = round(BAR * done / total) if total else 0
        bar.append(FILLS[state] * (end - place), COLOURS.get(state, "dim"))
        place = end
    return bar
