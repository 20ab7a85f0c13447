"""What lines that mean something by themselves are in print: the words a reader sees, and nothing of their signs.

The block parser is that of the statement's own format (`formats.markdown.parser.extended`), so that what was one segment
there is one block here. What belongs to programs alone (remarks, shortcodes without words, attributes) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import groupby
from typing import Literal

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from ..formats.markdown.columns import Columns
from ..formats.markdown.drawn import Drawn, drawn
from ..formats.markdown.signs import ABBREVIATION
from ..markup.notes import PlaceNote
from .marks import has_mark, label_mark, marks_in, split_mark, units_in, unmarked

_REMARK = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_LINE_TAGS = re.compile(r"</?(?:b|i|em|strong|sub|sup|u|s|small|cite|q|mark)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_VALUE = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_SHOWN_CODE = re.compile(
    r"\$\$|\\\[|\\begin\{|\{%-?[ ]*(?:highlight|code|codeblock|math|katex)\b|\{\{[<%][ ]*(?:highlight|code|math|katex)\b|:::"
)
"""What begins formulas and code that a reader sees."""
_OUTER = re.compile(r"\{%.*%\}|\{\{[<%].*[%>]\}\}|:::.*")
_TASK = re.compile(r"\[([ xX])\][ \t]+")
_NOTE = re.compile(r"(?<![\\`])\^\[((?:[^\[\]`\n]|\[[^\[\]\n]*\])+)\]")
_FENCED = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1|\Z)", re.MULTILINE | re.DOTALL)
_BULLETS = frozenset("•·▪◦‣●○■□➢➤➔→✓✔✗☐☑–—―")


def laid(state: StateCore) -> None:
    """Rule of the parser: tokens of standing lines become those of what is seen of them."""
    lines = state.src.split("\n")
    tooltips = state.env.setdefault("tooltips", [])
    for reference in state.env.get("references", {}).values():
        tooltips += units_in(reference["title"])
        reference["title"] = unmarked(reference["title"])[1]
    before: Token | None = None
    made: list[Token] = []
    for token in state.tokens:
        if token.type == "standing":
            made += _standing(token, lines, state.src)
        elif token.type == "math_block" or token.type == "math_block_label":
            made.append(_code(token, f"$$\n{token.content.strip()}\n$$\n"))
        elif token.type == "html_block":
            made += _pieces(token)
        elif (
            token.type == "inline"
            and before is not None
            and before.type == "paragraph_open"
            and marks_in(token.content) > 1
        ):
            made[-1:] = _several(token)
        elif token.type == "inline" and before is not None and before.type == "dt_open":
            mark, words = split_mark(token.content)
            token.content = f"{mark}**{words}**" if words.strip() and "*" not in words else token.content
            made.append(token)
        elif token.type == "inline" and (task := _TASK.match(token.content)):
            token.content = f"{'☐' if task[1] == ' ' else '☑'} {token.content[task.end() :]}"
            made.append(token)
        elif not (token.type == "paragraph_close" and made and made[-1].type == "several"):
            made.append(token)
        before = token
    state.tokens = [token for token in made if token.type != "several"]


def with_notes(text: str) -> str:
    """The Markdown with footnotes that stand in the running text (`^[…]`) as footnotes of their own."""
    if "^[" not in text:
        return text
    notes: list[str] = []

    def moved(found: re.Match[str]) -> str:
        name = f"^in-the-text-{len(notes) + 1}"
        notes.append(f"\n\n[{name}]: {found[1]}")
        return f"[{name}]"

    parts, at = [], 0
    for code in _FENCED.finditer(text):
        parts += [_NOTE.sub(moved, text[at : code.start()]), code[0]]
        at = code.end()
    return "".join([*parts, _NOTE.sub(moved, text[at:]), *notes])


def _paragraph(content: str, level: int) -> list[Token]:
    inline = Token("inline", "", 0, content=content, children=[], level=level + 1, block=True)
    return [
        Token("paragraph_open", "p", 1, level=level, block=True),
        inline,
        Token("paragraph_close", "p", -1, level=level, block=True),
    ]


def _code(token: Token, content: str) -> Token:
    return Token("code_block", "code", 0, content=content, level=token.level, block=True)


def _standing(token: Token, lines: Sequence[str], text: str) -> Iterator[Token]:
    start, end = token.map or [0, 0]
    words = token.meta["words"]
    for some in words:
        if some.note == PlaceNote.FRONT_TEXT:
            continue
        mark, content = split_mark(text[some.start : some.end].strip())
        if some.note == PlaceNote.BOX_TITLE and "*" not in content:
            content = f"**{content.strip()}**"
        elif some.note == PlaceNote.ABBREVIATION and (short := ABBREVIATION.match(lines[some.line].strip())):
            content = f"{short[0][2 : short[0].index(']')]}: {content}"
        yield from _paragraph(f"{mark}{content}", token.level)
    first = lines[start].strip() if start < len(lines) else ""
    if words or not (token.content == "table" or _SHOWN_CODE.match(first)):
        return
    shown = [line.rstrip() for line in lines[start:end]]
    if token.content == "table" and (table := drawn("\n".join(shown).rstrip())):
        yield from _table(table, token.level)
        return
    if token.content != "table" and _OUTER.fullmatch(first):
        shown = shown[1:-1]
    if any(line.strip() for line in shown):
        yield _code(token, "\n".join(shown) + "\n")


def _pieces(token: Token) -> Iterator[Token]:
    """The texts of HTML among the Markdown, each a paragraph, in order."""
    html = _REMARK.sub("\n\n", token.content)
    html = _TAG.sub(lambda tag: tag[0] if _LINE_TAGS.fullmatch(tag[0]) else _told(tag[0]), html)
    for piece in re.split(r"\n[ \t]*\n", html):
        for part in _at_marks(piece):
            words = " ".join(part.split())
            if _LINE_TAGS.sub("", words).strip():
                yield from _paragraph(unescape(words) if "&lt;" not in words else words, token.level)


def _told(tag: str) -> str:
    """What stands for a tag: the texts its attributes tell, else the end of a piece."""
    told = [one or other for one, other in _VALUE.findall(tag) if has_mark(one or other)]
    return "\n\n" + "".join(f"{words}\n\n" for words in told)


def _at_marks(text: str) -> list[str]:
    """A text in parts, each of which holds one unit at most."""
    parts: list[str] = []
    for line in text.split("\n"):
        if not parts or (has_mark(line) and has_mark(parts[-1])):
            parts.append(line)
        else:
            parts[-1] += "\n" + line
    return parts


def _several(token: Token) -> Iterator[Token]:
    """The blocks of a paragraph that holds several units, in place of its beginning: rows, items or paragraphs."""
    lines = token.content.split("\n")
    level = max(token.level - 1, 0)
    if all(line.strip().startswith("|") and line.strip().endswith("|") for line in lines):
        yield from _rows(lines, level)
    else:
        listed = ""  # the tag of the list that is open
        for part in _at_marks(token.content):
            at = part.find(split_mark(part[part.index("\ufdd0") :])[0]) if has_mark(part) else 0
            sign = part[:at].strip()
            wanted = ("ul" if sign in _BULLETS else "ol") if sign else ""
            if wanted != listed:
                yield from _list(listed, -1, level)
                yield from _list(wanted, 1, level)
                listed = wanted
            if sign:
                yield Token("list_item_open", "li", 1, level=level + 1, block=True)
                yield from _paragraph(("" if sign in _BULLETS else label_mark(sign)) + part[at:], level + 2)
                yield Token("list_item_close", "li", -1, level=level + 1, block=True)
            else:
                yield from _paragraph(part, level)
        yield from _list(listed, -1, level)
    yield Token("several", "", 0)


def _list(tag: str, nesting: Literal[1, -1], level: int) -> Iterator[Token]:
    """The beginning or the end of a list; nothing without a tag."""
    if tag:
        kind = "ordered" if tag == "ol" else "bullet"
        side = "open" if nesting == 1 else "close"
        yield Token(f"{kind}_list_{side}", tag, nesting, level=level, block=True)


def _rows(lines: Sequence[str], level: int) -> Iterator[Token]:
    rows = [line for line in lines if not re.fullmatch(r"[-=:|+ \t]+", line)]
    return _set([(False, re.split(r"(?<!\\)\|", line.strip().strip("|"))) for line in rows], level)


def _table(table: Drawn | Columns, level: int) -> Iterator[Token]:
    """A table drawn with characters; items in a cell are lines."""
    rows = [
        (
            row.head,
            ["<br>".join(("• " if part.mark else "") + part.text for part in cell) for cell in row.cells],
        )
        for row in table.rows
    ]
    return _set(rows, level)


def _set(rows: Sequence[tuple[bool, Sequence[str]]], level: int) -> Iterator[Token]:
    """The tokens of a table: of each row whether it is a head, and its cells."""

    def sign(name: str, nesting: Literal[1, -1], depth: int) -> Token:
        kind = "open" if nesting == 1 else "close"
        return Token(f"{name}_{kind}", name, nesting, level=level + depth, block=True)

    yield sign("table", 1, 0)
    for head, group in groupby(rows, key=lambda row: row[0]):
        part, cell = ("thead", "th") if head else ("tbody", "td")
        yield sign(part, 1, 1)
        for _, cells in group:
            yield sign("tr", 1, 2)
            for words in cells:
                yield sign(cell, 1, 3)
                yield Token("inline", "", 0, content=words.strip(), children=[], level=level + 4, block=True)
                yield sign(cell, -1, 3)
            yield sign("tr", -1, 2)
        yield sign(part, -1, 1)
    yield sign("table", -1, 0)
