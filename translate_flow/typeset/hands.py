"""Whose a translation is, as TMX says it."""

from __future__ import annotations

from .. import tmx
from ..catalogue.states import HUMAN
from ..model import CONFIRMED, Unit


def hands(unit: Unit) -> dict[str, str]:
    """Who made the translation and who saw it last, and when: of a confirmed one persons, else what drafted it."""
    if unit.state not in CONFIRMED:
        event = next((e for e in reversed(unit.events) if e.text == unit.target), None)
        return tmx.changed(event.at, event.by) if event else {}
    persons = [e for e in unit.events if e.do in HUMAN]
    author = next((e for e in reversed(persons) if e.do in ("edit", "confirm")), None)
    made = tmx.created(author.at, author.by) if author else {}
    return made | (tmx.changed(persons[-1].at, persons[-1].by) if persons else {})
