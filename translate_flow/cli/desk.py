"""`translate-flow desk`."""

from __future__ import annotations

import sys

import click

from ..messages import say
from . import group
from .messages import status as texts
from .messages import team as of_team


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

    serve(group.workspace(), port, browser=browser, tell=tell, stuck=say(texts.DESK_STUCK()))


def _share(port: int | None, browser: bool) -> None:
    from ..team.picture import drawn
    from ..team.share import share

    def tell(link: str) -> None:
        group.note(of_team.SHARED())
        click.echo(link)
        if sys.stdout.isatty():
            click.echo(drawn(link))

    share(group.workspace(), port, browser=browser, tell=tell, stuck=say(texts.DESK_STUCK()))
