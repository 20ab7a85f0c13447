"""`translate-flow merge-driver`."""

from __future__ import annotations

from pathlib import Path

import click

from . import group


@group.command("merge-driver")
@click.argument("base", metavar="BASE", type=click.Path(path_type=Path))
@click.argument("ours", metavar="OURS", type=click.Path(path_type=Path))
@click.argument("theirs", metavar="THEIRS", type=click.Path(path_type=Path))
@click.argument("path", metavar="[PATH]", required=False, default="")
@click.pass_context
def merge_driver(ctx: click.Context, base: Path, ours: Path, theirs: Path, path: str) -> None:
    """Merge PO files for git, segment by segment (%O %A %B %P)."""
    from ..flow.merge import merge_files

    conflicts = merge_files(base, ours, theirs)
    if conflicts:
        what = f"{len(conflicts)} segment{'s' if len(conflicts) > 1 else ''} translated on both sides"
        group.note(
            f"{path or ours}: {what}: {', '.join(conflicts)}; the later text stands as a draft, the other is "
            "in the entry's comment: edit or confirm it, then git add"
        )
        ctx.exit(1)
