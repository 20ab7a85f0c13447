"""Tables that Pandoc tells by columns of blanks, its simple and multiline ones: what is in their cells, and drawn again.

A line of dashes says where columns begin; how the heads stand to it says how columns are aligned. Where rows take
several lines, columns keep their width and lines are added; where each takes one, columns grow.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from .cells import CellPart, DrawnRow, in_order
from .signs import COLUMNS, RULED

_DASHES = re.compile(r"-+")


@dataclass(slots=True)
class Columns:
    """A table."""

    starts: list[int]
    """Where each column begins, and behind the last what its dashes end at."""
    widths: list[int]
    """Of the dashes."""
    sides: list[str]
    """Of each column: left, right or center."""
    rows: list[DrawnRow]
    headed: bool
    ruled: bool
    """Whether a line of dashes without gaps is above and below it."""
    closed: bool
    """Whether a line of dashes with gaps is below it."""
    spread: bool
    """Whether blank lines part its rows."""

    def parts(self) -> Iterator[tuple[DrawnRow, CellPart]]:
        """Everything in its cells, in text order."""
        return in_order(self.rows)

    def again(self, words: Mapping[int, str]) -> str:
        """The table's text with other words in some of its parts, by where these begin."""
        several = self.ruled or self.spread
        widths = list(self.widths)
        for number, row in enumerate(self.rows):
            for at, cell in enumerate(row.cells):
                beside = 0 if number else {"left": 1, "right": 1, "center": 2}[self.sides[at]]
                lines = self._lines(cell, words, widths[at] if several else 0)
                widths[at] = max(widths[at], *(len(line) + beside for line in lines), 0)
        gaps = [
            start - before - width
            for before, start, width in zip(self.starts, self.starts[1:], self.widths, strict=False)
        ]
        dashes = self._line(["-" * width for width in widths], widths, gaps)
        rule = " " * self.starts[0] + "-" * (len(dashes) - self.starts[0])
        made = [rule] if self.ruled and self.headed else [] if self.headed else [dashes]
        for number, row in enumerate(self.rows):
            cells = [
                self._lines(cell, words, widths[at] if several else 0) for at, cell in enumerate(row.cells)
            ]
            if self.spread and number > (1 if self.headed else 0):
                made.append("")
            for line in range(max(map(len, cells))):
                shown = [cell[line] if line < len(cell) else "" for cell in cells]
                made.append(self._line(shown, widths, gaps))
            if row.head:
                made.append(dashes)
        return "\n".join(
            [*made, *([rule] if self.ruled and self.headed else [dashes] if self.closed else [])]
        )

    def _line(self, cells: Sequence[str], widths: Sequence[int], gaps: Sequence[int]) -> str:
        line = " " * self.starts[0]
        for cell, side, width, gap in zip(cells, self.sides, widths, [*gaps, 0], strict=False):
            put = {"left": cell.ljust, "right": cell.rjust, "center": cell.center}[side]
            line += put(width) + " " * max(gap, 1)
        return line.rstrip()

    def _lines(self, cell: Sequence[CellPart], words: Mapping[int, str], width: int) -> list[str]:
        if not cell:
            return [""]
        part = cell[0]
        if part.start not in words:
            return part.lines if width else [part.text]
        text = " ".join(words[part.start].split())
        return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) if width else [text]


def columns(text: str) -> Columns | None:
    """The table in these lines; None for one that is not read."""
    lines = text.split("\n")
    line = next((n for n, one in enumerate(lines) if COLUMNS.match(one.strip())), -1)
    if line < 0 or len(lines) < 3 or "\r" in text or "\t" in text:
        return None
    runs = [found.span() for found in _DASHES.finditer(lines[line])]
    starts = [start for start, _ in runs]
    ruled = RULED.match(lines[0].strip()) is not None and line > 0
    closed = COLUMNS.match(lines[-1].strip()) is not None and len(lines) - 1 > line
    if ruled and not RULED.match(lines[-1].strip()):
        return None
    first, last = (1 if ruled else 0), len(lines) - (1 if ruled or closed else 0)
    places = [*accumulate((len(one) + 1 for one in lines), initial=0)]
    body = [(places[n], lines[n]) for n in range(line + 1, last)]
    spread = any(not one.strip() for _, one in body)
    heads = [(places[n], lines[n]) for n in range(first, line)]
    groups = [heads] if heads else []
    groups += _parted(body) if spread or ruled else [[one] for one in body]
    rows: list[DrawnRow] = []
    for group in groups:
        cells = [_cell(group, starts, at) for at in range(len(starts))]
        if any(cell is None for cell in cells):
            return None
        rows.append(DrawnRow([cell for cell in cells if cell is not None], head=group is heads))
    if not rows or (line == 0 and not closed):
        return None
    sides = [_side(groups[0][0][1], start, end, starts, at) for at, (start, end) in enumerate(runs)]
    return Columns(
        starts, [end - start for start, end in runs], sides, rows, bool(heads), ruled, closed, spread
    )


def _parted(lines: Sequence[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    groups: list[list[tuple[int, str]]] = [[]]
    for at, line in lines:
        if line.strip():
            groups[-1].append((at, line))
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _span(starts: Sequence[int], at: int, line: str) -> tuple[int, int]:
    return (starts[at] if at else 0), (starts[at + 1] if at + 1 < len(starts) else len(line))


def _cell(lines: Sequence[tuple[int, str]], starts: Sequence[int], at: int) -> list[CellPart] | None:
    """What is in one column of a row; None if a word reaches over the column's edge."""
    part: CellPart | None = None
    for place, line in lines:
        left, right = _span(starts, at, line)
        words = line[left:right]
        if at and line[left - 1 : left].strip():
            return None
        if not words.strip():
            continue
        begin = place + left + len(words) - len(words.lstrip())
        if part is None:
            part = CellPart(begin, begin + len(words.strip()), "", [words.strip()])
        else:
            part.lines.append(words.strip())
    return [part] if part else []


def _side(line: str, start: int, end: int, starts: Sequence[int], at: int) -> str:
    left, right = _span(starts, at, line)
    words = line[left:right]
    if not words.strip():
        return "left"
    begins = left + len(words) - len(words.lstrip())
    ends = left + len(words.rstrip())
    if begins <= start:
        return "left"
    return "right" if ends >= end else "center"
