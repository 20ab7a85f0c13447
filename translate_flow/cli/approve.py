"""`translate-flow approve`."""

from __future__ import annotations

import click

from . import group, segment
from .messages import segments as texts


@group.command()
@group.document
@group.keys
@click.option("--all", "everything", is_flag=True, help="All segments that a person has translated.")
@click.option(
    "--by", "writers", multiple=True, metavar="NAME", help="All whose text this person wrote; repeatable."
)
@click.option("--state", type=click.Choice(["translated"]), help="The same as --all.")
@click.option("--with-errors", is_flag=True, help="Include texts in which the checks find errors.")
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
    """Approve texts after a second reading: they may be published. Exit 1 if any were left out."""
    from ..errors import UsageError
    from ..flow.editing.edit import approve as run
    from ..flow.editing.many import approve_many
    from ..flow.queries.find import matching
    from ..flow.statement.gate import kept_back
    from ..model import CONFIRMED, State

    if not (keys or everything or writers or state or query.strip()):
        raise UsageError(texts.WHICH_TO_APPROVE())
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
        group.note(texts.LEFT_OUT(key=key, reason=found))
    if done.faulty:
        group.note(texts.LEFT_OUT_REMEDY(n=len(done.faulty)))
    for key, reason in done.refused:
        group.note(texts.NOT_APPROVED(key=key, reason=reason))
    asked = {u.key for u in work.units} if chosen is None else set(chosen)
    waiting = sum(u.state not in CONFIRMED and u.key in asked for u in work.units)
    if waiting and not (done.approved or done.refused or done.faulty):
        group.note(texts.NOT_CONFIRMED(n=waiting))
    group.note(texts.APPROVED(n=len(done.approved)))
    if done.refused or done.faulty:
        ctx.exit(1)
