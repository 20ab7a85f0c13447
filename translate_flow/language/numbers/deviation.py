"""Where figures of two texts differ, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass

from .figure import Figure
from .hedges import Hedge
from .years import Partner


@dataclass(frozen=True, slots=True)
class Deviation:
    """A figure of the source and what the translation has in its place."""

    source: Figure | None
    """None if the source has nothing like it."""
    target: Figure | None
    """None if the translation has nothing like it."""
    said: str = ""
    """What the source has at the figure: a unit, a hedge."""
    instead: str = ""
    """What the translation has there; empty if nothing."""
    certain: bool = True
    """Whether it is wrong beyond doubt."""


def measure(one: Partner, ours: str, theirs: str, *, certain: bool = True) -> Deviation:
    """Two figures with what is at each: a unit, a currency."""
    return Deviation(one.source, one.target, _with(one.source, ours), _with(one.target, theirs), certain)


def _with(figure: Figure, unit: str) -> str:
    """A figure with its unit, as a message shows it."""
    if not unit:
        return figure.form
    return f"{unit}{figure.form}" if unit in _BEFORE else f"{figure.form} {unit}"


_BEFORE = frozenset({"$", "€", "£", "¥", "US$", "R$", "U$S"})
"""Characters that stand before a number."""


def hedged(one: Partner, ours: Hedge | None, theirs: Hedge | None, *, certain: bool) -> Deviation:
    """Two figures with what says that they are not exact."""
    return Deviation(
        one.source,
        one.target,
        f"{ours.form} {one.source.form}" if ours else one.source.form,
        f"{theirs.form} {one.target.form}" if theirs else one.target.form,
        certain,
    )
