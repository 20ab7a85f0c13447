"""`translate-flow status`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..files.cells import as_csv
from ..model import ICONS, State
from . import group, streams

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from ..catalogue.coverage import Coverage
    from ..flow.opened.each import Troubles


@group.command()
@group.documents
@click.option("--to", metavar="LANG", help="Only this target language.")
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True
)
@click.option(
    "--fail-under", type=click.FloatRange(0, 100), metavar="N", help="Exit 1 if less than N % is confirmed."
)
@click.pass_context
def status(
    ctx: click.Context, documents: tuple[str, ...], to: str | None, form: str, fail_under: float | None
) -> None:
    """Coverage: how many paragraphs and source words are in which state."""
    from ..catalogue.coverage import together
    from ..flow.status import status as run

    workspace = group.workspace()
    languages = [workspace.target(to)] if to else workspace.settings.languages.targets
    troubles: Troubles = []
    rows = [
        row
        for language in languages
        for row in run(workspace, workspace.choose(documents, language), language, troubles)
    ]
    totals = [together([r for r in rows if r.language == language], language) for language in languages]
    if form == "json":
        data = {"version": 1, "statements": [_json(r) for r in rows], "totals": [_json(t) for t in totals]}
        streams.show_json(data)
    elif form == "csv":
        streams.data(_csv(rows))
    elif rows:
        _print(rows, totals)
        for mark in dict.fromkeys(f"{row.name}: {row.confidential}" for row in rows if row.confidential):
            group.note(f"{LOCK} confidential, nothing leaves this machine: {mark}")
    for notice in dict.fromkeys(
        f"{row.name}: {row.notice}; {REMEDIES.get(row.notice, LACKING)}" for row in rows if row.notice
    ):
        group.note(notice)
    for row in rows:
        if row.doubtful:
            group.note(_doubtful(row))
    group.tell(troubles)
    if fail_under is not None and any(t.percent < fail_under for t in totals):
        low = ", ".join(f"{t.language} {t.percent:g} %" for t in totals if t.percent < fail_under)
        group.note(f"below {fail_under:g} %: {low}")
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
        "notice": row.notice,
        "confidential": row.confidential,
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
            [row.name, row.language, row.confidential, *figures]
            + [counts[state] for state in states]
            + [row.returned, row.notice]
        )
    return as_csv(lines)


def _doubtful(row: Coverage) -> str:
    """What to say of segments on which somebody should decide."""
    many = len(row.doubtful)
    first = f"translate-flow history {row.name} {row.doubtful[0]}"
    return (
        f"{row.name}: {many} segment{'s' if many > 1 else ''} with another text from an older PO file or the other "
        f"side of a merge; the newer one stands, both are kept: see {first}, then confirm it or restore the other"
    )


REMEDIES = {
    "source changed since it was added": "run: translate-flow add",
    "source file is gone": "put it back, or remove or rename its catalogue and journal in locales/ too",
}
"""What to do about what `flow.status` noticed."""
LACKING = "run: translate-flow add, which brings back what the journal has of them"
"""The same for a PO file with entries missing."""
ORDER = ("approved", "translated", "kept", "draft", "stale", "missing")
"""States from done to not begun, as the bar shows them."""
COLOURS = {"approved": "green", "translated": "blue", "kept": "dim", "draft": "yellow", "stale": "magenta"}
FILLS = {"approved": "█", "translated": "▓", "kept": "▓", "draft": "░", "stale": "░", "missing": "·"}
LOCK = "■"
"""Stands before what is confidential; a lock, which would say it better, is missing in many terminals' fonts."""
BAR = 16
"""Columns of the bar."""


BESIDE = 48
"""Columns that a table needs beside the statements' names, without the bar."""


def _print(rows: list[Coverage], totals: list[Coverage]) -> None:
    from .terminal import console

    screen = console()
    shown = [*rows, *(totals if len(rows) > len(totals) else [])]
    room = screen.width - max((len(_named(row)) for row in shown), default=0)
    if room < BESIDE:
        for row in shown:
            screen.print(_named(row), style="bold", overflow="fold")
            screen.print(f"  {row.language}  {_figures(row)}", overflow="fold")
    else:
        screen.print(_table(shown, totals, bar=room >= BESIDE + BAR + 2))
    screen.print(" ".join(f"{ICONS[state]} {state}" for state in ORDER), style="dim")
    back = sum(row.returned for row in rows)
    if back:
        group.note(f"{back} returned by a reviewer; see: translate-flow history DOC")


def _named(row: Coverage) -> str:
    """The statement's name, with a sign before it if it is confidential."""
    return f"{LOCK} {row.name}" if row.confidential else row.name


def _figures(row: Coverage) -> str:
    """One statement's figures in a line."""
    counts = {str(state): count.segments for state, count in row.states.items()}
    states = "  ".join(f"{ICONS[state]} {counts[state]}" for state in ORDER if counts[state])
    return f"{row.percent:g} %  {states}  {row.total.words - row.confirmed.words}/{row.total.words} to go"


def _table(rows: list[Coverage], totals: list[Coverage], *, bar: bool) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("statement", overflow="fold")
    table.add_column("to")
    if bar:
        table.add_column("source words", no_wrap=True)
    table.add_column("confirmed", justify="right", no_wrap=True)
    for state in ORDER:
        table.add_column(ICONS[state], justify="right")
    table.add_column("to go", justify="right")
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
