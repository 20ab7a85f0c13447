"""`translate-flow draft --analyse`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from . import group

if TYPE_CHECKING:
    from ..flow.analyse import Analysis


def show(documents: tuple[str, ...], to: str | None, form: str) -> None:
    """Print the match bands of the statements, in every language asked for."""
    from ..flow import analyse as flow

    workspace = group.workspace()
    languages = [workspace.target(to)] if to else workspace.settings.languages.targets
    for language in languages:
        found = flow.analyse(workspace, workspace.choose(documents, language), language)
        if form == "json":
            click.echo(json.dumps(flow.to_json(language, found), ensure_ascii=False, indent=1))
        else:
            _table(found)


def _table(found: list[Analysis]) -> None:
    from rich.table import Table

    from ..flow.analyse import BANDS, CONFIRMED_BAND
    from .terminal import console

    screen = console()
    shown = found[:-1] if len(found) == 2 else found
    for one in shown:
        table = Table(box=None, pad_edge=False, header_style="bold", title_justify="left", title_style="bold")
        table.title = f"{one.name} → {one.language}"
        table.add_column("match")
        for column in ("segments", "words", "characters"):
            table.add_column(column, justify="right")
        rows = [(BANDS[band], one.volumes[band]) for band in BANDS]
        rows += [("to do", one.open), ("confirmed already", one.volumes[CONFIRMED_BAND])]
        for name, volume in rows:
            style = "bold" if name == "to do" else ""
            figures = (volume.segments, volume.words, volume.characters)
            table.add_row(name, *(f"{f:,}" for f in figures), style=style)
        screen.print(table)
        screen.print()
