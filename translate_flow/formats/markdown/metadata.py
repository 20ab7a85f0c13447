"""Rule of the block parser for lines of metadata at the head of a text, as Pelican, MultiMarkdown and MkDocs have them."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from ...language.text import has_letters
from ...markup.notes import PlaceNote
from .spoken import Words

_LINE = re.compile(r"(?P<key>[A-Za-z][\w-]*(?: [\w-]+){0,2}):(?:[ \t]+(?P<words>\S.*))?$")
_SHOWN = frozenset({"title", "subtitle", "summary", "description", "abstract", "og title", "og description"})
_KNOWN = _SHOWN | frozenset(
    "date author authors category categories tags slug lang language status modified keywords css template url"
    " save as affiliation copyright email image cover".split()
)
"""Keys of these programs, of which two make a head: in a letter people write other things before colons."""
_LEAST = 2


def metadata(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines `Key: value` before the first blank line, of which only what a reader sees is text."""
    if start or silent or state.parentType != "root":
        return False
    words: list[Words] = []
    known = after = 0
    shown = False
    while after < end and not state.isEmpty(after):
        at, stop = state.bMarks[after], state.eMarks[after]
        line = state.src[at:stop].rstrip()
        match = _LINE.match(line)
        if match is None and not (after and line.startswith(("    ", "\t"))):
            return False
        if match:
            key = re.sub(r"[_-]", " ", match["key"].lower())
            known += key in _KNOWN
            shown = key in _SHOWN
        begin = match.start("words") if match else len(line) - len(line.lstrip())
        if shown and begin >= 0 and has_letters(line[begin:]):
            words.append(Words(after, at + begin, at + len(line), PlaceNote.FRONT_TEXT))
        after += 1
    if known < _LEAST:
        return False
    token = state.push("standing", "", 0)
    token.map = [start, after]
    token.meta = {"words": words}
    state.line = after
    return True
