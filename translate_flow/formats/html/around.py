"""The elements open around a place in a web page, and what they say of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...markup.counting import counted
from ...model import Kind, Setting
from . import elements
from .runs import Item, Named
from .settings import outside_page, whole_number
from .tokens import Attribute

_FOOTNOTES = frozenset({"doc-footnote", "doc-endnote", "doc-endnotes"})


@dataclass(slots=True)
class OpenElement:
    """An open block-level or left-alone element."""

    name: str
    ordinal: int
    alone: bool = False
    row: int = 0
    """Of a table: rows so far."""
    column: int = 0
    """Of a row: columns so far; of a cell: the first it takes."""
    off: bool = False
    """Left alone because it is marked so."""
    language: str = ""
    """What its words are said to be in."""
    item: int = 0
    """Of a paragraph that Word made an item of a list: its level."""
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


class Surroundings:
    """The elements that are open while a page is read."""

    def __init__(self) -> None:
        self.stack: list[OpenElement] = []

    def imply_ends(self, name: str) -> None:
        """Close the elements that this start tag closes."""
        closed = elements.CLOSED_BY.get(name, frozenset())
        while self.stack and self.stack[-1].name in closed:
            self.stack.pop()
        if name in elements.CLOSES_P and self.stack and self.stack[-1].name == "p":
            self.stack.pop()
            while self.stack and self.stack[-1].name in closed:
                self.stack.pop()

    def taken_in(self, name: str, asked: str) -> bool:
        """Whether an inline element is for translation, amid what is not: it is a text of its own."""
        return asked == "yes" and bool(self.stack) and self.stack[-1].off and name not in elements.VOID

    def ends_taken_in(self, name: str, run: Sequence[Item]) -> bool:
        """Whether an end tag ends such an element, and none within it."""
        if not self.stack or self.stack[-1].name != name:
            return False
        return not sum((i.type == "open") - (i.type == "close") for i in run if i.name == name)

    def count_row(self) -> None:
        for around in reversed(self.stack):
            if around.name == "table":
                around.row += 1
                return

    def count_column(self, values: Mapping[str, Attribute]) -> int:
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

    def number(self, values: Mapping[str, Attribute]) -> str:
        """What is before an item that begins."""
        for around in reversed(self.stack):
            if around.name == "ol" and around.count is not None:
                value = values["value"].value.strip() if "value" in values else ""
                around.count[0] = int(value) if whole_number(value) else around.count[0] + around.count[1]
                return f"{counted(around.count[0], around.form)}."
            if around.name in elements.LISTS:
                break
        return "•"

    def setting(self, found: Named, outer: list[Item]) -> tuple[str, Setting]:
        """The marker of the block that is here, and its setting."""
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

    def begun(self) -> bool:
        """Whether the item of a list that is open has had a block."""
        return next((one.begun for one in reversed(self.stack) if one.name in ("li", "dt", "dd")), False)

    def inside(self) -> tuple[str, ...]:
        return tuple(f"{around.name}:{around.ordinal}" for around in self.stack)

    def around(self) -> tuple[Kind, str, int, int, int, int]:
        """What a stretch is by the elements around it: kind, note, level, group, row and column."""
        kind, said, level, group, row, column = Kind.PARAGRAPH, "", 0, 0, 0, 0
        for around in self.stack:
            if around.name in elements.HEADINGS:
                kind, said, level = Kind.HEADING, "", elements.HEADINGS[around.name]
            elif around.name in elements.KINDS:
                kind, said = elements.KINDS[around.name]
            elif around.role in _FOOTNOTES:
                kind = Kind.FOOTNOTE
            if around.item:
                kind, said, level = Kind.ITEM, "", around.item
            if around.name in elements.LISTS:
                level += 1
            if around.name in elements.GROUPS:
                group = around.ordinal
            if around.name == "table":
                row, column = around.row or row, 0
            elif around.name in ("td", "th"):
                column = around.column
        return kind, said, level, group, row, column
