"""Tables without rules around their cells: rows of short texts that begin below each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .lines import PrintedLine, Rule, Run, lines_of
from .rows import PrintedRow, last_ink, printed_rows
from .ruled import made

_RIVER = 0.25
"""Times the size of the print at least that the white between two columns is wide, all the way down."""
_LEAST = 3
"""Rows with two cells or more at least."""
_WORDY = 25
"""Characters from which on a line may be one of running text."""
_NARROWEST = 12
"""The same where most lines go on in small letters, as in narrow columns."""
_FILLED = 0.7
"""Share of its column that the usual line of running text fills."""
_LONGEST = 400
"""Characters of a cell at most; more are a column of text."""
_MIDWAY = 0.25
"""Share of cells that begin in mid-sentence from which on columns are running text."""
_LOOSE = 1.35
"""Times the least distance between two lines from which on a row ends."""
_LEVEL = 4.0
"""Points within which the rows of two columns begin at one height."""
_STEP = 0.7
"""Times the size of the print at least that a line is below the one above; what is less is between two lines."""
_APART = 4.0
"""Times the size of the print from which on rows belong to different tables."""
_MOST_ROWS = 200
"""Rows of print of one table on one page at most."""
_MOST_RUNS = 5_000
_MARKER = re.compile(r"\W{1,2}|\(?\w{1,4}[.)°º]{1,2}[-–]?|\d{1,3}[-–]?")
_BULLET = re.compile(r"\s*[•●▪◦‣■□◆▸►➢\uf0b7\uf0a7\uf0d8](?:\s|$)")
_LEADER = re.compile(r"[._·]{4,}|(?:\. ){4,}")
_LABEL = re.compile(r".*\w.*:$")


def aligned(runs: Sequence[Run], rules: Sequence[Rule], page: int) -> tuple[list[PrintedLine], list[Run]]:
    """The tables of a page, and lines of labels with what is beside them; and the runs that are in none."""
    rows = printed_rows(runs)
    if len(runs) > _MOST_RUNS or sum(row.wide for row in rows) < _LEAST:
        return [], list(runs)
    found: list[PrintedLine] = []
    taken: set[int] = set()
    at = 0
    while at < len(rows):
        end, rivers = _block(rows, at)
        if rivers:
            end = _rest(rows, at, end, rivers, rules)
        block = rows[at:end]
        made_of = _table(block, rivers, rules, page) if rivers else []
        if made_of:
            found += made_of
            taken.update(id(run) for row in block for run in row.runs)
        # Of columns of running text no row begins a table either.
        at = end if made_of or end - at > _LEAST else at + 1
    return found, [run for run in runs if id(run) not in taken]


def _block(rows: Sequence[PrintedRow], start: int) -> tuple[int, list[tuple[float, float]]]:
    """The last of the rows from there on that the same white runs through, and where that is."""
    if not rows[start].wide or _bulleted(rows[start]):
        return start, []
    size = rows[start].runs[0].size
    # Each with the number of rows that have words on both sides of it.
    white = [(low, high, int(_inner(low, high))) for low, high in rows[start].gaps(_RIVER * size)]
    end, best, most = start, list[tuple[float, float]](), 0
    for at in range(start, min(len(rows), start + _MOST_ROWS)):
        row = rows[at]
        if at > start:
            if rows[at - 1].bottom - row.top > _APART * size or _bulleted(row):
                break
            white = _narrowed(white, row, size)
        inner = [gap for gap in white if _inner(gap[0], gap[1])]
        if not inner:
            break
        crossed = sum(count for _, _, count in inner)
        if len(row.runs) > 1 and crossed >= most and any(row.crosses((gap[0] + gap[1]) / 2) for gap in inner):
            end, best, most = at + 1, [(low, high) for low, high, _ in inner], crossed
    return end, best


def _bulleted(row: PrintedRow) -> bool:
    """Whether an item of a list begins in a row, or two of lists beside each other."""
    return any(_BULLET.match(run.text) for run in row.runs)


def _inner(low: float, high: float) -> bool:
    """Whether white is between words, and not left or right of them."""
    return low > float("-inf") and high < float("inf")


def _narrowed(
    white: Sequence[tuple[float, float, int]], row: PrintedRow, size: float
) -> list[tuple[float, float, int]]:
    """What a row leaves of the white above it."""
    left, right = row.runs[0].left, last_ink(row.runs[-1])
    gaps = row.gaps(0.0)
    return [
        (low, high, count + (left < low and high < right))
        for begin, end, count in white
        for first, last in gaps
        if (high := min(end, last)) - (low := max(begin, first)) >= _RIVER * size
    ]


def _rest(
    rows: Sequence[PrintedRow], start: int, end: int, rivers: list[tuple[float, float]], rules: Sequence[Rule]
) -> int:
    """The block's last row with the lines in which its last cells go on: as near as others, or above a line drawn."""
    while end < len(rows):
        row = rows[end]
        first = row.runs[0].left < rivers[0][0]
        closed = end + 1 < len(rows) and _ruled(row, rows[end + 1], rules)
        near = rows[end - 1].bottom - row.bottom <= _LOOSE * row.runs[0].size
        apart = first and not closed and not row.runs[0].text.lstrip()[:1].islower()
        if len(row.runs) > 1 or not near or apart or any(_over(row, gap) for gap in rivers):
            break
        end += 1
    return end


def _over(row: PrintedRow, gap: tuple[float, float]) -> bool:
    """Whether words of a row stand in the white between two columns."""
    return any(run.left < gap[1] - 1 and last_ink(run) > gap[0] + 1 for run in row.runs)


def _table(
    rows: list[PrintedRow], rivers: list[tuple[float, float]], rules: Sequence[Rule], page: int
) -> list[PrintedLine]:
    """The block as a table, or as lines if its cells are labels and what they say; empty if it is neither."""
    wide = [
        (low, high)
        for low, high in rivers
        if sum(row.crosses((low + high) / 2) for row in rows) * 2
        >= sum(row.runs[-1].left >= (low + high) / 2 for row in rows)
    ]
    edges = [min(row.runs[0].left for row in rows), *(high for _, high in wide)]
    cuts = [(low + high) / 2 for low, high in wide]
    split = [_split(row, cuts) for row in rows]
    full = [cells for cells in split if sum(map(bool, cells)) > 1]
    if not wide or len(full) < _LEAST or _is_list(split) or _is_prose(rows, split, rules):
        return []
    records = _records(rows, split, rules)
    if any(
        sum(len(run.text) for cells in some for run in cells[n]) > _LONGEST
        for some in records
        for n in range(len(edges))
    ):
        return []
    if _labelled(full):
        return [PrintedLine(row.runs, page) for row in rows]
    table = made(
        [
            [lines_of([run for cells in some for run in cells[n]], page) for n in range(len(edges))]
            for some in records
        ],
        edges,
        page,
    )
    return [table] if table else []


def _split(row: PrintedRow, cuts: Sequence[float]) -> list[list[Run]]:
    cells: list[list[Run]] = [[] for _ in range(len(cuts) + 1)]
    for run in row.runs:
        cells[sum(run.left >= cut for cut in cuts)].append(run)
    return cells


def _said(cell: Sequence[Run]) -> str:
    return "".join(run.text for run in cell).strip()


def _is_list(split: Sequence[list[list[Run]]]) -> bool:
    """Whether the first column holds only the marks of items, or dots lead to the last."""
    firsts = [said for cells in split if (said := _said(cells[0]))]
    if len(split[0]) == 2 and all(_MARKER.fullmatch(said) for said in firsts):
        return True
    leading = sum(any(_LEADER.search(_said(cell)) for cell in cells) for cells in split)
    return leading * 2 > len(split)


def _is_prose(rows: Sequence[PrintedRow], split: Sequence[list[list[Run]]], rules: Sequence[Rule]) -> bool:
    """Whether two columns are running text, and no white goes through both where a row would end."""
    wordy = 0
    for n in range(len(split[0])):
        lines = [cells[n] for cells in split if cells[n]]
        if not lines:
            continue
        widths = sorted(cell[-1].right - cell[0].left for cell in lines)
        letters = sorted(len(_said(cell)) for cell in lines)
        half = len(lines) // 2
        going_on = sum(_said(cell)[:1].islower() for cell in lines) > half
        least = _NARROWEST if going_on else _WORDY
        wordy += letters[half] >= least and widths[half] >= _FILLED * widths[-1]
    if wordy < 2:
        return False
    begins = [
        said[0]
        for some in _records(rows, split, rules)
        for n in range(len(split[0]))
        if (said := _said([run for cells in some for run in cells[n]]))
    ]
    return sum(map(str.islower, begins)) > _MIDWAY * len(begins) or not _parted_alike(rows, split)


def _parted_alike(rows: Sequence[PrintedRow], split: Sequence[list[list[Run]]]) -> bool:
    """Whether the lines of all columns are further apart at the same places, as between the rows of a table."""
    ends: list[list[float]] = []
    for n in range(len(split[0])):
        lows = [row.bottom for row, cells in zip(rows, split, strict=True) if cells[n]]
        drops = [above - below for above, below in pairwise(lows)]
        least = min((drop for drop in drops if drop > _STEP * rows[0].runs[0].size), default=0.0)
        ends.append([low for low, drop in zip(lows[1:], drops, strict=True) if drop > _LOOSE * least])
    most = max(ends, key=len)
    matched = [any(abs(low - other) <= _LEVEL for other in most) for one in ends for low in one]
    return all(len(one) >= 2 for one in ends) and sum(matched) >= 0.9 * len(matched)


def _labelled(full: Sequence[list[list[Run]]]) -> bool:
    """Whether the cells are labels and what they say, as above a letter: *Asunto: …*."""
    if len(full[0]) == 2:
        firsts = [bool(_LABEL.match(_said(cells[0]))) or _said(cells[1]).startswith(":") for cells in full]
        return sum(firsts) * 2 > len(full)
    return len(full[0]) == 3 and all(_said(cells[1]) in (":", "") for cells in full)


def _records(
    rows: Sequence[PrintedRow], split: Sequence[list[list[Run]]], rules: Sequence[Rule]
) -> list[list[list[list[Run]]]]:
    """The rows of print that make one row of the table each."""
    drops = [above.bottom - below.bottom for above, below in pairwise(rows)]
    ruled = [_ruled(above, below, rules) for above, below in pairwise(rows)]
    apart = [drop > _STEP * row.runs[0].size for drop, row in zip(drops, rows, strict=False)]
    least = min((drop for drop, step in zip(drops, apart, strict=True) if step), default=0.0)
    loose = [drop > _LOOSE * least for drop in drops]
    begins = [_said(cells[0])[:1] for cells in split]
    low = sum(map(str.islower, begins)) * 3 > len(begins)
    records = [[split[0]]]
    for at, cells in enumerate(split[1:]):
        begin = begins[at + 1]
        first = bool(begin) and (low or not begin.islower())
        if sum(ruled) > 1:
            new = ruled[at]
        elif sum(loose) > 1:
            new = loose[at] or (first and all(cells))
        else:
            new = first
        if new and apart[at]:
            records.append([cells])
        else:
            records[-1].append(cells)
    return records


def _ruled(above: PrintedRow, below: PrintedRow, rules: Sequence[Rule]) -> bool:
    """Whether a line is drawn between two rows."""
    left, right = above.runs[0].left, max(run.right for run in above.runs)
    return any(
        rule.top - rule.bottom <= 3
        and below.bottom < rule.bottom < above.top - 0.5 * (above.top - above.bottom)
        and rule.top > below.top - 2
        and rule.left < right
        and rule.right > left
        and rule.right - rule.left > 20
        for rule in rules
    )
