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
    from rich.padding import Padding
    from rich.text import Text

    from .terminal import console

    screen = console()
    for name, source, events in rows:
        screen.print(Text.assemble((name, "bold"), "  ", (source, "dim")))
        for event in events:
            what = SAYS.get(event.do, event.do)
            engine = f" by {event.engine}" if event.engine and event.engine != event.by else ""
            head = f"{event.at[:16].replace('T', ' ')}  {event.by} {what}{engine}"
            screen.print(Padding(Text(head + (f": {event.note}" if event.note else "")), (0, 0, 0, 2), expand=False))
            if event.text is not None and event.do != "keep":
                screen.print(Padding(Text(event.text, style="italic"), (0, 0, 0, 20), expand=False))
        screen.print()
    if not rows:
        group.note(f"{work.name}: nothing has happened yet")
