"""Fixing what is certain: blanks, doubled words, capitals of names, the sign at the end."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from ...errors import UsageError
from ...model import State, Unit
from ...workspace import Workspace
from ..statement.sheet import Sheet
from ..statement.work import Work
from . import messages as said
from .edit import edit

READ = frozenset({State.TRANSLATED, State.APPROVED})
"""States in which a person has read the text: a draft is put right by whoever reads it."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A segment put right."""

    name: str
    key: str
    before: str
    after: str
    rules: tuple[str, ...]
    """Whose findings are gone."""


def fixed(sheet: Sheet, unit: Unit, rules: Collection[str] = ()) -> Fixed | None:
    """What a unit is with all certain remedies, of these rules or of all; None if there is none."""
    text = unit.target
    done: list[str] = []
    for _ in range(len(unit.target)):
        now = replace(unit, target=text, state=State.TRANSLATED)
        found = [f for f in sheet.check(now) if not rules or f.rule in rules]
        better = next(((f, t) for f in found if (t := sheet.remedy(now, f)) is not None), None)
        if better is None:
            break
        text, done = better[1], [*done, better[0].rule]
    return None if text == unit.target else Fixed(sheet.name, unit.key, unit.target, text, tuple(done))


def fix(sheet: Sheet, work: Work, key: str, rule: str, by: str) -> Unit:
    """Put one rule's findings right in a confirmed segment. Raises UsageError if the remedy is not certain."""
    unit = work.unit(key)
    better = fixed(sheet, unit, {rule}) if unit.state in READ else None
    if better is None:
        raise UsageError(said.NOT_CERTAIN(key=unit.key, rule=rule))
    return edit(work, unit.key, better.after, by)


def fix_all(
    workspace: Workspace, name: str, language: str, by: str, rules: Collection[str] = (), *, dry: bool = False
) -> list[Fixed]:
    """Put right what is certain in a statement's confirmed segments; with `dry` only tell."""
    work = Work.open(workspace, name, language)
    sheet = Sheet.of(work)
    found = [
        one
        for unit in list(sheet.units.values())
        if unit.state in READ and (one := fixed(sheet, unit, rules)) is not None
    ]
    for one in () if dry else found:
        edit(work, one.key, one.after, by)
    return found
