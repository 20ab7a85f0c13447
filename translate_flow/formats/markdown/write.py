"""A translation as it is written into the place of a Markdown block."""

from __future__ import annotations

import re

from ...frontmatter.write import written_value
from ...markup.splice import LINE, wrap
from . import escape
from .small import Block

_BOX = 40
"""Characters before a block in which the box of a task is looked for."""
_BOXED = re.compile(r"\[[ xX]\][ \t]+\Z")
_NEWLINE = re.compile(r"(\\| *)((?:\r\n|\r|\n).*)", re.DOTALL)


def written(block: Block, text: str, file: str) -> str:
    """The Markdown for a text in the block's place, escaped so that the block stays what it is.

    `file` is the text of the whole source file. Outer blanks of each line are dropped.
    """
    lines = [line.strip() for line in LINE.split(text.strip())]
    match block.role:
        case "front":
            return written_value("\n".join(lines), file[block.start : block.end], block.newline)
        case "words":
            return escape.words(" ".join(lines), block.newline)
        case "page":
            return block.newline.join(lines)
        case "term":
            return escape.guard(block.newline.join(lines))
        case "caption":
            return escape.caption(" ".join(lines))
        case "heading":
            return escape.heading(block.newline.join(lines))
        case "cell" | "head-cell":
            tight = file[block.end : block.end + 1] == "|"
            return escape.cell(block.newline.join(lines), block.opens_line, tight)
    return _running(block, lines, file[max(0, block.start - _BOX) : block.start])


def _running(block: Block, lines: list[str], before: str) -> str:
    """Running text: broken at the source's width if the source is, hard breaks in the source's manner."""
    guard = escape.underlined if block.role == "underlined" else escape.guard
    newline = _NEWLINE.fullmatch(block.newline)
    mark, softly = (newline[1], newline[2]) if newline else ("\\", "\n")
    prefix = len(softly.lstrip("\r\n"))
    parts = []
    own = frozenset(block.rows if len(lines) > 1 else ())
    for at, line in enumerate(lines):
        offset = prefix if at else block.offset
        pieces = wrap(line, block.width, offset, prefix, escape.unfit) if block.width else [line]
        pieces = _not_alone(pieces)
        guarded = [guard(piece) for piece in pieces]
        if at == 0:
            guarded[0] = _first(block, lines, pieces[0], guarded[0], before)
        parts.append(softly.join(guarded))
        if at < len(lines) - 1:
            # A line of the source that stands unchanged on a line of its own is meant to be one.
            kept = line in own or lines[at + 1] in own
            parts.append(softly if kept else _break(line, mark) + softly)
    return "".join(parts)


def _not_alone(pieces: list[str]) -> list[str]:
    """The lines of a text so that a tag which would begin a block of HTML, alone on its line, has the next words by it."""
    made: list[str] = []
    for piece in pieces:
        if made and made[-1].startswith("<") and escape.starts_inline(made[-1]):
            joined = f"{made[-1]} {piece}"
            if not escape.starts_inline(joined):
                made[-1] = joined
                continue
        made.append(piece)
    return made


def _first(block: Block, lines: list[str], line: str, guarded: str, before: str) -> str:
    """The block's first line; behind a character such as a no-break space it begins no block anyway."""
    if not block.opens_line and block.role != "underlined":
        return line
    if guarded != line and escape.may_define(line) and not escape.defines("\n".join(lines)):
        guarded = line
    # Behind the box of a task there is no second one.
    return escape.task(guarded) if block.role == "item" and not _BOXED.search(before) else guarded


def _break(line: str, mark: str) -> str:
    """The mark of a hard break: blanks do not count on an empty line, nor a backslash after another."""
    if not line:
        return "\\"
    return "  " if line.endswith("\\") else mark
