"""`translate-flow desk`."""

from __future__ import annotations

import click

from ..messages import say
from . import group
from .messages import status as texts


@group.command()
@click.option("--port", type=click.IntRange(1, 65535), metavar="N", help="Port to listen on.  [default: any]")
@click.option("--browser/--no-browser", default=True, help="Open it in the browser.  [default: yes]")
def desk(port: int | None, browser: bool) -> None:
    """Work in the browser: overview, editor, review. Only reachable from this machine."""
    from ..desk.serve import serve

    def tell(link: str) -> None:
        group.note(texts.DESK_OPEN())
        click.echo(link)

    serve(group.workspace(), port, browser=browser, tell=tell, stuck=say(texts.DESK_STUCK()))
