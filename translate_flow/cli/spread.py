"""`translate-flow spread`."""

from __future__ import annotations

import sys

import click

from . import group, segment


@group.command()
@group.document
@group.key
@click.option(
    "--in", "documents", multiple=True, metavar="DOC", help="Look in these statements; repeatable (all)."
)
@click.option("--here", is_flag=True, help="Look in this statement only.")
@click.option(
    "--equal/--no-equal", default=True, help="Offer the whole text to segments with the same source."
)
@click.option("--take", multiple=True, metavar="N|KEY", help="Take this one; repeatable.")
@click.option("--all", "everything", is_flag=True, help="Take all that are offered.")
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
    """Offer a segment's last correction to other segments that hold the same wording.

    Each is shown as a diff; on a terminal each is asked for. A machine draft that takes it stays
    unconfirmed, and what a person chose for an equal source is left alone.
    """
    from ..flow.editing import spread as flow
    from .proposals import choose, show, told

    work, who = segment.open_one(document, to, person)
    names = [work.name] if here else work.workspace.choose(documents, work.language)
    found = flow.proposals(work.workspace, names, work, key, equal=equal, query=query)
    origin = f"{work.name} {work.unit(key).key}"
    if not found:
        group.note(f"{origin}: no other segment holds that wording")
        return
    asking = sys.stdin.isatty() and sys.stdout.isatty() and not (take or everything)
    if not asking:
        show(found, view)
    chosen = choose(found, view, take, everything)
    if chosen or asking:
        told(flow.take(work.workspace, work.language, chosen, who, origin), len(found))
    else:
        group.note(f"{len(found)} offered, none taken; take them with --take N, or --all")
