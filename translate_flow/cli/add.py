"""`translate-flow add`."""

from __future__ import annotations

from pathlib import Path

import click

from . import group


@group.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--to", metavar="LANG", help="Only this target language.")
@click.option("--dry-run", is_flag=True, help="Tell what would happen, and write nothing.")
def add(sources: tuple[Path, ...], to: str | None, dry_run: bool) -> None:
    """Read statements, or read them again after a change."""
    from ..flow.add import HOWS
    from ..flow.add import add as run

    workspace = group.workspace()
    languages = [workspace.target(to)] if to else list(workspace.settings.languages.targets)
    for done in run(workspace, sources, languages, dry=dry_run):
        for notice in done.notices:
            group.note(f"{done.name}: {notice}")
        counts = done.counts
        total = len(done.segments)
        changes = [f"{counts[how]} {how}" for how in HOWS if counts[how]]
        what = f"{total} segments" + ("" if done.first else f" ({', '.join(changes)})")
        kept = f", {done.kept} of them names to keep" if done.kept else ""
        click.echo(f"{workspace.relative(done.path)}: {what}{kept}{' (nothing written)' if dry_run else ''}")
