"""`translate-flow approve`."""

from __future__ import annotations

import click

from ..messages import say
from . import group, segment
from .messages import LEFT_OUT, LEFT_OUT_REMEDY


@group.command()
@group.document
@group.keys
@click.option("--all", "everything", is_flag=True, help="All segments a person has translated.")
@click.option(
    "--by", "writers", multiple=True, metavar="NAME", help="All whose text this person wrote; repeatable."
)
@click.option("--state", type=click.Choice(["translated"]), help="The same as --all.")
@click.option("--with-errors", is_flag=True, help="Also texts in which the checks find errors.")
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
    with_errors: bool,
    note: str,
    query: str,
    to: str | None,
    person: str | None,
) -> None:
    """Give texts the second look: they may be published. Exit 1 if some were kept back."""
    from ..errors import UsageError
    from ..flow.editing.edit import approve as run
    from ..flow.editing.many import approve_many
    from ..flow.finding.find import matching
    from ..flow.opened.gate import kept_back
    from ..model import State

    if not (keys or everything or writers or state or query.strip()):
        raise UsageError("say which segments: their keys, --filter QUERY, --by NAME, or --all")
    work, who = segment.open_one(document, to, person)
    if len(keys) == 1 and not writers and not query:
        unit = work.unit(keys[0])
        wrong = {} if with_errors or unit.state is not State.TRANSLATED else kept_back(work, [unit])
        if not wrong:
            segment.report(work, run(work, keys[0], who, note))
            return
    chosen = matching(work, query, keys)
    done = approve_many(work, who, keys=chosen, writers=writers, note=note, with_errors=with_errors)
    segment.report_each(work, done.approved)
    for key, found in done.faulty:
        group.note(say(LEFT_OUT(key=key, reason=found)))
    if done.faulty:
        group.note(say(LEFT_OUT_REMEDY(n=len(done.faulty))))
    for key, reason in done.refused:
        group.note(f"{key}: not approved: {reason}")
    group.note(f"{len(done.approved)} approved")
    if done.refused or done.faulty:
        ctx.exit(1)
