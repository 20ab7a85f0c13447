"""The lines of pages in the order in which people read them: columns, without running heads and page numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .lines import Page, PrintedLine

_MARGIN = 0.13
"""Share of the page's height in which running heads are looked for, above and below."""
_FEW = 3
"""Lines of a page at either end that may be running heads."""
_NUMBER = re.compile(
    r"\W*(?:p(?:\.|[aáà]?g[^\W\d_]{0,6}\.?)\s?)?(?:\d{1,4}|[ivxl]{1,7})(?:\s?(?:/|\W|[^\W\d_]{1,4})\s?\d{1,4})?\W*",
    re.IGNORECASE,
)
"""A page's number, alone, with its word or the number of pages: *7*, *– 7 –*, *Página 7 de 12*; not *Oficio 12-2024*."""
_GUTTER = 8.0
"""Points at least between two columns."""
_CROSSING = 0.25
"""Share of the lines beside columns that may reach over both, such as a heading."""
_LEAST = 4
"""Lines of a column at least."""
_MOST = 400
"""Lines beside each other at most in which columns within columns are looked for."""
_LEVEL = 4.0
"""Points within which two columns begin at one height."""
_NARROW = 0.2
"""Share of the printed width at least that a column takes."""


@dataclass(frozen=True, slots=True)
class Column:
    """Lines one below the other, between two edges."""

    lines: tuple[PrintedLine, ...]
    left: float
    right: float


def columns(pages: Sequence[Page]) -> tuple[list[Column], list[str]]:
    """The columns of all pages in reading order, and the words of the running heads that were left out.

    Page numbers are left out too.
    """
    running = _running(pages)
    found: list[Column] = []
    heads: dict[str, str] = {}
    for page in pages:
        found += _read([line for line in page.lines if id(line) not in running])
        out = (line.text.strip() for line in page.lines if id(line) in running)
        for text in out:
            if not _NUMBER.fullmatch(text):
                heads.setdefault(_unnumbered(text), text)
    return found, list(heads.values())


def _running(pages: Sequence[Page]) -> set[int]:
    """The lines that stand on many pages at the same height, and page numbers."""
    places: dict[tuple[str, int], list[PrintedLine]] = {}
    numbers: list[PrintedLine] = []
    for page in pages:
        ordered = sorted(page.lines, key=lambda line: -line.top)
        low, high = page.height * _MARGIN, page.height * (1 - _MARGIN)
        edges = [line for line in ordered[:_FEW] if line.bottom > high]
        edges += [line for line in ordered[-_FEW:] if line.top < low and line not in edges]
        for line in edges:
            places.setdefault((_unnumbered(line.text), round(line.bottom / 6)), []).append(line)
            if _NUMBER.fullmatch(line.text.strip()) and line in (ordered[0], ordered[-1]):
                numbers.append(line)
    enough = max(2, len(pages) * 0.4)
    found = {
        id(line)
        for lines in places.values()
        if len({line.page for line in lines}) >= enough and _counted(lines)
        for line in lines
    }
    return found | {id(line) for line in numbers}


def _unnumbered(text: str) -> str:
    """A line's words without what its numbers are."""
    return re.sub(r"\d+", "#", text.strip().lower())


def _counted(lines: Sequence[PrintedLine]) -> bool:
    """Whether the numbers in lines that are otherwise alike are the same, or grow as the pages do.

    Those of *Artículo 1* and *Artículo 6* at the heads of two pages do not: they are headings.
    """
    rows = [[int(number) for number in re.findall(r"\d+", line.text)] for line in lines]
    return all(
        len(set(column)) == 1
        or len({number - line.page for number, line in zip(column, lines, strict=True)}) == 1
        for column in zip(*rows, strict=True)
    )


def _read(lines: Sequence[PrintedLine]) -> list[Column]:
    """The columns of a page, or part of one, in reading order."""
    if not lines:
        return []
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    gutter = _gutter(lines, left, right)
    if gutter is None:
        return [Column(tuple(_down(lines)), left, right)]
    found: list[Column] = []
    band: list[PrintedLine] = []
    for line in sorted(lines, key=lambda line: -line.top):
        if line.left < gutter < line.right:
            found += _sides(band, gutter)
            found.append(Column((line,), left, right))
            band = []
        else:
            band.append(line)
    found += _sides(band, gutter)
    return _joined(found)


def _sides(lines: Sequence[PrintedLine], gutter: float) -> list[Column]:
    """What is above both columns, then what is left of the gutter, then what is right of it."""
    left, right = [ln for ln in lines if ln.right <= gutter], [ln for ln in lines if ln.left >= gutter]
    head = _head(left, right) or _head(right, left)
    found: list[Column] = []
    if head:
        edges = min(line.left for line in lines), max(line.right for line in lines)
        found.append(Column(tuple(_down(head)), *edges))
    for side in (left, right):
        found += _read([line for line in side if line not in head])
    return found


def _head(side: Sequence[PrintedLine], other: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines of one side that are above both columns, such as a letterhead at the right.

    Below them the two columns begin at one height, or there is white.
    """
    start = max((line.top for line in other), default=float("inf"))
    head = [line for line in side if line.bottom > start - 0.3 * line.size]
    rest = max((line.top for line in side if line not in head), default=None)
    if not head or rest is None or len(head) > len(side) - len(head):
        return []
    low = min(line.bottom for line in head)
    white = low - rest > max(line.size for line in head)
    return head if white or abs(rest - start) <= _LEVEL else []


def _joined(found: list[Column]) -> list[Column]:
    """Columns of one line each, one below the other, as one."""
    joined: list[Column] = []
    for column in found:
        last = joined[-1] if joined else None
        if last and len(column.lines) == 1 and (last.left, last.right) == (column.left, column.right):
            joined[-1] = Column((*last.lines, *column.lines), last.left, last.right)
        else:
            joined.append(column)
    return joined


def _gutter(lines: Sequence[PrintedLine], left: float, right: float, *, deep: int = 2) -> float | None:
    """Where a gap runs down between two columns; None if there is but one.

    Each of the two may be columns itself, `deep` times.
    """
    if len(lines) < 2 * _LEAST:
        return None
    width = right - left
    edges = sorted(
        {line.right for line in lines if left + _NARROW * width < line.right < right - _NARROW * width}
    )
    best: tuple[int, float] | None = None
    for edge in edges:
        x = edge + _GUTTER / 2
        before = [line for line in lines if line.right <= x]
        behind = [line for line in lines if line.left >= x]
        if min(len(before), len(behind)) < _LEAST or min(line.left for line in behind) - edge < _GUTTER:
            continue
        low = max(min(line.bottom for line in before), min(line.bottom for line in behind))
        high = min(max(line.top for line in before), max(line.top for line in behind))
        within = [line for line in lines if line.top > low and line.bottom < high]
        crossing = sum(line.left < x < line.right for line in within)
        if high <= low or crossing > len(within) * _CROSSING or (best and crossing >= best[0]):
            continue
        beside = [
            [line for line in side if line.top > low and line.bottom < high] for side in (before, behind)
        ]
        if all(side and _full(side, deep) for side in beside):
            middle = (max(line.right for line in before) + min(line.left for line in behind)) / 2
            best = (crossing, middle)
    return best[1] if best else None


def _full(group: Sequence[PrintedLine], deep: int) -> bool:
    """Whether most lines fill the width of their column, as running text does, or the group is columns itself."""
    widths = sorted(line.right - line.left for line in group)
    left, right = min(line.left for line in group), max(line.right for line in group)
    if widths[len(widths) // 2] >= 0.5 * (right - left):
        return True
    return deep > 0 and len(group) <= _MOST and _gutter(group, left, right, deep=deep - 1) is not None


def _down(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Lines from the top to the bottom; those beside each other from left to right."""
    ordered = sorted(lines, key=lambda line: (-line.top, line.left))
    rows: list[list[PrintedLine]] = []
    for line in ordered:
        row = rows[-1] if rows else None
        if row and min(row[0].top, line.top) - max(row[0].bottom, line.bottom) > 0.5 * line.size:
            row.append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda one: one.left)]
