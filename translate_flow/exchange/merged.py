"""Cells of a review table that somebody has merged or divided: what is left of a row then. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from .columns import SheetColumns
from .sheet import BackRow, CellAtom


class Covered(StrEnum):
    """Why there is nothing of its own at a place of the table."""

    NO = ""
    """There is a cell."""
    LEFT = "left"
    """The cell on its left reaches over it."""
    ABOVE = "above"
    """The cell above reaches over it."""


def added(
    rows: list[BackRow], row: BackRow, covered: Sequence[Covered], columns: SheetColumns, *, known: bool
) -> None:
    """Put a row at the end of those read so far, as far as its cells are its own.

    A row of which only the translation is its own is part of the one above, whose cell was divided. Where the
    translation's cell was merged with another, nothing tells what is the translation. `known` says that one was a
    row of the table, and not some other table's.
    """
    here = _at(covered, columns.target)
    aside = [_at(covered, place) for place in (columns.key, columns.source) if place >= 0]
    if rows and aside and all(c is Covered.ABOVE for c in aside):
        if here is not Covered.ABOVE and row.text.strip():
            rows[-1] = _longer(rows[-1], row)
        return
    if here is Covered.ABOVE and rows and known:
        rows[-1] = replace(rows[-1], merged=True)
        row = replace(row, merged=True)
    following = _at(covered, columns.target + 1)
    if here is Covered.LEFT or following is Covered.LEFT:
        row = replace(row, merged=True)
    rows.append(row)


def _at(covered: Sequence[Covered], place: int) -> Covered:
    return covered[place] if 0 <= place < len(covered) else Covered.NO


def _longer(row: BackRow, rest: BackRow) -> BackRow:
    """A row with the rest of its translation, from the other part of its cell."""
    apart = () if not row.text.strip() or row.text[-1:].isspace() else (CellAtom(" "),)
    return replace(
        row,
        atoms=(*row.atoms, *apart, *rest.atoms),
        remarks=tuple(dict.fromkeys((*row.remarks, *rest.remarks))),
    )
