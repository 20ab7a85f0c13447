"""`translate-flow engines`."""

from __future__ import annotations

import json

import click

from . import group


@group.command()
@group.to
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def engines(to: str | None, form: str) -> None:
    """Which engines can run here, and whether text stays on this machine."""
    from ..flow.engines import survey

    workspace = group.workspace()
    rows = survey(workspace, workspace.target(to))
    if form == "json":
        click.echo(json.dumps({"version": 1, "engines": rows}, ensure_ascii=False, indent=1))
        return
    from rich.table import Table

    from .terminal import console

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("engine", "text goes", "state", "what it is"):
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(
            row["name"],
            "nowhere: this machine" if row["private"] else "online",
            row["why"] or "ready",
            row["description"],
        )
    console().print(table)
