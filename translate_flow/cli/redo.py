"""`translate-flow redo`."""

from __future__ import annotations

import click

from . import complete, group
from .undo import taken_back


@group.command()
@group.documents
@click.option("--to", metavar="LANG", shell_complete=complete.languages, help="Only in this target language.")
@click.option("--dry-run", "dry", is_flag=True, help="Only show what would be redone.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@group.by
def redo(documents: tuple[str, ...], to: str | None, dry: bool, form: str, person: str | None) -> None:
    "Redo what you undid last, unless you have done something else since."
    taken_back(documents, "", to, person, form, dry=dry, again=True)
