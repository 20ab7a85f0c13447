"""What DOCX and ODT share: the places of a document that are translated, as segments, and back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TypeVar

from lxml import etree

from ..errors import BuildError
from ..language.text import segment_keys
from ..markup import inline
from ..markup.inline import Token
from ..markup.messages import FILE_CHANGED, MISPLACED
from ..markup.notes import PlaceNote, is_outside
from ..model import IN_TEXT, Document, ImagePlace, Kind, Segment, Setting
from ..names import names_only
from .messages import MACROS
from .omitted import Unread, omissions
from .pins import Pin, pinned
from .spans import MarkedBlock, Span, unmarked
from .xmlparts import must_be_xml, notices

_NAMED = frozenset({Kind.ITEM, Kind.CELL, Kind.LINE})


@dataclass(slots=True)
class TextPlace:
    """A paragraph, or a text in an attribute or element."""

    ordinal: int
    """Its place among all places of the document."""
    text: str
    part: str
    kind: Kind
    note: str
    level: int = 0
    marker: str = ""
    group: int = 0
    row: int = 0
    column: int = 0
    titled: bool = False
    """Whether its style is Title."""
    setting: Setting = IN_TEXT
    """How it is in the file."""
    image: str = ""
    """Of the place of an image: its name within the file."""


AnyPlace = TypeVar("AnyPlace", bound=TextPlace)


@dataclass(slots=True)
class Stretches:
    """The stretches of a paragraph, and what is between them without words."""

    spans: list[Span] = field(default_factory=list)
    pins: list[Pin] = field(default_factory=list)
    """Comments, bookmarks and the like."""
    length: int = 0
    """Characters of the stretches."""

    def add(self, span: Span) -> None:
        """Append a stretch."""
        self.spans.append(span)
        self.length += len(span.text)


def document(
    name: str,
    form: str,
    places: Sequence[TextPlace],
    figures: Sequence[TextPlace] = (),
    pictures: Sequence[TextPlace] = (),
    *,
    macros: bool,
    unread: Iterable[tuple[Unread, str]] = (),
) -> Document:
    """The statement that a document's places make.

    `figures`: table cells without words; `pictures`: images; `unread`: what else is in the file, and its words or place.
    """
    title = _title(places)
    said = notices(place.text for place in places)
    keys = segment_keys(place.text for place in places)
    return Document(
        name,
        form,
        tuple(_segment(place, key, place is title) for place, key in zip(places, keys, strict=True)),
        title=inline.plain(title.text) if title else "",
        notices=(*said, MACROS()) if macros else said,
        figures=tuple(_segment(place, "", False) for place in figures),
        pictures=tuple(ImagePlace(_segment(place, "", False), place.image) for place in pictures),
        omitted=omissions(unread),
    )


def _title(places: Sequence[TextPlace]) -> TextPlace | None:
    """The title: by its style, as first heading of the first level, or in the properties."""
    styled = (place for place in places if place.titled)
    headed = (place for place in places if place.kind is Kind.HEADING and place.level == 1)
    stored = (place for place in places if place.note == PlaceNote.STORED_TITLE)
    return next(chain(styled, headed, stored), None)


def _segment(place: TextPlace, key: str, title: bool) -> Segment:
    kind = place.kind
    if title:
        kind = Kind.TITLE
    elif kind is Kind.TITLE:
        kind = Kind.HEADING
    elif kind in _NAMED and names_only(inline.plain(place.text)):
        kind = Kind.NAME
    return Segment(
        key,
        kind,
        place.text,
        place.ordinal,
        place.ordinal + 1,
        note=place.note,
        level=place.level,
        marker=place.marker,
        group=place.group,
        row=place.row,
        column=place.column,
        setting=replace(place.setting, outside=True) if is_outside(place.note) else place.setting,
    )


def changed(document: Document, texts: Mapping[str, str]) -> dict[int, Segment]:
    """The segments that get another text, by the ordinal of their place."""
    return {
        segment.start: segment
        for segment in document.segments
        if texts.get(segment.key, segment.text) != segment.text and texts[segment.key].strip()
    }


def written(
    name: str, places: Iterable[AnyPlace], segments: Mapping[int, Segment], texts: Mapping[str, str]
) -> Iterator[tuple[AnyPlace, list[Token]]]:
    """The places that get another text, with its tokens, their marks put right.

    Raises BuildError naming the segment if a mark is lost that is needed, if the text holds
    what XML cannot, or if the places are not those that were read.
    """
    left = dict(segments)
    for place in places:
        segment = left.pop(place.ordinal, None)
        if segment is None:
            continue
        if segment.text != place.text:
            raise BuildError(FILE_CHANGED(file=name))
        text = texts[segment.key].strip()
        parts, problems = inline.repaired(place.text, text)
        if problems:
            raise BuildError(MISPLACED(file=name, key=segment.key, problem=problems[0].message))
        must_be_xml(text, name, segment.key)
        yield place, parts
    if left:
        raise BuildError(FILE_CHANGED(file=name))


def plain(parts: Iterable[Token], note: str = "") -> str:
    """A text for a place that holds nothing but text, and lines only where `note` says that it is a message."""
    text = "".join(part for part in parts if isinstance(part, str))
    return text if note == PlaceNote.MESSAGE else text.replace("\n", " ")


def stretches(parts: Sequence[Token], found: MarkedBlock, content: Stretches, language: str) -> list[Span]:
    """A translation as stretches of the paragraph, with what is around and between its words."""
    spans = unmarked(parts, found)
    if content.pins:
        before = sum(len(span.text) for span in found.before)
        spans = pinned(spans, content.pins, before, found.parts, parts, language)
    return [*found.before, *spans, *found.after]


def lost(
    around: Iterable[etree._Element],
    kept: Mapping[etree._Element, Callable[[], Collection[etree._Element]]],
) -> bool:
    """Whether a paragraph is where none may, in a part of another one that is not kept.

    `around`: what it is in, the innermost first. `kept`: for each paragraph that may be written
    anew, what tells the elements in it that stay.
    """
    inside: set[etree._Element] = set()
    for node in around:
        inside.add(node)
        if node in kept:
            return inside.isdisjoint(kept[node]())
    return False


WIDEST = 63
"""Columns a table may have; Word allows no more."""


class Rows:
    """Numbers of table rows and columns, counted in each table's own."""

    def __init__(
        self, table: str, row: str, cells: Collection[str], width: Callable[[etree._Element], str | None]
    ) -> None:
        """`table`, `row`, `cells`: the elements' names, with their namespace; `width`: how many columns a
        cell says it takes."""
        self._table, self._row, self._cells, self._width = table, row, tuple(cells), width
        self._numbers: dict[etree._Element, dict[etree._Element, int]] = {}
        self._columns: dict[etree._Element, dict[etree._Element, int]] = {}

    def number(self, table: etree._Element, row: etree._Element) -> int:
        """The row's number, from 1; 0 if it is none of the table's."""
        if table not in self._numbers:
            own = (r for r in table.iter(self._row) if next(r.iterancestors(self._table)) is table)
            self._numbers[table] = {r: count for count, r in enumerate(own, 1)}
        return self._numbers[table].get(row, 0)

    def column(self, row: etree._Element, cell: etree._Element) -> int:
        """The cell's column, from 1; 0 if it is none of the row's, or too far to the right."""
        if row not in self._columns:
            found: dict[etree._Element, int] = {}
            at = 1
            for own in row.iter(*self._cells):
                if at > WIDEST or next(own.iterancestors(self._row), None) is not row:
                    continue
                found[own] = at
                said = self._width(own) or ""
                at += min(int(said), WIDEST) if said.isdecimal() and int(said) else 1
            self._columns[row] = found
        return self._columns[row].get(cell, 0)
