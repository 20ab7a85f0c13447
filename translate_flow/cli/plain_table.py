"""Tables without colours, written at once: the same lines as rich's, which takes longer to load than to use."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Sequence

from .streams import plain

WIDTH = 100
"""Columns used when the output is not a terminal and COLUMNS is not set."""
NARROW = re.compile(r"[ -~¡-¬®-˿–—‘’“”…○◐↻●✓■█▓░]*")
"""Characters of one column each, no white space among them but the blank."""
_ASKS_FOR_MORE = ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE")
"""Variables by which rich takes a file or pipe for a terminal."""


def width() -> int | None:
    """Columns of an output on which nothing is coloured; None if only rich knows."""
    columns = os.environ.get("COLUMNS", str(WIDTH))
    if plain(sys.stdout).isatty() or any(name in os.environ for name in _ASKS_FOR_MORE):
        return None
    return int(columns) if columns.isdecimal() and int(columns) else None


def table(rows: Sequence[Sequence[str]], right: Collection[int], within: int) -> list[str] | None:
    """The lines of a table, two blanks between columns; those in `right` are set to the right.

    None if it is wider than `within`, or some character may not be one column wide.
    """
    if not all(NARROW.fullmatch(cell) for row in rows for cell in row):
        return None
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) > within:
        return None
    return [
        "  ".join(
            cell.rjust(wide) if at in right else cell.ljust(wide)
            for at, (cell, wide) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
