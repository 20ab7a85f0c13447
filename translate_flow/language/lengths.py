"""How long a translation is: a law of the pair of languages, by their tables `[length]`.

After Gale and Church, A program for aligning sentences in bilingual corpora (1993): the length of a translation
scatters around a multiple of the source's, the more in proportion the shorter the text.
"""

from __future__ import annotations

import math
from functools import lru_cache

from . import knowledge

_VARIANCE = 2.0
"""Of a translation's length, by characters of the source; half of what Gale and Church found, as sentences here are longer."""
_STYLE = 0.05
"""Part by which one translator writes longer or shorter than another throughout a text."""
_OFFSET = 8
"""Characters added to both sides, so that a short text may differ."""


@lru_cache(maxsize=64)
def ratio(source_language: str, target_language: str) -> float | None:
    """Characters of a usual translation for one of the source; None where one language's length is not known."""
    here, there = (
        knowledge.of(tag).table("length").get("relative") for tag in (source_language, target_language)
    )
    return there / here if isinstance(here, (int, float)) and isinstance(there, (int, float)) else None


def deviation(source: float, target: float, usual: float) -> float:
    """Standard deviations by which a translation is longer than usual (below 0: shorter), given both lengths."""
    expected = (source + _OFFSET) * usual
    chance = _VARIANCE * (source + _OFFSET)
    return (target + _OFFSET - expected) / math.sqrt(chance + (_STYLE * source) ** 2)
