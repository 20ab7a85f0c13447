"""`translate-flow serve`."""

from __future__ import annotations

from pathlib import Path

import click

from ..messages import say
from . import group
from .messages import status as texts
from .messages import team as of_team
from .team import database


@group.command()
@click.option("--address", metavar="URL", help="Address that people type.  [default: http://localhost:PORT]")
@click.option(
    "--socket", "path", metavar="FILE", type=click.Path(path_type=Path), help="Unix socket for the proxy."
)
@click.option(
    "--port", type=click.IntRange(1, 65535), metavar="N", help="Port on this machine.  [default: 8720]"
)
@database
def serve(address: str | None, path: Path | None, port: int | None, database: str) -> None:
    """Serve the desk to a team, with accounts and roles, behind a proxy such as Caddy."""
    from ..team.server import PORT, checked
    from ..team.server import serve as serve_team

    number = port or PORT
    where = checked(address or f"http://localhost:{number}")
    workspace = group.workspace()

    def tell(link: str) -> None:
        group.note(of_team.SERVING(address=link))

    serve_team(workspace, where, path or number, database=database, tell=tell, stuck=say(texts.DESK_STUCK()))
