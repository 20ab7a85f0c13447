"""`translate-flow init`."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import TranslateFlowError
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
    """Make a new workspace, ready to work in; in a clone of one, have git merge its catalogues rightly."""
    from ..files.repository import Driver, driver, register
    from ..flow.intake.init import init as run
    from ..workspace import SETTINGS

    if (folder / SETTINGS).is_file() and driver(folder.resolve()) in (Driver.MISSING, Driver.LOST):
        # A clone: the driver is the one thing that git does not bring along.
        if not register(folder):
            raise TranslateFlowError(
                f"{folder}: git's configuration cannot be written; see: git config --local -l"
            )
        group.note(
            "there is a workspace here already; git merges its catalogues segment by segment from now on"
        )
        return
    for path in run(folder, source, targets or ("en",)):
        click.echo(f"{path}")
    if register(folder):
        group.note("git merges this workspace's catalogues segment by segment from now on")
    where = "" if folder == Path() else f"cd {folder} && "
    group.note(
        f"ready; put statements into {folder / 'statements'}/ and run: {where}translate-flow add statements/*"
    )
