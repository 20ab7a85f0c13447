"""Drafts in the order in which they want reading."""

from __future__ import annotations

from collections.abc import Iterable

from ..checks import costs
from ..model import State, Unit
from ..risk import Risk, of_unit
from .statement.sheet import Sheet
from .statement.work import Work


def riskiest(work: Work, units: Iterable[Unit]) -> list[tuple[Unit, Risk]]:
    """The machine's texts that no person has confirmed, the riskiest first; equals in document order.

    Raises GlossaryError.
    """
    sheet = Sheet.of(work)
    languages = (work.workspace.settings.languages.source, work.language)
    found = [
        (unit, of_unit(unit, languages, costs(sheet.finding(unit.key))))
        for unit in units
        if unit.state is State.DRAFT
    ]
    return sorted(found, key=lambda item: -item[1].score)
