"""How something was said before: a search through all statements' sources and translations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...catalogue import parse
from ...errors import TranslateFlowError
from ...files.regular import bytes_of
from ...workspace import Workspace
from ...workspace.access import present
from .query import plain

MOST = 20
"""Hits that are shown."""


@dataclass(frozen=True, slots=True)
class ConcordanceHit:
    """A segment that holds all the words."""

    name: str
    key: str
    source: str
    target: str
    confirmed: bool
    """Whether its translation is not marked as unconfirmed."""
    place: int = 0
    """Which paragraph of the statement it is, from 1."""


def concordance(workspace: Workspace, words: str, language: str, most: int = MOST) -> list[ConcordanceHit]:
    """Translated segments that hold all the words in source or translation; confirmed ones first.

    Capitals and accents don't count. Catalogues that cannot be read are passed over.
    """
    wanted = plain(words).split()
    if not wanted:
        return []
    found: list[ConcordanceHit] = []
    for hit in _hits(workspace, wanted, language):
        found.append(hit)
        if len(found) >= 10 * most:
            break
    best = sorted(found, key=lambda h: not h.confirmed)[:most]
    for name in {hit.name for hit in best}:
        present().shown(name, language)
    return best


def _hits(workspace: Workspace, wanted: list[str], language: str) -> Iterator[ConcordanceHit]:
    for name in reversed(workspace.catalogued(language)):
        path = workspace.catalogue_path(name, language)
        try:
            data = bytes_of(path)
            # Parsing is the slow part; most files do not have the words at all.
            whole = plain(data.decode("utf-8", "replace").replace('"\n"', ""))
            if not all(w in whole for w in wanted):
                continue
            entries = parse(data, path).entries
        except (TranslateFlowError, OSError):
            continue
        for place, entry in enumerate(entries, 1):
            if entry.target:
                text = plain(f"{entry.source}\n{entry.target}")
                if all(w in text for w in wanted):
                    yield ConcordanceHit(name, entry.key, entry.source, entry.target, not entry.fuzzy, place)
