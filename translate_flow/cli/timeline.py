"""`translate-flow timeline`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..messages import say
from ..model.messages import STATE
from . import group, segment, streams
from .messages import timeline as texts

if TYPE_CHECKING:
    from rich.console import Console

    from ..flow.reviewing.timeline import Changed
    from ..flow.statement.acts import Act


@group.command()
@group.document
@group.to
@click.option(
    "--since",
    metavar="MOMENT",
    default="",
    help="What changed since then: the name of an act, or a date and time such as 2026-03-08T14:00.",
)
@click.option("--until", metavar="MOMENT", default="", help="The end of the period; by default now.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def timeline(document: str, to: str | None, since: str, until: str, form: str) -> None:
    """Show what was done to a statement, act by act; or what changed between two moments.

    The names of the acts are what undo --act takes.
    """
    from ..flow.reviewing import timeline as flow

    work, _ = segment.open_one(document, to, None)
    if since or until:
        earlier = flow.moment(work, since) if since else flow.Moment("", event="0")
        later = flow.moment(work, until)
        if form == "json":
            streams.show_json(flow.changed_json(work, earlier, later))
            return
        changed = flow.between_moments(work, earlier, later)
        _show(changed)
        if not changed:
            group.note(texts.NOTHING_CHANGED(name=work.name))
        return
    if form == "json":
        streams.show_json(flow.timeline_json(work))
        return
    from .terminal import console

    screen = console()
    acts = flow.timeline(work)
    for act in acts:
        _line(screen, act)
    if not acts:
        group.note(texts.NOTHING_YET(name=work.name))


def _line(screen: Console, act: Act) -> None:
    from rich.text import Text

    from ..flow.reviewing.timeline import counted
    from . import terminal

    counts = counted(act)
    deeds = ", ".join(f"{say(texts.DEEDS[d]()) if d in texts.DEEDS else d} {n}" for d, n in counts.items())
    line = Text.assemble((act.name, "bold"), f"  {act.at[:16].replace('T', ' ')}  {act.by}  {deeds}")
    if act.undoes:
        line.append(f" [{act.undoes}]")
    if act.undone:
        line.append(f"  ({say(texts.IS_UNDONE())})", "dim")
    terminal.show(screen, line)


def _show(changed: list[Changed]) -> None:
    from rich.text import Text

    from . import terminal
    from .source_change import source_change

    screen = terminal.console()
    for one in changed:
        head = Text.assemble((one.key, "bold"), "  ", (one.source, "dim"))
        terminal.show(screen, head)
        if one.states[0] is not one.states[1]:
            terminal.show(screen, " → ".join(say(STATE[s]()) for s in one.states), 2)
        shown = source_change(screen, one.before, one.after) if one.before else one.after
        terminal.show(screen, shown, 2, style="italic")
        terminal.show(screen, "")
