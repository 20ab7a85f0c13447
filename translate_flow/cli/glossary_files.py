"""`translate-flow glossary import` and `glossary export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..messages import say
from . import group
from .glossary_add import document, file
from .messages import glossary as texts

if TYPE_CHECKING:
    from ..flow.terms.glossary_files import ImportedGlossary
    from ..workspace import Workspace


@group.command("import")
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path))
@file
@document
@click.option("--replace", "overwrite", is_flag=True, help="Change rows that are different.")
@click.option("--dry-run", is_flag=True, help="Only show what would change, and how the columns are read.")
@click.option(
    "--columns",
    metavar="LIST",
    help="What the columns of a table are, such as es,en,note; leave others empty between commas.",
)
@group.to
def import_file(
    source: Path,
    file: str | None,
    statement: str | None,
    overwrite: bool,
    dry_run: bool,
    columns: str | None,
    to: str | None,
) -> None:
    """Import a glossary from another program: .tbx, .csv, .tsv, .txt, .po.

    Tables of Weblate, DeepL, Google, MateCat, memoQ, OmegaT and Excel are understood, in any usual encoding. New terms
    go to glossary/FILE.csv; terms already in the glossary stay as they are. Rows that cannot be used are listed.
    """
    from ..flow.terms.glossary_files import import_file as run

    workspace = group.workspace()
    language = workspace.target(to)
    name = workspace.choose_one(statement, language) if statement else None
    done = run(
        workspace,
        source,
        language,
        file=file,
        statement=name,
        overwrite=overwrite,
        dry=dry_run,
        columns=[c.strip() for c in columns.split(",")] if columns else (),
    )
    _tell(workspace, done, source)
    added, different = len(done.added), len(done.different)
    counts = [
        texts.NEW_TERMS_INTO(n=added, file=workspace.relative(done.path)) if added else texts.NEW_TERMS(n=0)
    ]
    counts.append(texts.KNOWN(n=done.same))
    if done.unusable:
        counts.append(texts.UNUSABLE(n=len(done.unusable)))
    if different:
        counts.append((texts.DIFFER_CHANGED if overwrite else texts.DIFFER_LEFT)(n=different))
    what = ", ".join(map(say, counts))
    group.out(texts.WOULD_BE(what=what) if dry_run else what)


def _tell(workspace: Workspace, done: ImportedGlossary, source: Path) -> None:
    """What the columns were taken for, and the rows that cannot be used or say something else than the glossary."""
    if done.mapping is not None:
        taken = [
            texts.COLUMN(
                number=n, name=(done.mapping.header[n - 1] if done.mapping.header else "") or "–", role=role
            )
            for n, role in enumerate(done.mapping.roles, 1)
            if role
        ]
        group.note(texts.COLUMNS_TAKEN(file=source.name, columns=tuple(taken)))
    for error in done.unusable:
        group.note(texts.LEFT_OUT(why=error.message))
    for term, there in done.different:
        group.note(
            texts.DIFFERS(
                file=workspace.relative(Path(there.file)),
                row=there.row,
                term=there.es,
                ours=there.target,
                theirs=term.target,
                other=str(source),
                other_row=term.row,
            )
        )


@group.command("export")
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@document
@click.option(
    "--tbx",
    type=click.Choice(["2", "3", "3-dct", "min", "min-dct", "core"]),
    default="2",
    show_default=True,
    help="Version, dialect and style of a .tbx file.",
)
@group.to
def export_file(target: Path, statement: str | None, tbx: str, to: str | None) -> None:
    """Write the glossary for another program: .tbx, .tsv (OmegaT), .po (Weblate), .csv."""
    from ..flow.terms.glossary_files import export_file as run

    workspace = group.workspace()
    language = workspace.target(to)
    name = workspace.choose_one(statement, language) if statement else None
    group.out(texts.EXPORTED(file=str(target), n=run(workspace, target, language, name, tbx=tbx)))
