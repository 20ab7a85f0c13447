"""`translate-flow review`."""

from __future__ import annotations

import sys

import click

from . import group, segment
from .messages import segments as texts


@group.command()
@group.documents
@group.to
@click.option(
    "--filter", "query", metavar="QUERY", help="Only segments that match, such as state:draft or check:any."
)
@click.option("--riskiest", is_flag=True, help="Start with the drafts that are most likely wrong.")
@group.by
def review(
    documents: tuple[str, ...], to: str | None, query: str | None, riskiest: bool, person: str | None
) -> None:
    """Walk through the segments in the terminal: read, correct, confirm, approve."""
    from ..errors import UsageError
    from ..flow.statement.people import person as who

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(texts.NEEDS_TERMINAL())
    workspace = group.workspace()
    language = workspace.target(to)
    names = workspace.choose(documents, language)
    try:
        from ..walk.app import run
    except ImportError as error:
        raise UsageError(texts.NEEDS_PACKAGE(package=error.name or "textual")) from error
    from ..walk.walk import Walk

    walk = Walk(workspace, names, language, who(workspace, person), riskiest)
    if query is not None:
        walk.filter(query)
    else:
        # Segments that wait for a person; where none does, there is still all to be looked at.
        try:
            walk.filter("state:open")
        except UsageError:
            walk.filter("")
    run(walk, segment.ask_editor)
    group.note(texts.WALKED(n=len(walk.done)))
