"""Aligned text as data: each passage in both languages as its reader sees it, without markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..markup.plain import plain
from ..model import CONFIRMED, Edition, State, Unit

VERSION = 1
"""Of the records; raised by a change that a reader could not ignore."""
COLUMNS = (
    "version document key kind state confirmed source_language target_language source target"
    " confirmed_by approved_by engine"
).split()
"""The fields of a record."""
_NOTE = re.compile(r"\[\^[^\[\]\s]+\]")
_BLANKS = re.compile(r"[ \t\u00a0]+")
_PERSONS = ("edit", "confirm", "keep", "approve")


@dataclass(frozen=True, slots=True)
class CorpusPair:
    """A paragraph or sentence in both languages."""

    unit: Unit
    """What it was made from."""
    source: str
    """Plain text; a newline is a line break of the text."""
    target: str
    """The same; empty if there is no translation."""

    @property
    def confirmed(self) -> bool:
        """Whether a person has read it."""
        return self.unit.state in CONFIRMED

    def by(self, *kinds: str) -> str:
        """Who did one of these last; empty if nobody did, or names are not given."""
        return next((event.by for event in reversed(self.unit.events) if event.do in kinds and event.by), "")


_LAST: list[tuple[Edition, list[CorpusPair]]] = []
"""The last edition and its passages: one output after the other asks for them."""


def corpus(edition: Edition) -> list[CorpusPair]:
    """The edition's passages in document order."""
    if _LAST and _LAST[0][0] is edition:
        return _LAST[0][1]
    form = edition.document.format
    made = [CorpusPair(u, words(u.segment.text, form), words(u.target, form)) for u in edition.units]
    _LAST[:] = [(edition, made)]
    return made


def words(text: str, form: str) -> str:
    """What a reader sees of a text of a statement of that format; without footnotes' numbers.

    Plain text is what it is; where there was markup, lines have no white space at their ends.
    """
    if form == "plain":
        return text
    seen = plain(_NOTE.sub("", text)).text
    if seen.isprintable() and "  " not in seen:  # of all white space only the blank can be printed
        return seen.strip()
    return "\n".join(_BLANKS.sub(" ", line).strip() for line in seen.split("\n")).strip()


def one_line(text: str) -> str:
    """The text on one line, as corpora have it; every character that ends a line for some reader is a blank."""
    return " ".join(text.split())


def rows(edition: Edition) -> list[tuple[str, ...]]:
    """The table of `tsv` and `csv`, its head first: key, kind, state, and a column named by each language's tag."""
    head = ("key", "kind", "state", edition.source_language, edition.target_language)
    return [
        head,
        *((p.unit.key, p.unit.segment.kind, p.unit.state, p.source, p.target) for p in corpus(edition)),
    ]


def records(edition: Edition) -> Iterator[dict[str, object]]:
    """The fields of `jsonl` and `parquet` for each passage, in the order of `COLUMNS`."""
    for pair in corpus(edition):
        unit = pair.unit
        yield {
            "version": VERSION,
            "document": edition.document.name,
            "key": unit.key,
            "kind": str(unit.segment.kind),
            "state": str(unit.state),
            "confirmed": pair.confirmed,
            "source_language": edition.source_language,
            "target_language": edition.target_language,
            "source": pair.source,
            "target": pair.target,
            "confirmed_by": (pair.by("edit", "confirm", "keep") or None) if pair.confirmed else None,
            "approved_by": (pair.by("approve") or None) if unit.state is State.APPROVED else None,
            "engine": (unit.draft.engine or None) if unit.draft else None,
        }
