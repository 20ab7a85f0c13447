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
@click.pass_context
def draft(
    ctx: click.Context,
    documents: tuple[str, ...],
    to: str | None,
    engines: tuple[str, ...],
    only: tuple[str, ...],
    redo: bool,
    dry_run: bool,
) -> None:
    """Let the machine draft what is missing, names and terms held."""
    from ..flow.draft import plan

    workspace = group.workspace()
    languages = [workspace.target(to)] if to else workspace.settings.languages.targets
    short = False
    for language in languages:
        names = workspace.choose(documents, language)
        job = plan(workspace, names, language, engines=engines, redo=redo, only=only)
        if dry_run:
            _tell(job)
        else:
            short = _run(job) or short
    if short:
        ctx.exit(3)


def _tell(job: Plan) -> None:
    for seen in job.outlook():
        where = "stays on this machine" if seen.private else "is sent to another machine"
        engine = f"{seen.engine}, text {where}" if seen.engine else "no engine can run here"
        click.echo(
            f"{seen.name} → {seen.language}: {seen.wanted} segments, {seen.characters} characters; {engine}"
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
    if left and job.factory is None:
        group.note(
            f"no engine can run here: {left} segments are left; names are kept, the rest waits for a person"
        )
        return True
    return False


def _report(done: Drafted) -> None:
    if not done.wanted:
        click.echo(f"{done.name}: nothing to draft")
    elif done.done:
        click.echo(f"{done.name}: {done.done} segments drafted by {done.engine}")
    for key, problem in done.problems:
        group.note(f"{done.name}: {key}: {problem}")
