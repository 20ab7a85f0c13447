"""`translate-flow draft`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..messages import Message, Value, say
from . import complete, group
from .messages import drafts as texts
from .tally import tallied

if TYPE_CHECKING:
    from ..flow.drafts.draft import Drafted, DraftPlan
    from ..flow.statement.each import Errors


@group.command()
@group.documents
@click.option("--to", metavar="LANG", shell_complete=complete.languages, help="Only this target language.")
@click.option(
    "--engine",
    "engines",
    multiple=True,
    metavar="NAME",
    shell_complete=complete.engines,
    help="Engine to use; repeatable, in order.",
)
@click.option(
    "--only",
    multiple=True,
    metavar="KEY|GLOB|STATE|QUERY",
    help="Only these segments; repeatable.",
)
@click.option("--redo", is_flag=True, help="Draft again what no person has touched.")
@click.option("--dry-run", is_flag=True, help="Show what would be sent where, and do nothing.")
@click.option(
    "--memory",
    type=click.Choice(["before", "only", "off"]),
    help="Use the translation memory before the engine, alone, or not at all.",
)
@click.option(
    "--compare",
    is_flag=True,
    help="Draft with several engines and show the drafts side by side; store nothing.",
)
@click.option("--analyse", is_flag=True, help="Show how much the memory already covers, and do nothing.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="Format of --analyse and --compare.",
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
    compare: bool,
    analyse: bool,
    form: str,
) -> None:
    """Draft what is missing: from the memory, then by an engine, with names and terms protected."""
    if analyse:
        from .analyse import show

        show(documents, to, form)
        return
    if compare:
        from .compare import show as show_compared

        show_compared(documents, to, engines, form)
        return
    from ..flow.drafts.draft import plan

    workspace = group.workspace()
    languages = [workspace.target(to)] if to else workspace.settings.languages.targets
    short = False
    errors: Errors = []
    for language in languages:
        names = workspace.choose(documents, language)
        job = plan(workspace, names, language, engines=engines, redo=redo, only=only, memory=memory)
        errors += job.errors
        if dry_run:
            _tell(job)
        else:
            short = _run(job, errors) or short
    group.tell(errors)
    if short:
        ctx.exit(3)


def _tell(job: DraftPlan) -> None:
    for seen in job.forecast():
        about: dict[str, Value] = {"name": seen.name, "language": seen.language}
        if not seen.wanted:
            group.out(texts.NOTHING_TO_DRAFT_IN(**about))
            continue
        about |= {"where": _where(seen)}
        if seen.remembered:
            about |= {"remembered": seen.remembered}
        line = texts.FORECAST_MEMORY if seen.remembered else texts.FORECAST
        group.out(line(n=seen.wanted, characters=seen.characters, **about))
    for reason in job.reasons:
        group.note(reason)


def _where(seen: Drafted) -> str:
    """Where the text would go, what it would cost, and what takes over if that fails."""
    if not seen.engine:
        where = say(texts.NO_ENGINE_HERE())
    else:
        where = say((texts.STAYS if seen.private else texts.IS_SENT)(engine=seen.engine))
    if seen.price:
        cost = seen.price.amount * seen.characters / 1_000_000
        said = texts.COST(
            cost=f"{cost:.2f}",
            currency=seen.price.currency,
            amount=f"{seen.price.amount:g}",
            note=seen.price.note,
        )
        where += f", {say(said)}"
    elif seen.engine and not seen.private:
        where += f", {say(texts.COST_UNKNOWN())}"
    if seen.next_engines:
        order: Message | str = seen.next_engines[0]
        for engine in seen.next_engines[1:]:
            order = texts.THEN(first=order, second=engine)
        where += f"; {say(texts.IF_THAT_FAILS(engines=order))}"
    if seen.confidential:
        where += f"; {say(texts.CONFIDENTIAL(where=seen.confidential))}"
    return where


def _run(job: DraftPlan, errors: Errors) -> bool:
    """Run the job; whether segments are left for want of an engine."""
    from ..errors import TranslateFlowError
    from ..flow.drafts.draft import run
    from .terminal import progress

    for reason in job.reasons:
        group.note(reason)
    results: list[Drafted] = []
    try:
        with progress(say(texts.DRAFTING()), sum(len(segments) for _, segments in job.works)) as show:
            for done in run(job, show, results):
                _report(done)
    except TranslateFlowError as error:
        # Without a statement's error it is the job's: a memory that cannot be opened, say.
        errors += [r.error for r in results if r.error is not None] or [error]
    except KeyboardInterrupt:
        done_so_far, wanted = sum(r.done for r in results), sum(r.wanted for r in results)
        group.note(texts.STOPPED(done=done_so_far, n=wanted))
        click.get_current_context().exit(130)
    tallied(job.language, [r.tallies for r in results])
    left = sum(r.wanted - r.done for r in results)
    if left and job.memory == "only":
        group.note(texts.NOT_IN_MEMORY(n=left))
        return False
    left = sum(r.wanted - r.done for r in results if not job.chains[r.name])
    if left:
        group.note(texts.NO_ENGINE_LEFT(n=left))
    return left > 0 or any(r.turned_down for r in results)


def _report(done: Drafted) -> None:
    for notice in done.notices:
        group.note(notice)
    if not done.wanted:
        group.out(texts.NOTHING_TO_DRAFT_IN(name=done.name, language=done.language))
    elif done.done:
        by: dict[str, int] = {}
        for engine, count in done.hands.items():
            name = engine.split(" ")[0].removeprefix("memory+")
            by[name] = by.get(name, 0) + count
        if len(by) == 1 and "memory" not in by:
            group.out(
                texts.DRAFTED_BY(name=done.name, language=done.language, n=done.done, engine=next(iter(by)))
            )
        else:
            hands = tuple(
                texts.FROM_MEMORY(count=n) if name == "memory" else texts.BY_ENGINE(count=n, engine=name)
                for name, n in by.items()
            )
            group.out(texts.DRAFTED(name=done.name, language=done.language, n=done.done, hands=hands))
    if done.done and done.names:
        command = f"translate-flow glossary suggest --take {done.name}"
        names = done.names[:3] if len(done.names) <= 3 else (*done.names[:2], f"{done.names[2]} …")
        group.note(texts.UNLISTED(name=done.name, n=len(done.names), names=names, command=command))
    if done.done and done.foreign:
        shown = done.foreign[:3] if len(done.foreign) <= 3 else (*done.foreign[:2], "…")
        group.note(texts.FOREIGN(name=done.name, n=len(done.foreign), passages=shown))
    for key, problem in done.problems:
        group.note(texts.PROBLEM(name=done.name, key=key, problem=problem))
    for item in done.turned_down:
        faults = (*item.faults, *item.problems)
        group.note(texts.NONE_HOLDS(name=done.name, key=item.key, engine=item.engine, faults=faults))
