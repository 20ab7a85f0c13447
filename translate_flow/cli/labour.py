"""`translate-flow status --by`: what people and engines did, in source words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ..files.cells import as_csv
from ..messages import say
from . import group, streams
from .messages import plan as texts

if TYPE_CHECKING:
    from ..flow.statement.labour import Labour
    from ..workspace import Workspace

COLUMNS = ("drafted", "edited", "confirmed", "reviewed", "returned", "effort", "pace")
HEADS = {
    "drafted": texts.DRAFTED, "edited": texts.EDITED, "confirmed": texts.CONFIRMED, "reviewed": texts.REVIEWED,
    "returned": texts.RETURNED, "effort": texts.EFFORT, "pace": texts.PACE,
}  # fmt: skip


def show(
    workspace: Workspace, documents: Sequence[str], languages: Iterable[str], by: str, form: str
) -> None:
    """Print the figures of these statements, as a table, JSON or CSV."""
    from ..flow.statement.labour import together
    from ..flow.summaries import Summaries

    wanted = {(tag, name) for tag in languages for name in workspace.choose(documents, tag)}
    summaries = Summaries(workspace)
    every = summaries.all(workspace)
    summaries.save()
    rows = together((one for s in every if (s.language, s.name) in wanted for one in s.labour), by)
    if form == "json":
        streams.show_json({"version": 1, "by": by, "rows": [row(one, by) for one in rows]})
    elif form == "csv":
        made = [row(one, by) for one in rows]
        lines = [["" if v is None else v for v in one.values()] for one in made]
        streams.data(as_csv([[by, *COLUMNS], *lines]))
    elif rows:
        _table(rows, by)
    else:
        group.note(texts.NOBODY_YET())


def row(one: Labour, by: str) -> dict[str, Any]:
    """One line of the figures: its name, source words by deed, percent changed, words an hour."""
    from ..flow.statement.labour import pace

    speed = pace([one])
    name = {"person": one.by, "day": one.day, "engine": one.engine}[by]
    counts = {c: getattr(one, c) for c in COLUMNS[:5]}
    return {by: name, **counts, "effort": one.effort, "pace": round(speed) if speed else None}


def _table(rows: Sequence[Labour], by: str) -> None:
    from rich.table import Table

    from .terminal import console

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(
        say({"person": texts.PERSON, "day": texts.DAY, "engine": texts.ENGINE}[by]()), overflow="fold"
    )
    for column in COLUMNS:
        table.add_column(say(HEADS[column]()), justify="right", no_wrap=True)
    for one in rows:
        made = row(one, by)
        effort = "" if made["effort"] is None else f"{made['effort']:g} %"
        table.add_row(made[by], *(str(made[c] or "·") for c in COLUMNS[:5]), effort, str(made["pace"] or ""))
    console().print(table)
    console().print(say(texts.IN_WORDS()), style="dim")
