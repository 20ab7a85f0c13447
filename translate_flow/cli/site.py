"""`translate-flow site`."""

from __future__ import annotations

from pathlib import Path

import click

from ..messages import say
from . import group
from .messages import site as texts


@group.command()
@group.documents
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="DIR", help="Folder to write to.  [default: build/site]"
)
@click.option(
    "--url",
    "address",
    default="",
    metavar="URL",
    help="Address the site will have; for its feed and its map.",
)
def site(documents: tuple[str, ...], out: Path | None, address: str) -> None:
    """Build a static site of all statements that may be published.

    An index with a search, each statement in each language it is ready in, both languages side by side. It opens from
    a folder or a USB stick and loads nothing from a network. Confidential statements are never in it.
    """
    from ..flow.site import build_site

    workspace = group.workspace()
    names = workspace.choose(documents, workspace.settings.languages.targets[0])
    made = build_site(workspace, names, out, address)
    if made.left_out:
        group.note(texts.LEFT_OUT(names=made.left_out))
    click.echo(say(texts.BUILT(folder=workspace.relative(made.folder), pages=made.pages, n=made.statements)))
