"""`translate-flow show`."""

from __future__ import annotations

import click

from ..messages import say
from ..model import ICONS
from ..model.messages import KIND, STATE
from . import group, segment
from .messages import segments as texts


@group.command()
@group.document
@group.keys
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice(list(ICONS)),
    help="Only segments in this state; repeatable.",
)
@click.option(
    "--riskiest",
    type=click.IntRange(min=1),
    metavar="N",
    help="The N unread drafts that are most likely wrong, each with the reasons.",
)
@group.to
def show(
    document: str, keys: tuple[str, ...], states: tuple[str, ...], riskiest: int | None, to: str | None
) -> None:
    """Show a statement's segments: key, source and translation."""
    from . import terminal

    work, _ = segment.open_one(document, to, None)
    units = [work.unit(k) for k in keys] if keys else list(work.units)
    risks: dict[str, str] = {}
    if riskiest is not None:
        from ..flow.risk import riskiest as by_risk

        first = by_risk(work, units)[:riskiest]
        units = [unit for unit, _ in first]
        risks = {
            unit.key: "; ".join(
                (say(texts.RISK(score=f"{risk.score:.2f}")), *(say(r).rstrip(".") for r in risk.reasons))
            )
            for unit, risk in first
        }
    screen = terminal.console()
    for unit in units:
        if states and unit.state not in states:
            continue
        state, kind = say(STATE[unit.state]()), say(KIND[unit.segment.kind]())
        terminal.show(screen, f"{unit.key}  {ICONS[unit.state]} {state}, {kind}", style="bold")
        if unit.key in risks:
            terminal.show(screen, risks[unit.key], 2)
        if unit.previous:
            from .source_change import source_change

            note = next((e.remark for e in reversed(unit.events) if e.do == "carry"), "")
            changed = texts.SOURCE_CHANGED_NOTE(note=note) if note else texts.SOURCE_CHANGED()
            terminal.show(screen, say(changed), 2)
            terminal.show(screen, source_change(screen, unit.previous, unit.segment.text), 2)
        else:
            terminal.show(screen, unit.segment.text, 2, style="dim")
        if unit.target and unit.target != unit.segment.text:
            terminal.show(screen, unit.target, 2)
