"""Blocks of Markdown that are not running text: words in standing lines and tags, titles of links and images, terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from ...language.text import has_letters, squeeze
from ...markup.notes import PlaceNote
from . import escape, page
from .columns import Columns
from .drawn import Drawn, drawn
from .parser import Line, MarkdownText
from .spoken import Words

_TITLE = r"(?:[ \t]+(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)'))?[ \t]*"
IMAGE = re.compile(
    rf"!\[((?:[^\[\]\\\n]|\\.)*)\]\((?:<[^<>\n]*>|[^\s()<]*){_TITLE}\)(?:\{{[^{{}}\n]*\}})?\s*$"
)
_IN_BRACES = re.compile(
    r"(?<![\w-])(?:fig-alt|alt|title|fig-cap)=(?P<quote>[\"'])(?P<words>(?:(?!(?P=quote)).)*)(?P=quote)"
)
"""Words in the attributes of an image (Pandoc, Quarto)."""
_LONG_TITLE = re.compile(r"(?<=\s)([\"'(])([^\"'()]+)[\"')][ \t]*$")
_DEFINED_TITLE = re.compile(r"(?<=[\"'(])([^\"'()\n]*(?:\\.[^\"'()\n]*)*)([\"')])[ \t]*$")


_OPTION_LINE = re.compile(r"\n[ \t]*(?:(?:\#|//|%%)\|[ \t]+)?")
"""What parts the lines of words that go over several."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that can be translated, or at least must stay the block it is."""

    role: str
    """front heading underlined paragraph item quote footnote definition term caption cell head-cell drawn drawn-head page words."""
    text: str
    """As a translator sees it."""
    start: int
    """First character in the file's text."""
    end: int
    """One past the last."""
    line: int
    """Line of the file, from 1."""
    newline: str = " "
    """How a line break within it is written; of a value in the front matter, its kind; of words within a
    standing line or a tag, the sign they end with."""
    level: int = 0
    """Of a heading, 1 to 6; negative inside a quote, list or footnote."""
    width: int = 0
    """Length of its longest line if its lines are wrapped, else 0."""
    offset: int = 0
    """Number of characters before it in its first line."""
    opens_line: bool = True
    """Whether nothing but markers is before it in its line: its first sign could begin a block."""
    note: str = ""
    """What a translator should know about its place."""
    rows: tuple[str, ...] = ()
    """The lines of a wrapped block without hard breaks."""


def lines_stripped(text: str) -> str:
    text = text.strip()
    return "\n".join([line.strip() for line in text.split("\n")]) if "\n" in text else text


def break_mark(content: str) -> str:
    found = escape.BREAK.search(content)
    return found[0].strip() if found else "<br>"


def words_block(words: Words, source: MarkdownText) -> Block:
    """Words within a line that stands by itself."""
    text = squeeze(_OPTION_LINE.sub(" ", source.plain[words.start : words.end]))
    last = max(words.line, words.last)
    start, end = source.place(words.line, words.start), source.place(last, words.end)
    return Block(
        "words", text, start, end, source.first + words.line, words.quote, opens_line=False, note=words.note
    )


def link_title(token: Token, source: MarkdownText) -> Iterator[Block]:
    """The title of a link definition, which is shown as a tooltip, if it is on one line."""
    title = token.meta["title"]
    if not token.map or not has_letters(title) or token.meta["url"] in ("", "#"):
        return  # a definition that leads nowhere is how people write a remark: `[//]: # (…)`
    for number in range(token.map[1] - 1, token.map[0] - 1, -1):
        if found := _DEFINED_TITLE.search(source.line(number)):
            at = source.starts_plain(number) + found.start(1)
            words = Words(number, at, at + len(found[1]), PlaceNote.TOOLTIP, found[2])
            yield words_block(words, source)
            return
    yield from _long_title(token.map[0], token.map[1] - 1, source)


def _long_title(first: int, last: int, source: MarkdownText) -> Iterator[Block]:
    """The title of a link definition that goes over several lines."""
    begin = source.starts_plain(first)
    if found := _LONG_TITLE.search(source.plain[begin : source.ends_plain(last)]):
        start, end = begin + found.start(2), begin + found.end(2)
        number = first + source.plain.count("\n", begin, start)
        words = Words(number, start, end, PlaceNote.TOOLTIP, {"(": ")"}.get(found[1], found[1]), last)
        yield words_block(words, source)


def image_title(line: Line, source: MarkdownText) -> Iterator[Block]:
    """The title of an image that stands alone."""
    number, start, end = line
    image = IMAGE.search(source.plain, start, end)
    for group, quote in (("double", '"'), ("single", "'")):
        if image and has_letters(image[group] or ""):
            yield words_block(
                Words(number, image.start(group), image.end(group), PlaceNote.IMAGE_TITLE, quote), source
            )
    braces = (
        source.plain.rfind("{", start, end)
        if image and source.plain[start:end].rstrip().endswith("}")
        else end
    )
    for match in _IN_BRACES.finditer(source.plain, braces, end):
        if has_letters(match["words"]):
            place = match.span("words")
            yield words_block(Words(number, *place, PlaceNote.IMAGE_TEXT, match["quote"]), source)


def term_block(token: Token, content: str, source: MarkdownText) -> Block:
    """A term of a definition list."""
    number = token.map[0] if token.map else 0
    line = source.line(number)
    begin = source.starts_plain(number) + max(0, line.find(content))
    place = source.place(number, begin)
    text = lines_stripped(escape.BREAK.sub("\n", escape.bare(content)))
    return Block("term", text, place, place + len(content), source.first + number, break_mark(content))


def page_blocks(first: int, after: int, source: MarkdownText) -> Iterator[Block]:
    """The texts of HTML that is among the Markdown."""
    begin = done = source.starts_plain(first)
    number = first
    for start, end, quote, note in page.texts(source.plain[begin : source.ends_plain(after - 1)]):
        words = source.plain[begin + start : begin + end]
        number += source.plain.count("\n", done, begin + start)
        done, last = begin + start, number + words.count("\n")
        text = lines_stripped(escape.BREAK.sub("\n", squeeze(words)))
        yield Block(
            "words" if quote else "page",
            text,
            source.place(number, begin + start),
            source.place(last, begin + end),
            source.first + number,
            quote or break_mark(words),
            opens_line=False,
            note=note,
        )


def table_in(source: MarkdownText, first: int, after: int) -> tuple[tuple[int, int], Drawn | Columns] | None:
    """The table drawn in these lines, and where it is in the file's text; None if it is not read."""
    while after > first and not source.line(after - 1).strip():
        after -= 1
    start, end = (
        source.place(first, source.starts_plain(first)),
        source.place(after - 1, source.ends_plain(after - 1)),
    )
    table = drawn(source.text[start:end])
    return None if table is None else ((start, end), table)


def table_blocks(source: MarkdownText, first: int, after: int) -> Iterator[Block]:
    """The texts in the cells of a table drawn with characters."""
    found = table_in(source, first, after)
    if found is None:
        return
    (start, _), table = found
    line, done = source.first + first, start
    for row, part in table.parts():
        line += source.text.count("\n", done, start + part.start)
        done = start + part.start
        yield Block(
            "drawn-head" if row.head else "drawn",
            squeeze(part.text),
            start + part.start,
            start + part.end,
            line,
            opens_line=False,
        )
