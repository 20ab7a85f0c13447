"""`translate-flow team check`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from ..messages import identity, say
from . import group, streams
from .team_backup import database


@group.command("check")
@database
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--root", type=click.Path(path_type=Path), metavar="DIR", default=Path("/"), help="The "
                                                                                                "server "
                                                                                                "whose "
                                                                                                "files "
                                                                                                "are "
                                                                                                "under "
                                                                                                "DIR.")  # fmt: skip
@click.pass_context
def check(ctx: click.Context, database: str | None, form: str, root: Path) -> None:
    """Check that a team's server is in order; exit 1 if not.

    Checks the database, its tables, units, sockets, Caddy's file, backups, clock, disk, git remote and worker.
    """
    from ..team.upkeep.health import vitals
    from ..team.upkeep.place import Installation

    here = ctx.ensure_object(dict).get("folder")
    made = Installation.read(root.absolute()) if here is None else None
    if made is None:
        made = Installation(workspace=group.workspace().root, database=database or "")
    elif database is not None:
        made = replace(made, database=database)
    found = list(vitals(made, root.absolute()))
    if form == "json":
        states = {True: "good", False: "bad", None: "unknown"}
        rows = [
            {
                "name": v.name, "state": states[v.good], "what": say(v.what), "what_id": identity(v.what),
                "remedy": say(v.remedy) if v.remedy else "", "remedy_id": identity(v.remedy) if v.remedy else "",
            }
            for v in found
        ]  # fmt: skip
        streams.show_json({"version": 1, "well": all(v.good is not False for v in found), "checks": rows})
    else:
        marks = {True: click.style("✓", fg="green"), False: click.style("✗", fg="red"), None: "·"}
        for v in found:
            click.echo(f"{marks[v.good]} {say(v.what)}" + (f": {say(v.remedy)}" if v.remedy else ""))
    if any(v.good is False for v in found):
        ctx.exit(1)
