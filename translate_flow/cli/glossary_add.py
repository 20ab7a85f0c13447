"""`translate-flow glossary add`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import group
from .messages import glossary as texts

if TYPE_CHECKING:
    from ..flow.terms.effect import Effect
    from ..flow.terms.glossary import WrittenRow
    from ..workspace import Workspace

file = click.option(
    "--file", metavar="NAME", help="File in glossary/ for new rows; by default chosen by kind and policy."
)
document = click.option(
    "--for", "statement", metavar="DOC", help="Only the glossary of that statement, beside its source."
)


dry_run = click.option(
    "--dry-run", "dry", is_flag=True, help="Write nothing; show what would change in the statements."
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
@click.option("--replace", "overwrite", is_flag=True, help="Change the term's existing row.")
@dry_run
@group.to
def add(
    term: str,
    translation: str | None,
    statement: str | None,
    file: str | None,
    overwrite: bool,
    dry: bool,
    to: str | None,
    **given: Any,
) -> None:
    """Add TERM to the glossary: kept as it is, or with its TRANSLATION (X|Y: Y is accepted too)."""
    from ..flow.terms.effect import effect
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
        dry=dry,
    )
    if dry:
        tell_effect(effect(workspace, language, [written.term], statement=name))
        return
    report(workspace, written)


@group.command()
@click.argument("terms", metavar="TERM...", nargs=-1, required=True)
@document
@dry_run
@group.to
def remove(terms: tuple[str, ...], statement: str | None, dry: bool, to: str | None) -> None:
    """Remove the rows of these terms from the glossary."""
    from ..flow.terms import bulk
    from ..flow.terms.effect import effect
    from ..flow.terms.glossary import remove as run

    workspace = group.workspace()
    language = workspace.target(to)
    name = workspace.choose_one(statement, language) if statement else None
    if name is None:
        rows = bulk.remove_many(workspace, terms, language, dry=dry)
    else:
        rows = [run(workspace, term, language, statement=name, dry=dry) for term in terms]
    if dry:
        tell_effect(effect(workspace, language, gone=rows, statement=name))
        return
    for row in rows:
        group.out(texts.REMOVED(file=workspace.relative(Path(row.file)), term=row.es))


@group.command("set")
@click.argument("terms", metavar="TERM...", nargs=-1, required=True)
@click.option(
    "--policy", type=click.Choice(["keep", "translate", "gloss"]), help="What translations must do."
)
@click.option("--kind", metavar="KIND", help="For example organisation, person, region, body, term.")
@click.option("--note", metavar="TEXT", help="A note for translators.")
@dry_run
@group.to
def set_many(terms: tuple[str, ...], dry: bool, to: str | None, **given: Any) -> None:
    """Give the rows of these terms another policy, kind or note."""
    from ..flow.terms.bulk import change_many
    from ..flow.terms.effect import effect

    workspace = group.workspace()
    language = workspace.target(to)
    rows = change_many(workspace, terms, _fields(None, given), language, dry=dry)
    if dry:
        tell_effect(effect(workspace, language, rows))
        return
    for row in rows:
        file = workspace.relative(Path(row.file))
        group.out(texts.CHANGED(file=file, term=row.es, target=row.target, policy=str(row.policy)))


def tell_effect(found: Effect) -> None:
    """Say what rows would change in the statements, and how drafts are made again."""
    where = found.statements
    group.out(texts.MEETS(n=len(found.met), statements=texts.STATEMENTS(n=len(where))))
    for name, keys in found.again.items():
        # `--only` takes keys and queries; each by its own option.
        only = " ".join(f"--only {key}" for key in keys)
        group.out(texts.AGAIN(n=len(keys), name=name, command=f"translate-flow draft {name} --redo {only}"))
    for one in found.against:
        group.out(texts.AGAINST(name=one.name, key=one.key, text=one.target))
    for name in found.unreadable:
        group.note(texts.NOT_READ(name=name))


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


def report(workspace: Workspace, written: WrittenRow) -> None:
    """Say what was written and where."""
    term = written.term
    gloss = f" ({term.gloss})" if term.gloss else ""
    did = texts.CHANGED if written.changed else texts.ADDED
    file = workspace.relative(written.path)
    group.out(did(file=file, term=term.es, target=f"{term.target}{gloss}", policy=str(term.policy)))
