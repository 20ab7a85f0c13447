"""The few frozen dataclasses that travel through the whole program.

Change one by `dataclasses.replace`. Nothing here touches disk, network or clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .imprint import NOTHING_SAID, About, Signatory
from .messages import Message


class Kind(StrEnum):
    """What a block of a statement is; stands in the PO entry's extracted comment."""

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


class State(StrEnum):
    """How far a translation is; derived from the PO entry and its journal, never stored."""

    MISSING = "missing"
    DRAFT = "draft"
    STALE = "stale"
    TRANSLATED = "translated"
    APPROVED = "approved"
    KEPT = "kept"


ICONS = {"missing": "○", "draft": "◐", "stale": "↻", "translated": "●", "approved": "✓", "kept": "="}
"""The sign of each state, the same in the terminal, on paper and in the browser."""

CONFIRMED = frozenset({State.TRANSLATED, State.APPROVED, State.KEPT})
"""States a statement may be published in: a person has read the text, or there is nothing to read."""


class Policy(StrEnum):
    """What a glossary term asks of a translation."""

    KEEP = "keep"
    """Stands in the translation as it stands in the source."""
    TRANSLATE = "translate"
    """Has one fixed translation."""
    GLOSS = "gloss"
    """Kept, and explained at its first mention in the statement."""


class Severity(StrEnum):
    """How much a finding matters; errors set the exit code of `check`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Setting:
    """How a segment stands in its file: for what shows the statement in another format."""

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
    """Ordinal, from 1, of the list, table or quotation the block stands in; 0 if in none, or unknown."""
    row: int = 0
    """Table cell: its row, from 1, the head row included; 0 if unknown."""
    column: int = 0
    """Table cell: its column, from 1; 0 if unknown."""
    setting: Setting = IN_TEXT
    """How it stands in its file."""


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
    omitted: tuple[Omission, ...] = ()
    """What the file holds beside the segments that a reader may see."""
    said: bool = False
    """Whether some segments are of another kind than the file says, by a person's word."""


DRAFT_PROBLEMS = frozenset({"drafting.term-not-held", "drafting.not-held", "drafting.line-break-lost"})
"""Ids of the reasons of a `draft` that somebody has to put right."""
SAFE_CARRIES = frozenset({"catalogue.same-paragraph", "catalogue.safe-change"})
"""Ids of the reasons of a `carry` after which a draft of the earlier source is one of the present source too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of a journal: what was done to a segment, by whom, when."""

    id: str = ""
    """Sortable, unique; orders the journal. Empty until it is journalled."""
    at: str = ""
    """UTC time, RFC 3339; empty until it is journalled."""
    by: str
    """Person or role, or the engine's name for a draft."""
    do: str
    """draft edit confirm approve return comment resolve carry keep dismiss undismiss undo; others are kept, not
    understood."""
    key: str
    """Segment key."""
    text: str | None = None
    """The segment's translation after the event, where the event sets it."""
    base: str = ""
    """Hash of the translation the event found."""
    engine: str = ""
    """Engine and version of a draft, such as `apertium 3.8.3`."""
    score: int | None = None
    """Memory match, percent."""
    glossary: str = ""
    """Hash of the glossary a draft was made with."""
    note: str = ""
    """A person's words; what the program has to say is the `reason`."""
    reason: Message | None = None
    """Why the program did it, or what it found: where a draft comes from, why a translation still holds."""
    rule: str = ""
    """For `dismiss` and `undismiss`: the check that is set aside."""
    origin: str = ""
    """For `carry`: key of the segment the translation comes from (`from` in the file), or several keys
    with blanks between them, if paragraphs were merged. For `undo`: ids of the events that count no more."""
    source: str = ""
    """For `carry` over a changed source: the source the translation was made for. For `undo`: the same, of the
    text that stands again."""
    act: str = ""
    """Name that the events of one act on several segments share; empty for those of an act on one."""

    @property
    def remark(self) -> Message | str:
        """What is said about it, by a person or the program; empty if nothing is."""
        said = self.note or self.reason or ""
        return ": ".join(filter(None, (self.rule, str(said)))) if self.rule else said


@dataclass(frozen=True, slots=True)
class Unit:
    """A segment with its translation, state and past in one target language."""

    segment: Segment
    """The source block."""
    target: str
    """Present translation; empty if missing."""
    state: State
    """Derived state."""
    events: tuple[Event, ...] = ()
    """The segment's history, oldest first, but for what was undone."""
    undone: tuple[Event, ...] = ()
    """What was undone, and the undoing of it, oldest first."""
    previous: str = ""
    """The source this translation was made for, while the state is stale."""
    comment: str = ""
    """Translator's comment of the PO entry."""

    @property
    def key(self) -> str:
        """The segment's key."""
        return self.segment.key

    @property
    def past(self) -> tuple[Event, ...]:
        """The segment's history with all that was undone, oldest first."""
        return tuple(sorted((*self.events, *self.undone), key=lambda e: e.id)) if self.undone else self.events

    @property
    def draft(self) -> Event | None:
        """The machine or memory draft the present text descends from, or None.

        A draft of an earlier source doesn't count, unless the change was safe.
        """
        for event in reversed(self.events):
            if event.do == "draft":
                return event
            if (
                event.do == "carry"
                and event.source
                and not (event.reason and event.reason.id in SAFE_CARRIES)
            ):
                return None
        return None


@dataclass(frozen=True, slots=True)
class Edition:
    """One statement in one target language: what checks, reports and builds are made of."""

    document: Document
    """The statement as read from its source file."""
    source_language: str
    """BCP 47 tag, such as `es`."""
    target_language: str
    """BCP 47 tag, such as `en`."""
    units: tuple[Unit, ...]
    """One per segment, in document order."""
    source_path: str = ""
    """Source file relative to the workspace, with forward slashes."""
    source_hash: str = ""
    """Hex blake2b-128 of the source file's bytes."""
    source: bytes = field(default=b"", repr=False)
    """The source file, for outputs that need more of it than its segments, such as figures in tables."""
    about: About = NOTHING_SAID
    """What is published about it."""
    signatories: Mapping[str, tuple[Signatory, ...]] = field(default_factory=dict)
    """Who signs it beside those in its text, by language (BCP 47 tag), places and countries in that language."""
    templates: Mapping[str, str] = field(default_factory=dict)
    """The workspace's own templates of pages, by file name."""
    images: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Images that the statement shows, as `data:` addresses, by their address in it."""


@dataclass(frozen=True, slots=True)
class Term:
    """One row of the glossary."""

    es: str
    """The term in Spanish, as it is written in running text."""
    en: str
    """Its English; empty means the same as `es`."""
    kind: str = ""
    """organisation person region city body term …; free, used for display and defaults."""
    policy: Policy = Policy.KEEP
    """What a translation has to do with it."""
    gender: str = ""
    """`m`, `f`, or empty: guessed from the head noun."""
    number: str = ""
    """`sg`, `pl`, or empty: guessed."""
    article: bool = False
    """Whether English puts *the* before it."""
    gloss: str = ""
    """Explanation added in brackets at the first mention (policy gloss)."""
    variants: tuple[str, ...] = ()
    """Other Spanish forms that mean the same (`variants_es`, separated by `|` in the file)."""
    accepted: tuple[str, ...] = ()
    """Other English forms a translator may use; in the file after the first, separated by `|`, in `en`."""
    forbidden: tuple[str, ...] = ()
    """English renderings that are wrong (`forbidden_en`, separated by `|`)."""
    note: str = ""
    """For translators."""
    file: str = ""
    """File the row stands in."""
    row: int = 0
    """Its line there, from 1."""

    @property
    def target(self) -> str:
        """The English form a translation should hold."""
        return self.en or self.es


@dataclass(frozen=True, slots=True)
class Match:
    """A glossary term found in a text."""

    term: Term
    """The term."""
    start: int
    """First character in the text."""
    end: int
    """One past its last character."""
    form: str
    """The text there as its reader sees it, without markup."""
    doubtful: bool = False
    """Whether it may be part of another name (*Premier League*): then a translation need not have it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a check has to say about a translation."""

    rule: str
    """Name of the check, such as `number-changed`."""
    severity: Severity
    """Error, warning or info."""
    key: str
    """Segment it is about."""
    message: Message | str
    """One sentence; another package's check may give plain text."""
    span: tuple[int, int] | None = None
    """Characters of the translation it points to, or None."""
    hint: Message | str = ""
    """What to write instead, or what to do; empty if there is no certain advice."""
