"""Columns typed with blanks or tabs: each cell of a line is a text of its own, and keeps its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ...language.whole import unspaced
from .lines import TextLine, is_rule

_GAP = re.compile(r"(?<=\S)(?:[ \xa0]{2,}|[ \xa0]*\t[ \t\xa0]*|[ ](?=\|))(?=\S)")
_BAR = re.compile(r"[ \xa0\t]*\|[ \xa0\t]*")
_WIDE = 4
"""Blanks that part columns wherever they stand; fewer may be justified text, or stand behind a full stop."""
_ALONE = 3
"""Blanks that part two columns if they are the only gap of their line."""

_BLANKS = frozenset(" \t\xa0")
_LEAST = 2
"""Blanks at least between two columns."""


def cells(rows: Sequence[TextLine], text: str) -> dict[int, list[TextLine]]:
    """Of the lines between two blank ones, those that are parted in columns, by number, with their cells."""
    gaps = {row.number: _gaps(row, text) for row in rows}
    written = [row for row in rows if not is_rule(row.words)]
    parted = [row for row in written if _is_parted(gaps[row.number])]
    if len(parted) * 2 < len(written):
        parted = []
    narrow = [row for row in written if gaps[row.number]]
    if len(narrow) == len(written) > 1:
        starts = Counter(gap.end() - row.begin for row in narrow for gap in gaps[row.number])
        ends = Counter(gap.start() - row.begin for row in narrow for gap in gaps[row.number])
        if max(*starts.values(), *ends.values()) == len(narrow):
            parted = narrow
    return {row.number: _cells(row, gaps[row.number], text) for row in parted}


def is_barred(words: str) -> bool:
    """Whether a line is a row of a table drawn with bars."""
    return len(words) > 2 and words[0] == words[-1] == "|"


def may_be_parted(text: str) -> bool:
    """Whether a text has blanks as they part columns."""
    return "  " in text or "\t" in text or "\xa0" in text


def _gaps(row: TextLine, text: str) -> list[re.Match[str]]:
    """The gaps of a line; none of words written letter by letter, which have wide blanks between them."""
    if is_barred(row.words):
        return list(_BAR.finditer(text, row.start, row.end))
    if not may_be_parted(row.words):
        return []
    found = list(_GAP.finditer(text, row.start, row.end))
    return found if not found or unspaced(row.words) == row.words else []


def _is_parted(gaps: Sequence[re.Match[str]]) -> bool:
    return any("\t" in gap[0] or "|" in gap[0] or len(gap[0]) >= _WIDE for gap in gaps) or (
        len(gaps) == 1 and len(gaps[0][0]) >= _ALONE
    )


def _cells(row: TextLine, gaps: Sequence[re.Match[str]], text: str) -> list[TextLine]:
    starts = [row.start, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), row.end]
    return [
        row._replace(
            start=start, end=end, words=text[start:end], mark=row.mark if at == 0 else "", plain_start=start
        )
        for at, (start, end) in enumerate(zip(starts, ends, strict=True))
        if end > start or len(gaps) < 2
    ]


def fitted(piece: str, start: int, end: int, text: str) -> tuple[str, int]:
    """A cell's new text with the blanks behind it, and where the place ends that both take.

    The next column stays where it was; a longer text pushes it on.
    """
    gap = _GAP.match(text, end) if text[end : end + 1] in _BLANKS else None
    if gap is None or "\t" in gap[0]:
        return piece, end
    least = 1 if text[gap.end()] == "|" else _LEAST
    return piece + " " * max(least, gap.end() - start - len(piece)), gap.end()
