"""Texts a translator may take for one segment: from the memory, and from an engine on request."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ...catalogue import Catalogue
from ...catalogue.messages import combined
from ...engines import Factory
from ...errors import CatalogueError, UsageError
from ...memory import MemoryMatch, Query
from ...messages import Message, Value, several
from ...review import diff
from ...review.tracked import DiffRun
from ..memory import KeptMemory, opened
from ..statement.messages import NO_SUCH_KEY
from ..statement.privacy import fresh, must_match
from ..statement.sheet import Sheet
from .brief import brief_of
from .chain import EngineChain
from .compare import alone
from .engines import able, usable
from .messages import MADE_THERE, NO_ENGINE_HERE, NO_TRANSLATION, NOT_A_DRAFTER, PARAGRAPH_OF

LEAST = 55
"""Percent from which on a match is of use to look at."""


@dataclass(frozen=True, slots=True)
class DraftProposal:
    """One text."""

    text: str
    """The translation."""
    score: int | None
    """How well the memory's source matches, percent; None for an engine's."""
    origin: Message | str
    """Where it comes from: statement, person, engine."""
    source: tuple[DiffRun, ...] = ()
    """What differs between the memory's source and this one; empty if nothing does."""
    differs: tuple[DiffRun, ...] = ()
    """What differs between the first engine's draft and this one; empty if nothing does."""
    caution: Message | None = None
    """What a person has to fix in it, such as another number; None if nothing is known."""


def remembered(
    sheet: Sheet, key: str, most: int = 3, *, memory: KeptMemory | None = None
) -> list[DraftProposal]:
    """What the memory knows that is like this segment, best first; `memory` is one that is open. Raises MemoryStoreError."""
    units = list(sheet.units.values())
    place = next((n for n, unit in enumerate(units) if unit.key == key), None)
    if place is None:
        raise UsageError(NO_SUCH_KEY(name=sheet.name, key=key, nearest=""))
    text = units[place].segment.text
    query = Query(
        text,
        sheet.language,
        document=sheet.name,
        previous=units[place - 1].segment.text if place else "",
        following=units[place + 1].segment.text if place + 1 < len(units) else "",
        least=LEAST,
    )
    found = []
    with nullcontext(memory) if memory else opened(sheet.work.workspace) as asked:
        hits = asked.lookup(query, sheet.scene().glossary, limit=most + 2)
    for hit in hits:
        if (hit.document, hit.key) == (sheet.name, key):
            continue  # itself
        pieces = () if hit.source == text else diff(hit.source, text)
        origin = MADE_THERE(place=_where(sheet, hit), made=hit.made)
        found.append(DraftProposal(hit.target, min(hit.score, 100), origin, pieces, caution=hit.guard))
    return found[:most]


def _where(sheet: Sheet, hit: MemoryMatch) -> Value:
    """The hit's statement and which paragraph of it.

    A file's name alone, and a statement's that cannot be read or has the paragraph no longer.
    """
    if hit.document == sheet.name:
        number = next((n for n, known in enumerate(sheet.units, 1) if known == hit.key), None)
    else:
        path = sheet.work.workspace.catalogue_path(hit.document, sheet.language)
        try:
            number = _paragraphs(path, path.stat().st_mtime_ns).get(hit.key)
        except (CatalogueError, OSError):
            number = None
    return hit.document if number is None else PARAGRAPH_OF(document=hit.document, number=number)


@lru_cache(maxsize=64)
def _paragraphs(path: Path, _moment: int) -> dict[str, int]:
    """Which paragraph of its statement each key is, by the catalogue of that moment."""
    return {entry.key: n for n, entry in enumerate(Catalogue.load(path).entries, 1)}


def drafters(sheet: Sheet) -> list[str]:
    """Names of the engines that may draft this statement now: its own in their order, then others on this machine.

    Raises UsageError if there are none; WorkspaceError if the settings, read anew, are not in order.
    """
    return [factory.name for factory in _factories(sheet)]


def _factories(sheet: Sheet, wanted: str = "") -> list[Factory]:
    """Engines that may draft it. Raises UsageError for one that is wanted and may not see the text."""
    workspace = fresh(sheet.work.workspace)
    must_match(workspace)
    found = able(workspace, (), sheet.language, sheet.name)
    if wanted and wanted not in [factory.name for factory in found]:
        able(workspace, (wanted,), sheet.language, sheet.name)
    if not found:
        _, reasons = usable(workspace, (), sheet.language, sheet.name)
        raise UsageError(several(reasons) if reasons else NO_ENGINE_HERE())
    return found


def by_engine(sheet: Sheet, key: str, engine: str) -> DraftProposal:
    """A fresh draft by one of the `drafters`; nothing is stored.

    What differs from the first of them is marked. Raises UsageError for an engine that may not draft it or gave no
    translation, EngineError; WorkspaceError if the settings, read anew, are not in order.
    """
    factories = _factories(sheet, engine)
    chosen = next((one for one in factories if one.name == engine), None)
    segment, brief = sheet.units[key].segment, brief_of(sheet.work)
    if chosen is None:
        raise UsageError(NOT_A_DRAFTER(engine=engine, name=sheet.name))
    with EngineChain(sheet.work.workspace, sheet.language) as chain:
        item = alone(chain, chosen, segment, brief)
        first = item if chosen is factories[0] else alone(chain, factories[0], segment, brief)
    if item is None:
        raise UsageError(NO_TRANSLATION(name=sheet.name, key=key))
    differs = diff(first.text, item.text) if first is not None and first.text != item.text else ()
    caution = combined((*item.problems, *item.faults))
    return DraftProposal(item.text, None, item.engine, differs=differs, caution=caution)
