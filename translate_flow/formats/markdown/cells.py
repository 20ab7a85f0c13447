"""What tables drawn with characters are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class CellPart:
    """A paragraph or item in a cell."""

    start: int
    """Its first character in the table's text."""
    end: int
    """One past the last in its first line."""
    mark: str
    """What is before an item, such as `- `."""
    lines: list[str]
    apart: bool = False
    """Whether a blank line is before it."""

    @property
    def text(self) -> str:
        """Its words in one line."""
        return " ".join(self.lines)


@dataclass(slots=True)
class DrawnRow:
    """A row of cells, each with its parts."""

    cells: list[list[CellPart]] = field(default_factory=list)
    head: bool = False


def in_order(rows: Sequence[DrawnRow]) -> Iterator[tuple[DrawnRow, CellPart]]:
    """All parts of rows, in text order."""
    found = [(row, part) for row in rows for cell in row.cells for part in cell]
    return iter(sorted(found, key=lambda pair: pair[1].start))
