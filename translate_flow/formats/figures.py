"""Cells of tables that hold figures alone: they are kept as the source's language writes them, which is reported."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import Omission
from .messages import FIGURES

_OTHERWISE = re.compile(r"\d[.,' \xa0\u2009\u202f]\d")
"""Digits that a point, comma or blank parts: languages do not agree on which, and where."""


def omissions(texts: Iterable[str]) -> tuple[Omission, ...]:
    """What is said of cells without words; nothing of numbers that every language writes alike."""
    found = tuple(text for text in texts if _OTHERWISE.search(text))
    return (Omission(FIGURES(n=len(found)), len(found), found),) if found else ()
