"""Tables drawn with `+`, `-` and bars (Pandoc's grid tables, as MyST has them too): what is in their cells, and drawn again.

A cell has paragraphs and items of lists, each a text. Tables with cells over several rows or columns, or with other
blocks in a cell, are not read. Columns keep their width, which says how wide they are in print; lines are added.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .cells import CellPart, DrawnRow, in_order
from .columns import Columns, columns
from .signs import GRID

_MARK = re.compile(r"(?:[-*+]|\d{1,3}[.)]|[a-z][.)])[ ]+(?=\S)")
_LONGER = "palabra"
_OTHER = re.compile(r"#{1,6}[ ]|>|`{3}|~{3}|:::|[ ]{4}|\+[-=]{3}")


@dataclass(slots=True)
class Drawn:
    """A table."""

    indent: str
    rules: list[str]
    """From top to bottom, one more than rows."""
    rows: list[DrawnRow]

    def parts(self) -> Iterator[tuple[DrawnRow, CellPart]]:
        """Everything in its cells, in text order."""
        return in_order(self.rows)

    def again(self, words: Mapping[int, str]) -> str:
        """The table's text with other words in some of its parts, by where these begin."""
        widths = [len(piece) - 2 for piece in self.rules[0].strip("+").split("+")]
        for row in self.rows:
            for at, cell in enumerate(row.cells):
                for line in _lines(cell, words, widths[at]):
                    widths[at] = max(widths[at], len(line))
        made = [_rule(self.rules[0], widths)]
        for row, rule in zip(self.rows, self.rules[1:], strict=True):
            cells = [_lines(cell, words, widths[at]) for at, cell in enumerate(row.cells)]
            for number in range(max(1, *(len(cell) for cell in cells))):
                shown = [cell[number] if number < len(cell) else "" for cell in cells]
                padded = [f"{one:{width}}" for one, width in zip(shown, widths, strict=True)]
                made.append(f"| {' | '.join(padded)} |")
            made.append(_rule(rule, widths))
        return "\n".join(self.indent + line for line in made)


def drawn(text: str) -> Drawn | Columns | None:
    """The table in these lines; None for one that is not read, or would not be again with other words."""
    table = _grid(text) or columns(text)
    if table is None:
        return None
    longer = {part.start: f"{part.text} {_LONGER}" for _, part in table.parts()}
    again = table.again(longer)
    made = _grid(again) or columns(again)
    found = [part.text for _, part in made.parts()] if made else []
    return table if found == list(longer.values()) else None


def _grid(text: str) -> Drawn | None:
    lines = text.split("\n")
    indent = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
    if (
        not GRID.match(lines[0].strip())
        or "\r" in text
        or "\t" in text
        or any(unicodedata.east_asian_width(c) in "WF" and c.isprintable() for c in text)
    ):
        return None
    bars = [at for at, sign in enumerate(lines[0].rstrip()) if sign == "+"]
    rules: list[str] = []
    rows: list[DrawnRow] = []
    at, inside = 0, list[tuple[int, str]]()
    for line in lines:
        if GRID.match(line.strip()):
            if [n for n, sign in enumerate(line.rstrip()) if sign == "+"] != bars:
                return None
            if rules:
                row = _row(inside, bars)
                if row is None:
                    return None
                rows.append(row)
            rules.append(line.strip())
            inside = []
        elif any(line[n : n + 1] != "|" for n in bars) or line[bars[-1] + 1 :].strip():
            return None
        else:
            inside.append((at, line))
        at += len(line) + 1
    if inside or not rows or any(line[: len(indent)] != indent for line in lines):
        return None
    for row in rows[: next((n for n, rule in enumerate(rules) if "=" in rule), 0)]:
        row.head = True
    return Drawn(indent, rules, rows)


def _row(lines: Sequence[tuple[int, str]], bars: Sequence[int]) -> DrawnRow | None:
    row = DrawnRow()
    for left, right in pairwise(bars):
        cell: list[CellPart] = []
        blank = False
        for at, line in lines:
            inner = line[left + 1 : right]
            words = inner.strip()
            if not words:
                blank = True
                continue
            if _OTHER.match(inner[1:]) and (not cell or blank or not cell[-1].mark):
                return None
            mark = _MARK.match(words)
            start = at + left + 1 + len(inner) - len(inner.lstrip()) + (mark.end() if mark else 0)
            if mark or not cell or blank:
                words = words[mark.end() :] if mark else words
                cell.append(
                    CellPart(
                        start, start + len(words), mark[0] if mark else "", [words], blank and bool(cell)
                    )
                )
            else:
                cell[-1].lines.append(words)
            blank = False
        row.cells.append(cell)
    return row


def _rule(rule: str, widths: Sequence[int]) -> str:
    pieces = rule.strip("+").split("+")
    filled = (piece[0] + piece[1] * width + piece[-1] for piece, width in zip(pieces, widths, strict=True))
    return f"+{'+'.join(filled)}+"


def _lines(cell: Sequence[CellPart], words: Mapping[int, str], width: int) -> list[str]:
    lines: list[str] = []
    for part in cell:
        hang = " " * len(part.mark)
        lines += [""] if part.apart else []
        own = part.lines
        if part.start in words:
            text = " ".join(words[part.start].split())
            room = max(width - len(hang), 1)
            own = textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False) or [""]
        lines += [(hang if at else part.mark) + line for at, line in enumerate(own)]
    return lines
