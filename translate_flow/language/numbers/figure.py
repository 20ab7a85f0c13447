"""What a figure is."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class FigureKind(StrEnum):
    """What a figure counts as where two texts are compared."""

    NUMBER = "number"
    """A quantity, a year, a code."""
    ORDINAL = "ordinal"
    """A place in an order: *tercer*, *twenty-first*, *VI*."""
    FRACTION = "fraction"
    """A part: *mitad*, *tercio*."""
    ROUND = "round"
    """A number that is not exact: *cientos*, *tens of thousands*."""
    ARTICLE = "article"
    """*un*, *one*: a number or an article."""
    LOOSE = "loose"
    """What may stand for a number: *ambos*, *pair*, *decade*."""
    MONTH = "month"
    WEEKDAY = "weekday"
    TIME = "time"
    DAY_PART = "day part"
    """*la mañana*, *the afternoon*."""


class Figure(NamedTuple):
    """A number, month, weekday or time of day found in a text."""

    form: str
    """As it is there."""
    start: int
    """First character in the text."""
    end: int
    """One past its last character."""
    readings: frozenset[str]
    """What it may mean: `41`, `1234.56`, `m1` (January), `w1` (Monday), `t15:30` (half past three), `~100` (hundreds)."""
    certain: bool = True
    """Whether it must have a partner in the translation; *un*, *primero*, *May* need none."""
    spelled: bool = False
    """Written in words."""
    kind: FigureKind = FigureKind.NUMBER
    """What it counts as."""

    @property
    def value(self) -> str:
        """One reading, for messages: the one with the digits that are written, else the shortest."""
        if len(self.readings) == 1:
            return next(iter(self.readings))
        written = re.sub(r"\D", "", self.form).lstrip("0")
        return min(self.readings, key=lambda r: (re.sub(r"\D", "", r) != written, len(r), r))
