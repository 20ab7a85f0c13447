"""`translate-flow glossary suggest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from . import group, streams
from .glossary_add import file, report

if TYPE_CHECKING:
    from ..suggest import Suggestion


@group.command()
@group.documents
@click.option(
    "--add", "wanted", multiple=True, metavar="TERM[=TRANSLATION]", help="Take it into the glossary."
)
@click.option(
    "--take", "take_all", is_flag=True, help="Take every name that drafts keep as it is; its kind is guessed."
)
@click.option("--not", "not_terms", multiple=True, metavar="TERM", help="Say that it is no term; stays so.")
@file
@click.option(
    "--least", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Met N times."
)
@click.option("--limit", type=click.IntRange(1), default=30, show_default=True, metavar="N", help="Show N.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@group.to
def suggest(
    documents: tuple[str, ...],
    wanted: tuple[str, ...],
    take_all: bool,
    not_terms: tuple[str, ...],
    file: str | None,
    least: int,
    limit: int,
    form: str,
    to: str | None,
) -> None:
    """Names and terms that no glossary has: in sources, repeated edits, and two renderings."""
    from ..flow.terms import suggest as flow

    workspace = group.workspace()
    language = workspace.target(to)
    if not_terms and not wanted and not take_all:
        _dismissed(flow.dismiss(workspace, not_terms))
        return
    found = flow.suggest(workspace, workspace.choose(documents, language), language)
    if take_all:
        rows = flow.take_names(workspace, found, language, least=least, file=file)
        for row in rows:
            report(workspace, row)
        if not rows:
            group.note("no name is left that the glossary does not have")
    if wanted:
        for written in flow.take(workspace, found, wanted, language, file=file):
            report(workspace, written)
    if (wanted or take_all) and not_terms:
        _dismissed(flow.dismiss(workspace, not_terms))
    if wanted or take_all:
        return
    shown = [s for s in found if s.count >= least]
    if form == "json":
        data = {"version": 1, "suggestions": [_json(s) for s in shown]}
        streams.show_json(data)
        return
    _table(shown[:limit])
    more = f", {limit} shown" if len(shown) > limit else ""
    what = "1 proposal" if len(shown) == 1 else f"{len(shown)} proposals"
    group.note(f"{what}{more}; take one with --add TERM, set one aside with --not TERM")


def _dismissed(new: list[str]) -> None:
    for word in new:
        click.echo(f"glossary/not-terms.txt: added {word}")
    if not new:
        click.echo("glossary/not-terms.txt: has them already")


def _json(suggestion: Suggestion) -> dict[str, Any]:
    return {
        "es": suggestion.es,
        "en": suggestion.en,
        "policy": suggestion.policy,
        "kind": suggestion.kind,
        "reason": suggestion.reason,
        "count": suggestion.count,
        "statements": suggestion.statements,
        "key": suggestion.key,
        "example": suggestion.example,
        "renderings": [{"text": text, "count": count} for text, count in suggestion.renderings],
        "forbidden": suggestion.forbidden,
        "listed": suggestion.listed is not None,
    }


def _table(found: list[Suggestion]) -> None:
    from rich.text import Text

    from . import terminal

    screen = terminal.console()
    for suggestion in found:
        if suggestion.en:
            row = f" → {suggestion.en}"
        elif suggestion.listed is not None:
            row = " in the glossary"
        else:
            row = " stays as it is" if suggestion.ready else " → ?"
        terminal.show(screen, Text.assemble((suggestion.es, "bold"), (row, "green")))
        terminal.show(screen, _why(suggestion), 2)
        terminal.show(screen, suggestion.example, 2, style="dim")


def _why(suggestion: Suggestion) -> str:
    from ..suggest import Reason

    count, where = suggestion.count, suggestion.statements
    place = where[0] if len(where) == 1 else f"{len(where)} statements"
    place = f"{place} {suggestion.key}"
    if suggestion.reason is Reason.EDITED:
        was = ", ".join(f"“{text}”" for text in suggestion.forbidden)
        now = suggestion.renderings[0][0]
        return f"{was} corrected to “{now}” {count} times, {place}"
    if suggestion.reason is Reason.TWO_RENDERINGS:
        ways = ", ".join(f"“{text}” {number}×" for text, number in suggestion.renderings)
        return f"translated in {len(suggestion.renderings)} ways: {ways}, {place}"
    times = "once" if count == 1 else f"{count} times"
    return f"{suggestion.reason}, {times}, {place}"
