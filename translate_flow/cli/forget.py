"""`translate-flow forget`."""

from __future__ import annotations

import click

from ..messages import say
from . import group
from .messages import status as texts


@group.command()
@click.argument("statement", metavar="STATEMENT")
@click.option(
    "--copies", is_flag=True, help="Only caches, indexes, builds and unsaved texts; keep the statement."
)
@click.option("--dry-run", is_flag=True, help="Show what would be removed, and do nothing.")
@click.option("--yes", is_flag=True, help="Don't ask.")
def forget(statement: str, copies: bool, dry_run: bool, yes: bool) -> None:
    "Remove a statement and every copy of its words; report where else copies may be."
    from ..flow.forget import forget as run
    from ..flow.forget import traces

    workspace = group.workspace()
    found = traces(workspace, statement)
    listed = (*(() if copies else found.own), *found.copies)
    for path in listed:
        click.echo(workspace.relative(path))
    if not dry_run and listed:
        if not yes:
            question = texts.REMOVE_COPIES if copies else texts.REMOVE_ALL
            click.confirm(say(question()), abort=True, err=True)
        removed = run(workspace, found, copies_only=copies)
        group.note(texts.REMOVED(name=found.name, n=len(removed)))
    for sentence in found.elsewhere:
        group.note(texts.NOT_REMOVED(what=sentence))
    for place in texts.ELSEWHERE:
        group.note(texts.NOT_REMOVED(what=place()))
