"""Lines in reading order as paragraphs, headings, items and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from ..formats.plain.lines import is_closing
from .lines import PrintedLine, PrintedTable, Run, common_size, printed
from .order import Column

_BULLET = re.compile(r"([•●▪◦‣■□◆▸►➢·\uf0b7\uf0a7\uf0d8–—-])\s+(?=\S)")
_NUMBER = re.compile(
    r"(\d{1,2}(?:[.)][-–]?|[-–]|\.?[°º](?:[.)][-–]?|[-–]))|\(?[a-zA-Z]\)|[ivx]{1,4}[.)]|[IVX]{1,4}\.[-–]?|[A-Z]\.[-–])\s+(?=\S)"
)
_NOTE = re.compile(r"(\d{1,3}(?![.,]?\d)|\*{1,3})[.)]?\s*(?=\S)")
_LED = re.compile(r"(?:(?<![._·])[._·]{4,}+|(?<!\. )(?:\. ){4,}+)\s*+\d{1,4}$")
"""How a line of a table of contents ends."""
_STOPS = (".", "!", "?", "…", ":", ";", ".”", ".»", '."', "”", "»", ")")
_LARGE = 1.15
"""Times the size of the text from which on a line is a heading."""
_SMALL = 0.93
"""Times the size of the text at most that notes have."""
_SHORT = 0.85
"""Share of a column's width that a line has at least that was broken for want of room."""
_HEADING_LENGTH = 250
_HEADING_WORDS = 18
_WIDEST_LEADING = 3.0
"""Times the size of the print that two lines of one paragraph are apart at most."""
_LEADING = 1.35
"""Times the usual distance of two lines from which on a paragraph ends."""


_INSET = 0.1
"""Share of a column's width from which on lines that end below each other may be set at the right edge."""
_EVEN = 2.0
"""Points within which edges are below each other."""


@dataclass(slots=True)
class PrintedPassage:
    """Lines that belong together."""

    kind: str
    """paragraph, item, note or table; which paragraphs are headings, their fonts say."""
    lines: list[PrintedLine] = field(default_factory=list)
    marker: str = ""
    """An item's sign or number, a note's number."""
    breaks: set[int] = field(default_factory=set)
    """Before which of its lines a line break is meant, as in an address."""
    level: int = 0
    """Of a heading: 1 and more; 0 otherwise."""

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join(line.text.strip() for line in self.lines)


def passages(columns: Sequence[Column]) -> tuple[list[PrintedPassage], list[PrintedPassage]]:
    """The text's passages, and its notes, in reading order."""
    body = common_size(run for column in columns for line in column.lines for run in line.runs)
    text: list[PrintedPassage] = []
    notes: list[PrintedPassage] = []
    marks = {
        (line.page, run.text.strip())
        for column in columns
        for line in printed(column.lines)
        for run in line.runs[1:]
        if is_note_mark(line, run)
    }
    for column in columns:
        above, below = _notes_apart(column, body, bool(notes), marks)
        _add_notes(below, notes)
        _read(Column(tuple(above), column.left, column.right), text)
    _rank(text, body)
    return text, notes


def _notes_apart(
    column: Column, body: float, going_on: bool, marks: set[tuple[int, str]]
) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """The lines of a column, and those of the notes at its foot: small ones, the first of which has a number.

    With `going_on` there are notes already, the last of which may go on at the foot of this column.
    """
    lines = list(column.lines)
    at = len(lines)
    while at and lines[at - 1].size <= body * _SMALL and not isinstance(lines[at - 1], PrintedTable):
        at -= 1
    if not (going_on and 0 < at < len(lines) and lines[at].text.lstrip()[:1].islower()):
        while at < len(lines) and not _NOTE.match(lines[at].text):
            at += 1
    half = len(lines) // 2
    # Of numbered demands and notes that have the same numbers, the notes are the last.
    last = {
        sign: n
        for n in range(half, len(lines))
        if not any(isinstance(line, PrintedTable) for line in lines[n:])
        and (sign := _note_sign(lines[n], marks))
        and _is_foot(lines, n)
    }
    at = min((at, *last.values()))
    return lines[:at], lines[at:]


def _note_sign(line: PrintedLine, marks: set[tuple[int, str]]) -> str:
    """The raised number that a line begins with, or one that is raised in the text of its page; empty if none."""
    first = line.runs[0]
    if len(line.runs) > 1 and is_note_mark(line, first):
        return first.text.strip()
    match = _NOTE.match(line.text)
    return match[1] if match and (line.page, match[1]) in marks else ""


def _is_foot(lines: Sequence[PrintedLine], at: int) -> bool:
    """Whether no line from there on is in larger print than the first of them."""
    return all(line.size <= lines[at].size + 0.75 for line in lines[at:])


def _add_notes(lines: Iterable[PrintedLine], found: list[PrintedPassage]) -> None:
    for line in lines:
        match = _NOTE.match(line.text)
        first = line.runs[0]
        numbered = match and (
            line.raised(first) or first.text.strip() == match[1] or _follows(match[1], found)
        )
        if match and (numbered or not found):
            found.append(PrintedPassage("note", [line], match[1]))
        elif found:
            found[-1].lines.append(line)


def _follows(number: str, notes: Sequence[PrintedPassage]) -> bool:
    """Whether a number is the next one after the last note's."""
    last = notes[-1].marker if notes else ""
    return number.isdecimal() and last.isdecimal() and int(number) == int(last) + 1


def _read(column: Column, found: list[PrintedPassage]) -> None:
    """Add the column's passages to those found; its first line may go on with the last of them."""
    lines = column.lines
    if not lines:
        return
    drops = [above.bottom - line.bottom for above, line in pairwise(lines)]
    usual = median([drop for drop in drops if drop > 0] or [0.0])
    edge = sorted(line.right for line in lines)[int(len(lines) * 0.9)] if len(lines) > 4 else column.right
    before: PrintedLine | None = None
    for line in lines:
        current = found[-1] if found else None
        if isinstance(line, PrintedTable):
            _add_table(line, found, first=before is None)
            before = line
            continue
        marker = _marker(line)
        if current is None or current.kind == "table":
            found.append(_begun(line, marker))
        elif before is None:
            if marker or not _goes_over(current, line):
                found.append(_begun(line, marker))
            else:
                current.lines.append(line)
        else:
            drop = before.bottom - line.bottom
            room = Column(lines, column.left, edge)
            if (
                _other_font(before, line)
                or (not _runs_on(before, line, room) and drop > max(usual * _LEADING, 1.5 * line.size) + 1)
                or drop < 0
                or marker
            ):
                found.append(_begun(line, marker))
            elif _ends(current, before, line, room):
                if _listed(current, before, line, room):
                    current.breaks.add(len(current.lines))
                    current.lines.append(line)
                else:
                    found.append(_begun(line, marker))
            else:
                current.lines.append(line)
        before = line


_SAME_EDGE = 6.0
"""Points within which the columns of a table's two halves begin below each other."""


def _add_table(table: PrintedTable, found: list[PrintedPassage], *, first: bool) -> None:
    """A table, or the second half of the one that ended the page before."""
    last = found[-1] if found and found[-1].kind == "table" else None
    before = last.lines[-1] if last else None
    goes_on = (
        first
        and isinstance(before, PrintedTable)
        and before.page != table.page
        and len(before.edges) == len(table.edges)
        and all(abs(one - other) <= _SAME_EDGE for one, other in zip(before.edges, table.edges, strict=True))
    )
    if last and goes_on:
        last.lines.append(table)
    else:
        found.append(PrintedPassage("table", [table]))


def cell_breaks(lines: Sequence[PrintedLine]) -> Iterator[int]:
    """Before which lines of a table's cell a new one was meant: items, and what follows a full stop on a line of its own."""
    drops = [above.bottom - line.bottom for above, line in pairwise(lines)]
    right = max((line.right for line in lines), default=0.0)
    for at, (above, line) in enumerate(pairwise(lines), start=1):
        first_word = line.text.lstrip().split(" ")[0]
        needed = (line.right - line.left) * len(first_word) / max(1, len(line.text))
        short = above.right + needed < right - 0.5 * line.size and _unnoted(above).endswith(_STOPS)
        if _marker(line) or drops[at - 1] > _LEADING * min(drops) + 1 or short:
            yield at


def _begun(line: PrintedLine, marker: str) -> PrintedPassage:
    return PrintedPassage("item" if marker else "paragraph", [line], marker)


def _marker(line: PrintedLine) -> str:
    text = line.text.lstrip()
    match = _BULLET.match(text) or _NUMBER.match(text)
    return match[1] if match else ""


def _goes_over(current: PrintedPassage, line: PrintedLine) -> bool:
    """Whether the last passage of a page or column goes on in the next one."""
    last = current.lines[-1]
    words, next_words = _unnoted(last), line.text.lstrip()
    if _other_font(last, line) or not next_words:
        return False
    return words.endswith("-") or (not words.endswith(_STOPS) and next_words[:1].islower())


def _runs_on(last: PrintedLine, line: PrintedLine, room: Column) -> bool:
    """Whether a full line goes on in mid-sentence, however far below, as in text set with wide leading."""
    near = last.bottom - line.bottom <= _WIDEST_LEADING * line.size
    full = last.right >= room.left + _SHORT * (room.right - room.left)
    return near and full and not _unnoted(last).endswith(_STOPS) and line.text.lstrip()[:1].islower()


def _unnoted(line: PrintedLine) -> str:
    """The words of a line without the sign of a footnote at their end."""
    runs = line.runs[:-1] if len(line.runs) > 1 and is_note_mark(line, line.runs[-1]) else line.runs
    return "".join(run.text for run in runs).rstrip()


def _other_font(one: PrintedLine, other: PrintedLine) -> bool:
    """Whether the print changes from one line to the next."""
    if abs(one.size - other.size) > 0.75:
        return True
    return one.bold != other.bold and one.runs[-1].bold != other.runs[0].bold


def _ends(current: PrintedPassage, last: PrintedLine, line: PrintedLine, room: Column) -> bool:
    """Whether a passage ends with its last line, by the look of the next."""
    width = room.right - room.left
    words, following = _unnoted(last), line.text.lstrip()
    if words[-1:].isdigit() and _LED.search(words):
        return True
    if current.kind == "item":
        first = current.lines[0]
        hanging = line.left > first.left + 0.3 * line.size
        if not hanging and len(current.lines) > 1 and current.lines[1].left > first.left + 0.3 * line.size:
            return True
    elif line.left > last.left + 0.8 * line.size and (len(current.lines) > 1 or last.left <= room.left + 1):
        return words.endswith(_STOPS) or following[:1].isupper()
    first_word = following.split(" ")[0]
    needed = (line.right - line.left) * len(first_word) / max(1, len(following))
    reach = last.right - last.left if _at_the_right(last, line, room) else last.right - room.left
    if reach + needed >= 0.98 * width:
        return False
    short = reach < _SHORT * width
    return words.endswith(_STOPS) or (short and not following[:1].islower())


def _at_the_right(last: PrintedLine, line: PrintedLine, room: Column) -> bool:
    """Whether two lines are set at the right edge, as a date or a letterhead is: what is short of them is at the left."""
    inner = room.left + _INSET * (room.right - room.left)
    return min(last.left, line.left) > inner and abs(last.right - line.right) <= _EVEN < abs(
        last.left - line.left
    )


def _listed(current: PrintedPassage, last: PrintedLine, line: PrintedLine, room: Column) -> bool:
    """Whether two short lines are lines of one address or signature, each by itself."""
    if current.kind != "paragraph" or len(current.lines) - len(current.breaks) > 1:
        return False
    width = 0.75 * (room.right - room.left)
    return max(last.right - last.left, line.right - line.left) < width and not last.text.rstrip().endswith(
        (".", "!", "?")
    )


def _rank(found: Sequence[PrintedPassage], body: float) -> None:
    """Tell headings by their size, or by bold print, and their levels by their sizes."""
    heads: list[tuple[float, PrintedPassage]] = []
    for passage in found:
        words = passage.text
        size = passage.lines[0].size
        if (
            passage.kind in ("note", "table")
            or len(words) > _HEADING_LENGTH
            or is_closing(words)
            or not any(map(str.isalpha, words))
        ):
            continue
        large = size >= body * _LARGE
        bold = all(line.bold for line in passage.lines) and size >= body * 0.98
        if large or (bold and len(words.split()) <= _HEADING_WORDS and not words.endswith((".", ",", ";"))):
            heads.append((round(size) if large else 0.0, passage))
    mostly = sum(len(passage.text) for _, passage in heads) > 0.5 * sum(len(p.text) for p in found)
    if mostly and len(heads) > 1:
        heads = [(size, passage) for size, passage in heads if size]
    sizes = sorted({size for size, _ in heads}, reverse=True)
    for size, passage in heads:
        passage.level = min(6, sizes.index(size) + 1)
        passage.kind, passage.marker = "paragraph", ""


def is_note_mark(line: PrintedLine, run: Run) -> bool:
    """Whether a run is the sign of a footnote within the text."""
    return line.raised(run) and re.fullmatch(r"\s*(?:\d{1,3}|\*{1,3})\s*", run.text) is not None
