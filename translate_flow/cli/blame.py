"""`translate-flow blame`."""

from __future__ import annotations

import click

from ..messages import say
from . import group, segment, streams
from .messages import segments as texts


@group.command()
@group.document
@group.key
@group.to
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def blame(document: str, key: str, to: str | None, form: str) -> None:
    """Show who wrote each word of a segment: machine, memory or person, and when."""
    from ..flow.reviewing.history import blame_json

    work, _ = segment.open_one(document, to, None)
    made = blame_json(work, key)
    if form == "json":
        streams.show_json(made)
        return
    from rich.text import Text

    from ..review.marking import printable
    from . import terminal

    screen = terminal.console()
    names = [
        f"{part['at'][:16].replace('T', ' ')}  {part['by']}" if part["by"] else say(texts.UNKNOWN())
        for part in made["parts"]
    ]
    wide = min(max(map(len, names), default=0), 44)
    for name, part in zip(names, made["parts"], strict=True):
        said = printable(part["text"]).replace("\n", "↵")
        style = "dim" if part["do"] in ("draft", "carry") else ""
        left = Text(f"{printable(name):<{wide}}  ", "bold" if not style else "dim")
        lines = Text(said.strip() or said, style).wrap(screen, max(20, screen.width - wide - 2))
        for n, line in enumerate(lines):
            line.rstrip()
            screen.print((left if n == 0 else Text(" " * (wide + 2))) + line, soft_wrap=True)
