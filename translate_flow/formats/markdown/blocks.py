"""The translatable blocks of a Markdown text with their exact places. Linear in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markdown_it.token import Token

from ...frontmatter import FrontMatter, front_matter
from ...language.text import has_letters, squeeze
from ...language.whole import joint
from ...markup.notes import PlaceNote
from ...markup.splice import line_ends
from . import escape
from .items import items, rows
from .page import says_by_tags
from .parser import Line, MarkdownText, parse
from .signs import ATTRIBUTES, DRAWN_BLOCKS
from .small import (
    IMAGE,
    Block,
    break_mark,
    image_title,
    lines_stripped,
    link_title,
    page_blocks,
    table_blocks,
    table_in,
    term_block,
    words_block,
)

_HASHES = re.compile(r"#{1,6}")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_LEGEND = re.compile(r"[ \t]*(?::|Table:)[ \t]+(?=\S)")
"""What begins the caption of a table (Pandoc)."""
_CELL_END = re.compile(r"(?<!\\)\|")
_FOOTNOTE_MARK = re.compile(r"\[\^[^\[\]\s]+\]:")
_MARKER = re.compile(r"[^>\s]")
_SOFT = "\n "
"""A soft break among the parts of a text, until it is known what stands for it."""
_HYPHENS = frozenset("-\u2010\u00ad¬")
_NARROWEST = 40
"""Lines broken at fewer characters than this are no model for a translation."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found in a text."""

    blocks: tuple[Block, ...]
    """In text order."""
    front: FrontMatter
    """What is before the Markdown."""
    labels: frozenset[str]
    """Labels of link definitions, as they are compared."""
    tables: tuple[str, ...]
    """First lines of tables in characters that CommonMark does not have; they are left alone."""
    diagrams: tuple[str, ...] = ()
    """First lines of diagrams written as code; they are left alone."""
    drawn: tuple[tuple[int, int], ...] = ()
    """First character and end of each table in characters that is read."""
    headings: tuple[tuple[int, int, str], ...] = ()
    """Of each heading the lines, from 0, the end exclusive, and its mark: `##`, or `-` of one that is underlined."""
    code: tuple[tuple[int, int], ...] = ()
    """Lines of each block of code."""


def twin(blocks: Sequence[Block]) -> Block | None:
    """The heading that the front matter's title repeats word for word; None if there is none."""
    if (title := front_title(blocks)) is None:
        return None
    first = next((block for block in blocks if block.level == 1), None)
    return first if first is not None and squeeze(first.text) == squeeze(title.text) else None


def front_title(blocks: Sequence[Block]) -> Block | None:
    """The front matter's title."""
    for block in blocks:
        if block.role != "front":
            return None
        if block.note == PlaceNote.FRONT_TITLE:
            return block
    return None


def scan(text: str, name: str) -> Scan:
    """The blocks of a Markdown file's text. Raises ReadError, naming the statement, if the parser cannot cope with it.

    The last results are kept, for a rebuild asks again for what its reading found, mostly under another name.
    """
    for known, found in _LAST:
        if known == text:
            return found
    found = _scanned(text, name)
    _LAST[:] = [(text, found), *_LAST[: _KEPT - 1]]
    return found


_LAST: list[tuple[str, Scan]] = []
_KEPT = 3


def _scanned(text: str, name: str) -> Scan:
    front = front_matter(text)
    source = MarkdownText(text, front.end)
    tokens = parse(source, name)
    above = [
        Block(
            "front",
            (value.text or "").strip() if value.lines else squeeze(value.text or ""),
            value.start,
            value.end,
            len(line_ends(text[: value.start])[0]),
            front.kind,
            note=PlaceNote.FRONT_TITLE if value.path == ("title",) else PlaceNote.FRONT_TEXT,
        )
        for value in front.texts
    ]
    tables = [
        (t.map[0], table_in(source, *t.map)) for t in tokens if t.type == "standing" and t.content and t.map
    ]
    labels = frozenset(token.meta["id"] for token in tokens if token.type == "definition")
    before = source.first - 1
    placed = [(token, before + token.map[0], before + token.map[1]) for token in tokens if token.map]
    return Scan(
        (*above, *_blocks(tokens, source)),
        front,
        labels,
        tuple(source.line(first).strip() for first, table in tables if table is None),
        tuple(token.content.strip().split("\n")[0] for token in tokens if _is_diagram(token)),
        tuple(table[0] for _, table in tables if table is not None),
        tuple((start, end, token.markup) for token, start, end in placed if token.type == "heading_open"),
        tuple((start, end) for token, start, end in placed if token.type in ("fence", "code_block")),
    )


def _is_diagram(token: Token) -> bool:
    """Whether it is code that a diagram with words is made of."""
    name = token.info.strip("{} .").split(" ", 1)[0].lower() if token.type == "fence" else ""
    return name in DRAWN_BLOCKS and name != "math" and has_letters(token.content)


def _blocks(tokens: Sequence[Token], source: MarkdownText) -> Iterator[Block]:
    around: list[str] = []
    fresh_item = False
    for at, token in enumerate(tokens):
        kind = token.type
        if kind in _CONTAINERS:
            around.append(kind)
            fresh_item = kind == "list_item_open"
        elif kind.endswith("_close") and kind.removesuffix("close") + "open" in _CONTAINERS:
            around.pop()
            fresh_item = False
        elif kind == "standing" and token.content and token.map:
            yield from table_blocks(source, *token.map)
        elif kind == "standing":
            yield from (words_block(words, source) for words in token.meta["words"])
        elif kind == "definition":
            yield from link_title(token, source)
        elif kind == "dt_open":
            yield term_block(token, tokens[at + 1].content, source)
        elif kind == "html_block" and token.map:
            yield from page_blocks(token.map[0], token.map[1], source)
        elif kind == "paragraph_open":
            lines = token.meta["lines"]
            if bars := [*rows(lines, source)]:
                yield from _barred(bars, source)
            elif _is_contents(tokens, at, source):
                pass  # where a program puts its list of headings
            elif token.map and says_by_tags("\n".join(source.plain[start:end] for _, start, end in lines)):
                yield from page_blocks(token.map[0], token.map[1], source)
            else:
                role = _role(around, fresh_item)
                for at, some in enumerate(items(lines, source)):
                    block = _paragraph(role if at == 0 or role != "item" else "paragraph", some, source)
                    yield block
                    if block.role == "caption":
                        yield from image_title(some[0], source)
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


def _is_contents(tokens: Sequence[Token], at: int, source: MarkdownText) -> bool:
    """Whether an item stands for the list of headings that a program makes: `{:toc}` is below it (kramdown)."""
    below = next((token for token in tokens[at + 3 : at + 7] if token.type == "standing"), None)
    return (
        below is not None and below.map is not None and source.line(below.map[0]).lstrip().startswith("{:toc")
    )


_CONTAINERS = frozenset({"list_item_open", "blockquote_open", "footnote_reference_open", "dd_open"})


def _role(around: Sequence[str], fresh_item: bool) -> str:
    """What a paragraph is: an item's first is the item; a later one belongs to what is around the list."""
    if fresh_item:
        return "item"
    for container in reversed(around):
        if container == "blockquote_open":
            return "quote"
        if container == "footnote_reference_open":
            return "footnote"
        if container == "dd_open":
            return "definition"
    return "paragraph"


def _paragraph(role: str, lines: Sequence[Line], source: MarkdownText) -> Block:
    line, start, end = lines[0]
    if role == "item" and (task := _TASK.match(source.plain, start, end)):
        lines = [(line, task.end(), end), *lines[1:]]
    if role == "paragraph" and (sign := _LEGEND.match(source.plain, start, end)):
        lines = [(line, sign.end(), end), *lines[1:]]
        number, begin, stop = lines[-1]
        lines[-1] = (number, begin, begin + len(ATTRIBUTES.sub("", source.plain[begin:stop].rstrip())))
    if len(lines) == 1 and (image := IMAGE.match(source.plain, start, end)):
        place = source.place(line, image.start(1))
        text = escape.bare_caption(image[1])
        return Block("caption", text, place, place + len(image[1]), source.first + line)
    return _flow(role, lines, source)


def _flow(role: str, lines: Sequence[Line], source: MarkdownText, level: int = 0) -> Block:
    """A block of running text. Its soft breaks are blanks in the segment, its hard ones newlines."""
    bare = escape.bare_underlined if role == "underlined" else escape.bare
    if len(lines) > 1:  # lines of no-break spaces Markdown takes for text
        blank = (n for n, (_, start, end) in enumerate(lines[:-1]) if source.plain[start:end].strip())
        lines = lines[next(blank, len(lines) - 1) :]
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
            parts += (bare(raw.strip()), _SOFT)
    first, (last, start, end) = lines[0], lines[-1]
    parts.append(bare(source.plain[start:end].strip()))
    begin = first[1] + _leading(source.plain[first[1] : first[2]])
    prefix = source.before(first[0], begin)
    place = source.place(first[0], begin)
    return Block(
        role,
        lines_stripped(_together(parts, source)),
        place,
        max(place, source.place(last, start + len(source.plain[start:end].rstrip()))),
        source.first + first[0],
        (mark or "\\") + source.line_end(first[0]) + _later_prefix(prefix, lines, source),
        level,
        max(_NARROWEST, *(len(source.before(line, end)) for line, _, end in lines)) if soft else 0,
        len(prefix),
        begin == first[1],
        rows=tuple(source.plain[a:b].strip() for _, a, b in lines) if soft and not mark else (),
    )


def _together(parts: list[str], source: MarkdownText) -> str:
    """The parts of running text; a word that is parted at a soft break is whole, other soft breaks are blanks."""
    for at in range(1, len(parts) - 1):
        if parts[at] == _SOFT:
            cut = parts[at - 1][-1:] in _HYPHENS and parts[at - 1][-1:]
            found = joint(parts[at - 1], parts[at + 1], source.words) if cut else None
            parts[at] = " " if found is None else found
            if found is not None:
                parts[at - 1] = parts[at - 1][:-1]
    return "".join(parts)


def _odd_backslash(raw: str) -> bool:
    return raw.endswith("\\") and (len(raw) - len(raw.rstrip("\\"))) % 2 == 1


def _leading(text: str) -> int:
    return len(text) - len(text.lstrip())


def _later_prefix(prefix: str, lines: Sequence[Line], source: MarkdownText) -> str:
    """What a further line of the block begins with: as its second does, else the first's marks as blanks.

    A second line without its quote marks (a "lazy" one) is not a model: what follows it might not be lazy.
    """
    if len(lines) > 1:
        second = source.before(lines[1][0], lines[1][1])
        if second.count(">") == _FOOTNOTE_MARK.sub("", prefix).count(">"):
            return second
    if not prefix.strip():
        return prefix
    blank = _FOOTNOTE_MARK.sub(lambda mark: " " * len(mark[0]), prefix)
    return _MARKER.sub(" ", blank)


def _heading(line: Line, content: str, level: int, source: MarkdownText) -> Block:
    """A heading of the `#` kind; its content comes from the parser, closing characters cut off."""
    number, start, end = line
    hashes = _HASHES.match(source.plain, start, end)
    begin = hashes.end() if hashes else start
    begin += _leading(source.plain[begin:end])
    content = ATTRIBUTES.sub("", content.strip())
    begin = begin if content else start
    place = source.place(number, begin)
    mark = break_mark(content)
    text = lines_stripped(escape.bare_heading(content))
    return Block("heading", text, place, place + len(content), source.first + number, mark, level)


def _columns(tokens: Sequence[Token], at: int) -> int:
    count = 0
    while tokens[at].type != "thead_close":
        count += tokens[at].type == "th_open"
        at += 1
    return count


def _cells(lines: Sequence[Line], columns: int, source: MarkdownText) -> Iterator[Block]:
    """The cells of a table that hold anything; those beyond the head's columns are not shown by Markdown."""
    for row, line in enumerate(lines):
        if row != 1:
            yield from _row(line, columns, source, "cell" if row else "head-cell")


def _barred(lines: Sequence[Line], source: MarkdownText) -> Iterator[Block]:
    """The cells of rows between bars that have no heads."""
    for line in lines:
        yield from _row(line, None, source, "cell")


def _row(line: Line, columns: int | None, source: MarkdownText, role: str) -> Iterator[Block]:
    number, start, end = line
    raw = source.plain[start:end]
    start += _leading(raw)
    for left, right in _split(raw.strip())[:columns]:
        content = source.plain[start + left : start + right].strip()
        if not content:
            continue
        begin = start + left + _leading(source.plain[start + left : start + right])
        place = source.place(number, begin)
        yield Block(
            role,
            lines_stripped(escape.bare_cell(content, left == 0)),
            place,
            place + len(content),
            source.first + number,
            break_mark(content),
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
