"""`translate-flow show`."""

from __future__ import annotations

import click

from ..messages import say
from ..model import ICONS
from . import group, segment


@group.command()
@group.document
@click.argument("keys", metavar="[KEY]...", nargs=-1)
@click.option("--state", "states", multiple=True, type=click.Choice(list(ICONS)), help="Only these states.")
@click.option(
    "--riskiest",
    type=click.IntRange(min=1),
    metavar="N",
    help="The N unread drafts that are likeliest wrong, with what speaks against each.",
)
@group.to
def show(
    document: str, keys: tuple[str, ...], states: tuple[str, ...], riskiest: int | None, to: str | None
) -> None:
    """Read a statement's segments with their keys, Spanish and translation."""
    from . import terminal

    work, _ = segment.open_one(document, to, None)
    units = [work.unit(k) for k in keys] if keys else list(work.units)
    told: dict[str, str] = {}
    if riskiest is not None:
        from ..flow.risk import riskiest as by_risk

        first = by_risk(work, units)[:riskiest]
        units = [unit for unit, _ in first]
        told = {
            unit.key: "; ".join((f"risk {risk.score:.2f}", *map(say, risk.reasons))) for unit, risk in first
        }
    screen = terminal.console()
    for unit in units:
        if states and unit.state not in states:
            continue
        head = f"{unit.key}  {ICONS[unit.state]} {unit.state}, {unit.segment.kind}"
        terminal.show(screen, head, style="bold")
        if unit.key in told:
            terminal.show(screen, told[unit.key], 2)
        if unit.previous:
            from .source_change import source_change

            note = next((say(e.remark) for e in reversed(unit.events) if e.do == "carry"), "")
            terminal.show(screen, f"the source changed{f' ({note})' if note else ''}:", 2)
            terminal.show(screen, source_change(screen, unit.previous, unit.segment.text), 2)
        else:
            terminal.show(screen, unit.segment.text, 2, style="dim")
        if unit.target and unit.target != unit.segment.text:
            terminal.show(screen, unit.target, 2)
