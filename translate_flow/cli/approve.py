"""`translate-flow approve`."""

from __future__ import annotations

import click

from . import group, segment


@group.command()
@group.document
@click.argument("keys", metavar="[KEY]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="All segments a person has translated.")
@click.option(
    "--by", "writers", multiple=True, metavar="NAME", help="All whose text this person wrote; repeatable."
)
@click.option("--state", type=click.Choice(["translated"]), help="The same as --all.")
@click.option("--note", default="", help="A remark for the history.")
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
    to: str | None,
    person: str | None,
) -> None:
    """Give texts the second look: they may be published. Exit 1 if the rules kept some of them back."""
    from ..errors import UsageError
    from ..flow.approve import approve_many
    from ..flow.edit import approve as run

    if not (keys or everything or writers or state):
        raise UsageError("say which segments: their keys, --by NAME, or --all")
    work, who = segment.open_one(document, to, person)
    if len(keys) == 1 and not writers:
        segment.report(work, run(work, keys[0], who, note))
        return
    done = approve_many(work, who, keys=keys, writers=writers, note=note)
    for unit in done.approved:
        segment.report(work, unit)
    for key, reason in done.refused:
        group.note(f"{key}: not approved: {reason}")
    group.note(f"{len(done.approved)} approved")
    if done.refused:
        ctx.exit(1)
