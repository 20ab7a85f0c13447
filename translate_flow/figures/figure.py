"""What a figure is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, month or time of day found in a text."""

    form: str
    """As it stands there."""
    start: int
    """First character in the text."""
    end: int
    """One past its last character."""
    readings: frozenset[str]
    """What it may mean: `41`, `1234.56`, `m1` (January), `t10:30` (twelve-hour clock)."""
    certain: bool = True
    """Whether it must have a partner in the translation; *un*, *primero*, *May* need none."""
    spelled: bool = False
    """Written in words."""

    @property
    def value(self) -> str:
        """One reading, for messages and sorting: the shortest, then the first in order."""
        return min(self.readings, key=lambda reading: (len(reading), reading))
