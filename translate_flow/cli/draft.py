"""`translate-flow draft`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from . import group

if TYPE_CHECKING:
    from ..flow.drafts.draft import Drafted, Plan
    from ..flow.opened.each import Troubles


@group.command()
@group.documents
@click.option("--to", metavar="LANG", help="Only this target language.")
@click.option(
    "--engine", "engines", multiple=True, metavar="NAME", help="Engine to use; may be given several times."
)
@click.option(
    "--only",
    multiple=True,
    metavar="KEY|GLOB|STATE|QUERY",
    help="Only these segments; may be given several times.",
)
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
    type=click.Choice(["table", "json", "csv"]),
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
    from ..flow.drafts.draft import plan

    workspace = group.workspace()
    languages = [workspace.target(to)] if to else workspace.settings.languages.targets
    short = False
    troubles: Troubles = []
    for language in languages:
        names = workspace.choose(documents, language)
        job = plan(workspace, names, language, engines=engines, redo=redo, only=only, memory=memory)
        troubles += job.troubles
        if dry_run:
            _tell(job)
        else:
            short = _run(job, troubles) or short
    group.tell(troubles)
    if short:
        ctx.exit(3)


def _tell(job: Plan) -> None:
    for seen in job.forecast():
        known = f" ({seen.remembered} from memory)" if seen.remembered else ""
        if not seen.wanted:
            click.echo(f"{seen.name} → {seen.language}: nothing to draft")
            continue
        click.echo(
            f"{seen.name} → {seen.language}: {seen.wanted} segments{known}, "
            f"{seen.characters} characters; {_where(seen)}"
        )
    for reason in job.reasons:
        group.note(reason)


def _where(seen: Drafted) -> str:
    """Where the text would go, what it would cost, and what takes over if that fails."""
    if not seen.engine:
        where = "no engine can run here"
    else:
        goes = "stays on this machine" if seen.private else "is sent to another machine"
        where = f"{seen.engine}, text {goes}"
    if seen.price:
        cost = seen.price.amount * seen.characters / 1_000_000
        where += (
            f", about {cost:.2f} {seen.price.currency} ({seen.price.amount:g} a million characters; "
            f"{seen.price.note})"
        )
    elif seen.engine and not seen.private:
        where += ", cost not known"
    if seen.next_engines:
        where += f"; if that fails {', then '.join(seen.next_engines)}"
    if seen.confidential:
        where += f"; confidential ({seen.confidential}): nothing leaves this machine"
    return where


def _run(job: Plan, troubles: Troubles) -> bool:
    """Run the job; whether segments are left for want of an engine."""
    from ..errors import TranslateFlowError
    from ..flow.drafts.draft import run
    from .terminal import progress

    for reason in job.reasons:
        group.note(reason)
    results: list[Drafted] = []
    try:
        with progress("drafting", sum(len(segments) for _, segments in job.works)) as show:
            for done in run(job, show, results):
                _report(done)
    except TranslateFlowError as error:
        # Without a statement's trouble it is the job's: a memory that cannot be opened, say.
        troubles += [r.trouble for r in results if r.trouble is not None] or [error]
    except KeyboardInterrupt:
        done_so_far, wanted = sum(r.done for r in results), sum(r.wanted for r in results)
        group.note(f"stopped: {done_so_far} of {wanted} segments drafted; run the same command to go on")
        click.get_current_context().exit(130)
    left = sum(r.wanted - r.done for r in results)
    if left and job.memory == "only":
        group.note(f"{left} segments are not in the memory; they wait for an engine or a person")
        return False
    left = sum(r.wanted - r.done for r in results if not job.chains[r.name])
    if left:
        group.note(
            f"no engine can run here: {left} segments are left; names are kept, the rest waits for a person"
        )
    return left > 0


def _report(done: Drafted) -> None:
    for notice in done.notices:
        group.note(notice)
    if not done.wanted:
        click.echo(f"{done.name}: nothing to draft")
    elif done.done:
        by: dict[str, int] = {}
        for engine, count in done.hands.items():
            name = engine.split(" ")[0].removeprefix("memory+")
            by[name] = by.get(name, 0) + count
        if len(by) == 1 and "memory" not in by:
            click.echo(f"{done.name}: {done.done} segments drafted by {next(iter(by))}")
        else:
            hands = [f"{n} from memory" if name == "memory" else f"{n} by {name}" for name, n in by.items()]
            click.echo(f"{done.name}: {done.done} segments drafted: {', '.join(hands)}")
    if done.done and (count := len(done.names)):
        held = (
            "1 name that no glossary lists was"
            if count == 1
            else f"{count} names that no glossary lists were"
        )
        group.note(
            f"{done.name}: {held} left as written ({_some(done.names)}); "
            f"`translate-flow glossary suggest --take {done.name}` adds them to the glossary"
        )
    for key, problem in done.problems:
        group.note(f"{done.name}: {key}: {problem}")


def _some(names: tuple[str, ...]) -> str:
    """The first three of them."""
    return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
