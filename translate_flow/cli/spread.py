"""`translate-flow spread`."""

from __future__ import annotations

import sys

import click

from . import group, segment
from .messages import segments as texts


@group.command()
@group.document
@group.key
@click.option(
    "--in",
    "documents",
    multiple=True,
    metavar="DOC",
    help="Search this statement; repeatable.  [default: all]",
)
@click.option("--here", is_flag=True, help="Search only the statement itself.")
@click.option(
    "--equal/--no-equal", default=True, help="Offer the complete text to segments with the same source."
)
@click.option("--take", multiple=True, metavar="N|KEY", help="Apply this change; repeatable.")
@click.option("--all", "everything", is_flag=True, help="Apply all changes shown.")
@click.option("--view", type=click.Choice(["inline", "side", "plain"]), default="inline", show_default=True)
@group.query
@group.to
@group.by
def spread(
    document: str,
    key: str,
    documents: tuple[str, ...],
    here: bool,
    equal: bool,
    take: tuple[str, ...],
    everything: bool,
    view: str,
    query: str,
    to: str | None,
    person: str | None,
) -> None:
    """Offer a segment's last correction to other segments with the same wording.

    Each change is shown as a diff; on a terminal you are asked about each. A machine draft that is
    corrected stays unconfirmed; what a person chose for an identical source is left alone.
    """
    from ..flow.editing import spread as flow
    from .proposals import choose, show, told

    work, who = segment.open_one(document, to, person)
    names = [work.name] if here else work.workspace.choose(documents, work.language)
    found = flow.proposals(work.workspace, names, work, key, equal=equal, query=query)
    origin = f"{work.name} {work.unit(key).key}"
    if not found:
        group.note(texts.NO_SUCH_WORDING(origin=origin))
        return
    asking = sys.stdin.isatty() and sys.stdout.isatty() and not (take or everything)
    if not asking:
        show(found, view)
    chosen = choose(found, view, take, everything)
    if chosen or asking:
        told(flow.take(work.workspace, work.language, chosen, who, origin), len(found))
        segment.tell_findings(work.workspace, work.language, ((p.statement, p.unit.key) for p in chosen))
    else:
        group.note(texts.OFFERED(n=len(found)))
