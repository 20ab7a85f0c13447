"""Numbers, dates and times of a text, made comparable between languages.

Every figure carries one or more readings: `1,500` in a Peruvian text may be fifteen hundred or one
and a half. Two figures agree if they share a reading. Readings are decimal numbers (`41`, `1234.56`),
months (`m1`), weekdays (`w1`, Monday), times of day (`t15:30`) and round numbers (`~100`, hundreds);
dates are taken apart into day, month and year, because languages order and share them differently
(*9 y 10 de enero*, *January 9 and 10*).
"""

from __future__ import annotations

from .compare import unmatched
from .comparison import Comparison, compare
from .deviation import Deviation
from .figure import Figure, FigureKind
from .finding import figures
from .years import Partner

__all__ = ["Comparison", "Deviation", "Figure", "FigureKind", "Partner", "compare", "figures", "unmatched"]
