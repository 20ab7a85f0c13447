"""A statement in one target language: each segment with its translation, state and past."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..imprint import NOTHING_SAID, About, Signatory
from .document import Document, Segment
from .event import SAFE_CARRIES, Event
from .state import State
from .term import Match


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
    terms: Mapping[str, tuple[Match, ...]] = field(default_factory=dict, repr=False)
    """Glossary terms found in the source of its units, by key, for outputs that explain them."""
    images: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Images that the statement shows, as `data:` addresses, by their address in it."""
