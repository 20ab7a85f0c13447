"""What a figure is."""

from __future__ import annotations

import re
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
        """One reading, for messages: the one with the digits that are written, else the shortest."""
        written = re.sub(r"\D", "", self.form).lstrip("0")
        return min(self.readings, key=lambda r: (re.sub(r"\D", "", r) != written, len(r), r))
