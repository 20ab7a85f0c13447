"""`translate-flow team setup`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from ..messages import say
from . import group
from .messages import team as texts

_A_PATH = click.Path(path_type=Path)


@group.command("setup")
@click.argument("host", metavar="HOST")
@click.option("--administrator", metavar="NAME", default="Administrator", show_default=True, help="Name of the first administrator.")  # fmt: skip
@click.option("--workspace", type=_A_PATH, metavar="DIR", help="The desk's files.  [default: /var/lib/translate-flow/desk]")  # fmt: skip
@click.option(
    "--database", metavar="DSN", help="PostgreSQL; '' for files alone.  [default: dbname=translate-flow]"
)
@click.option("--desks", type=int, metavar="N", help="Desk processes, 1 to 4.  [default: 1]")
@click.option("--remote", metavar="NAME", help="Git remote of the workspace to exchange with.")
@click.option("--backup-key", metavar="KEY", help="Public key (age1…) that backups are sealed to.")
@click.option("--backups", type=_A_PATH, metavar="DIR", help="Where backups are kept.  [default: /var/backups/translate-flow]")  # fmt: skip
@click.option(
    "--program", type=_A_PATH, metavar="FILE", help="Program that the units run.  [default: this one]"
)
@click.option(
    "--online/--offline",
    default=None,
    help="Let the desk and the worker reach other machines.  [default: offline]",
)
@click.option("--dry-run", "--print", "dry", is_flag=True, help="Show every file and step, and do nothing.")
@click.option("--root", type=_A_PATH, metavar="DIR", default=Path("/"), help="Write the files under "
                                                                             "DIR, and do nothing "
                                                                             "else.")  # fmt: skip
def setup(host: str, administrator: str, dry: bool, root: Path, **given: Any) -> None:
    """Set up a server for a team: PostgreSQL, units, Caddy, backups, the first link.

    Options given earlier stay in force until you give others; what is already in place is left alone. Either
    everything is done, or nothing.
    """
    from ..team.upkeep.place import Installation
    from ..team.upkeep.setup import planned, set_up, steps

    root = root.absolute()
    known = Installation.read(root) or Installation(program=_this())
    said = {name: value for name, value in given.items() if value is not None}
    plan = planned(replace(known, host=host, **said), root, administrator)
    if dry:
        for file in plan.files:
            there = file.same(root)
            group.out(texts.WOULD_WRITE(file=f"/{file.path}") if there else f"/{file.path}")
            if not there:
                click.echo("".join(f"    {line}\n" for line in file.text.splitlines()))
        group.note(texts.WOULD_DO(steps=tuple(say(step) for step in steps(plan))))
        return
    link = set_up(plan, group.note)
    if link:
        click.echo(link)
        group.note(texts.ADMINISTRATOR_LINK(name=administrator))
    if not plan.made.backup_key:
        group.note(texts.NO_BACKUPS())
    if plan.here:
        group.note(texts.SET_UP(address=plan.made.address))


def _this() -> Path:
    """This program, as it was called or as the package puts it."""
    here = Path(sys.executable).parent / "translate-flow"
    return here if here.exists() else Path("/opt/translate-flow/bin/translate-flow")
