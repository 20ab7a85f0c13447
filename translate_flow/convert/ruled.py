"""Tables with rules between their cells: the grids that drawn lines and boxes make, and the words in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .lines import PrintedLine, PrintedTable, Rule, Run, lines_of
from .rows import printed_rows

_THIN = 3.0
"""Points at most that a drawn line is wide."""
_SHORTEST = 6.0
"""Points at least that a line between cells is long."""
_NEAR = 3.0
"""Points within which two ends meet."""
_BESIDE = 8.0
"""Points from which on a line reaches over the last one that crosses it: the table is open there."""
_MOST = 4_000
"""Drawn lines of a page at most that are looked at: a map or a plan has more."""
_MOST_CROSSINGS = 250_000
_TABULAR = 2
"""Rows with white between their words from which on boxes hold tables, and are none."""
_PROSE = 500
"""Characters of the usual cell from which on boxes hold columns of text, and no table."""

Stretch = tuple[float, float]


@dataclass(slots=True)
class _Stroke:
    """Lines drawn along one another, as one."""

    at: float
    """Its height, or its distance from the left."""
    begin: float
    end: float


@dataclass(slots=True)
class Grid:
    """Lines that cross each other."""

    across: list[_Stroke]
    down: list[_Stroke]
    edges: list[float]
    """Left edges of its columns, and the right edge of the last."""
    heights: list[float]
    """Upper edges of its rows from the top, and the lower edge of the last."""

    @property
    def area(self) -> float:
        """In square points."""
        return (self.edges[-1] - self.edges[0]) * (self.heights[0] - self.heights[-1])

    def holds(self, run: Run) -> bool:
        """Whether a run is within it."""
        middle = (run.left + run.right) / 2
        return (
            self.edges[0] - 1 < middle < self.edges[-1] + 1
            and self.heights[-1] - 1 < run.middle < self.heights[0] + 1
        )


def ruled(runs: Sequence[Run], rules: Sequence[Rule], page: int) -> tuple[list[PrintedTable], list[Run]]:
    """The tables of a page, and the runs that are in none."""
    found: list[PrintedTable] = []
    rest = list(runs)
    for grid in sorted(grids(rules), key=lambda one: -one.area):
        inside = [run for run in rest if grid.holds(run)]
        table = _filled(grid, inside, page) if inside else None
        if table is not None:
            found.append(table)
            taken = set(map(id, inside))
            rest = [run for run in rest if id(run) not in taken]
    return found, rest


def grids(rules: Sequence[Rule]) -> list[Grid]:
    """What the lines of a page make that cross each other: two columns and two rows at least."""
    if not 4 <= len(rules) <= _MOST:
        return []
    across, down = _strokes(rules)
    if len(across) * len(down) > _MOST_CROSSINGS:
        return []
    return [grid for part in _parts(across, down) if (grid := _grid(*part))]


def _strokes(rules: Iterable[Rule]) -> tuple[list[_Stroke], list[_Stroke]]:
    across: list[_Stroke] = []
    down: list[_Stroke] = []
    for rule in rules:
        width, height = rule.right - rule.left, rule.top - rule.bottom
        if height <= _THIN:
            if width >= _SHORTEST:
                across.append(_Stroke((rule.top + rule.bottom) / 2, rule.left, rule.right))
        elif width <= _THIN:
            if height >= _SHORTEST:
                down.append(_Stroke((rule.left + rule.right) / 2, rule.bottom, rule.top))
        else:
            across += [_Stroke(at, rule.left, rule.right) for at in (rule.bottom, rule.top)]
            down += [_Stroke(at, rule.bottom, rule.top) for at in (rule.left, rule.right)]
    return _together(across), _together(down)


def _together(strokes: list[_Stroke]) -> list[_Stroke]:
    """Strokes along one line, where they meet or overlap, as one."""
    lanes: list[list[_Stroke]] = []
    for stroke in sorted(strokes, key=lambda one: one.at):
        if lanes and stroke.at - lanes[-1][0].at <= _THIN:
            lanes[-1].append(stroke)
        else:
            lanes.append([stroke])
    joined: list[_Stroke] = []
    for lane in lanes:
        at = sum(one.at for one in lane) / len(lane)
        last: _Stroke | None = None
        for stroke in sorted(lane, key=lambda one: one.begin):
            if last is not None and stroke.begin <= last.end + _NEAR:
                last.end = max(last.end, stroke.end)
            else:
                last = _Stroke(at, stroke.begin, stroke.end)
                joined.append(last)
    return joined


def _parts(across: list[_Stroke], down: list[_Stroke]) -> list[tuple[list[_Stroke], list[_Stroke]]]:
    """Strokes that cross or touch, each with all it is joined to."""
    home = list(range(len(across) + len(down)))

    def root(one: int) -> int:
        while home[one] != one:
            home[one] = home[home[one]]
            one = home[one]
        return one

    for n, flat in enumerate(across):
        for m, upright in enumerate(down, start=len(across)):
            if _touch(flat, upright):
                home[root(n)] = root(m)
    parts: dict[int, tuple[list[_Stroke], list[_Stroke]]] = {}
    for n in range(len(home)):
        flats, uprights = parts.setdefault(root(n), ([], []))
        if n < len(across):
            flats.append(across[n])
        else:
            uprights.append(down[n - len(across)])
    return list(parts.values())


def _touch(flat: _Stroke, upright: _Stroke) -> bool:
    return (
        flat.begin - _NEAR <= upright.at <= flat.end + _NEAR
        and upright.begin - _NEAR <= flat.at <= upright.end + _NEAR
    )


def _grid(across: list[_Stroke], down: list[_Stroke]) -> Grid | None:
    if not across or not down:
        return None
    edges = _marks((one.at for one in down), (x for one in across for x in (one.begin, one.end)))
    heights = _marks((one.at for one in across), (y for one in down for y in (one.begin, one.end)))
    if len(edges) < 3 or len(heights) < 2:
        return None
    return Grid(across, down, edges, heights[::-1])


def _marks(lines: Iterable[float], ends: Iterable[float]) -> list[float]:
    """Where lines are, from the least on, and where those that cross them end, if that is beyond the last."""
    marks: list[float] = []
    for at in sorted(lines):
        if not marks or at - marks[-1] > _NEAR:
            marks.append(at)
    reach = sorted(ends)
    if reach[0] < marks[0] - _BESIDE:
        marks.insert(0, reach[0])
    if reach[-1] > marks[-1] + _BESIDE:
        marks.append(reach[-1])
    return marks


def _filled(grid: Grid, runs: Sequence[Run], page: int) -> PrintedTable | None:
    """The grid with its words; None if they make no table."""
    columns, rows = len(grid.edges) - 1, len(grid.heights) - 1
    homes = _homes(grid, rows, columns)
    upwards = [-height for height in grid.heights]
    cells: dict[tuple[int, int], list[Run]] = {}
    for run in runs:
        row = min(rows - 1, max(0, bisect_right(upwards, -run.middle) - 1))
        column = min(columns - 1, max(0, bisect_right(grid.edges, (run.left + run.right) / 2) - 1))
        cells.setdefault(homes[row][column], []).append(run)
    if any(sum(row.wide for row in printed_rows(cell)) > _TABULAR for cell in cells.values()):
        return None
    table = [[_down(cells.get((row, column), []), page) for column in range(columns)] for row in range(rows)]
    return made([part for row in table for part in _parted(row)], grid.edges, page)


def _homes(grid: Grid, rows: int, columns: int) -> list[list[tuple[int, int]]]:
    """For each cell the first of those it is one with, where no line is drawn between."""
    homes = [[(row, column) for column in range(columns)] for row in range(rows)]
    for row in range(rows):
        middle = (grid.heights[row] + grid.heights[row + 1]) / 2
        for column in range(columns):
            center = (grid.edges[column] + grid.edges[column + 1]) / 2
            if column and not _drawn(grid.down, grid.edges[column], middle):
                homes[row][column] = homes[row][column - 1]
            elif row and not _drawn(grid.across, grid.heights[row], center):
                homes[row][column] = homes[row - 1][column]
    return homes


def _drawn(strokes: Iterable[_Stroke], at: float, through: float) -> bool:
    return any(abs(one.at - at) <= _NEAR and one.begin <= through <= one.end for one in strokes)


def _down(runs: Sequence[Run], page: int) -> list[PrintedLine]:
    """The lines of a cell from the top to the bottom."""
    return sorted(lines_of(runs, page), key=lambda line: (-round(line.top), line.left))


def _parted(row: list[list[PrintedLine]]) -> list[list[list[PrintedLine]]]:
    """A row within which more are typed, one line each, without rules between: those rows."""
    heights = [[round(line.bottom) for line in cell] for cell in row if cell]
    most = max(heights, key=len, default=[])
    if len(most) < 3 or sum(len(one) == len(most) for one in heights) < 2:
        return [row]
    if not all(any(abs(low - other) <= 2 for other in most) for one in heights for low in one):
        return [row]
    return [[[line for line in cell if abs(round(line.bottom) - low) <= 2] for cell in row] for low in most]


def made(
    rows: Sequence[Sequence[Sequence[PrintedLine]]], edges: Sequence[float], page: int
) -> PrintedTable | None:
    """A table of these rows without those and the columns that are empty; None if it is a box or a page's frame."""
    rows = [row for row in rows if any(row)]
    used = [n for n in range(len(rows[0]) if rows else 0) if any(row[n] for row in rows)]
    rows = [[row[n] for n in used] for row in rows]
    if len(used) < 2 or sum(sum(map(bool, row)) > 1 for row in rows) < 2:
        return None
    sizes = sorted(sum(len(line.text) for line in cell) for row in rows for cell in row if cell)
    if sizes[len(sizes) // 2] > _PROSE:
        return None
    return PrintedTable(rows, [edges[n] for n in used], page)
