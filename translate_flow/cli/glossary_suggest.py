"""`translate-flow glossary suggest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..messages import Message, say
from . import group, streams
from .glossary_add import file, report
from .messages import glossary as texts

if TYPE_CHECKING:
    from ..term_extraction import Suggestion


@group.command()
@group.documents
@click.option("--add", "wanted", multiple=True, metavar="TERM[=TRANSLATION]", help="Add it to the glossary.")
@click.option(
    "--take", "take_all", is_flag=True, help="Add every name that drafts keep; its kind is guessed."
)
@click.option(
    "--not", "not_terms", multiple=True, metavar="TERM", help="Not a term; it is not suggested again."
)
@file
@click.option(
    "--least",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    metavar="N",
    help="Only those that appear at least N times.",
)
@click.option(
    "--limit", type=click.IntRange(1), default=30, show_default=True, metavar="N", help="Show at most N."
)
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
    """Suggest missing terms, found in sources, repeated edits and inconsistent renderings."""
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
            group.note(texts.NONE_UNLISTED())
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
    some = len(shown) > limit
    what = texts.SHOWN_SOME(n=len(shown), limit=limit) if some else texts.SHOWN(n=len(shown))
    group.note(texts.WHAT_TO_DO(what=what))


def _dismissed(new: list[str]) -> None:
    for word in new:
        group.out(texts.NOT_TERM_ADDED(word=word))
    if not new:
        group.out(texts.NOT_TERM_KNOWN())


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
            row = f" {say(texts.IN_GLOSSARY())}"
        else:
            row = f" {say(texts.STAYS())}" if suggestion.ready else " → ?"
        terminal.show(screen, Text.assemble((suggestion.es, "bold"), (row, "green")))
        terminal.show(screen, say(_why(suggestion)), 2)
        terminal.show(screen, suggestion.example, 2, style="dim")


def _why(suggestion: Suggestion) -> Message:
    from ..term_extraction import Reason

    count, where = suggestion.count, suggestion.statements
    statements = where[0] if len(where) == 1 else say(texts.STATEMENTS(n=len(where)))
    place = f"{statements} {suggestion.key}"
    if suggestion.reason is Reason.EDITED:
        was = tuple(texts.QUOTED(text=text) for text in suggestion.forbidden)
        return texts.CORRECTED(was=was, now=suggestion.renderings[0][0], n=count, place=place)
    if suggestion.reason is Reason.TWO_RENDERINGS:
        ways = tuple(texts.QUOTED_TIMES(text=text, count=n) for text, n in suggestion.renderings)
        return texts.WAYS(n=len(ways), ways=ways, place=place)
    reason = texts.REASON[suggestion.reason]() if suggestion.reason in texts.REASON else suggestion.reason
    return texts.MET(reason=reason, n=count, place=place)
