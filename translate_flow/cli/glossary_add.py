"""`translate-flow glossary add`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from . import group
from .messages import glossary as texts

if TYPE_CHECKING:
    from ..flow.terms.glossary import Written
    from ..workspace import Workspace

file = click.option(
    "--file", metavar="NAME", help="File in glossary/ for new rows; by default chosen by kind and policy."
)
document = click.option(
    "--for", "statement", metavar="DOC", help="Only the glossary of that statement, beside its source."
)


@group.command()
@click.argument("term", metavar="TERM")
@click.argument("translation", metavar="[TRANSLATION]", required=False)
@click.option(
    "--policy", type=click.Choice(["keep", "translate", "gloss"]), help="What translations must do."
)
@click.option("--kind", metavar="KIND", help="For example organisation, person, region, body, term.")
@click.option("--gloss", metavar="TEXT", help="Explanation for the first mention; sets the policy gloss.")
@click.option("--gender", type=click.Choice(["m", "f"]))
@click.option("--number", type=click.Choice(["sg", "pl"]))
@click.option("--article/--no-article", default=None, help="Whether English puts “the” before it.")
@click.option("--variant", "variants", multiple=True, metavar="FORM", help="Another Spanish form.")
@click.option("--forbid", "forbidden", multiple=True, metavar="FORM", help="A translation that is wrong.")
@click.option("--note", metavar="TEXT", help="A note for translators.")
@file
@document
@click.option("--replace", "overwrite", is_flag=True, help="Change the row the term has already.")
@group.to
def add(
    term: str,
    translation: str | None,
    statement: str | None,
    file: str | None,
    overwrite: bool,
    to: str | None,
    **given: Any,
) -> None:
    """Add TERM to the glossary: kept as it is, or with its TRANSLATION (X|Y: Y is accepted too)."""
    from ..flow.terms.glossary import add as run

    workspace = group.workspace()
    language = workspace.target(to)
    name = workspace.choose_one(statement, language) if statement else None
    written = run(
        workspace,
        term,
        _fields(translation, given),
        language,
        file=file,
        statement=name,
        overwrite=overwrite,
    )
    report(workspace, written)


def _fields(translation: str | None, given: dict[str, Any]) -> dict[str, Any]:
    """The fields of a term that were given."""
    from ..model import Policy

    fields = {name: value for name, value in given.items() if value not in (None, ())}
    if translation is not None:
        first, *more = [" ".join(form.split()) for form in translation.split("|")]
        fields |= {"en": first, "accepted": tuple(form for form in more if form)}
    if "policy" in fields:
        fields["policy"] = Policy(fields["policy"])
    elif "gloss" in fields:
        fields["policy"] = Policy.GLOSS
    return fields


def report(workspace: Workspace, written: Written) -> None:
    """Say what was written and where."""
    term = written.term
    gloss = f" ({term.gloss})" if term.gloss else ""
    did = texts.CHANGED if written.changed else texts.ADDED
    file = workspace.relative(written.path)
    group.out(did(file=file, term=term.es, target=f"{term.target}{gloss}", policy=str(term.policy)))
