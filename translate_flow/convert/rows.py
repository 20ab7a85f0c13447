"""What is printed beside each other on a page: rows of runs, and the white between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .lines import Run

_GAP = 1.0
"""Times the size of the print at least that columns are apart in most rows; words are closer."""


@dataclass(slots=True)
class PrintedRow:
    """Runs that stand beside each other, from the left."""

    runs: list[Run]
    top: float
    bottom: float

    @property
    def wide(self) -> bool:
        """Whether there is more white between two of its runs than between words."""
        return any(run.left - last_ink(last) > _GAP * run.size for last, run in pairwise(self.runs))

    def gaps(self, least: float) -> list[tuple[float, float]]:
        """The white between its runs, and left and right of them; the outer edges are infinite."""
        found, edge = [], float("-inf")
        for run in self.runs:
            if run.left - edge >= least:
                found.append((edge, run.left))
            edge = max(edge, last_ink(run))
        return [*found, (edge, float("inf"))]

    def crosses(self, x: float) -> bool:
        """Whether it has runs on both sides of a place, and white there."""
        before = [run for run in self.runs if run.left < x]
        behind = [run for run in self.runs if run.left >= x]
        return bool(before and behind) and behind[0].left - max(map(last_ink, before)) > 0.25 * behind[0].size


def last_ink(run: Run) -> float:
    """Where a run's last sign ends: a blank behind it may be counted in its box."""
    blanks = len(run.text) - len(run.text.rstrip())
    return run.right - blanks * 0.25 * run.size


def printed_rows(runs: Sequence[Run]) -> list[PrintedRow]:
    """The runs from the top to the bottom, those beside each other in one row."""
    rows: list[PrintedRow] = []
    for run in sorted(runs, key=lambda one: -one.middle):
        last = rows[-1] if rows else None
        overlap = min(last.top, run.top) - max(last.bottom, run.bottom) if last else 0.0
        if last and overlap > 0.5 * min(last.top - last.bottom, run.top - run.bottom):
            last.runs.append(run)
        else:
            rows.append(PrintedRow([run], run.top, run.bottom))
    for row in rows:
        row.runs.sort(key=lambda run: run.left)
    return rows
