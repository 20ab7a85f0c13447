"""Tracked edits as data: what people made of a machine draft, run by run, term by term and change by change.

Change one by `dataclasses.replace`.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Term, Unit


@dataclass(frozen=True, slots=True)
class DiffRun:
    """A run of a diff."""

    op: str
    """`equal`, `insert` or `delete`."""
    text: str
    """The run; whole words and the characters between them."""
    move: int = 0
    """Ordinal, from 1, that a deletion shares with the insertion of the same phrase elsewhere; 0: not moved."""


@dataclass(frozen=True, slots=True)
class TermVerdict:
    """What became of one glossary term between draft and present text."""

    term: Term
    """The term, found in the source."""
    verdict: str
    """`kept` (right in both), `fixed` (by a person), `broken` (by a person), `missing` (right in neither)."""
    recased: bool = False
    """Whether nothing is wrong with it but its capitals (*red Muqui*)."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change that a person made, of one class."""

    kind: str
    """Its class: `term-fixed`, `term-broken`, `name`, `number` … (`review.CLASSES`)."""
    draft: tuple[int, int]
    """Characters of the draft it took away; empty at its place for an addition."""
    target: tuple[int, int]
    """Characters of the present text it put there; empty at its place for an omission."""
    term: Term | None = None
    """Glossary term that was fixed or broken."""
    by: str = ""
    """Who made it; empty if unknown."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What people changed in one segment's machine draft."""

    unit: Unit
    """The segment as it stands now."""
    draft: str
    """The machine's text."""
    pieces: tuple[DiffRun, ...]
    """Draft to present text; equal and delete runs join to the draft, equal and insert runs to the text."""
    terms: tuple[TermVerdict, ...] = ()
    """Verdict on each glossary term of the source, in order of first mention."""
    changes: tuple[Change, ...] = ()
    """What was changed, by class, in the order of the text."""

    @property
    def changed(self) -> bool:
        """Whether a person changed anything."""
        return any(p.op != "equal" for p in self.pieces)
