"""Lines that mean something by themselves, to the programs that Markdown is written for: they stay lines.

Pandoc, GitHub, Obsidian, Python-Markdown, kramdown, MyST, Docusaurus, VitePress, MDX, Jekyll, Hugo and their kin add
to CommonMark, each in the same way: by a line that begins with characters no prose begins with. To CommonMark it is text,
and a part of the paragraph around it. Words in such a line that a reader sees are texts of their own.
"""

from __future__ import annotations

from markdown_it.rules_block import StateBlock

from .signs import (
    ALERT,
    ALONE,
    BARE_TAG,
    CODE_DIRECTIVES,
    COLUMNS,
    DRAWN_BLOCKS,
    FENCE,
    FIRST,
    FORMULA,
    GRID,
    LONGEST_TAG,
    MODULE,
    MYST,
    OPAQUE,
    OPTION,
    RULED,
    TAG,
    TAG_ENDS,
    interrupts,
)
from .spoken import first_closing, is_columns, stripped, words_in


def standing(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Rule of the block parser: lines that stand by themselves."""
    at, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if at >= stop or state.is_code_block(start):
        return False
    if state.src[at] not in FIRST and (silent or not (start + 1 < end and is_columns(state, start))):
        return False
    line = state.src[at:stop].rstrip()
    found = _tag(state, start, end, line) if line[0] == "{" else None
    if found is None and interrupts(line) and line[0] != "{":
        found = _fenced(state, start, end, line) if line.startswith(":::") else start + 1
    if found is None and line[0] == "{" and ALONE.match(line):
        found = start + 1
    if (
        found
        and line == "{::comment}"
        and (closed := first_closing(state, line, start + 1, end, _ends_kramdown))
    ):
        found = closed + 1
    if found == start + 1 and line[0] == "\\" and not silent:
        found = _opening(state, start, end, line) or found
    if found is None and not silent:
        found = _opening(state, start, end, line)
    if (
        found is None
        and line == "\\["
        and (closed := first_closing(state, "\\]", start + 1, end, "\\]".__eq__))
    ):
        found = closed + 1
    if found is None:
        return False
    if not silent:
        token = state.push("standing", "", 0)
        token.map = [start, found]
        token.meta = {"words": [*words_in(state, start, found)]}
        token.content = (
            "table"
            if GRID.match(line) or (found > start + 1 and (RULED.match(line) or is_columns(state, start)))
            else ""
        )
        state.line = found
    return True


def _tag(state: StateBlock, start: int, end: int, line: str) -> int | None:
    """The line after a tag, or several on their lines without a word between; None if there is a word."""
    opening = next((sign for sign in ("{%", "{{<", "{{%", "{{") if line.startswith(sign)), "")
    if not opening:
        return None
    last, text = start, line
    while TAG_ENDS[opening] not in text[len(opening) :] and last + 1 < min(end, start + LONGEST_TAG):
        last += 1
        more = state.src[state.bMarks[last] : state.eMarks[last]]
        if more.lstrip().startswith(opening):
            return None
        text += "\n" + more
    if last == start and (begun := OPAQUE.match(line)) and begun["liquid"]:
        # A remark or code with its end on the same line.
        _, ended, behind = line.replace(" ", "").replace("-", "").partition(f"{{%end{begun['liquid']}")
        if ended and behind == "%}":
            return start + 1
    if TAG.sub("", text).strip():
        return None
    if opaque := OPAQUE.match(line):
        name, closing = opaque["liquid"] or opaque["hugo"], "end" if opaque["liquid"] else "/"
        ended = f"{closing}{name}"
        if ended not in text:
            closed = first_closing(state, ended, last + 1, end, lambda later: ended in later.replace(" ", ""))
            return last + 1 if closed is None else closed + 1
    return last + 1


def _fenced(state: StateBlock, start: int, end: int, line: str) -> int:
    """The line after a directive's first line and options, or after all of it if its inside is code."""
    match = FENCE.match(line)
    more = match["more"] if match else None
    name = (more or "").strip("{} ").lower()
    if name not in CODE_DIRECTIVES and not (match and match["name"] in DRAWN_BLOCKS and not match["words"]):
        after = start + 1
        while more and after < end and OPTION.match(stripped(state, after)):
            after += 1
        return after
    fence = line[: len(line) - len(line.lstrip(":"))]
    closed = first_closing(state, fence, start + 1, end, fence.__eq__)
    return start + 1 if closed is None else closed + 1


def _opening(state: StateBlock, start: int, end: int, line: str) -> int | None:
    """The line after what is a standing line only where a block can begin."""
    after = start + 1
    if line[0] == "[":
        quoted = (
            state.parentType == "blockquote" and state.tokens and state.tokens[-1].type == "blockquote_open"
        )
        if quoted and ALERT.match(line):
            return after
        tag = BARE_TAG.match(line)
        closing = f"[/{tag[1]}]" if tag else ""
        return after if tag and first_closing(state, closing, after, end, closing.__eq__) else None
    if line[0] in "ie":
        return _until_blank(state, start, end) if MODULE.match(line) else None
    if line[0] == "%":
        if line.startswith("%%") and "%%" not in line[2:]:
            closed = first_closing(state, "%%", after, end, _ends_remark)
            return None if closed is None else closed + 1
        if line.startswith("% ") and MYST.search(state.src):
            return after
        return after if line.startswith("% ") and start < 3 and _all_percent(state, start) else None
    if line[0] == "\\" and (formula := FORMULA.match(line)):
        closing = f"\\end{{{formula[1]}}}"
        closed = first_closing(state, closing, start, end, lambda later: closing in later)
        return after if closed is None else closed + 1
    if line[0] == "|":
        return _line_block(state, start, end)
    if GRID.match(line):
        while after < end and stripped(state, after)[:1] in ("+", "|") and stripped(state, after):
            after += 1
        return after
    if RULED.match(line):
        heads = next(
            (n for n in range(after, min(end, start + _HEADS)) if COLUMNS.match(stripped(state, n))), 0
        )
        closed = first_closing(state, "-----", heads + 1, end, _is_ruled) if heads else None
        return None if closed is None else closed + 1
    if is_columns(state, start):
        if COLUMNS.match(line) and (closed := first_closing(state, line, after, end, line.__eq__)):
            return closed + 1
        return _until_blank(state, start, end)
    return None


_HEADS = 8
"""Lines that the heads of a table may take."""


def _ends_kramdown(line: str) -> bool:
    return line in ("{:/}", "{:/comment}")


def _ends_remark(line: str) -> bool:
    return line.endswith("%%")


def _is_ruled(line: str) -> bool:
    return RULED.match(line) is not None


def _line_block(state: StateBlock, start: int, end: int) -> int | None:
    """The line after Pandoc's line block, each line of which begins with a bar; None for anything with columns."""
    after = start
    while after < end and (line := stripped(state, after)) and line.startswith("|"):
        if line.count("|") > 1 or line[1:2] not in ("", " "):
            return None
        after += 1
    return after if after > start else None


def _all_percent(state: StateBlock, start: int) -> bool:
    return all(stripped(state, line).startswith("%") for line in range(start))


def _until_blank(state: StateBlock, start: int, end: int) -> int:
    after = start + 1
    while after < end and not state.isEmpty(after):
        after += 1
    return after
