"""How text that no person has confirmed is told apart in what is built."""

from __future__ import annotations

from ..model import CONFIRMED, Edition, State, Unit

MACHINE = "[machine translation, not reviewed]"
"""Comes before a machine or memory draft."""
OUTDATED = "[not reviewed since the source changed]"
"""Comes before a translation of an earlier source."""
GUESSED = "[the place of a mark was guessed]"
"""Comes behind the label where the translation lacked a mark of its source."""
UNTRANSLATED = "[not translated]"
"""Comes before the source where there is no translation."""

_LABELS = {State.DRAFT: MACHINE, State.STALE: OUTDATED, State.MISSING: UNTRANSLATED}


def label(unit: Unit) -> str:
    """The label a unit must carry in prose; empty if a person has confirmed its text."""
    return _LABELS.get(unit.state, "")


def translated(unit: Unit) -> bool:
    """Whether there is a translation to show."""
    return bool(unit.target.strip()) and unit.state is not State.MISSING


def shown(unit: Unit) -> str:
    """What a reader of the translation is shown: the source, where there is no translation."""
    return unit.target if translated(unit) else unit.segment.text


def labelled(unit: Unit) -> str:
    """The text shown, behind its label if it needs one."""
    return f"{label(unit)} {shown(unit)}".lstrip() if label(unit) else shown(unit)


def unconfirmed(edition: Edition) -> int:
    """Number of units that no person has confirmed."""
    return sum(unit.state not in CONFIRMED for unit in edition.units)


def warning(edition: Edition) -> str:
    """One sentence for the head of a text with unconfirmed units; empty if there are none."""
    waiting = unconfirmed(edition)
    if not waiting:
        return ""
    verb = "passage has" if waiting == 1 else "passages have"
    return f"{waiting} of {len(edition.units)} {verb} not been confirmed by a person; each is marked. Not for publication."
