"""Lines of the block parser's state, and the words in standing lines that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock

from ...language.text import has_letters
from ...markup.notes import PlaceNote
from .signs import (
    ABBREVIATION,
    ALERT,
    CODE_DIRECTIVES,
    COLUMNS,
    FENCE,
    FIRST_IS_NAME,
    GRID,
    LEADING_TAGS,
    MODULE,
    MYST,
    NAMED,
    OPTION,
    OTHERWISE_NAMED,
    RULED,
    SAID,
    SENTENCE,
    SLASHES,
    TAB,
    TITLED,
    UNNAMED,
    VALUE,
)


@dataclass(frozen=True, slots=True)
class Words:
    """Words within a standing line."""

    line: int
    """Number of the line."""
    start: int
    """First character, in `Source.plain`."""
    end: int
    """One past the last."""
    note: PlaceNote
    """What they are."""
    quote: str = ""
    """The sign they end with, which must not be among them; empty if the line's end is their end."""
    last: int = -1
    """Number of the line they end in, if it is a further one."""


def stripped(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()


def first_closing(
    state: StateBlock, what: str, start: int, end: int, closes: Callable[[str], bool]
) -> int | None:
    """The first line that closes something; lines that were searched for it are not searched again."""
    since, until = state.env.get(what, (end, end))
    begin = max(start, until) if since <= start else start
    found = next((number for number in range(begin, end) if closes(stripped(state, number))), None)
    if found is None:
        state.env[what] = (start, end)
    return found


def is_columns(state: StateBlock, start: int) -> bool:
    """Whether a table begins here whose columns are recognised by blanks: with its heads, or the line below them."""
    below = stripped(state, start + 1) if start + 1 < state.lineMax else ""
    return bool(COLUMNS.match(below) or COLUMNS.match(stripped(state, start)))


def words_in(state: StateBlock, start: int, after: int) -> Iterator[Words]:
    """The words in these lines that a reader sees."""
    first = stripped(state, start)
    if first.startswith("% ") and MYST.search(state.src):
        return
    if MODULE.match(first) or GRID.match(first) or RULED.match(first) or is_columns(state, start):
        return
    for number in range(start, after):
        at = state.bMarks[number] + state.tShift[number]
        line = stripped(state, number)
        for match in sorted((*NAMED.finditer(line), *_unnamed(line)), key=re.Match.start):
            group = "double" if match["double"] is not None else "single"
            yield Words(
                number,
                at + match.start(group),
                at + match.end(group),
                PlaceNote.TITLE_IN_TAG,
                '"' if group == "double" else "'",
            )
        if number > start and not line.startswith(("%", "|", ":")):
            continue
        yield from _own_words(line, number, at, number == start)


def _unnamed(line: str) -> Iterator[re.Match[str]]:
    """What is said to a reader among a tag's values without a telling name (`{{< figure "The march" >}}`)."""
    for tag in UNNAMED.finditer(line) if line.startswith("{") else ():
        if re.split(r"[ {<%-]+", tag["opening"])[-1] not in LEADING_TAGS:
            for value in VALUE.finditer(line, tag.start("values"), tag.end("values")):
                words = value["double"] or value["single"] or ""
                if has_letters(words) and SAID.fullmatch(words):
                    yield value
            for value in OTHERWISE_NAMED.finditer(line, tag.start("values"), tag.end("values")):
                if SENTENCE.fullmatch(value["double"] or value["single"] or ""):
                    yield value


_ENDED_BY = {"box": "]", "plugin": "}", "forum": '"'}


def _own_words(line: str, number: int, at: int, first: bool) -> Iterator[Words]:
    match, note, quote = None, PlaceNote.BOX_TITLE, ""
    if line.startswith(":::"):
        match = FENCE.match(line)
        if match and match["box"]:
            yield Words(number, at + match.start("box"), at + match.end("box"), note, "]")
        name = (match["more"] or "").strip("{} ").lower() if match else ""
        if name in FIRST_IS_NAME | CODE_DIRECTIVES:
            return
    elif line.startswith("///"):
        match = SLASHES.match(line)
    elif line.startswith("@"):
        match = TAB.match(line)
    elif title := TITLED.match(line):
        group = title.lastgroup or ""
        if has_letters(title[group]):
            yield Words(number, at + title.start(group), at + title.end(group), note, _ENDED_BY[group])
    elif line.startswith(("*[", "[#")):
        match = ABBREVIATION.match(line)
        note = PlaceNote.ABBREVIATION if line[0] == "*" else PlaceNote.OWN_LINE
    elif line.startswith("[!"):
        match = ALERT.match(line)
    elif line.startswith(("% ", "| ")):
        note = PlaceNote.OWN_LINE
        begin = at + 2 + len(line[2:]) - len(line[2:].lstrip())
        if has_letters(line):
            yield Words(number, begin, at + len(line), note)
        return
    elif not first and OPTION.match(line):
        yield from option_words(line, number, at)
        return
    if match and match["words"] and has_letters(match["words"]):
        yield Words(number, at + match.start("words"), at + match.end("words"), note, quote)


_SHOWN_OPTION = re.compile(
    r":(?:alt|caption|title|header|footer|label-text|subtitle|text):[ \t]+(?P<words>.*)$"
)


def option_words(line: str, number: int, at: int) -> Iterator[Words]:
    """The words of a directive's option (`:alt: A march`)."""
    match = _SHOWN_OPTION.match(line)
    if match and has_letters(match["words"]):
        yield Words(number, at + match.start("words"), at + match.end("words"), PlaceNote.TITLE_IN_TAG)
