"""`translate-flow history`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..messages import say
from . import complete, group, segment, streams
from .messages import segments as texts
from .messages.timeline import IS_UNDONE

if TYPE_CHECKING:
    from rich.console import Console

    from ..flow.reviewing.history import Between
    from ..model import Event


@group.command()
@group.document
@group.maybe_key
@click.option(
    "--to",
    "to",
    multiple=True,
    metavar="LANG|VERSION",
    shell_complete=complete.languages,
    help="Target language; or the version to compare with (by default the present one).",
)
@click.option(
    "--from",
    "left",
    metavar="VERSION",
    default="",
    help="Version to compare from: its number or its name.",
)
@click.option("--view", type=click.Choice(["inline", "side", "plain"]), default="inline", show_default=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def history(document: str, key: str | None, to: tuple[str, ...], left: str, view: str, form: str) -> None:
    """Show every version of a segment: who, when, what; or the changes between two of them.

    A version is a number as listed, or draft, translator, previous, approved, present.
    """
    from ..errors import UsageError
    from ..flow.reviewing import history as flow
    from .diff import split_to

    languages, right = split_to(group.workspace(), to)
    work, _ = segment.open_one(document, languages[0] if to and len(languages) == 1 else None, None)
    if left or right:
        if not key:
            raise UsageError(texts.WHICH_SEGMENT())
        between = flow.between(work, key, left or "draft", right or "present")
        if form == "json":
            streams.show_json(flow.between_json(work, between))
        else:
            _between(between, view)
        return
    rows = flow.history(work, key)
    if form == "json":
        streams.show_json(flow.to_json(work, rows))
        return
    from rich.text import Text

    from . import terminal

    screen = terminal.console()
    for name, source, events in rows:
        terminal.show(screen, Text.assemble((name, "bold"), "  ", (source, "dim")))
        _events(screen, source, events)
        terminal.show(screen, "")
    if not rows:
        group.note(texts.NOTHING_YET(name=work.name))


def _events(screen: Console, source: str, events: list[Event]) -> None:
    """Each event; each version after the first as what changed since the one before."""
    from ..catalogue.states import UNDO, undone
    from . import terminal
    from .source_change import source_change

    gone = undone(events)
    number, text = 0, ""
    for place, event in enumerate(events):
        what = say(texts.DID[event.do]() if event.do in texts.DID else event.do)
        if event.do == "carry" and not event.source:
            what = say(texts.CARRIED_OVER())
        who = event.engine if event.do == "draft" and event.engine else event.by
        counts = event.do != UNDO and event.id not in gone
        new = counts and event.text is not None and (not number or event.text != text or event.do == "draft")
        number += new
        head = f"{event.at[:16].replace('T', ' ')}  {who} {what}"
        head += f", {say(texts.VERSION(number=number))}" if new else ""
        if event.score is not None:
            head += f", {event.score} %"
        head += f" ({say(IS_UNDONE())})" if event.id in gone else ""
        terminal.show(screen, head + (f": {say(event.remark)}" if event.remark else ""), 2)
        if event.do == "carry" and event.source:
            later = (e.source for e in events[place + 1 :] if e.do == "carry" and e.source)
            terminal.show(screen, source_change(screen, event.source, next(later, source)), 4)
        if event.text is not None and new and event.do != "keep":
            shown = source_change(screen, text, event.text) if text and event.do != "draft" else event.text
            terminal.show(screen, shown, 4, style="italic")
        elif event.text is not None and not counts and event.do != UNDO:
            terminal.show(screen, event.text, 4, style="dim")
        text = event.text if event.text is not None and counts else text


def _between(between: Between, view: str) -> None:
    from rich.text import Text

    from ..glossary import Glossary
    from ..review.marking import mark
    from . import terminal
    from .diff_prose import views
    from .diff_text import classes

    screen = terminal.console()
    edit = between.edit
    terminal.show(screen, Text.assemble((edit.unit.key, "bold"), "  ", (edit.unit.segment.text, "dim")))
    for sign, version in (("-", between.left), ("+", between.right)):
        who = version.event.engine or version.event.by
        when = version.event.at[:16].replace("T", " ")
        more = f", {version.event.score} %" if version.event.score is not None else ""
        if version.event.glossary:
            more += f", {say(texts.GLOSSARY(digest=version.event.glossary[:8]))}"
        said = say(texts.VERSION_LINE(number=version.number, at=when, who=who))
        terminal.show(screen, f"{sign} {said}{more}", 2)
    for line in views(mark(edit, Glossary(t.term for t in edit.terms)), view):
        screen.print(line)
    if edit.changes:
        terminal.show(screen, classes(edit), 2)
