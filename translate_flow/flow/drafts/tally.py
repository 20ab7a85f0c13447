"""What became of each engine's drafts in a job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ...drafting import Draft
from ...drafting.messages import PLACE_GUESSED
from ...messages import Message

NOT_HELD = "not-held"
"""Is among the rules for a name, mark or line break that did not come through the engine whole."""


@dataclass
class Tally:
    """Counts of one engine's drafts."""

    taken: int = 0
    """Drafts that are in."""
    repaired: int = 0
    """Of these: put right by a second try."""
    faulty: int = 0
    """Of these: taken although a fact does not hold, since no engine made a better one."""
    turned_down: int = 0
    """Drafts that were not taken: handed on to the next engine or, after the last, left out."""
    why: Counter[str] = field(default_factory=Counter)
    """Drafts in which a fact does not hold, by rule."""

    def take(self, item: Draft) -> None:
        """Count a draft that is in."""
        self.taken += 1
        self.repaired += item.again and not wrong(item)
        self.faulty += wrong(item) > 0

    def doubt(self, item: Draft) -> None:
        """Count what is wrong with a draft."""
        self.why.update({rule_of(fault) for fault in item.faults})
        if wrong(item) > len(item.faults):
            self.why[NOT_HELD] += 1


def added(statements: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """The counts of several statements together, by engine."""
    made: dict[str, Tally] = {}
    for tallies in statements:
        for engine, one in tallies.items():
            whole = made.setdefault(engine, Tally())
            whole.taken += one.taken
            whole.repaired += one.repaired
            whole.faulty += one.faulty
            whole.turned_down += one.turned_down
            whole.why.update(one.why)
    return made


def wrong(item: Draft) -> int:
    """How many things are wrong with a draft; a mark put back in a likely place is to be looked at, and no reason for another."""
    return len(item.faults) + sum(problem.id != PLACE_GUESSED.id for problem in item.problems)


def rule_of(fault: Message) -> str:
    """The check that a fault is of."""
    return str(fault.values.get("rule", ""))
