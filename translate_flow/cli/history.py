"""`translate-flow history`."""

from __future__ import annotations

import json

import click

from . import group, segment

SAYS = {
    "draft": "drafted",
    "edit": "edited",
    "confirm": "confirmed",
    "approve": "approved",
    "return": "returned",
    "comment": "commented",
    "carry": "carried over from the former source",
    "keep": "kept as it is",
    "dismiss": "dismissed a finding",
}
"""What each kind of event is called in the terminal."""


@group.command()
@group.document
@click.argument("key", metavar="[KEY]", required=False)
@group.to
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def history(document: str, key: str | None, to: str | None, form: str) -> None:
    """Every version of a segment: who, when, what."""
    from ..flow import history as flow

    work, _ = segment.open_one(document, to, None)
    rows = flow.history(work, key)
    if form == "json":
        click.echo(json.dumps(flow.to_json(work, rows), ensure_ascii=False, indent=1))
        return
    from rich.text import Text

    from . import terminal

    screen = terminal.console()
    for name, source, events in rows:
        terminal.show(screen, Text.assemble((name, "bold"), "  ", (source, "dim")))
        for place, event in enumerate(events):
            what = SAYS.get(event.do, event.do)
            who = event.engine if event.do == "draft" and event.engine else event.by
            head = f"{event.at[:16].replace('T', ' ')}  {who} {what}"
            terminal.show(screen, head + (f": {event.note}" if event.note else ""), 2)
            if event.do == "carry" and event.source:
                from .source_change import source_change

                later = (e.source for e in events[place + 1 :] if e.do == "carry" and e.source)
                terminal.show(screen, source_change(screen, event.source, next(later, source)), 4)
            if event.text is not None and event.do != "keep":
                terminal.show(screen, event.text, 4, style="italic")
        screen.print()
    if not rows:
        group.note(f"{work.name}: nothing has happened yet")
