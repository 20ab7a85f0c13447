"""`translate-flow plan`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..files.cells import as_csv
from ..messages import say
from . import complete, group, streams
from .messages import plan as texts

if TYPE_CHECKING:
    from ..flow.planning.planned import Planned
    from ..workspace import Workspace

FORMS = ("table", "json", "csv", "ics", "text", "eml")


@group.command()
@group.documents
@click.option("--to", metavar="LANG", shell_complete=complete.languages, help="Only this target language.")
@click.option("--translator", metavar="NAME", help="Who translates; an empty name for nobody.")
@click.option("--reviewer", metavar="NAME", help="Who reviews; an empty name for nobody.")
@click.option(
    "--due",
    metavar="TIME",
    help="When it is due: '2026-03-08 18:00', with a time zone if it is not this machine's ('… "
    "America/Lima'); none for no date.",
)
@click.option("--priority", metavar="WORD", help="urgent, high, normal or low.")
@click.option("--note", metavar="TEXT", help="A note for those who work on it.")
@click.option(
    "--archive/--unarchive",
    "archived",
    default=None,
    help="Hide it among the open statements, or show it again.",
)
@click.option(
    "--show",
    metavar="WHICH",
    default="all",
    help="all, mine, late, returned, blocked (by errors of the checks) or archived.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="table",
    show_default=True,
    help="ics is a calendar; text and eml a digest to be sent, for --as NAME what waits for them.",
)
@group.by
def plan(
    documents: tuple[str, ...],
    to: str | None,
    translator: str | None,
    reviewer: str | None,
    due: str | None,
    priority: str | None,
    note: str | None,
    archived: bool | None,
    show: str,
    form: str,
    person: str | None,
) -> None:
    """Plan who translates and reviews what by when; show whether it will be done in time.

    Plans are files in plans/, one for each statement. Nothing is sent by itself.
    """
    from ..errors import UsageError
    from ..flow.planning.plans import parse_due

    workspace = group.workspace()
    changes: dict[str, Any] = {
        key: value
        for key, value in {
            "translator": translator, "reviewer": reviewer, "priority": priority, "note": note, "archived": archived
        }.items()
        if value is not None
    }  # fmt: skip
    if due is not None:
        changes["due"] = None if due.strip() in ("", "none") else parse_due(due)
    if changes:
        if not documents:
            raise UsageError(texts.WHICH_STATEMENTS())
        _change(workspace, documents, to, changes)
    _show(workspace, documents, to, show, form, person)


def _change(
    workspace: Workspace, documents: tuple[str, ...], to: str | None, changes: dict[str, Any]
) -> None:
    from datetime import UTC, datetime

    from ..flow.planning.messages import PAST
    from ..flow.planning.planned import clock
    from ..flow.planning.plans import set_plan

    languages = [workspace.target(to)] if to else workspace.settings.languages.targets
    for language in languages:
        for name in workspace.choose(documents, language):
            made = set_plan(workspace, name, language, changes)
            if "due" in changes and made.due is not None and made.due < datetime.now(UTC):
                group.note(PAST(name=name, language=language, due=clock(made.due)))


def _show(
    workspace: Workspace, documents: tuple[str, ...], to: str | None, show: str, form: str, person: str | None
) -> None:
    from ..flow.planning import planned as flow
    from ..flow.planning import sent
    from ..flow.planning.plans import read_plans
    from ..flow.statement.people import person as who
    from ..flow.summaries import Summaries

    languages = [workspace.target(to)] if to else workspace.settings.languages.targets
    wanted = {(tag, name) for tag in languages for name in workspace.choose(documents, tag)}
    summaries = Summaries(workspace)
    plans = read_plans(workspace)
    every = summaries.all(workspace)
    summaries.save()
    rows = [
        row
        for row in flow.planned(workspace, every, plans)
        if (row.summary.language, row.summary.name) in wanted
    ]
    name = who(workspace, person)
    faulty = _errors(workspace, rows) if show == "blocked" else {}
    rows = flow.shown(rows, show, workspace, name, faulty)
    if form == "json":
        problems = [say(problem) for problem in plans.problems]
        streams.show_json({"version": 1, "statements": flow.to_json(rows), "problems": problems})
    elif form == "csv":
        streams.data(_csv(rows))
    elif form == "ics":
        streams.data(sent.calendar(workspace, rows).decode())
    elif form in ("text", "eml"):
        text = sent.digest(workspace, rows, name if person else "")
        streams.data(text if form == "text" else sent.mail(workspace, text).decode())
    elif rows:
        _table(rows)
    else:
        group.note(texts.NONE_LIKE_THAT())
    for problem in plans.problems:
        group.note(problem)


def _errors(workspace: Workspace, rows: list[Planned]) -> dict[tuple[str, str], int]:
    """How many errors the checks find in each statement."""
    from ..checks import by_state
    from ..flow.check import check
    from ..flow.statement.each import Errors
    from ..model import Severity

    found: dict[tuple[str, str], int] = {}
    errors: Errors = []
    for language in dict.fromkeys(row.summary.language for row in rows):
        names = [r.summary.name for r in rows if r.summary.language == language and not r.summary.problem]
        for done in check(workspace, names, language, errors):
            grave = [f for f in done.findings if f.severity is Severity.ERROR and f.rule not in by_state()]
            if grave:
                found[language, done.edition.document.name] = len(grave)
    return found


def _csv(rows: list[Planned]) -> str:
    from ..flow.planning.planned import to_json

    made = to_json(rows)
    heads = list(made[0]) if made else []
    return as_csv([heads, *([("" if v is None else v) for v in row.values()] for row in made)])


def _table(rows: list[Planned]) -> None:
    from rich.table import Table
    from rich.text import Text

    from ..flow.planning.messages import PRIORITY
    from ..flow.planning.planned import clock, forecast
    from .terminal import console

    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in (texts.STATEMENT(), texts.TO(), texts.TRANSLATOR(), texts.REVIEWER()):
        table.add_column(say(head), overflow="fold")
    table.add_column(say(texts.DUE()), no_wrap=True)
    table.add_column(say(texts.WORDS_LEFT()), justify="right", no_wrap=True)
    below: list[Text] = []
    for row in rows:
        plan, name, language = row.plan, row.summary.name, row.summary.language
        colour = "red" if row.late else "yellow" if row.at_risk else ""
        due = Text(clock(plan.due) if plan.due else "", colour)
        to_go = f"{row.summary.to_go}/{row.summary.total}"
        table.add_row(name, language, plan.translator, plan.reviewer, due, to_go)
        sentence = texts.DONE() if row.done else forecast(row)
        priority = PRIORITY[plan.priority]() if plan.priority != "normal" else None
        if said := "; ".join(filter(None, [say(priority), say(sentence), plan.note])):
            below.append(Text.assemble(f"{name} → {language}: ", (said, colour)))
    console().print(table)
    for line in below:
        console().print(line)
