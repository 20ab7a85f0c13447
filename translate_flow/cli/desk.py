"""`translate-flow desk`."""

from __future__ import annotations

import click

from . import group


@group.command()
@click.option("--port", type=click.IntRange(1, 65535), metavar="N", help="Port to listen on.  [default: any]")
@click.option("--browser/--no-browser", default=True, help="Open it in the browser.  [default: yes]")
def desk(port: int | None, browser: bool) -> None:
    """Work in the browser: overview, editor, review. Reachable from this machine only."""
    from ..desk.serve import serve

    def tell(link: str) -> None:
        group.note("The desk is open at the address below; only who has it gets in. Ctrl+C ends it.")
        click.echo(link)

    serve(group.workspace(), port, browser=browser, tell=tell)
