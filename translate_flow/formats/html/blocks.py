"""The translatable blocks of an HTML text with their exact places. Linear in the text.

A block is the text between two block-level tags, with its inline elements as marks.
What stands around the whole of it (white space, a pair of tags, an image) is not in it.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ...language.text import has_letters, squeeze
from ...markup.counting import counted
from ...markup.inline import written
from ...markup.notes import PlaceNote
from ...model import IN_TEXT, Kind, Setting
from . import elements
from .runs import NEWLINE, SPACE, Item, Named, Place, bare, leading, mated, named, whole
from .settings import listed, outside_page, whole_number
from .tokens import Attribute, Token, attributes, tokens

_LINE_BREAK = re.compile(r"<br[ \t\n]*/?>", re.IGNORECASE)
_FOOTNOTES = frozenset({"doc-footnote", "doc-endnote", "doc-endnotes"})


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the file, or an attribute's value, that can be translated."""

    text: str
    """As a translator sees it, marks included."""
    start: int
    """First character."""
    end: int
    """One past the last."""
    kind: Kind
    note: str = ""
    level: int = 0
    group: int = 0
    row: int = 0
    column: int = 0
    inside: tuple[str, ...] = ()
    """Ordinals of the elements around, as `name:ordinal`, outermost first."""
    quote: str | None = None
    """An attribute value's quotation mark; None if the block is no attribute."""
    raw: dict[str, tuple[Place, Place]] = field(default_factory=dict)
    """Where the tags of each mark stand; for an `x`, the whole of it, twice."""
    line_break: str = "<br>"
    """How a newline is written."""
    keeps_space: bool = False
    """Whether white space counts, as in `pre`."""
    marker: str = ""
    """Of a list's item: its number or sign."""
    setting: Setting = IN_TEXT


@dataclass(frozen=True, slots=True)
class LanguageMark:
    """A place where the page says which language it, or an element of it, is in."""

    value: str
    """The tag as it stands there."""
    start: int
    """First character of the value."""
    end: int
    """One past the last."""
    element: str
    """Whose language it is, as `name:ordinal`; empty for an inline element."""
    inside: tuple[str, ...]
    """The elements around, outermost first."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found in a text."""

    blocks: tuple[Block, ...]
    """In text order."""
    figures: tuple[Block, ...]
    """Table cells without words."""
    languages: tuple[LanguageMark, ...]
    """Where languages are named, the first that of the `html` element if it has one."""
    root: int
    """Where a language attribute is to be put into the `html` tag; -1 if it has one, or there is no tag."""
    elements: Mapping[str, int]
    """Where a further attribute can be put into the start tag of each element, by `name:ordinal`."""


@dataclass(slots=True)
class _Open:
    """An open block-level or left-alone element."""

    name: str
    ordinal: int
    alone: bool = False
    row: int = 0
    """Of a table: rows so far."""
    column: int = 0
    """Of a row: columns so far; of a cell: the first it takes."""
    role: str = ""
    anchor: str = ""
    """Its id, until a block has it."""
    marker: str = ""
    """Of an item: its number or sign."""
    begun: bool = False
    """Whether an item has had a block."""
    count: list[int] | None = None
    """Of an ordered list: the number of its last item, and by how much it grows."""
    form: str = "1"
    """How an ordered list writes its numbers."""


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.figures: list[Block] = []
        self.languages: list[LanguageMark] = []
        self.elements: dict[str, int] = {}
        self.root = -1
        self.unsaid = False
        self.stack: list[_Open] = []
        self.run: list[Item] = []
        self.count = 0
        self.groups = 0
        self.alone: tuple[str, int, int] | None = None
        """Inline element left alone: its name, how many of its name are open, where it began."""

    def scan(self) -> Scan:
        for token in tokens(self.text):
            if self.alone is not None:
                self._in_alone(token)
            elif token.type == "start":
                self._start(token)
            elif token.type == "end":
                self._end(token)
            elif token.type == "text":
                if not (self.stack and self.stack[-1].alone):
                    self.run.append(Item("text", token.start, token.end))
            elif token.type == "other" and self.run:
                self.run.append(Item("fixed", token.start, token.end, note=PlaceNote.COMMENT))
        if self.alone is not None:
            self.run.append(Item("fixed", self.alone[2], len(self.text), self.alone[0]))
        self._flush()
        self.blocks.sort(key=lambda block: (block.start, block.end))
        return Scan(
            tuple(self.blocks),
            tuple(self.figures),
            tuple(self.languages),
            self.root if self.unsaid else -1,
            self.elements,
        )

    def _in_alone(self, token: Token) -> None:
        assert self.alone is not None
        name, depth, start = self.alone
        if token.name == name and token.type in ("start", "end"):
            closed = self.text.endswith("/>", token.start, token.end)
            depth += 0 if closed and token.type == "start" else 1 if token.type == "start" else -1
        if depth:
            self.alone = (name, depth, start)
            return
        self.alone = None
        inner = self.text[start : token.end]
        words = SPACE.sub(" ", html.unescape(re.sub(r"<[^>]*>", "", inner))).strip()
        note = (
            f"{'code' if name in elements.ALONE else 'not to be translated:'} “{words[:60]}”"
            if words
            else name
        )
        self.run.append(Item("fixed", start, token.end, name, note))

    def _start(self, token: Token) -> None:
        name = token.name
        values = attributes(token, self.text) if token.end - token.start > len(name) + 2 else {}
        off = values["translate"].value.lower() == "no" if "translate" in values else False
        off = off or ("class" in values and "notranslate" in values["class"].value.split())
        block = name in elements.BLOCKS
        element = ""
        if block:
            self._flush()
            self._imply_ends(name)
        if values and not off:
            self._attributes(name, values)
        if name in elements.VOID:
            if not block:
                self._void(token)
        elif block:
            if name == "tr":
                self._count_row()
            self.count += 1
            alone = off or name in elements.ALONE or bool(self.stack and self.stack[-1].alone)
            role = values["role"].value.lower() if "role" in values else ""
            column = self._count_column(values) if name in ("td", "th") else 0
            if len(self.stack) >= elements.DEEPEST:
                self.stack.pop()
            anchor = values["id"].value if "id" in values else ""
            opened = _Open(name, self.count, alone, column=column, role=role, anchor=anchor)
            if name == "ol":
                opened.count, opened.form = listed(values)
            elif name == "li":
                opened.marker = self._number(values)
            self.stack.append(opened)
            if name in elements.GROUPS:
                self.groups += 1
                self.stack[-1].ordinal = self.groups
            element = f"{name}:{self.stack[-1].ordinal}"
            self.elements[element] = token.start + 1 + len(name)
        elif off or name in elements.ALONE:
            if self.text.endswith("/>", token.start, token.end):
                self.run.append(Item("fixed", token.start, token.end, name, name))
            else:
                self.alone = (name, 1, token.start)
        else:
            note = values["href"].value if "href" in values else ""
            self.run.append(Item("open", token.start, token.end, name, note))
        if values or name == "html":
            self._language(name, token, values, element)

    def _language(self, name: str, token: Token, values: dict[str, Attribute], element: str) -> None:
        """Note where the element, now open, names its language."""
        if name == "html" and self.root < 0:
            self.root = token.start + len("<html")
            self.unsaid = "lang" not in values
        named = [values[key] for key in ("lang", "xml:lang") if key in values]
        if "http-equiv" in values and values["http-equiv"].value.lower() == "content-language":
            named += [values["content"]] if "content" in values else []
        for value in named:
            self.languages.append(LanguageMark(value.value, value.start, value.end, element, self._inside()))

    def _void(self, token: Token) -> None:
        raw = self.text[token.start : token.end]
        if token.name == "br" and _LINE_BREAK.fullmatch(raw):
            self.run.append(Item("break", token.start, token.end, "br"))
        else:
            note = {
                "img": PlaceNote.IMAGE,
                "br": PlaceNote.LINE_BREAK,
                "wbr": "place where a word may be parted",
            }
            self.run.append(
                Item("fixed", token.start, token.end, token.name, note.get(token.name, token.name))
            )

    def _attributes(self, name: str, values: dict[str, Attribute]) -> None:
        if self.stack and self.stack[-1].alone:
            return
        found = {key: note for key, note in elements.TEXTS.items() if key in values}
        if name == "meta":
            label = values.get("name") or values.get("property")
            note = elements.DESCRIPTIONS.get(label.value.lower(), "") if label else ""
            found = {"content": note} if note and "content" in values else {}
        elif name == "input" and "value" in values and _is_button(values):
            found["value"] = "button"
        elif name in ("track", "optgroup", "option") and "label" in values:
            found["label"] = "choice in a list"
        for key, note in found.items():
            value = values[key]
            text = unicodedata.normalize("NFC", SPACE.sub(" ", value.value).strip())
            if value.end > value.start and has_letters(text):
                kind = Kind.CAPTION if key == "alt" else Kind.LINE
                text = written([text])
                self.blocks.append(
                    Block(text, value.start, value.end, kind, note, inside=self._inside(), quote=value.quote)
                )

    def _imply_ends(self, name: str) -> None:
        """Close the elements that this start tag closes."""
        closed = elements.CLOSED_BY.get(name, frozenset())
        while self.stack and self.stack[-1].name in closed:
            self.stack.pop()
        if name in elements.CLOSES_P and self.stack and self.stack[-1].name == "p":
            self.stack.pop()
            while self.stack and self.stack[-1].name in closed:
                self.stack.pop()

    def _count_row(self) -> None:
        for around in reversed(self.stack):
            if around.name == "table":
                around.row += 1
                return

    def _count_column(self, values: dict[str, Attribute]) -> int:
        """The column of a cell that begins; 0 if there is no row, or it is too far to the right."""
        span = values["colspan"].value if "colspan" in values else ""
        for around in reversed(self.stack):
            if around.name == "table":
                break
            if around.name == "tr" and around.column < elements.WIDEST:
                column = around.column + 1
                around.column += min(int(span), elements.WIDEST) if span.isdecimal() and int(span) else 1
                return column
        return 0

    def _number(self, values: dict[str, Attribute]) -> str:
        """What stands before an item that begins."""
        for around in reversed(self.stack):
            if around.name == "ol" and around.count is not None:
                value = values["value"].value.strip() if "value" in values else ""
                around.count[0] = int(value) if whole_number(value) else around.count[0] + around.count[1]
                return f"{counted(around.count[0], around.form)}."
            if around.name in elements.LISTS:
                break
        return "•"

    def _setting(self, found: Named, outer: list[Item]) -> tuple[str, Setting]:
        """The marker of the block that stands here, and its setting."""
        marker, anchor, begun = "", "", False
        for at in range(len(self.stack) - 1, -1, -1):
            around = self.stack[at]
            anchor = anchor or around.anchor
            around.anchor = ""
            if around.name in ("li", "dt", "dd"):
                marker, begun, around.begun = around.marker, around.begun, True
                break
        links = [item.note for item in outer if item.name == "a" and item.note]
        formats = [elements.MARKS[item.name] for item in outer if item.name in elements.MARKS]
        return "" if begun else marker, Setting(
            tuple(dict.fromkeys(formats)),
            links[0] if links else "",
            tuple(found.targets),
            anchor,
            begun,
            outside_page([around.name for around in self.stack]),
        )

    def _end(self, token: Token) -> None:
        name = token.name
        if name not in elements.BLOCKS:
            if self.run:
                self.run.append(Item("close", token.start, token.end, name))
            return
        self._flush()
        for at in range(len(self.stack) - 1, -1, -1):
            if self.stack[at].name == name:
                del self.stack[at:]
                return
            if self.stack[at].name in elements.SCOPES and name not in elements.SCOPES:
                return

    def _inside(self) -> tuple[str, ...]:
        return tuple(f"{around.name}:{around.ordinal}" for around in self.stack)

    def _flush(self) -> None:
        run, self.run = self.run, []
        if not run or (self.stack and self.stack[-1].alone):
            return
        if not any(i.type == "text" and has_letters(self.text[i.start : i.end]) for i in run):
            self._figure(run)
            return
        if block := self._block(run):
            self.blocks.append(block)

    def _figure(self, run: list[Item]) -> None:
        """A stretch without words, noted if it stands in a table's cell."""
        texts = [i for i in run if i.type == "text"]
        text = squeeze("".join(html.unescape(self.text[i.start : i.end]) for i in texts))
        kind, _, _, group, row, column = self._around()
        if text and kind is Kind.CELL:
            start, end = texts[0].start, texts[-1].end
            self.figures.append(
                Block(text, start, end, kind, "", 0, group, row, column, inside=self._inside())
            )

    def _block(self, run: list[Item]) -> Block | None:
        run = whole(mated(run), self.text)
        keeps = any(around.name in ("pre", "listing", "textarea", "xmp") for around in self.stack)
        outer: list[Item] = []
        run = bare(run, self.text, outer)
        if not run:
            return None
        if run[0].type == "text":
            run[0].start += leading(self.text[run[0].start : run[0].end])
        if run[-1].type == "text":
            run[-1].end -= leading(self.text[run[-1].start : run[-1].end][::-1])
        start, end = run[0].start, run[-1].end
        found = named(run, self.text, keeps)
        text = unicodedata.normalize("NFC", written(found.parts))
        if not has_letters(text):
            return None
        return self._placed(text, start, end, found, run, keeps, outer)

    def _newline(self) -> str:
        match = NEWLINE.search(self.text)
        return match[0] if match else "\n"

    def _around(self) -> tuple[Kind, str, int, int, int, int]:
        """What a stretch is by the elements around it: kind, note, level, group, row and column."""
        kind, said, level, group, row, column = Kind.PARAGRAPH, "", 0, 0, 0, 0
        for around in self.stack:
            if around.name in elements.HEADINGS:
                kind, said, level = Kind.HEADING, "", elements.HEADINGS[around.name]
            elif around.name in elements.KINDS:
                kind, said = elements.KINDS[around.name]
            elif around.role in _FOOTNOTES:
                kind = Kind.FOOTNOTE
            if around.name in elements.LISTS:
                level += 1
            if around.name in elements.GROUPS:
                group = around.ordinal
            if around.name == "table":
                row, column = around.row or row, 0
            elif around.name in ("td", "th"):
                column = around.column
        return kind, said, level, group, row, column

    def _placed(
        self,
        text: str,
        start: int,
        end: int,
        found: Named,
        run: list[Item],
        keeps: bool,
        outer: list[Item],
    ) -> Block:
        marker, setting = self._setting(found, outer)
        kind, said, level, group, row, column = self._around()
        breaks = next((self.text[i.start : i.end] for i in run if i.type == "break"), "<br>")
        return Block(
            text,
            start,
            end,
            kind,
            "; ".join(part for part in (said, found.note) if part),
            level if kind in (Kind.ITEM, Kind.HEADING) else 0,
            group,
            row if kind is Kind.CELL else 0,
            column if kind is Kind.CELL else 0,
            self._inside(),
            None,
            found.raw,
            self._newline() if keeps else breaks,
            keeps,
            marker if kind is Kind.ITEM else "",
            setting,
        )


def _is_button(values: dict[str, Attribute]) -> bool:
    return "type" in values and values["type"].value.lower() in ("submit", "button", "reset")


@lru_cache(maxsize=2)
def scan(text: str) -> Scan:
    """The blocks of an HTML text.

    The last results are kept, for a rebuild asks again for what its reading found.
    """
    return _Scanner(text).scan()
