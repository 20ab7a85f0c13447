"""`translate-flow desk`."""

from __future__ import annotations

import sys
import webbrowser
from typing import TYPE_CHECKING

import click

from ..errors import WorkspaceError
from ..messages import say
from . import group
from .messages import status as texts
from .messages import team as of_team

if TYPE_CHECKING:
    from ..workspace import Workspace


@group.command()
@click.option("--port", type=click.IntRange(1, 65535), metavar="N", help="Port to listen on.  [default: any]")
@click.option("--browser/--no-browser", default=True, help="Open it in the browser.  [default: yes]")
@click.option(
    "--share", is_flag=True, help="Open it to the people in this room's network, by one-time links."
)
def desk(port: int | None, browser: bool, share: bool) -> None:
    """Work in the browser: overview, editor, review. Only reachable from this machine."""
    if share:
        _share(port, browser)
        return
    from ..desk.serve import serve

    def tell(link: str) -> None:
        group.note(texts.DESK_OPEN())
        click.echo(link)

    try:
        found, new = group.workspace(), False
    except WorkspaceError as error:
        made = _first_run(port, browser, error)
        if made is None:
            return
        found, new = made, True
    # The browser that gave the answers is in already, and the same link would open a second page.
    serve(found, port, browser=browser and not new, tell=tell, stuck=say(texts.DESK_STUCK()))


def _first_run(port: int | None, browser: bool, error: WorkspaceError) -> Workspace | None:
    """In an empty folder: the workspace that somebody makes by answering questions. Raises the error elsewhere."""
    from ..workspace.messages import NO_WORKSPACE

    folder = group.folder_asked()
    if error.message.id != NO_WORKSPACE.id or any(not p.name.startswith(".") for p in folder.iterdir()):
        raise error
    from ..desk.welcome import welcome

    def ready(link: str) -> None:
        group.note(texts.DESK_FIRST(folder=str(folder)))
        click.echo(link)
        if browser:
            webbrowser.open(link)

    return welcome(folder, port, ready=ready)


def _share(port: int | None, browser: bool) -> None:
    from ..team.picture import drawn
    from ..team.share import share

    def tell(link: str) -> None:
        group.note(of_team.SHARED())
        click.echo(link)
        if sys.stdout.isatty():
            click.echo(drawn(link))

    share(group.workspace(), port, browser=browser, tell=tell, stuck=say(texts.DESK_STUCK()))
