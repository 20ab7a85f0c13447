"""What is found in a web page: its blocks, and where it says in which language it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...messages import Template
from ...model import IN_TEXT, Kind, Setting
from .runs import Place


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
    """An attribute value's quotation mark; None if the block is not an attribute."""
    raw: dict[str, tuple[Place, Place]] = field(default_factory=dict)
    """Where the tags of each mark stand; for an `x`, the whole of it, twice."""
    line_break: str = "<br>"
    """How a newline is written."""
    keeps_space: bool = False
    """Whether white space counts, as in `pre`."""
    marker: str = ""
    """Of a list's item: its number or sign."""
    setting: Setting = IN_TEXT
    tail: tuple[Place, ...] = ()
    """What is among the words and is not seen, such as comments; it is written behind them."""
    language: str = ""
    """The language its element is said to be in; empty if the page's own or none."""


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
    form: str = "lang"
    """`lang`, `locale` (`es_PE`, as Open Graph has it) or `alternate` (a locale the page also exists in)."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found in a text."""

    blocks: tuple[Block, ...]
    """In text order."""
    figures: tuple[Block, ...]
    """Table cells without words."""
    pictures: tuple[tuple[Block, str], ...]
    """Images of the running text, each with its address; the block's text is what is said in its place."""
    languages: tuple[LanguageMark, ...]
    """Where languages are named, the first that of the `html` element if it has one."""
    root: int
    """Where a language attribute is to be put into the `html` tag; -1 if it has one, or there is no tag."""
    elements: Mapping[str, int]
    """Where a further attribute can be put into the start tag of each element, by `name:ordinal`."""
    omitted: tuple[tuple[Template, str], ...] = ()
    """What is not offered and a reader may see: what is said of it, and its words."""
    every: bool = False
    """Whether each run of text says a language of its own, right or wrong, as Word has it."""
