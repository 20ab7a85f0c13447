"""Rules of the block parser for boxes, tabs, directives and terms: lines with blocks that belong to them."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from ...language.text import has_letters
from ...markup.notes import PlaceNote
from .signs import BOX, CAPTIONS, CELL, DIRECTIVE, FIRST_IS_NAME, FOLDED_CAPTION, OPTION, TEXT_DIRECTIVES
from .spoken import Words, first_closing, option_words, stripped


def box(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Rule of the block parser: an admonition or tab, whose inside is indented by four."""
    at, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if at >= stop or state.src[at] not in "!?=" or state.is_code_block(start):
        return False
    match = BOX.match(state.src[at:stop])
    if match is None or not (match["types"] or match["words"]):
        return False
    below = start + 1
    while below < end and state.isEmpty(below):
        below += 1
    inner = state.blkIndent + 4
    holds = below < end and state.sCount[below] >= inner
    if not holds and match["words"] is None:
        return False
    if silent:
        return True
    token = state.push("standing", "", 0)
    token.map = [start, start + 1]
    words = match["words"]
    token.meta = {
        "words": [
            Words(
                start, at + match.start("words"), at + match.end("words"), PlaceNote.BOX_TITLE, match["quote"]
            )
        ]
        if words and has_letters(words)
        else []
    }
    after = start + 1
    while holds and after < end and (state.isEmpty(after) or state.sCount[after] >= inner):
        after += 1
    if holds:
        _inside(state, start + 1, after, inner)
    state.line = after
    return True


def nested(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Rule of the block parser: what is indented within shortcodes of Hugo is text: Hugo takes their indent away."""
    if silent or not state.is_code_block(start):
        return False
    above = stripped(state, start - 1) if start else ""
    if not (stripped(state, start).startswith(_SHORTCODES) or above.startswith(_SHORTCODES)):
        return False
    indent, after = state.sCount[start], start + 1
    while after < end and (state.isEmpty(after) or state.sCount[after] >= indent):
        after += 1
    _inside(state, start, after, indent)
    state.line = after
    return True


_SHORTCODES = ("{{<", "{{%")
_MOST_TERMS = 5


def terms(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Rule of the block parser: a term above another one, both explained by what follows (PHP Markdown Extra).

    The rule for definition lists knows the last of them alone.
    """
    if silent or start + 2 >= end or state.is_code_block(start):
        return False
    for number in range(start + 1, min(end, start + _MOST_TERMS + 1)):
        line = stripped(state, number)
        if not line or state.sCount[number] < state.blkIndent:
            return False
        if line.startswith((": ", ":\t")):
            if number == start + 1:
                return False
            break
    else:
        return False
    token = state.push("dt_open", "dt", 1)
    token.map = [start, start]
    state.push("inline", "", 0).content = stripped(state, start)
    state.push("dt_close", "dt", -1)
    state.line = start + 1
    return True


def _inside(state: StateBlock, start: int, after: int, indent: int) -> None:
    """Read the lines as blocks of their own."""
    around, most, before = state.parentType, state.lineMax, state.blkIndent
    state.parentType, state.lineMax, state.blkIndent = "root", after, indent
    state.md.block.tokenize(state, start, after)
    state.parentType, state.lineMax, state.blkIndent = around, most, before


def directive(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Rule of the block parser: MyST's directives between fences, as far as their inside is Markdown."""
    at, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if at >= stop or state.src[at] not in "`~" or state.is_code_block(start):
        return False
    match = DIRECTIVE.match(state.src[at:stop].rstrip())
    if match is None or match["name"].lower() not in TEXT_DIRECTIVES:
        return False
    fence = match["fence"]
    last = first_closing(state, fence, start + 1, end, lambda later: _closes(later, fence))
    if last is None:
        return False
    if silent:
        return True
    inner = start + 1
    words: list[Words] = []
    if match["words"] and match["name"].lower() not in FIRST_IS_NAME and has_letters(match["words"]):
        words.append(Words(start, at + match.start("words"), at + match.end("words"), PlaceNote.BOX_TITLE))
    if inner < last and stripped(state, inner) == "---":
        inner = next((n + 1 for n in range(inner + 1, last) if stripped(state, n) == "---"), inner)
    while inner < last and OPTION.match(stripped(state, inner)):
        words += option_words(stripped(state, inner), inner, state.bMarks[inner] + state.tShift[inner])
        inner += 1
    token = state.push("standing", "", 0)
    token.map = [start, inner]
    token.meta = {"words": words}
    if inner < last:
        _inside(state, inner, last, state.blkIndent)
    state.line = last + 1
    return True


def cell(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Rule of the block parser: code that draws a figure and has its caption; other code is left to its rule."""
    at, stop = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if silent or at >= stop or state.src[at] not in "`~" or state.is_code_block(start):
        return False
    match = CELL.match(state.src[at:stop].rstrip())
    if match is None:
        return False
    fence = match["fence"]
    last = first_closing(state, fence, start + 1, end, lambda later: _closes(later, fence))
    if last is None:
        return False
    words: list[Words] = []
    for number in range(start, last):
        line = stripped(state, number)
        begin = state.bMarks[number] + state.tShift[number]
        if number > start and not line.startswith(("#|", "//|", "%%|")):
            break
        if folded := FOLDED_CAPTION.match(line):
            words += _folded(state, number + 1, last, folded[1])
        for found in CAPTIONS.finditer(line):
            group = found.lastgroup or "bare"
            quote = {"double": '"', "single": "'"}.get(group, "")
            if has_letters(found[group]) and (quote or ": " not in found[group]):
                place = (begin + found.start(group), begin + found.end(group))
                words.append(Words(number, *place, PlaceNote.TITLE_IN_TAG, quote))
    if not words:
        return False
    token = state.push("standing", "", 0)
    token.map = [start, last + 1]
    token.meta = {"words": words}
    state.line = last + 1
    return True


def _folded(state: StateBlock, first: int, end: int, sign: str) -> list[Words]:
    """The words of an option that is written in the lines below it, as YAML has it."""
    after = first
    while after < end and re.match(rf"{re.escape(sign)}[ ]{{2,}}\S", stripped(state, after)):
        after += 1
    if after == first:
        return []
    line = stripped(state, first)
    at = state.bMarks[first] + state.tShift[first]
    start = at + len(sign) + len(line[len(sign) :]) - len(line[len(sign) :].lstrip())
    stop = state.bMarks[after - 1] + state.tShift[after - 1] + len(stripped(state, after - 1))
    return (
        [Words(first, start, stop, PlaceNote.TITLE_IN_TAG, "", after - 1)]
        if has_letters(state.src[start:stop])
        else []
    )


def _closes(line: str, fence: str) -> bool:
    return len(line) >= len(fence) and line == fence[0] * len(line)
