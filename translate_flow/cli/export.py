"""`translate-flow export`."""

from __future__ import annotations

from pathlib import Path

import click

from ..model import ICONS
from . import group


@group.command()
@group.documents
@group.to
@click.option(
    "--docx", "kind", flag_value="docx", default="docx", help="A table for Word or LibreOffice (the default)."
)
@click.option("--xliff", "kind", flag_value="xliff", help="An XLIFF 1.2 file for translation programs.")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="File to write.  [default: below build/]"
)
@click.option("--state", "states", multiple=True, type=click.Choice(list(ICONS)), help="Only these states.")
@click.option("--force", is_flag=True, help="Also over a file that somebody worked in.")
def export(
    documents: tuple[str, ...],
    to: str | None,
    kind: str,
    out: Path | None,
    states: tuple[str, ...],
    force: bool,
) -> None:
    """Write a statement as a review file, people's changes shown as tracked changes."""
    from ..errors import UsageError
    from ..flow.exchange import export as run
    from ..model import State

    workspace = group.workspace()
    language = workspace.target(to)
    names = workspace.choose(documents, language)
    if out is not None and len(names) > 1:
        raise UsageError(f"--out: names one file, but {len(names)} statements are chosen")
    chosen = tuple(State(s) for s in states)
    for done in run(workspace, names, language, kind, out=out, states=chosen, force=force):
        click.echo(
            f"{workspace.relative(done.path)}: {done.rows} segments, {done.changed} with people's changes"
        )
