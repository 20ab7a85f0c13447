"""`translate-flow forget`."""

from __future__ import annotations

import click

from . import group


@group.command()
@click.argument("statement", metavar="STATEMENT")
@click.option(
    "--copies", is_flag=True, help="Only caches, indexes, builds and typed drafts; keep the statement."
)
@click.option("--dry-run", is_flag=True, help="Tell what would be removed, and do nothing.")
@click.option("--yes", is_flag=True, help="Don't ask.")
def forget(statement: str, copies: bool, dry_run: bool, yes: bool) -> None:
    """Remove a statement and every copy of its words; tell where else they may be."""
    from ..flow.forget import forget as run
    from ..flow.forget import traces

    workspace = group.workspace()
    found = traces(workspace, statement)
    listed = (*(() if copies else found.own), *found.copies)
    for path in listed:
        click.echo(workspace.relative(path))
    if not dry_run and listed:
        if not yes:
            what = "the copies" if copies else "all of this, the statement and its translations included"
            click.confirm(f"Remove {what}? It cannot be undone", abort=True, err=True)
        removed = run(workspace, found, copies_only=copies)
        group.note(f"{found.name}: {len(removed)} files and folders removed")
    for sentence in (*found.elsewhere, *ALWAYS):
        group.note(f"not removed: {sentence}")


ALWAYS = (
    "exported files, mails, printed sheets and the queue of the printer, backups, the bin, an editor's own copies",
    "what the disk still holds of deleted files: only an encrypted disk hides that",
)
"""Where nobody can look from here."""
