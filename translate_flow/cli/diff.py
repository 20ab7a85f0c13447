"""`translate-flow diff`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import complete, group, streams
from .messages import diff as texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..flow.statement.each import Errors
    from ..glossary import Glossary
    from ..review import Report, Scoring
    from ..workspace import Workspace

FORMATS = ("text", "html", "json", "csv")


@group.command()
@group.documents
@click.option(
    "--to",
    "to",
    multiple=True,
    metavar="LANG|VERSION",
    shell_complete=complete.languages,
    help="Only this target language; or the version to compare with (by default the present text).",
)
@click.option(
    "--from", "left", metavar="VERSION", default="", help="Version to compare from (by default the draft)."
)
@click.option("--since", metavar="REV|DATE", default="", help="Compare from what git has at that time.")
@click.option(
    "--only",
    multiple=True,
    metavar="CLASS",
    help="Only segments with such a change, for example term-broken; repeatable.",
)
@click.option(
    "--by",
    type=click.Choice(["segment", "statement", "engine", "person", "week"]),
    help="Only effort figures, grouped by this.",
)
@click.option("--view", type=click.Choice(["inline", "side", "plain"]), default="inline", show_default=True)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="Write to FILE instead of the terminal."
)
@click.option("--all", "everything", is_flag=True, help="Include segments that nobody has changed.")
@click.option("--scores/--no-scores", default=True, help="Compute TER and chrF, or skip them to save time.")
def diff(
    documents: tuple[str, ...],
    to: tuple[str, ...],
    left: str,
    since: str,
    only: tuple[str, ...],
    by: str | None,
    view: str,
    form: str,
    out: Path | None,
    everything: bool,
    scores: bool,
) -> None:
    """Show what people changed in the machine's drafts, names and terms first.

    Versions: draft, translator (before anybody else edited it), previous, approved, present,
    source, previous-source.
    """
    from ..errors import UsageError
    from ..flow.reviewing.diff import diff_report as run
    from ..flow.reviewing.effort import measuring
    from ..flow.reviewing.versions import sides

    if form == "text" and out is not None:
        raise UsageError(texts.OUT_NEEDS_FORMAT())
    if form == "csv" and not by:
        raise UsageError(texts.CSV_NEEDS_BY())
    if form == "html" and by:
        raise UsageError(texts.NO_BY_IN_HTML())
    workspace = group.workspace()
    languages, right = split_to(workspace, to)
    asked = sides(left, right, since)
    if by and not asked.usual:
        raise UsageError(texts.BY_ALONE())
    errors: Errors = []
    with measuring(workspace) as scoring:
        made = [
            pair
            for language in languages
            for pair in run(
                workspace,
                workspace.choose(documents, language),
                language,
                scores=scores and not by,
                scoring=scoring,
                asked=asked,
                only=only,
                errors=errors,
            )
        ]
        if by:
            _effort(made, by, form, out, scores, scoring)
        elif form == "text":
            _text(made, everything, view)
        else:
            _file(made, form, out, scoring)
    group.tell(errors)


def split_to(workspace: Workspace, given: Sequence[str]) -> tuple[Sequence[str], str]:
    """Target languages and version meant by the values of --to. Raises UsageError."""
    from ..review.versions import NAMES

    targets = workspace.settings.languages.targets
    versions = [word for word in given if word.isdecimal() or word in (*NAMES, "source", "previous-source")]
    wanted = [workspace.target(word) for word in given if word not in versions]
    return wanted or targets, versions[-1] if versions else ""


def _text(made: list[tuple[Report, Glossary]], everything: bool, view: str) -> None:
    from .diff_text import render_summary, render_text
    from .terminal import console

    screen = console()
    for report, _ in made:
        for line in render_text(report, everything=everything, view=view):
            screen.print(line)
    for line in render_summary([report for report, _ in made]):
        screen.print(line)


def _file(made: list[tuple[Report, Glossary]], form: str, out: Path | None, scoring: Scoring) -> None:
    from ..review import render_html, to_json

    if form == "json":
        text = streams.json_text(to_json((r for r, _ in made), scoring=scoring))
    else:
        text = render_html(made, scoring=scoring)
    _write(text, out)


def _effort(
    made: list[tuple[Report, Glossary]], by: str, form: str, out: Path | None, scores: bool, scoring: Scoring
) -> None:
    from ..review.groups import rows, to_csv, to_json

    found = rows([report for report, _ in made], by, scores=scores, scoring=scoring)
    if form == "text":
        from .diff_figures import render_rows
        from .terminal import console

        console().print(render_rows(found, by))
        return
    data = to_csv(found, by) if form == "csv" else streams.json_text(to_json(found, by))
    _write(data, out)


def _write(text: str, out: Path | None) -> None:
    from ..files.disk import write_atomically

    if out is None:
        streams.data(text)
    else:
        write_atomically(out.absolute(), text.encode())
        group.note(texts.WRITTEN(file=str(out)))
