"""A statement as a sequence of plain blocks, for what is not HTML: Word, LibreOffice, plain text.

The same parts that the pages are made of (`layout.parts`), as data without Markdown or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from markdown_it.token import Token

from ..markup.raised import STYLES, in_plain
from ..model import CONFIRMED, Edition, State
from .labels import label, shown
from .layout import Parts, parts
from .prose import inline

_TAG = re.compile(r"<(/?)(\w++)([^<>]*)>")
_HREF = re.compile(r'href="([^"]*)"')
_ALT = re.compile(r'alt="([^"]*)"')
_SRC = re.compile(r'src="([^"]*)"')
_STYLES = {"strong": "b", "em": "i", "b": "b", "i": "i", "u": "u", "s": "s", "sub": "sub", "sup": "sup", "code": "code", "cite": "i"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Inline:
    """A stretch of text of one look; a newline in it is a line break."""

    text: str
    styles: frozenset[str] = frozenset()
    """Of `b i u s sub sup code`."""
    href: str = ""
    """Where it leads."""
    note: int = 0
    """Number of the footnote it refers to; then `text` is empty."""
    image: str = ""
    """An image as a `data:` address; then `text` is what is said for it."""


Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """The place of a block in a list."""

    group: int
    """Ordinal of the list, from 1; a list within an item is part of the outer one."""
    depth: int
    """From 1."""
    sign: str
    """What is before it, such as `2.`, `a)`, `•`."""
    first: bool
    """Whether the block is the first of its item: only then is the sign shown."""
    named: bool = False
    """Whether it is a list of names."""


@dataclass(frozen=True, slots=True)
class ProseBlock:
    """A paragraph or the like."""

    kind: str
    """heading paragraph code rule table."""
    inlines: Inlines = ()
    level: int = 0
    """Of a heading: 1 for those right below the title."""
    item: ListItem | None = None
    quoted: bool = False
    rows: tuple[tuple[Inlines, ...], ...] = ()
    """Of a table, the head first; rows have one length."""
    aligned: tuple[str, ...] = ()
    """Of a table's columns: `left`, `right`, `center` or empty."""
    state: State | None = None
    """That of its text if no person has confirmed it."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A statement in one language."""

    language: str
    """BCP 47 tag."""
    title: Inlines
    """Empty if it has none."""
    before: tuple[ProseBlock, ...]
    """What is before the title."""
    body: tuple[ProseBlock, ...]
    notes: tuple[tuple[int, tuple[ProseBlock, ...]], ...] = ()
    """Footnotes by number."""
    title_state: State | None = None
    """That of the title if no person has confirmed it."""


def translation(edition: Edition) -> Prose:
    """The translation, unconfirmed texts behind their labels."""
    made = parts(edition, [shown(unit) for unit in edition.units], "t", 1, edition.target_language)
    return _prose(edition, made, edition.target_language, marking=True)


def original(edition: Edition) -> Prose:
    """The source text."""
    made = parts(edition, [unit.segment.text for unit in edition.units], "s", 1, edition.source_language)
    return _prose(edition, made, edition.source_language, marking=False)


def _prose(edition: Edition, made: Parts, language: str, *, marking: bool) -> Prose:
    reader = _Reader(edition, made.env, marking)
    title = reader.inlines(made.title[0]) if made.title else ()
    strays = tuple(ProseBlock("paragraph", reader.inlines(t), state=reader.state(t)) for t in made.strays)
    return Prose(
        language,
        title,
        tuple(reader.blocks(made.before)),
        (*reader.blocks(made.body), *strays),
        tuple((number, tuple(reader.blocks(tokens))) for number, tokens in made.notes),
        reader.state(made.title[0]) if made.title else None,
    )


@dataclass(slots=True)
class _Reader:
    edition: Edition
    env: dict[str, Any]
    marking: bool
    groups: int = 0

    def __post_init__(self) -> None:
        self.env = {**self.env, "linked": False, "wrap": None}

    def state(self, token: Token) -> State | None:
        """That of the token's unit, where it has to be marked."""
        unit = token.meta.get("unit")
        if not self.marking or unit is None or self.edition.units[unit].state in CONFIRMED:
            return None
        state: State = self.edition.units[unit].state
        return state

    def inlines(self, token: Token) -> Inlines:
        found = tuple(_joined(_inlines(inline(token, self.env))))
        if self.state(token) is not None:
            unit = self.edition.units[token.meta["unit"]]
            return (Inline(f"{label(unit, self.edition.target_language)} ", frozenset({"label"})), *found)
        return found

    def blocks(self, tokens: Sequence[Token]) -> Iterator[ProseBlock]:
        items: list[list[Any]] = []  # sign, whether a block of it was met, whether of names
        quotes = depth = level = 0
        kind = "paragraph"
        at = 0
        while at < len(tokens):
            token = tokens[at]
            at += 1
            name = token.type
            if name in ("bullet_list_open", "ordered_list_open"):
                self.groups += depth == 0
                depth += 1
                items.append(["", True, "names" in str(token.attrGet("class") or "")])
            elif name in ("bullet_list_close", "ordered_list_close"):
                depth -= 1
                items.pop()
            elif name == "list_item_open":
                sign = token.meta.get("label") or (f"{token.info}{token.markup}" if token.info else "•")
                items[-1][:2] = [str(sign), True]
            elif name == "blockquote_open":
                quotes += 1
            elif name == "blockquote_close":
                quotes -= 1
            elif name == "heading_open":
                kind, level = "heading", int(token.tag[1:])
            elif name == "heading_close":
                kind, level = "paragraph", 0
            elif name == "hr":
                yield ProseBlock("rule")
            elif name in ("fence", "code_block"):
                code = (Inline(token.content.rstrip("\n"), frozenset({"code"})),)
                yield ProseBlock("code", code, quoted=quotes > 0)
            elif name == "html_block":
                words = " ".join(_TAG.sub(" ", token.content).split())
                if words and not token.content.lstrip().startswith(("<!--", "<script", "<style")):
                    yield ProseBlock("paragraph", (Inline(unescape(words)),), quoted=quotes > 0)
            elif name == "table_open":
                end = next(n for n in range(at, len(tokens)) if tokens[n].type == "table_close")
                yield self._table(tokens[at:end])
                at = end + 1
            elif name == "inline" and token.children:
                item = None
                if items:
                    sign, first, named = items[-1]
                    item = ListItem(self.groups, depth, sign, first, named)
                    items[-1][1] = False
                yield ProseBlock(kind, self.inlines(token), level, item, quotes > 0, state=self.state(token))

    def _table(self, tokens: Sequence[Token]) -> ProseBlock:
        rows: list[list[Inlines]] = []
        aligned: list[str] = []
        waiting = None
        for at, token in enumerate(tokens):
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(self.inlines(token))
                waiting = waiting or self.state(token)
                if len(rows) == 1:
                    style = str(tokens[at - 1].attrGet("style") or "")
                    aligned.append(style.partition(":")[2].strip())
        return ProseBlock("table", rows=tuple(map(tuple, rows)), aligned=tuple(aligned), state=waiting)


def inlines_of(html: str) -> Inlines:
    """The stretches of safe inline HTML, as `aligned.pairs` has it."""
    return tuple(_joined(_inlines(html)))


def _inlines(html: str) -> Iterator[Inline]:
    """The stretches of an inline token's HTML, which `prose` has made safe and balanced."""
    styles: list[str] = []
    href, note, at = "", False, 0
    for tag in _TAG.finditer(html):
        yield from _text(html[at : tag.start()], styles, href, note=note)
        at = tag.end()
        closing, name = tag[1], tag[2].lower()
        if name == "br":
            yield Inline("\n", frozenset(styles), href)
        elif name == "a":
            found = _HREF.search(tag[3])
            href = unescape(found[1]) if found and not closing else ""
        elif name == "img" and (source := _SRC.search(tag[3])):
            said = _ALT.search(tag[3])
            yield Inline(
                unescape(said[1]) if said else "", frozenset(styles), href, image=unescape(source[1])
            )
        elif name == "sup" and 'class="ref"' in tag[3]:
            note = True
        elif name == "sup" and closing and note:
            note = False
        elif name == "q":
            yield Inline("”" if closing else "“", frozenset(styles), href)
        elif name in _STYLES:
            if not closing:
                styles.append(_STYLES[name])
            elif _STYLES[name] in styles:
                styles.remove(_STYLES[name])
    yield from _text(html[at:], styles, href, note=note)


def _text(html: str, styles: Sequence[str], href: str, *, note: bool) -> Iterator[Inline]:
    if note and html.isdecimal():
        yield Inline("", note=int(html))
    elif html:
        yield Inline(re.sub(r"(?<![ \t])[ \t]*\n[ \t]*", " ", unescape(html)), frozenset(styles), href)


def _joined(found: Iterator[Inline]) -> Iterator[Inline]:
    """The stretches, neighbours of one look as one, without white space beside line breaks."""
    last: Inline | None = None
    for one in found:
        if last is None:
            last = one
        elif (
            last.note
            or one.note
            or last.image
            or one.image
            or (last.styles, last.href) != (one.styles, one.href)
        ):
            yield last
            last = one
        else:
            last = replace(last, text=re.sub(r"(?<! ) *\n *", "\n", last.text + one.text))
    if last is not None:
        yield last


def plain(inlines: Inlines, noted: Callable[[int], str] = lambda _: "") -> str:
    """The words of stretches; `noted` says what stands for a reference to a footnote."""
    return "".join(noted(one.note) if one.note else lettered(one) for one in inlines)


def lettered(inline: Inline) -> str:
    """The words of a stretch where there are only letters: raised and lowered figures by characters that are so."""
    for style in STYLES.keys() & inline.styles:
        return in_plain(inline.text, style)
    return inline.text
