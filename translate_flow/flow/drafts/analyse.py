"""Pre-analysis: how much of the work the memory already does, as a quote is made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...language.text import count_words
from ...memory import Query
from ...memory.words import normal
from ...model import CONFIRMED
from ...workspace import Workspace
from ..memory import Memory, opened
from ..statement.each import Errors, each
from ..statement.terms import glossary_for
from ..statement.work import Work

BANDS = {
    "context": "context, 101 %",
    "across": "repeated across",
    "within": "repeated within",
    "exact": "exact, 100 %",
    "95-99": "95–99 %",
    "85-94": "85–94 %",
    "75-84": "75–84 %",
    "50-74": "50–74 %",
    "none": "no match",
}
"""Bands in the trade's order, with what a table calls them; a segment counts in the first that fits.

Repeated across: from another of the statements looked at; within: from the same one.
"""
CONFIRMED_BAND = "confirmed"
"""Segments a person has confirmed, or with nothing to translate: no work, shown beside the bands."""


@dataclass(slots=True)
class Volume:
    """How much text."""

    segments: int = 0
    words: int = 0
    characters: int = 0

    def add(self, text: str) -> None:
        """Count one more segment."""
        self.segments += 1
        self.words += count_words(text)
        self.characters += len(text)


def _empty() -> dict[str, Volume]:
    return {band: Volume() for band in (*BANDS, CONFIRMED_BAND)}


@dataclass(slots=True)
class Analysis:
    """The volume in each band, of one statement or of all."""

    name: str
    language: str
    volumes: dict[str, Volume] = field(default_factory=_empty)

    @property
    def open(self) -> Volume:
        """All that is not confirmed."""
        rows = [self.volumes[band] for band in BANDS]
        return Volume(
            sum(r.segments for r in rows), sum(r.words for r in rows), sum(r.characters for r in rows)
        )


def analyse(
    workspace: Workspace, names: Sequence[str], language: str, errors: Errors | None = None
) -> list[Analysis]:
    """One analysis per statement, then the sum of all, named `all`. Nothing is drafted.

    Raises the errors of a statement, or adds them to `errors` where that is given.
    """
    seen: dict[str, str] = {}
    whole = Analysis("all", language)
    with opened(workspace) as memory:

        def one(name: str) -> Analysis:
            found = Analysis(name, language)
            for band, text in list(_banded(workspace, name, language, memory, seen)):
                found.volumes[band].add(text)
                whole.volumes[band].add(text)
            return found

        return [*each(names, one, errors), whole]


def _banded(
    workspace: Workspace, name: str, language: str, memory: Memory, seen: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """Band and text of each segment of a statement; `seen` gathers where each text stood first."""
    work = Work.open(workspace, name, language)
    glossary = glossary_for(workspace, name, language)
    units = work.edition().units
    texts = ["", *(u.segment.text for u in units), ""]
    threshold = workspace.settings.memory.threshold
    for place, unit in enumerate(units, 1):
        text = unit.segment.text
        if unit.state in CONFIRMED:
            yield CONFIRMED_BAND, text
            continue
        query = Query(text, language, name, texts[place - 1], texts[place + 1], threshold, least=50)
        score = max((hit.score for hit in memory.lookup(query, glossary, limit=1)), default=0)
        plain = normal(text)
        repeated = "" if plain not in seen else "within" if seen[plain] == name else "across"
        seen.setdefault(plain, name)
        yield _band(score, repeated), text


def _band(score: int, repeated: str) -> str:
    if score > 100:
        return "context"
    if repeated:
        return repeated
    if score == 100:
        return "exact"
    bands = ((95, "95-99"), (85, "85-94"), (75, "75-84"), (50, "50-74"))
    return next((band for least, band in bands if score >= least), "none")


def rows(found: Sequence[Analysis]) -> list[list[str | int]]:
    """A line for each statement (the sum last, named `all`) and band: what a spreadsheet takes."""
    return [
        [one.name, one.language, band, v.segments, v.words, v.characters]
        for one in found
        for band, v in one.volumes.items()
    ]


COLUMNS = ("statement", "language", "band", "segments", "words", "characters")
"""Of `rows`."""


def to_json(found: Sequence[Sequence[Analysis]]) -> dict[str, Any]:
    """The documented shape of `draft --analyse --format json`, from an analysis for each language."""
    return {"version": 1, "languages": [_language(each) for each in found]}


def _language(found: Sequence[Analysis]) -> dict[str, Any]:
    *each, whole = [
        {
            "name": one.name,
            "bands": [
                {"band": band, "segments": v.segments, "words": v.words, "characters": v.characters}
                for band, v in one.volumes.items()
            ],
        }
        for one in found
    ]
    return {"language": found[0].language, "statements": each, "totals": whole}
