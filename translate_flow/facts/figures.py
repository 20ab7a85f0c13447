"""The figures of a source and its translation, compared once for all who ask."""

from __future__ import annotations

from functools import lru_cache

from ..language.numbers import Comparison, compare
from .reading import Reading


@lru_cache(maxsize=1024)
def figures_compared(source: Reading, target: Reading) -> Comparison:
    """What of the source's numbers, dates, units and hedges is otherwise in the translation."""
    return compare(
        source.text,
        target.text,
        (source.language, target.language),
        (source.figures, target.figures),
        (source.vocabulary, target.vocabulary),
        (source.cut, target.cut),
    )
