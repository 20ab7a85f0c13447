"""`translate-flow draft`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from . import group

if TYPE_CHECKING:
    from ..flow.draft import Drafted, Plan


@group.command()
@group.documents
@click.option("--to", metavar="LANG", help="Only this target language.")
@click.option(
    "--engine", "engines", multiple=True, metavar="NAME", help="Engine to use; may be given several times."
)
@click.option("--only", multiple=True, metavar="KEY", help="Only this segment; may be given several times.")
@click.option("--redo", is_flag=True, help="Draft again what no person has touched.")
@click.option("--dry-run", is_flag=True, help="Tell what would be sent where, and do nothing.")
@click.option(
    "--memory",
    type=click.Choice(["before", "only", "off"]),
    help="What people confirmed before: used before the engine, alone, or not at all.",
)
@click.option("--analyse", is_flag=True, help="Show how much the memory already does, and do nothing.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="Form of --analyse.",
)
@click.pass_context
def draft(
    ctx: click.Context,
    documents: tuple[str, ...],
    to: str | None,
    engines: tuple[str, ...],
    only: tuple[str, ...],
    redo: bool,
    dry_run: bool,
    memory: str | None,
    analyse: bool,
    form: str,
) -> None:
    """Draft what is missing: from the memory, then by an engine, names and terms held."""
    if analyse:
        from .analyse import show

        show(documents, to, form)
        return
    from ..flow.draft import plan

    workspace = group.workspace()
    languages = [workspace.target(to)] if to else workspace.settings.languages.targets
    short = False
    for language in languages:
        names = workspace.choose(documents, language)
        job = plan(workspace, names, language, engines=engines, redo=redo, only=only, memory=memory)
        if dry_run:
            _tell(job)
        else:
            short = _run(job) or short
    if short:
        ctx.exit(3)


def _tell(job: Plan) -> None:
    for seen in job.forecast():
        where = "stays on this machine" if seen.private else "is sent to another machine"
        engine = f"{seen.engine}, text {where}" if seen.engine else "no engine can run here"
        known = f" ({seen.remembered} from memory)" if seen.remembered else ""
        click.echo(
            f"{seen.name} → {seen.language}: {seen.wanted} segments{known}, {seen.characters} characters; {engine}"
        )
    for reason in job.reasons:
        group.note(reason)


def _run(job: Plan) -> bool:
    """Run the job; whether segments are left for want of an engine."""
    from ..flow.draft import run
    from .terminal import progress

    for reason in job.reasons:
        group.note(reason)
    left = 0
    with progress("drafting") as show:
        for done in run(job, show):
            _report(done)
            left += done.wanted - done.done
    if left and job.memory == "only":
        group.note(f"{left} segments are not in the memory; they wait for an engine or a person")
    elif left and job.factory is None:
        group.note(
            f"no engine can run here: {left} segments are left; names are kept, the rest waits for a person"
        )
        return True
    return False


def _report(done: Drafted) -> None:
    for notice in done.notices:
        group.note(notice)
    if not done.wanted:
        click.echo(f"{done.name}: nothing to draft")
    elif done.done:
        others = done.done - done.remembered
        hands = [f"{done.remembered} from memory"] if done.remembered else []
        hands += [f"{others} by {done.engine}"] if others else []
        known = f"{done.done} segments drafted: {', '.join(hands)}"
        click.echo(
            f"{done.name}: {known if done.remembered else f'{others} segments drafted by {done.engine}'}"
        )
    for key, problem in done.problems:
        group.note(f"{done.name}: {key}: {problem}")
