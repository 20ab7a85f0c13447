"""How much of a statement is in which state, in paragraphs and source words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..messages import Message
from .state import CONFIRMED, State


@dataclass(frozen=True, slots=True)
class Count:
    """A number of segments and of their source words."""

    segments: int = 0
    words: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.segments + other.segments, self.words + other.words)


@dataclass(frozen=True, slots=True)
class Coverage:
    """One statement in one language, or several together."""

    name: str
    language: str
    states: dict[State, Count] = field(default_factory=dict)
    """Every state, also those with nothing in them."""
    returned: int = 0
    """Segments a reviewer sent back and nobody has edited since."""
    notice: Message | None = None
    """What else the coordinator should know, such as "source changed"; None if nothing."""
    confidential: Message | None = None
    """Where it says that the statement is confidential; None if it does not."""
    doubtful: tuple[str, ...] = ()
    """Keys of segments that a person should look at: the PO file came with an older text, or two people
    wrote a text without sight of each other's."""

    @property
    def total(self) -> Count:
        """All segments and words."""
        return sum(self.states.values(), Count())

    @property
    def confirmed(self) -> Count:
        """What a person has confirmed, and what needs no translation."""
        return sum((c for s, c in self.states.items() if s in CONFIRMED), Count())

    @property
    def percent(self) -> float:
        """Confirmed share of the source words, 0 to 100; a statement without words is complete.

        Rounded down to a tenth, so that 100 means every word.
        """
        total = self.total.words
        return int(1000 * self.confirmed.words / total) / 10 if total else 100.0


def together(parts: Iterable[Coverage], language: str) -> Coverage:
    """Several statements' coverage as one."""
    states = dict.fromkeys(State, Count())
    returned = 0
    for part in parts:
        returned += part.returned
        for state, count in part.states.items():
            states[state] += count
    return Coverage("all", language, states, returned)
