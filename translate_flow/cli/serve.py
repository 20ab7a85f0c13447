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
@click.option(
    "--address", metavar="URL", help="Address at which people open it.  [default: http://localhost:PORT]"
)
@click.option(
    "--socket", "path", metavar="FILE", type=click.Path(path_type=Path), help="Unix socket for the proxy."
)
@click.option(
    "--port", type=click.IntRange(1, 65535), metavar="N", help="Port on this machine.  [default: 8720]"
)
@database
@click.option(
    "--oidc", "issuer", metavar="URL", default="", help="People may sign in by this OpenID provider, too."
)
@click.option("--oidc-client", metavar="ID", default="", help="The desk's name at the provider.")
@click.option(
    "--oidc-secret",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="File with the desk's password at the provider.",
)
@click.option("--oidc-name", metavar="NAME", default="", help="What people call the provider.")
@click.option(
    "--oidc-allow",
    metavar="CLAIM=VALUE",
    default="",
    help="Whoever has it can sign in without an invitation.",
)
@click.option(
    "--oidc-role",
    "oidc_roles",
    metavar="ROLE",
    multiple=True,
    help="Role of those who sign in this way; as in team invite.",
)
def serve(
    address: str | None,
    path: Path | None,
    port: int | None,
    database: str,
    issuer: str,
    oidc_client: str,
    oidc_secret: Path | None,
    oidc_name: str,
    oidc_allow: str,
    oidc_roles: tuple[str, ...],
) -> None:
    """Serve the desk to a team, with accounts and roles, behind a proxy such as Caddy."""
    from ..team.oidc import checked_settings, secret_in
    from ..team.roles import Grant
    from ..team.server import PORT, checked
    from ..team.server import serve as serve_team

    number = port or PORT
    where = checked(address or f"http://localhost:{number}")
    workspace = group.workspace()
    oidc = None
    if issuer:
        secret, grants = secret_in(oidc_secret), tuple(Grant.of(role) for role in oidc_roles)
        oidc = checked_settings(issuer, oidc_client, secret, oidc_name, oidc_allow, grants)

    def tell(link: str) -> None:
        group.note(of_team.SERVING(address=link))

    serve_team(
        workspace,
        where,
        path or number,
        database=database,
        oidc=oidc,
        tell=tell,
        stuck=say(texts.DESK_STUCK()),
    )
