"""`translate-flow build`."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from ..errors import TranslateFlowError
from ..messages import say
from . import complete, group
from .messages import status as texts
from .spoken import placeholders

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..flow.statement.each import Errors
    from ..workspace import Workspace


@group.command()
@group.documents
@click.option("--to", metavar="LANG", shell_complete=complete.languages, help="Only this target language.")
@click.option("--format", "formats", multiple=True, metavar="NAME", help="Only this output; repeatable.")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="DIR", help="Folder to write to.  [default: build]"
)
@click.option("--drafts", is_flag=True, help="Include unconfirmed text; it is marked as machine text.")
@click.option(
    "--with-errors", is_flag=True, help="Build even if the checks find errors; the manifest says so."
)
@click.option(
    "--level",
    type=click.Choice(["paragraph", "sentence"]),
    default="paragraph",
    show_default=True,
    help="What is a pair in aligned texts.",
)
@click.option(
    "--metadata",
    type=click.Choice(["none", "credits", "full"]),
    help="How much about people and the history goes into the files.  [default: credits]",
)
@click.option("--confidential", is_flag=True, help="Build confidential statements too.")
@click.option(
    "--watch", is_flag=True, help="Keep running, and rebuild whenever something changes; Ctrl+C stops it."
)
@click.option("--list", "listing", is_flag=True, help="List the outputs and stop.")
def build(
    documents: tuple[str, ...],
    to: str | None,
    formats: tuple[str, ...],
    out: Path | None,
    drafts: bool,
    with_errors: bool,
    level: str,
    metadata: str | None,
    confidential: bool,
    watch: bool,
    listing: bool,
) -> None:
    """Build the finished statement, pages for publishing, and aligned texts."""
    from ..flow.build import build as run

    if listing:
        _list()
        return

    def once() -> None:
        workspace = group.workspace()
        errors: Errors = []
        for language in [workspace.target(to)] if to else workspace.settings.languages.targets:
            _build(workspace, language, errors)
        group.tell(errors)

    def _build(workspace: Workspace, language: str, errors: Errors) -> None:
        chosen = workspace.choose(documents, language)
        for built in run(
            workspace, chosen, language, formats,
            out=out, drafts=drafts, with_errors=with_errors, level=level,
            metadata=metadata or "", confidential=confidential, errors=errors,
        ):  # fmt: skip
            folder = workspace.relative(built.folder)
            click.echo(f"{folder}/: {', '.join(f.name for f in built.files)}")
            if built.errors and with_errors:
                group.note(texts.BUILT_WITH_ERRORS(name=built.name, n=built.errors))
            if built.guessed:
                group.note(texts.GUESSED(name=built.name, n=len(built.guessed), keys=built.guessed))
            for remark in built.remarks:
                group.note(remark)
            if built.unconfirmed:
                group.note(texts.MACHINE_TEXT(name=built.name, n=built.unconfirmed))

    if watch:
        _watch(once)
    else:
        once()


def _list() -> None:
    """Name, file and description of each output."""
    from ..flow.build import STATEMENT
    from ..outputs import OUTPUTS, load

    file = placeholders("NAME.LANG.*")
    click.echo(f"{STATEMENT:14} {file:16} {say(texts.OWN_FORMAT())}")
    for name in OUTPUTS:
        output = load(name)
        click.echo(f"{output.name:14} {placeholders(output.file):16} {say(output.description)}")


def _watch(once: Callable[[], None]) -> NoReturn:
    """Build, and again whenever the workspace has changed, until the user interrupts."""
    from ..flow.build.fresh import state_of

    click.echo(say(texts.WATCHING()), err=True)
    seen = None
    while True:
        if (now := state_of(group.workspace())) != seen:
            seen = now
            try:
                once()
            except (TranslateFlowError, click.exceptions.Exit, SystemExit) as error:
                if str(error) and isinstance(error, TranslateFlowError):
                    group.note(error.message)
        time.sleep(1)
