"""Proposed changes in the terminal: each shown as a diff, and taken or left."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ..messages import say
from ..model.messages import STATE
from . import group
from .messages import segments as texts

if TYPE_CHECKING:
    from ..flow.editing.spread import SpreadProposal


def show(proposals: Sequence[SpreadProposal], view: str, numbers: Sequence[int] = ()) -> None:
    """Print each with its number, key, state and change."""
    from rich.text import Text

    from ..flow.editing.spread import shown
    from ..glossary import Glossary
    from ..model import ICONS
    from ..review.marking import mark
    from . import terminal
    from .diff_prose import views

    screen = terminal.console()
    for number, proposal in zip(numbers or range(1, len(proposals) + 1), proposals, strict=True):
        unit = proposal.unit
        head = Text.assemble(
            (f"{number}  ", "bold"),
            f"{proposal.statement}  ",
            (unit.key, "bold"),
            f"  {ICONS[unit.state]} {say(STATE[unit.state]())}",
        )
        if proposal.reason == "source":
            head.append(f"  {say(texts.SAME_SOURCE())}", "dim")
        terminal.show(screen, head)
        for line in views(mark(shown(proposal), Glossary([])), view):
            screen.print(line)
        screen.print()


def choose(
    proposals: Sequence[SpreadProposal], view: str, taken: Sequence[str], everything: bool
) -> list[SpreadProposal]:
    """Which to take: all, those of the numbers or keys named, or as a person at the terminal answers.

    Raises UsageError for a number or key that was not offered.
    """
    from ..errors import UsageError

    if everything:
        return list(proposals)
    if taken:
        chosen = []
        for word in taken:
            found = [
                p
                for n, p in enumerate(proposals, 1)
                if word == str(n) or p.unit.key == word or (len(word) > 3 and p.unit.key.startswith(word))
            ]
            if not found:
                raise UsageError(texts.NOT_OFFERED(word=word))
            chosen += [p for p in found if p not in chosen]
        return chosen
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return []
    return _asked(proposals, view)


def _asked(proposals: Sequence[SpreadProposal], view: str) -> list[SpreadProposal]:
    chosen: list[SpreadProposal] = []
    for number, proposal in enumerate(proposals, 1):
        show([proposal], view, [number])
        answer = click.prompt(
            say(texts.TAKE_IT()),
            type=click.Choice(["y", "n", "all", "quit"]),
            default="n",
            show_choices=False,
            err=True,
        )
        if answer == "quit":
            break
        if answer == "all":
            return [*chosen, *proposals[number - 1 :]]
        if answer == "y":
            chosen.append(proposal)
    return chosen


def told(count: int, offered: int) -> None:
    """How many were taken."""
    group.note(texts.TAKEN(n=count, offered=offered))
