"""`translate-flow glossary`."""

from __future__ import annotations

import json

import click

from . import group
from .glossary_add import add
from .glossary_files import export_file, import_file
from .glossary_suggest import suggest
from .glossary_variants import variants


@click.group()
@group.folder
def glossary() -> None:
    """Names and terms: list them, add them, find those nobody listed, exchange them with other programs."""


for _command in (add, import_file, export_file, suggest, variants):
    glossary.add_command(_command)


@glossary.command("list")
@group.folder
@click.argument("words", metavar="[WORD]...", nargs=-1)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@group.to
def list_terms(words: tuple[str, ...], form: str, to: str | None) -> None:
    """The terms that hold, or those with WORD in them."""
    from ..flow.work import glossary_for
    from ..text import fold

    workspace = group.workspace()
    terms = glossary_for(workspace, None, workspace.target(to)).terms
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
        click.echo(json.dumps({"version": 1, "terms": rows}, ensure_ascii=False, indent=1))
        return
    from rich.table import Table

    from .terminal import console

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("Spanish", "translation", "policy", "kind", "never"):
        table.add_column(column, overflow="fold")
    for term in terms:
        gloss = f" ({term.gloss})" if term.gloss else ""
        table.add_row(term.es, term.target + gloss, term.policy, term.kind, ", ".join(term.forbidden))
    console().print(table)
    group.note(f"{len(terms)} terms")


@glossary.command("check")
@group.folder
@group.to
def check_files(to: str | None) -> None:
    """Read all glossary files and tell what is wrong in them."""
    from ..flow.work import glossary_for

    workspace = group.workspace()
    language = workspace.target(to)
    names = [None, *workspace.catalogued(language)]
    counts = {len(glossary_for(workspace, name, language).terms) for name in names}
    click.echo(f"{max(counts)} terms in {len(workspace.glossary_paths())} files, all in order")


@glossary.command("find")
@group.folder
@click.argument("text")
@group.to
def find(text: str, to: str | None) -> None:
    """Show the terms found in a Spanish text, and what becomes of them."""
    from ..flow.work import glossary_for

    workspace = group.workspace()
    for match in glossary_for(workspace, None, workspace.target(to)).find(text):
        gloss = f" ({match.term.gloss})" if match.term.gloss else ""
        click.echo(
            f"{match.start}-{match.end}  {match.form} → {match.term.target}{gloss}  [{match.term.policy}]"
        )
