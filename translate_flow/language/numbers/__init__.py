"""Numbers, dates and times in Spanish and English text, made comparable.

Every figure carries one or more readings: `1,500` in a Peruvian text may be fifteen
hundred or one and a half. Two figures agree if they share a reading. Readings are
decimal numbers (`41`, `1234.56`), months (`m1`) and times of day on a twelve-hour
clock (`t10:30`); dates are taken apart into day, month and year, because the two
languages order and share them differently (*9 y 10 de enero*, *January 9 and 10*).
"""

from __future__ import annotations

from .compare import unmatched
from .figure import Figure
from .finding import figures

__all__ = ["Figure", "figures", "unmatched"]
