"""Texts a translator may take for one segment: from the memory, and from an engine on request."""

from __future__ import annotations

from dataclasses import dataclass

from ...catalogue import Catalogue
from ...catalogue.messages import combined
from ...drafting import FirstMentions
from ...errors import CatalogueError, UsageError
from ...memory import MemoryMatch, Query
from ...messages import Message, Value, several
from ...review import diff
from ...review.tracked import DiffRun
from ..memory import opened
from ..statement.messages import NO_SUCH_KEY
from ..statement.privacy import fresh, must_match
from ..statement.sheet import Sheet
from .chain import EngineChain
from .engines import usable
from .gate import judge
from .messages import MADE_THERE, NO_ENGINE_HERE, NO_TRANSLATION, PARAGRAPH_OF

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
    caution: Message | None = None
    """What a person has to fix in it, such as another number; None if nothing is known."""


def remembered(sheet: Sheet, key: str, most: int = 3) -> list[DraftProposal]:
    """What the memory knows that is like this segment, best first. Raises MemoryStoreError."""
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
    paragraphs: dict[str, dict[str, int]] = {sheet.name: {u.key: n for n, u in enumerate(units, 1)}}
    with opened(sheet.work.workspace) as memory:
        for hit in memory.lookup(query, sheet.scene().glossary, limit=most + 2):
            if (hit.document, hit.key) == (sheet.name, key):
                continue  # itself
            pieces = () if hit.source == text else diff(hit.source, text)
            origin = MADE_THERE(place=_where(sheet, hit, paragraphs), made=hit.made)
            found.append(DraftProposal(hit.target, min(hit.score, 100), origin, pieces, hit.guard))
    return found[:most]


def _where(sheet: Sheet, hit: MemoryMatch, paragraphs: dict[str, dict[str, int]]) -> Value:
    """The hit's statement and which paragraph of it; `paragraphs` are those of the statements read so far.

    A file's name alone, and a statement's that cannot be read or has the paragraph no longer.
    """
    if hit.document not in paragraphs:
        path = sheet.work.workspace.catalogue_path(hit.document, sheet.language)
        try:
            entries = Catalogue.load(path).entries if path.is_file() else ()
        except CatalogueError:
            entries = ()
        paragraphs[hit.document] = {entry.key: n for n, entry in enumerate(entries, 1)}
    number = paragraphs[hit.document].get(hit.key)
    return hit.document if number is None else PARAGRAPH_OF(document=hit.document, number=number)


def by_engine(sheet: Sheet, key: str) -> DraftProposal:
    """A fresh draft by the first engine this workspace may use; nothing is stored.

    Raises UsageError if none can run here, EngineError; WorkspaceError if the settings, read anew, are not
    in order.
    """
    work = sheet.work
    workspace = fresh(work.workspace)
    must_match(workspace)
    factories, reasons = usable(workspace, (), sheet.language, sheet.name)
    if not factories:
        raise UsageError(several(reasons) if reasons else NO_ENGINE_HERE())
    glossary = sheet.scene().glossary
    mentions = FirstMentions(work.document.segments, glossary)
    with EngineChain(work.workspace, sheet.language) as chain:
        segment = sheet.units[key].segment
        for item in chain.drafts(factories, [segment], glossary, mentions):
            faults = judge(sheet.scene())(segment, item.text)
            return DraftProposal(item.text, None, item.engine, caution=combined((*item.problems, *faults)))
    raise UsageError(NO_TRANSLATION(name=sheet.name, key=key))
