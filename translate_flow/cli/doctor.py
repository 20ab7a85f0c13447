"""`translate-flow doctor`."""

from __future__ import annotations

import click

from ..messages import say
from . import group


@group.command()
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Check that this workspace and this machine are in order; exit 1 if not."""
    from ..flow.doctor import examine

    bad = 0
    for sign in examine(group.workspace()):
        bad += not sign.good
        good = "·" if sign.remark else click.style("✓", fg="green")
        mark = good if sign.good else click.style("✗", fg="red")
        click.echo(f"{mark} {say(sign.what)}" + (f": {say(sign.remedy)}" if sign.remedy else ""))
    if bad:
        ctx.exit(1)
