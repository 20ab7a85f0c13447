"""`translate-flow init`."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import TranslateFlowError
from . import group
from .messages import intake as texts


@group.command()
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@click.option(
    "--from", "source", metavar="LANG", default="es", show_default=True, help="Language of the statements."
)
@click.option(
    "--to", "targets", metavar="LANG", multiple=True, help="Language to translate into.  [default: en]"
)
def init(folder: Path, source: str, targets: tuple[str, ...]) -> None:
    """Create a workspace, ready to work in. In a clone of one, set up git to merge its catalogues."""
    from ..files.repository import Driver, driver, register
    from ..flow.intake.init import init as run
    from ..workspace import SETTINGS, Workspace

    if (folder / SETTINGS).is_file() and driver(folder.resolve()) in (Driver.MISSING, Driver.LOST):
        # A clone: the driver is the one thing that git does not bring along.
        if not register(folder):
            raise TranslateFlowError(texts.GIT_NOT_WRITABLE(folder=str(folder)))
        group.note(texts.CLONE_READY())
        return
    for path in run(folder, source, targets or ("en",)):
        click.echo(f"{path}")
    if register(folder):
        group.note(texts.GIT_MERGES())
    where = "" if folder == Path() else f"cd {folder} && "
    command = f"{where}translate-flow add statements/*"
    from ..flow.drafts.engines import wish

    workspace = Workspace.load(folder)
    for target in workspace.settings.languages.targets:
        if better := wish(workspace, target):
            group.note(better)
    group.note(texts.READY(folder=str(folder / "statements"), command=command))
