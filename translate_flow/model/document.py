"""A statement as it was read: its segments, and what its file holds beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..messages import Message


class Kind(StrEnum):
    """What a block of a statement is; the PO entry's extracted comment says it."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    NAME = "name"
    QUOTE = "quote"
    CELL = "cell"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Setting:
    """How a segment is in its file: for what shows the statement in another format."""

    around: tuple[str, ...] = ()
    """Inline marks around all its words, which its text has not: `b`, `i` …, outermost first."""
    link: str = ""
    """Address of a link around all its words."""
    targets: tuple[tuple[str, str], ...] = ()
    """For marks of its text what they refer to: an `a` an address, an `x` a footnote as `note:LABEL`."""
    anchor: str = ""
    """Name that links within the file have for its place."""
    continues: bool = False
    """List item: whether it is a further paragraph of the item before."""
    outside: bool = False
    """Whether it is about the file and no part of the statement: a menu, a running head, the head of an e-mail."""


IN_TEXT = Setting()
"""Of a segment with nothing to be said about it."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One translatable block of a statement."""

    key: str
    """Eight hex digits of the source's hash, `-2`, `-3` … for repeats; the PO entry's msgctxt."""
    kind: Kind
    """What the block is."""
    text: str
    """The source as a translator sees it; a newline is a line break that is kept."""
    start: int = 0
    """Where the block begins in the decoded source (characters), or its node's ordinal."""
    end: int = 0
    """Where it ends; exclusive."""
    line: int = 0
    """Line of the source file in which it begins, from 1; 0 if the format has no lines."""
    newline: str = "\n"
    """How a line break inside a translation is written back, with the block's own prefix."""
    note: str = ""
    """What a translator should know about the block, such as "table head"."""
    level: int = 0
    """Heading: 1 to 6. List item: depth of nesting, from 1. Otherwise, or if unknown, 0."""
    marker: str = ""
    """List item: its sign as it stands in the source (`1:`, `•`). Footnote: its label. Not in `text`."""
    group: int = 0
    """Ordinal, from 1, of the list, table or quotation the block is in; 0 if in none, or unknown."""
    row: int = 0
    """Table cell: its row, from 1, the head row included; 0 if unknown."""
    column: int = 0
    """Table cell: its column, from 1; 0 if unknown."""
    setting: Setting = IN_TEXT
    """How it is in its file."""


@dataclass(frozen=True, slots=True)
class Omission:
    """One kind of content of a file that may hold words and is not offered for translation."""

    what: Message
    """How many there are of what, and why, such as "2 charts: not read"."""
    count: int
    """How many there are."""
    places: tuple[str, ...] = ()
    """For each the words it shows, or its place in the file."""


@dataclass(frozen=True, slots=True)
class ImagePlace:
    """An image that a statement shows among its text."""

    place: Segment
    """Where: a block without a key whose text is what the file says in the image's place; empty if nothing."""
    address: str
    """An address as a web page has it, or the name of the image within the file."""


@dataclass(frozen=True, slots=True)
class Document:
    """A statement that was read: its segments in order, and what is needed to write it again."""

    name: str
    """Path below `statements/`, without language and extension."""
    format: str
    """Name of the format that read it, such as `markdown`."""
    segments: tuple[Segment, ...]
    """Translatable blocks, in document order."""
    title: str = ""
    """The statement's title in its own language; empty if it has none."""
    encoding: str = "utf-8"
    """Encoding of the source file, kept on rebuild."""
    meta: Mapping[str, str] = field(default_factory=dict)
    """Front matter or document properties that are plain text, such as `date`."""
    notices: tuple[Message, ...] = ()
    """What a user should know about the reading, such as "read as Windows-1252"."""
    within: str = ""
    """Where in the file the segments stand, if not everywhere; see `formats.Format.article`."""
    figures: tuple[Segment, ...] = ()
    """Table cells without words, such as numbers: not to be translated, and without a key. They are for what
    shows the statement without its file; empty if the format's own file does."""
    pictures: tuple[ImagePlace, ...] = ()
    """Images that stand among the blocks, likewise; empty if the format's text names its images itself."""
    omitted: tuple[Omission, ...] = ()
    """What the file holds beside the segments that a reader may see."""
    said: bool = False
    """Whether some segments are of another kind than the file says, by a person's word."""
