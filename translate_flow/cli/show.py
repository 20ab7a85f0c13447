"""`translate-flow show`."""

from __future__ import annotations

import click

from . import group, segment


@group.command()
@group.document
@click.argument("keys", metavar="[KEY]...", nargs=-1)
@click.option("--state", "states", multiple=True, type=click.Choice(list(segment.ICONS)), help="Only these states.")
@group.to
def show(document: str, keys: tuple[str, ...], states: tuple[str, ...], to: str | None) -> None:
    """Read a statement's segments with their keys, Spanish and translation."""
    from rich.padding import Padding
    from rich.text import Text

    from .terminal import console

    work, _ = segment.open_one(document, to, None)
    units = [work.unit(k) for k in keys] if keys else list(work.units)
    screen = console()
    for unit in units:
        if states and unit.state not in states:
            continue
        head = f"{unit.key}  {segment.ICONS[unit.state]} {unit.state}, {unit.segment.kind}"
        screen.print(Text(head, style="bold"))
        screen.print(Padding(Text(unit.segment.text, style="dim"), (0, 0, 0, 2), expand=False))
        if unit.target and unit.target != unit.segment.text:
            screen.print(Padding(Text(unit.target), (0, 0, 0, 2), expand=False))
