"""`translate-flow export`."""

from __future__ import annotations

from pathlib import Path

import click

from ..model import ICONS
from . import group
from .messages import intake as texts


@group.command()
@group.documents
@group.to
@click.option(
    "--docx", "kind", flag_value="docx", default="docx", help="A table for Word or LibreOffice (default)."
)
@click.option("--xliff", "kind", flag_value="xliff", help="An XLIFF file for translation software.")
@click.option(
    "--xliff-version",
    "version",
    type=click.Choice(["1.2", "2.0", "2.1", "2.2"]),
    help="Which XLIFF; includes --xliff.  [default: 1.2]",
)
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="File to write.  [default: in build/]"
)
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice(list(ICONS)),
    help="Only segments in this state; repeatable.",
)
@click.option(
    "--package",
    is_flag=True,
    help="All of them in one zip file (or folder, with --out), with a covering note. Confidential ones only if they are "
    "named.",
)
@click.option("--note", default="", metavar="TEXT", help="Text to add to the covering note.")
@click.option("--force", is_flag=True, help="Overwrite even a file that somebody has worked in.")
def export(
    documents: tuple[str, ...],
    to: str | None,
    kind: str,
    version: str | None,
    out: Path | None,
    states: tuple[str, ...],
    package: bool,
    note: str,
    force: bool,
) -> None:
    """Write a statement as a review file, with people's changes as tracked changes."""
    from ..errors import UsageError
    from ..flow.exchange import export as run
    from ..model import State

    workspace = group.workspace()
    language = workspace.target(to)
    names = workspace.choose(documents, language)
    if package and not documents:
        from ..flow.statement.privacy import confidential

        secret = [name for name in names if confidential(workspace, name)]
        names = [name for name in names if name not in secret]
        if secret:
            group.note(texts.CONFIDENTIAL_NOT_PACKED(statements=tuple(secret)))
    if out is not None and len(names) > 1 and not package:
        raise UsageError(texts.ONE_FILE(n=len(names)))
    if note and not package:
        raise UsageError(texts.NOTE_WITHOUT_PACKAGE())
    if version is not None:
        kind = "xliff" if version == "1.2" else f"xliff-{version}"
    chosen = tuple(State(s) for s in states)
    if package:
        from ..flow.exchange.packages import export_package

        made = export_package(
            workspace, names, language, kind, out=out, states=chosen, note=note, force=force
        )
        group.out(texts.PACKED(path=workspace.relative(made.path), n=len(made.exported)))
        return
    for done in run(workspace, names, language, kind, out=out, states=chosen, force=force):
        group.out(texts.EXPORTED(path=workspace.relative(done.path), n=done.rows, changed=done.changed))
