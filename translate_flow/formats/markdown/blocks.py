"""The translatable blocks of a Markdown text with their exact places. Linear in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from markdown_it.token import Token

from ...frontmatter import FrontMatter, front_matter
from ...language.text import has_letters, squeeze
from ...markup.splice import line_ends
from . import escape
from .parser import Line, MarkdownText, parse

_HASHES = re.compile(r"#{1,6}")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_TITLE = r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*"
_IMAGE = re.compile(rf"!\[((?:[^\[\]\\\n]|\\.)*)\]\((?:<[^<>\n]*>|[^\s()<]*){_TITLE}\)\s*$")
_CELL_END = re.compile(r"(?<!\\)\|")
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<[^>]*>", re.DOTALL)
_FOOTNOTE_MARK = re.compile(r"\[\^[^\[\]\s]+\]:")
_MARKER = re.compile(r"[^>\s]")
_NARROWEST = 40
"""Lines broken at fewer characters than this are no model for a translation."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that can be translated, or at least must stay the block it is."""

    role: str
    """title-value heading underlined paragraph item quote footnote caption cell head-cell."""
    text: str
    """As a translator sees it."""
    start: int
    """First character in the file's text."""
    end: int
    """One past the last."""
    line: int
    """Line of the file, from 1."""
    newline: str = " "
    """How a line break within it is written; of a title's value, the front matter's kind."""
    level: int = 0
    """Of a heading, 1 to 6; negative inside a quote, list or footnote."""
    width: int = 0
    """Length of its longest line if its lines are wrapped, else 0."""
    offset: int = 0
    """Number of characters before it in its first line."""
    opens_line: bool = True
    """Whether nothing but markers stands before it in its line: its first sign could begin a block."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found in a text."""

    blocks: tuple[Block, ...]
    """In text order."""
    front: FrontMatter
    """What stands before the Markdown."""
    html_lines: tuple[int, ...]
    """Lines where HTML blocks with words in them begin; they are left alone."""


def twin(blocks: Sequence[Block]) -> Block | None:
    """The heading that the front matter's title repeats word for word; None if there is none."""
    if not blocks or blocks[0].role != "title-value":
        return None
    first = next((block for block in blocks if block.level == 1), None)
    return first if first is not None and squeeze(first.text) == blocks[0].text else None


@lru_cache(maxsize=2)
def scan(text: str, name: str) -> Scan:
    """The blocks of a Markdown file's text. Raises ReadError if the parser cannot cope with it.

    The last results are kept, for a rebuild asks again for what its reading found.
    """
    front = front_matter(text)
    source = MarkdownText(text, front.end)
    tokens = parse(source, name)
    blocks = list(_blocks(tokens, source))
    if (title := front.one("title")) is not None:
        value, line = squeeze(title.text or ""), len(line_ends(text[: title.start])[0])
        blocks.insert(0, Block("title-value", value, title.start, title.end, line, front.kind))
    html = tuple(
        source.first + token.map[0]
        for token in tokens
        if token.type == "html_block" and token.map and has_letters(_TAG.sub("", token.content))
    )
    return Scan(tuple(blocks), front, html)


def _blocks(tokens: Sequence[Token], source: MarkdownText) -> Iterator[Block]:
    around: list[str] = []
    fresh_item = False
    for at, token in enumerate(tokens):
        kind = token.type
        if kind in ("list_item_open", "blockquote_open", "footnote_reference_open"):
            around.append(kind)
            fresh_item = kind == "list_item_open"
        elif kind in ("list_item_close", "blockquote_close", "footnote_reference_close"):
            around.pop()
            fresh_item = False
        elif kind == "paragraph_open":
            yield _paragraph(_role(around, fresh_item), token.meta["lines"], source)
            fresh_item = False
        elif kind == "heading_open":
            level = int(token.tag[1]) * (-1 if around else 1)
            if token.markup.startswith("#"):
                yield _heading(token.meta["lines"][0], tokens[at + 1].content, level, source)
            else:
                yield _flow("underlined", token.meta["lines"][:-1], source, level)
            fresh_item = False
        elif kind == "table_open":
            yield from _cells(token.meta["lines"], _columns(tokens, at), source)
            fresh_item = False


def _role(around: Sequence[str], fresh_item: bool) -> str:
    """What a paragraph is: an item's first is the item; a later one belongs to what is around the list."""
    if fresh_item:
        return "item"
    for container in reversed(around):
        if container == "blockquote_open":
            return "quote"
        if container == "footnote_reference_open":
            return "footnote"
    return "paragraph"


def _paragraph(role: str, lines: Sequence[Line], source: MarkdownText) -> Block:
    line, start, end = lines[0]
    if role == "item" and (task := _TASK.match(source.plain, start, end)):
        lines = [(line, task.end(), end), *lines[1:]]
    if len(lines) == 1 and (image := _IMAGE.match(source.plain, start, end)):
        place = source.place(line, image.start(1))
        text = escape.bare_caption(image[1])
        return Block("caption", text, place, place + len(image[1]), source.first + line)
    return _flow(role, lines, source)


def _flow(role: str, lines: Sequence[Line], source: MarkdownText, level: int = 0) -> Block:
    """A block of running text. Its soft breaks are blanks in the segment, its hard ones newlines."""
    bare = escape.bare_underlined if role == "underlined" else escape.bare
    while len(lines) > 1 and not source.plain[lines[0][1] : lines[0][2]].strip():
        lines = lines[1:]  # a line of no-break spaces, which Markdown takes for text
    parts: list[str] = []
    mark, soft = "", False
    for _, start, end in lines[:-1]:
        raw = source.plain[start:end]
        blanks = raw[len(raw.rstrip(" ")) :]
        if len(blanks) > 1 or _odd_backslash(raw):
            mark = mark or (blanks if len(blanks) > 1 else "\\")
            parts += (bare((raw if blanks else raw[:-1]).strip()), "\n")
        else:
            soft = True
            parts += (bare(raw.strip()), " ")
    first, (last, start, end) = lines[0], lines[-1]
    parts.append(bare(source.plain[start:end].strip()))
    begin = first[1] + _leading(source.plain[first[1] : first[2]])
    prefix = source.before(first[0], begin)
    place = source.place(first[0], begin)
    return Block(
        role,
        _lines_stripped("".join(parts)),
        place,
        max(place, source.place(last, start + len(source.plain[start:end].rstrip()))),
        source.first + first[0],
        (mark or "\\") + source.line_end(first[0]) + _later_prefix(prefix, lines, source),
        level,
        max(_NARROWEST, *(len(source.before(line, end)) for line, _, end in lines)) if soft else 0,
        len(prefix),
        begin == first[1],
    )


def _lines_stripped(text: str) -> str:
    text = text.strip()
    return "\n".join([line.strip() for line in text.split("\n")]) if "\n" in text else text


def _odd_backslash(raw: str) -> bool:
    return raw.endswith("\\") and (len(raw) - len(raw.rstrip("\\"))) % 2 == 1


def _leading(text: str) -> int:
    return len(text) - len(text.lstrip())


def _later_prefix(prefix: str, lines: Sequence[Line], source: MarkdownText) -> str:
    """What a further line of the block begins with: as its second does, else the first's marks as blanks.

    A second line without its quote marks (a "lazy" one) is no model: what follows it might not be lazy.
    """
    if len(lines) > 1:
        second = source.before(lines[1][0], lines[1][1])
        if second.count(">") == _FOOTNOTE_MARK.sub("", prefix).count(">"):
            return second
    blank = _FOOTNOTE_MARK.sub(lambda mark: " " * len(mark[0]), prefix)
    return _MARKER.sub(" ", blank)


def _heading(line: Line, content: str, level: int, source: MarkdownText) -> Block:
    """A heading of the `#` kind; its content comes from the parser, closing signs cut off."""
    number, start, end = line
    hashes = _HASHES.match(source.plain, start, end)
    begin = hashes.end() if hashes else start
    begin += _leading(source.plain[begin:end])
    content = content.strip()
    begin = begin if content else start
    place = source.place(number, begin)
    mark = _break_mark(content)
    text = _lines_stripped(escape.bare_heading(content))
    return Block("heading", text, place, place + len(content), source.first + number, mark, level)


def _break_mark(content: str) -> str:
    found = escape.BREAK.search(content)
    return found[0].strip() if found else "<br>"


def _columns(tokens: Sequence[Token], at: int) -> int:
    count = 0
    while tokens[at].type != "thead_close":
        count += tokens[at].type == "th_open"
        at += 1
    return count


def _cells(lines: Sequence[Line], columns: int, source: MarkdownText) -> Iterator[Block]:
    """The cells of a table that hold anything; those beyond the head's columns are not shown by Markdown."""
    for row, (line, start, end) in enumerate(lines):
        if row == 1:
            continue
        raw = source.plain[start:end]
        start += _leading(raw)
        for left, right in _split(raw.strip())[:columns]:
            content = source.plain[start + left : start + right].strip()
            if not content:
                continue
            begin = start + left + _leading(source.plain[start + left : start + right])
            place = source.place(line, begin)
            yield Block(
                "cell" if row else "head-cell",
                _lines_stripped(escape.bare_cell(content, left == 0)),
                place,
                place + len(content),
                source.first + line,
                _break_mark(content),
                opens_line=left == 0,
            )


def _split(row: str) -> list[tuple[int, int]]:
    """Places of a row's cells, its outer pipes left out (GFM, tables extension)."""
    cuts = [-1, *(match.start() for match in _CELL_END.finditer(row)), len(row)]
    cells = [(left + 1, right) for left, right in pairwise(cuts)]
    if cells and cells[0][0] == cells[0][1]:
        cells = cells[1:]
    if cells and cells[-1][0] == cells[-1][1]:
        cells = cells[:-1]
    return cells
