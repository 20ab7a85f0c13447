"""`translate-flow engines`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from . import group

PREFIX = "TRANSLATE_FLOW_"
"""What all variables of keys begin with."""


@click.group(invoke_without_command=True)
@group.folder
@group.to
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_context
def engines(ctx: click.Context, to: str | None, form: str) -> None:
    """Which engines can run here, and whether text stays on this machine."""
    if ctx.invoked_subcommand is not None:
        return
    from ..flow.engines import survey

    workspace = group.workspace()
    rows = survey(workspace, workspace.target(to))
    if form == "json":
        click.echo(json.dumps({"version": 1, "engines": rows}, ensure_ascii=False, indent=1))
        return
    from rich.table import Table

    from .terminal import console

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("engine", "text goes", "state", "languages", "limits", "key"):
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(
            row["name"],
            "nowhere" if row["private"] else "online",
            "ready" if row["ready"] else "not ready",
            _languages(row),
            ", ".join(f"{count:,} {what}" for what, count in row["limits"].items()) or "any paragraph",
            row["key"].removeprefix(PREFIX) or "–",
        )
    console().print(table)
    click.echo(f"\nKeys are read from the environment, as {PREFIX}…, or from the system's keyring.")
    for row in rows:
        if row["why"]:
            click.echo(f"{row['name']}: {row['why'].removeprefix(row['name'] + ' ')}")


def _languages(row: dict[str, Any]) -> str:
    """Pairs of an engine on this machine, the number of languages of a service."""
    if row["pairs"] is not None:
        found = [f"{source}-{target}" for source, target in row["pairs"]]
        return ", ".join(found[:6]) + (f" and {len(found) - 6} more" if len(found) > 6 else "") or "none yet"
    return f"{len(row['languages'])} languages" if row["languages"] is not None else "ask the service"


@engines.command("test")
@group.folder
@click.argument("engine", metavar="ENGINE")
@group.to
def test(engine: str, to: str | None) -> None:
    """Translate one harmless sentence and show the time it takes.

    An engine on another machine is refused unless the workspace allows it.
    """
    from ..flow.engines import trial

    workspace = group.workspace()
    found = trial(workspace, engine, workspace.settings.languages.source, workspace.target(to))
    click.echo(f"{found.text}\n{found.answer}")
    group.note(f"{found.engine}: ready in {found.start:.2f} s, translated in {found.seconds:.2f} s")


@engines.command("get")
@group.folder
@click.argument("engine", metavar="ENGINE")
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@click.option(
    "--from",
    "origin",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Take the model's files from this folder; nothing is downloaded.",
)
def get(engine: str, source: str, target: str, origin: Path | None) -> None:
    """Fetch what an engine needs for a pair of languages, once: engines get firefox es en.

    Model files come from the engine's makers; no text is sent. Needs no workspace.
    """
    from ..flow.engines import get as fetch
    from ..workspace import check_language
    from .terminal import progress

    check_language(source, "FROM")
    check_language(target, "TO")
    if origin is None:
        group.note(f"fetching {engine}'s model of {source}-{target} from its makers; no text is sent")
    with progress("fetching, in KB,") as show:
        place = fetch(engine, source, target, origin, show)
    click.echo(f"{engine} can translate {source}-{target} now; the model lies in {place}")
