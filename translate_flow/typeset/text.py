"""A statement as plain text that reads well in an e-mail, and is read again as the same statement."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from .blocks import Inline, Inlines, Prose, ProseBlock, lettered
from .publication import Publication

_WIDEST = 96
"""Columns that a table may have as one; a wider one is written cell by cell."""
_LINE = 72


def text(publication: Publication) -> bytes:
    """The text in UTF-8: a paragraph is a line, `[1]` stands for a footnote, addresses follow what they belong to."""
    blocks: list[str] = []
    if publication.warning:
        blocks.append(f"[{publication.warning}]")
    for at, section in enumerate(publication.sections):
        if at:
            blocks.append("-" * _LINE)
            if publication.between:
                blocks.append(publication.between)
        blocks += _section(section)
        if not at and publication.credits:
            blocks.append("\n".join(f"{credit.name}: {credit.value}" for credit in publication.credits))
    return ("\n\n".join(filter(None, blocks)) + "\n").encode()


def _section(prose: Prose) -> Iterator[str]:
    yield from _blocks(prose.before)
    if prose.title:
        yield _underlined(_words(prose.title), "=")
    yield from _blocks(prose.body)
    for number, blocks in prose.notes:
        first, *more = list(_blocks(blocks)) or [""]
        yield "\n".join([f"[{number}] {first}", *(f"    {line}" for line in more)])


def _blocks(blocks: Sequence[ProseBlock]) -> Iterator[str]:
    """Each block's text; items of one list stand in lines one below the other."""
    items: list[str] = []
    group = 0
    for block in blocks:
        if items and (block.item is None or block.item.group != group):
            yield "\n".join(items)
            items = []
        if block.item is not None:
            group = block.item.group
            items.append(_item(block))
        elif block.kind == "heading":
            yield _underlined(_words(block.inlines), "-")
        elif block.kind == "rule":
            yield "* * *"
        elif block.kind == "table":
            yield _table([[_words(cell) for cell in row] for row in block.rows])
        elif block.quoted:
            yield "\n".join(f"> {line}" for line in _words(block.inlines).split("\n"))
        else:
            yield _words(block.inlines)
    if items:
        yield "\n".join(items)


def _item(block: ProseBlock) -> str:
    item = block.item
    assert item is not None
    indent = "   " * (item.depth - 1)
    sign = ("-" if item.sign == "•" else item.sign) if item.first else ""
    hang = indent + " " * (len(sign) + 1 if sign else 3)
    before = f"{indent}{sign} " if sign else hang
    return before + _words(block.inlines).replace("\n", f"\n{hang}")


def _words(inlines: Inlines) -> str:
    return "".join(map(_shown, inlines))


def _shown(inline: Inline) -> str:
    if inline.note:
        return f"[{inline.note}]"
    if inline.image:
        return f"[{inline.text}]" if inline.text else ""
    address = inline.href.removeprefix("mailto:").removeprefix("tel:")
    if not address or address == inline.text or address.split("://")[-1].rstrip("/") == inline.text:
        return _words_of(inline)
    return f"{_words_of(inline)} <{address}>"


def _words_of(inline: Inline) -> str:
    """What is struck out says so: ~~40~~ 41 is not 40 41."""
    words = lettered(inline)
    return f"~~{words}~~" if "s" in inline.styles and words.strip() else words


def _underlined(title: str, line: str) -> str:
    return f"{title}\n{line * min(max(map(width, title.split(chr(10)))), _LINE)}"


def _table(rows: Sequence[Sequence[str]]) -> str:
    """Columns under each other; where the page is too narrow, each row as lines of head and cell."""
    cells = [[cell.replace("\n", " ") for cell in row] for row in rows]
    count = max(map(len, cells))
    cells = [row + [""] * (count - len(row)) for row in cells]
    widths = [max(width(row[at]) for row in cells) for at in range(count)]
    if sum(widths) + 3 * (count - 1) <= _WIDEST:
        lines = [
            "   ".join(cell + " " * (widths[at] - width(cell)) for at, cell in enumerate(row)).rstrip()
            for row in cells
        ]
        return "\n".join([lines[0], "   ".join("-" * n for n in widths), *lines[1:]])
    head, *body = cells
    return "\n\n".join(
        "\n".join(f"{name}: {cell}" if name else cell for name, cell in zip(head, row, strict=True) if cell)
        for row in body
    )


def width(word: str) -> int:
    """Columns that a text takes in a fixed-width font."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in word
    )
