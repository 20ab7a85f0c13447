"""Passages of a printed text as Markdown that a person can correct."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from ..formats.markdown import escape
from ..language.text import squeeze
from ..language.whole import HYPHENS, joint, words_of
from .lines import PrintedLine, PrintedTable
from .paragraphs import PrintedPassage, cell_breaks, is_note_mark

_SIGNS = re.compile(r"[*`<\[\]\\]|(?<!\w)_|_(?!\w)")
_ANY_SIGN = re.compile(r"[*`<\[\]\\_]")
_ADDRESS = re.compile(r"https?://\S+|(?<!\S)[^\s@]+@\S+\.\S+")
_WIDTH = 110

Emphasis = tuple[bool, bool]
"""Whether words are bold, and whether they are italic."""


def markdown(text: Sequence[PrintedPassage], notes: Sequence[PrintedPassage]) -> str:
    """The Markdown of the text, with its notes at the end. Notes that nothing refers to are paragraphs."""
    lines = [line.text for passage in (*text, *notes) for line in passage.lines]
    parted = any(line[-1:] in HYPHENS for line in "\n".join(lines).split("\n"))
    words = words_of("\n".join(lines)) if parted else frozenset[str]()
    labels = _labels(notes)
    asked: list[str] = []

    def mark(page: int, number: str) -> str:
        """The reference to a note of that page, or of the next that has one of that number."""
        label = labels.get((page, number)) or next((lb for (_, n), lb in labels.items() if n == number), "")
        if label:
            asked.append(label)
        return f"[^{label}]" if label else number

    blocks: list[str] = []
    last = ""
    for passage in text:
        block = _block(passage, words, mark)
        # The items of one list stand without a blank line between.
        joined = passage.kind == last == "item" and not passage.level
        blocks.append(("" if joined or not blocks else "\n") + block + "\n")
        last = passage.kind if not passage.level else ""
    for note in notes:
        label = labels[note.lines[0].page, note.marker]
        written = _flowing(note, words, mark, skip=note.marker)
        head = f"[^{label}]: " if label in asked else f"{note.marker} "
        blocks.append(f"\n{head}{written}\n")
    return "".join(blocks)


def _labels(notes: Sequence[PrintedPassage]) -> dict[tuple[int, str], str]:
    """A label for each note, by page and number; numbers that begin anew on a page get the page with them."""
    found: dict[tuple[int, str], str] = {}
    taken: set[str] = set()
    for note in notes:
        page = note.lines[0].page
        label = note.marker if note.marker.isdigit() else f"{len(note.marker)}s"
        if label in taken:
            label = f"{label}-{page + 1}"
        taken.add(label)
        found.setdefault((page, note.marker), label)
    return found


def _block(passage: PrintedPassage, words: frozenset[str], mark: Callable[[int, str], str]) -> str:
    if passage.level:
        plain = _flowing(passage, words, mark, emphasis=False)
        return f"{'#' * passage.level} {escape.heading(plain.replace(chr(10), ' '))}"
    if passage.kind == "table":
        return _table(passage, words, mark)
    if passage.kind == "item":
        written = _flowing(passage, words, mark, skip=passage.marker)
        number = passage.marker.rstrip(".)-–°º")
        if number.isdigit():
            return f"{number}. {written}"
        named = len(passage.marker) > 1 and passage.marker[-1] in ".)-–"
        return f"{passage.marker} {written}" if named else f"- {written}"
    return _flowing(passage, words, mark)


def _table(passage: PrintedPassage, words: frozenset[str], mark: Callable[[int, str], str]) -> str:
    """The table with bars between its cells; the head that each of its pages repeats is written once."""
    rows: list[list[str]] = []
    for table in passage.lines:
        if isinstance(table, PrintedTable):
            lines = [[_cell(cell, words, mark) for cell in row] for row in table.rows]
            rows += lines[1:] if rows and lines[0] == rows[0] else lines
    head, *rest = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([head, f"|{' --- |' * len(rows[0])}", *rest])


def _cell(lines: Sequence[PrintedLine], words: frozenset[str], mark: Callable[[int, str], str]) -> str:
    """The words of a cell; where one of its lines ends for another reason than its edge, a break."""
    breaks = set(cell_breaks(lines))
    made = _flowing(PrintedPassage("cell", [*lines], breaks=breaks), words, mark) if lines else ""
    return made.replace("|", r"\|").replace("\\\n", "<br>").replace("\n", " ")


def _flowing(
    passage: PrintedPassage,
    words: frozenset[str],
    mark: Callable[[int, str], str],
    *,
    skip: str = "",
    emphasis: bool = True,
) -> str:
    """The passage's words on one line, but for the breaks that are meant."""
    parts: list[tuple[str, Emphasis]] = []
    whole = all(line.bold for line in passage.lines)
    for at, line in enumerate(passage.lines):
        pieces = _pieces(line, mark, bold=emphasis and not whole, italic=emphasis)
        if at == 0 and skip:
            pieces = _without(pieces, skip)
        if parts and pieces:
            before, kind = parts[-1]
            before = before.rstrip()
            following = pieces[0][0].lstrip()
            if at in passage.breaks:
                parts[-1] = (before, kind)
                parts.append(("\\\n", (False, False)))
            elif (between := joint(before, following, words)) is not None:
                parts[-1] = (before[:-1] + between, kind)
            else:
                parts[-1] = (before + " ", kind)
            pieces[0] = (following, pieces[0][1])
        parts += pieces
    done = "".join(
        _emphasised("".join(text for text, _ in group), kind)
        for kind, group in groupby(parts, key=lambda part: part[1])
    )
    guard = str if passage.kind == "cell" or passage.level else escape.guard
    lines = [guard(squeeze(line)) for line in done.strip().split("\n")]
    return "\n".join(lines)


def _pieces(
    line: PrintedLine, mark: Callable[[int, str], str], *, bold: bool, italic: bool
) -> list[tuple[str, Emphasis]]:
    pieces: list[tuple[str, Emphasis]] = []
    for text, run in line.pieces():
        if is_note_mark(line, run) and pieces:
            pieces[-1] = (pieces[-1][0].rstrip(), pieces[-1][1])
            pieces.append((mark(line.page, text.strip()), pieces[-1][1]))
        else:
            pieces.append((_escaped(text), (bold and run.bold, italic and run.italic)))
    return pieces


def _without(pieces: list[tuple[str, Emphasis]], marker: str) -> list[tuple[str, Emphasis]]:
    """The pieces without the marker they begin with."""
    marker = _escaped(marker)
    while pieces and marker:
        text = pieces[0][0].lstrip()
        if not text:
            pieces = pieces[1:]
            continue
        if text.startswith(marker):
            rest = re.sub(r"^[.)]?\s*", "", text[len(marker) :])
            return [(rest, pieces[0][1]), *pieces[1:]]
        if not marker.startswith(text):
            return pieces
        marker, pieces = marker[len(text) :], pieces[1:]
    return pieces


def _escaped(text: str) -> str:
    """The text with characters that Markdown would take for its own behind a backslash, but in addresses."""
    if not _ANY_SIGN.search(text):
        return text
    done = 0
    out: list[str] = []
    for address in _ADDRESS.finditer(text):
        out += (_SIGNS.sub(r"\\\g<0>", text[done : address.start()]), address[0])
        done = address.end()
    return "".join([*out, _SIGNS.sub(r"\\\g<0>", text[done:])])


def _emphasised(text: str, kind: Emphasis) -> str:
    bold, italic = kind
    inner = text.strip()
    if not inner or not (bold or italic) or not any(map(str.isalnum, inner)):
        return text
    sign = "*" * (2 * bold + italic)
    start = text[: len(text) - len(text.lstrip())]
    return f"{start}{sign}{inner}{sign}{text[len(text.rstrip()) :]}"
