"""`translate-flow glossary`."""

from __future__ import annotations

import click

from ..messages import say
from . import group, streams
from .glossary_add import add, document, remove, set_many
from .glossary_files import export_file, import_file
from .glossary_suggest import suggest
from .glossary_variants import variants
from .messages import glossary as texts


@group.family()
def glossary() -> None:
    """Names and terms: list, add, find unlisted ones, exchange them with other programs."""


for _command in (add, remove, set_many, import_file, export_file, suggest, variants):
    glossary.add_command(_command)


@glossary.command("list")
@group.folder
@group.lang
@click.argument("words", metavar="[WORD]...", nargs=-1)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@document
@group.to
def list_terms(words: tuple[str, ...], form: str, statement: str | None, to: str | None) -> None:
    """List the terms in force, or those with WORD in them."""
    from ..flow.statement.terms import glossary_for
    from ..language.text import fold

    workspace = group.workspace()
    language = workspace.target(to)
    name = workspace.choose_one(statement, language) if statement else None
    terms = glossary_for(workspace, name, language).terms
    wanted = [fold(w) for w in words]
    terms = tuple(t for t in terms if all(w in fold(f"{t.es} {t.en}") for w in wanted))
    if form == "json":
        rows = [
            {
                "es": t.es, "en": t.target, "kind": t.kind, "policy": t.policy, "gender": t.gender,
                "number": t.number, "article": t.article, "gloss": t.gloss, "variants": t.variants,
                "accepted": t.accepted, "forbidden": t.forbidden, "note": t.note, "file": t.file, "row": t.row,
            }
            for t in terms
        ]  # fmt: skip
        streams.show_json({"version": 1, "terms": rows})
        return
    from rich.table import Table

    from .terminal import console

    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in (texts.SPANISH, texts.TRANSLATION, texts.POLICY, texts.KIND, texts.NEVER):
        table.add_column(say(head()), overflow="fold")
    for term in terms:
        gloss = f" ({term.gloss})" if term.gloss else ""
        table.add_row(term.es, term.target + gloss, term.policy, term.kind, ", ".join(term.forbidden))
    console().print(table)
    group.note(texts.TERMS(n=len(terms)))


@glossary.command("check")
@group.folder
@group.lang
@group.to
def check_files(to: str | None) -> None:
    """Read all glossary files and report what is wrong in them."""
    from ..flow.terms.conflicts import conflicts
    from ..flow.terms.glossary import look_through

    workspace = group.workspace()
    looked = look_through(workspace, workspace.target(to))
    for conflict in conflicts(workspace, workspace.target(to)):
        group.note(conflict.message)
    for path in looked.astray:
        group.note(texts.ASTRAY(file=workspace.relative(path)))
    group.out(texts.IN_ORDER(n=looked.terms, files=looked.files))


@glossary.command("find")
@group.folder
@group.lang
@click.argument("text", metavar="TEXT")
@document
@click.option("--all", "nested", is_flag=True, help="Include terms inside other terms.")
@group.to
def find(text: str, statement: str | None, nested: bool, to: str | None) -> None:
    """Show the terms found in a Spanish text, and how each is translated."""
    from ..flow.statement.terms import glossary_for
    from ..glossary import fitted

    workspace = group.workspace()
    language = workspace.target(to)
    name = workspace.choose_one(statement, language) if statement else None
    found = glossary_for(workspace, name, language)
    for match in found.find_all(text) if nested else found.find(text):
        gloss = f" ({match.term.gloss})" if match.term.gloss else ""
        target = fitted(match).target
        click.echo(f"{match.start}-{match.end}  {match.form} → {target}{gloss}  [{match.term.policy}]")
