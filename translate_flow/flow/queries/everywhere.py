"""A query asked of all statements and languages at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ...errors import TranslateFlowError, UsageError
from ...model import Unit
from ...workspace import Workspace
from ...workspace.access import present
from ..statement.sheet import Sheet
from ..statement.work import Work
from .find import find
from .query import Condition, parse, plain

Place = tuple[str, str]
"""Target language and statement name."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A segment that answers the query."""

    name: str
    language: str
    number: int
    """Which paragraph of the statement it is, from 1."""
    unit: Unit


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found."""

    hits: tuple[Hit, ...]
    """In the order of the statements, at most as many as were wanted."""
    total: int
    """How many there are in all."""
    errors: tuple[TranslateFlowError, ...] = ()
    """Why statements were passed over."""


def everywhere(
    workspace: Workspace,
    query: str,
    places: Iterable[Place],
    most: int,
    sheet_of: Callable[[str, str], Sheet] | None = None,
) -> Hits:
    """The segments of these statements that match, all for an empty query. `sheet_of` gives sheets that are open.

    A statement that cannot be read is passed over and reported. Raises UsageError for a query that cannot be understood.
    """
    conditions = parse(query)
    hits: list[Hit] = []
    errors: list[TranslateFlowError] = []
    total = 0
    for language, name in places:
        if not _may_hold(workspace, name, language, conditions):
            continue
        try:
            sheet = sheet_of(name, language) if sheet_of else Sheet.of(Work.open(workspace, name, language))
            keys = find(sheet, query)
        except UsageError:
            raise
        except TranslateFlowError as error:
            errors.append(error)
            continue
        total += len(keys)
        wanted = set(keys[: max(0, most - len(hits))])
        if wanted:
            present().shown(name, language)
        hits += [
            Hit(name, language, number, unit)
            for number, (key, unit) in enumerate(sheet.units.items(), 1)
            if key in wanted
        ]
    return Hits(tuple(hits), total, tuple(errors))


def _may_hold(workspace: Workspace, name: str, language: str, conditions: Sequence[Condition]) -> bool:
    """Whether a statement is worth opening: opening is the slow part, and most have none of the words."""
    words = [c.values for c in conditions if c.field == "text" and not c.negated]
    if not words:
        return True
    try:
        data = workspace.catalogue_path(name, language).read_bytes()
        # What was journalled and is not in the file yet is in the journal.
        data += workspace.journal_path(name, language).read_bytes()
    except OSError:
        return True
    whole = plain(data.decode("utf-8", "replace").replace('"\n"', "").replace('\\"', '"'))
    return all(any(value in whole for value in values) for values in words)
