"""`translate-flow approve`."""

from __future__ import annotations

import click

from . import group, segment


@group.command()
@group.document
@group.keys
@click.option("--all", "everything", is_flag=True, help="All segments a person has translated.")
@click.option(
    "--by", "writers", multiple=True, metavar="NAME", help="All whose text this person wrote; repeatable."
)
@click.option("--state", type=click.Choice(["translated"]), help="The same as --all.")
@click.option("--note", default="", help="A remark for the history.")
@group.query
@group.to
@group.by
@click.pass_context
def approve(
    ctx: click.Context,
    document: str,
    keys: tuple[str, ...],
    everything: bool,
    writers: tuple[str, ...],
    state: str | None,
    note: str,
    query: str,
    to: str | None,
    person: str | None,
) -> None:
    """Give texts the second look: they may be published. Exit 1 if the rules kept some of them back."""
    from ..errors import UsageError
    from ..flow.editing.edit import approve as run
    from ..flow.editing.many import approve_many
    from ..flow.finding.find import matching

    if not (keys or everything or writers or state or query.strip()):
        raise UsageError("say which segments: their keys, --filter QUERY, --by NAME, or --all")
    work, who = segment.open_one(document, to, person)
    if len(keys) == 1 and not writers and not query:
        segment.report(work, run(work, keys[0], who, note))
        return
    done = approve_many(work, who, keys=matching(work, query, keys), writers=writers, note=note)
    for unit in done.approved:
        segment.report(work, unit)
    for key, reason in done.refused:
        group.note(f"{key}: not approved: {reason}")
    group.note(f"{len(done.approved)} approved")
    if done.refused:
        ctx.exit(1)
