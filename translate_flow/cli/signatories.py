"""`translate-flow signatories`."""

from __future__ import annotations

from pathlib import Path

import click

from ..messages import say
from . import complete, group
from .messages import signatories as texts


@group.command()
@click.argument("document", metavar="DOC", shell_complete=complete.statements)
@click.argument("form", metavar="FORM", type=click.Path(path_type=Path))
@click.option("--write", is_flag=True, help="Add the rows to the list; without it they are only shown.")
def signatories(document: str, form: Path, write: bool) -> None:
    """Take signatories from a form into a statement's list; show them first.

    FORM is a CSV file as Google Forms, LimeSurvey and Nextcloud Forms export it: organisation, place, country, language,
    link and date are found by the words in the heads of its columns; e-mail addresses and telephone numbers are left there.
    """
    from ..flow.signing import take

    workspace = group.workspace()
    language = workspace.settings.languages.targets[0]
    taken = take(workspace, workspace.choose_one(document, language), form, write=write)
    for one in taken.fresh:
        where = ", ".join(filter(None, (one.place, one.country)))
        click.echo(f"+ {one.organisation}" + (f" ({where})" if where else ""))
    for one in taken.known:
        click.echo(f"= {one.organisation}")
    for remark in taken.remarks:
        group.note(remark)
    file = workspace.relative(taken.file)
    said = texts.ADDED if write else texts.WOULD_ADD
    click.echo(say(said(file=file, n=len(taken.fresh), known=len(taken.known))))
