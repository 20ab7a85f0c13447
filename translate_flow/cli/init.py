"""`translate-flow init`."""

from __future__ import annotations

from pathlib import Path

import click

from . import group


@group.command()
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@click.option(
    "--from", "source", metavar="LANG", default="es", show_default=True, help="Language of the statements."
)
@click.option(
    "--to", "targets", metavar="LANG", multiple=True, help="Language to translate into.  [default: en]"
)
def init(folder: Path, source: str, targets: tuple[str, ...]) -> None:
    """Make a new workspace, ready to work in."""
    from ..flow.intake.init import init as run
    from ..flow.intake.init import register_merge_driver

    for path in run(folder, source, targets or ("en",)):
        click.echo(f"{path}")
    if register_merge_driver(folder):
        group.note("git merges this workspace's catalogues segment by segment from now on")
    where = "" if folder == Path() else f"cd {folder} && "
    group.note(
        f"ready; put statements into {folder / 'statements'}/ and run: {where}translate-flow add statements/*"
    )
