"""`translate-flow glossary import` and `glossary export`."""

from __future__ import annotations

from pathlib import Path

import click

from . import group
from .glossary_add import document, file


@group.command("import")
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path))
@file
@document
@click.option("--replace", "overwrite", is_flag=True, help="Change rows that say something else.")
@click.option("--dry-run", is_flag=True, help="Only tell what would change.")
@group.to
def import_file(
    source: Path, file: str | None, statement: str | None, overwrite: bool, dry_run: bool, to: str | None
) -> None:
    """Take in a glossary of another program: .tbx, .tsv (OmegaT), .po (Weblate), .csv.

    New terms go to glossary/FILE.csv; terms the glossary has already stay as they are.
    """
    from ..flow.terms.glossary_files import import_file as run

    workspace = group.workspace()
    language = workspace.target(to)
    name = workspace.choose_one(statement, language) if statement else None
    done = run(workspace, source, language, file=file, statement=name, overwrite=overwrite, dry=dry_run)
    where = workspace.relative(done.path)
    for term, there in done.different:
        place = f"{workspace.relative(Path(there.file))}, row {there.row}"
        group.note(
            f"{place}: '{there.es}' is '{there.target}' here, '{term.target}' in {source}, row {term.row}"
        )
    fate = "changed" if overwrite else "left as they are here; --replace takes theirs"
    counts = [
        f"{len(done.added)} new terms{f' into {where}' if done.added else ''}",
        f"{done.same} known",
        *([f"{len(done.different)} differ: {fate}"] if done.different else []),
    ]
    click.echo(("would be: " if dry_run else "") + ", ".join(counts))


@group.command("export")
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@document
@group.to
def export_file(target: Path, statement: str | None, to: str | None) -> None:
    """Write the glossary for another program: .tbx, .tsv (OmegaT), .po (Weblate), .csv."""
    from ..flow.terms.glossary_files import export_file as run

    workspace = group.workspace()
    language = workspace.target(to)
    name = workspace.choose_one(statement, language) if statement else None
    click.echo(f"{target}: {run(workspace, target, language, name)} terms")
