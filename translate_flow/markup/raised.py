"""Raised and lowered figures where there is only text: 41¹, 10⁶, H₂O; a note behind 41 must not make 411 of it."""

from __future__ import annotations

_RAISED = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
STYLES = {"sup": _RAISED, "sub": _LOWERED}
"""By the name of the mark."""
_BESIDE = " ,*–"
"""Characters that may stand between such figures as they are: *41¹,²*."""


def in_plain(text: str, style: str) -> str:
    """A stretch that is raised (`sup`) or lowered (`sub`), in characters that are so by themselves.

    Each character stands for one. A stretch without figures is given as it is: the *er* of *1er*, the *o* of *No*.
    """
    table = STYLES.get(style)
    if table is None or not any("0" <= c <= "9" for c in text):
        return text
    return text.translate(table) if all(ord(c) in table or c in _BESIDE for c in text) else text
