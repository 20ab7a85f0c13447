"""Coverage: how much of a statement is in which state, in paragraphs and source words. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..language.text import count_words
from ..messages import Message
from ..model import CONFIRMED, State, Unit
from .states import DOUBT, standing


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


def measure(
    name: str,
    language: str,
    units: Iterable[Unit],
    notice: Message | None = None,
    confidential: Message | None = None,
) -> Coverage:
    """The coverage of one statement's units."""
    segments = dict.fromkeys(State, 0)
    words = dict.fromkeys(State, 0)
    returned = 0
    for unit in units:
        segments[unit.state] += 1
        words[unit.state] += count_words(unit.segment.text)
        if unit.state in (State.DRAFT, State.STALE):
            returned += is_returned(unit)
    return Coverage(
        name, language, {s: Count(segments[s], words[s]) for s in State}, returned, notice, confidential
    )


def is_returned(unit: Unit) -> bool:
    """Whether a reviewer sent the present text back."""
    for event in reversed(unit.events):
        if event.do == "return":
            return True
        if event.do == "carry" and not event.source:
            continue  # the same paragraph under another key
        if event.do in ("edit", "confirm", "approve", "draft", "carry"):
            return False
    return False


def is_doubtful(unit: Unit) -> bool:
    """Whether a person should look: an older text or mark came with the PO file and nobody has decided
    since, or two people wrote a text without sight of each other's."""
    edits = 0
    for event in reversed(unit.events):
        if event.do == DOUBT and not edits:
            return True
        if event.do in ("confirm", "approve", "return", "draft", "carry", "keep"):
            return False
        edits += event.do == "edit"
        if edits > 1:
            return bool(standing(unit.events).beside)
    return False


def together(parts: Iterable[Coverage], language: str) -> Coverage:
    """Several statements' coverage as one."""
    states = dict.fromkeys(State, Count())
    returned = 0
    for part in parts:
        returned += part.returned
        for state, count in part.states.items():
            states[state] += count
    return Coverage("all", language, states, returned)
