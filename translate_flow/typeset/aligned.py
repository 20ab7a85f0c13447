"""A statement passage by passage: each block in both languages, figures in tables included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token
from markupsafe import Markup

from ..model import Edition, Unit
from .labels import shown
from .layout import inline_html
from .marks import marked
from .prose import html as rendered
from .prose import note_numbers, parsed
from .statement import is_own, markdown


@dataclass(frozen=True, slots=True)
class Cell:
    """A block in both languages."""

    unit: Unit | None
    """None for what is not to be translated, such as a figure."""
    source: Markup
    """Inline HTML."""
    target: Markup
    """Inline HTML; the source's where there is no translation."""


@dataclass(frozen=True, slots=True)
class AlignedBlock:
    """A block, or the cells of a table's row."""

    role: str
    """title heading paragraph item quote footnote row head other."""
    cells: tuple[Cell, ...]
    """One, but for rows."""
    marker: str = ""
    """Of an item or a footnote, as it is to be shown."""
    depth: int = 0
    """Of an item, from 1."""

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units in it."""
        return tuple(cell.unit for cell in self.cells if cell.unit)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an inline token is."""

    token: Token
    role: str
    marker: str
    depth: int
    row: int


def pairs(edition: Edition) -> list[AlignedBlock]:
    """The statement's blocks in order; every unit is in exactly one of them."""
    sources = [unit.segment.text for unit in edition.units]
    targets = [shown(unit) for unit in edition.units]
    sides = []
    for texts in (sources, targets):
        text = markdown(edition, [marked(*pair) for pair in enumerate(texts)], labels=True)
        tokens, env = parsed(text, own=is_own(edition))
        env = {**env, "images": edition.images}
        sides.append([(place, rendered([place.token], env)) for place in _places(tokens, env)])
    found: list[AlignedBlock] = []
    placed: set[int] = set()
    row = 0
    other = {place.token.meta["unit"]: html for place, html in sides[1]}
    for at, (place, html) in enumerate(sides[0]):
        ordinal = place.token.meta["unit"]
        if ordinal is None:
            same = len(sides[0]) == len(sides[1]) and sides[1][at][0].token.meta["unit"] is None
            cell = Cell(None, Markup(html), Markup(sides[1][at][1] if same else html))
        else:
            placed.add(ordinal)
            target = other.get(ordinal)
            if target is None:
                target = inline_html(edition, targets[ordinal], edition.units[ordinal].segment)
            cell = Cell(edition.units[ordinal], Markup(html), Markup(target))
        if place.row and place.row == row:
            last = found.pop()
            found.append(AlignedBlock(last.role, (*last.cells, cell)))
        else:
            found.append(AlignedBlock(place.role, (cell,), place.marker, place.depth))
        row = place.row
    return _with_strays(edition, found, placed)


def _with_strays(edition: Edition, found: list[AlignedBlock], placed: set[int]) -> list[AlignedBlock]:
    """The pairs with those units that have no place in the text: a title first, others last."""
    strays = []
    for ordinal, unit in enumerate(edition.units):
        if ordinal not in placed:
            texts = (unit.segment.text, shown(unit))
            source, target = (Markup(inline_html(edition, text, unit.segment)) for text in texts)
            strays.append((ordinal, AlignedBlock(unit.segment.kind, (Cell(unit, source, target),))))
    first = [pair for ordinal, pair in strays if ordinal == 0]
    return (
        first
        + [pair for pair in found if any(c.unit or c.source for c in pair.cells)]
        + [pair for ordinal, pair in strays if ordinal]
    )


def _places(tokens: Sequence[Token], env: dict[str, Any]) -> Iterator[_Place]:
    """The inline tokens in document order, each with what it is in."""
    around: list[str] = []
    marker, row = "", 0
    numbers = note_numbers(env)
    for at, token in enumerate(tokens):
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if token.type.endswith("_open") and kind in _CONTAINERS:
            around.append(kind)
            row += kind == "tr"
            if kind == "list_item":
                marker = token.meta.get("label") or (f"{token.info}{token.markup}" if token.info else "•")
            elif kind == "footnote_reference":
                marker = str(numbers.get(token.meta["label"], token.meta["label"]))
        elif token.type.endswith("_close") and kind in _CONTAINERS:
            around.pop()
        elif token.type == "inline":
            inside = around[-1] if around else ""
            role = _ROLES.get(inside, "paragraph")
            if tokens[at - 1].type == "heading_open":
                role = "title" if tokens[at - 1].tag == "h1" else "heading"
            elif "thead" in around:
                role = "head"
            elif inside == "list_item" and not marker:
                role = "paragraph"
            depth = around.count("list_item")
            yield _Place(token, role, marker, depth, row if inside == "tr" else 0)
            marker = ""


_CONTAINERS = frozenset({"list_item", "blockquote", "footnote_reference", "thead", "tr"})
_ROLES = {"list_item": "item", "blockquote": "quote", "footnote_reference": "footnote", "tr": "row"}
