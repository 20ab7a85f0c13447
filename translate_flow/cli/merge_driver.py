"""`translate-flow merge-driver`."""

from __future__ import annotations

from pathlib import Path

import click

from . import group
from .messages import status as texts


@group.command("merge-driver")
@click.argument("base", metavar="BASE", type=click.Path(path_type=Path))
@click.argument("ours", metavar="OURS", type=click.Path(path_type=Path))
@click.argument("theirs", metavar="THEIRS", type=click.Path(path_type=Path))
@click.argument("path", metavar="[PATH]", required=False, default="")
@click.pass_context
def merge_driver(ctx: click.Context, base: Path, ours: Path, theirs: Path, path: str) -> None:
    """Merge PO files for git, segment by segment (%O %A %B %P)."""
    from ..flow.merge import merge_files

    conflicts = merge_files(base, ours, theirs, path)
    if conflicts:
        group.note(texts.BOTH_SIDES(path=path or str(ours), n=len(conflicts), keys=tuple(conflicts)))
        ctx.exit(1)
