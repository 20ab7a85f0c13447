"""What goes into the memory, and what a lookup gives back."""

from __future__ import annotations

from dataclasses import dataclass

from ..messages import Message
from . import messages

APPROVED, TRANSLATED, IMPORTED = 2, 1, 0
"""Ranks: a second look was taken; a person confirmed it; a file says so."""


@dataclass(frozen=True, slots=True)
class StoredPair:
    """A source and its confirmed translation."""

    source: str
    """Source text."""
    target: str
    """Its translation."""
    language: str
    """The workspace's tag of the translation's language."""
    rank: int = IMPORTED
    """APPROVED, TRANSLATED or IMPORTED."""
    key: str = ""
    """Segment key, or the `tuid` of a TMX unit."""
    document: str = ""
    """Statement, or file, it comes from."""
    person: str = ""
    """Who translated it."""
    at: str = ""
    """When, RFC 3339 in UTC; empty if unknown."""
    previous: str | int | None = None
    """Source text before it, or the hash that stands for it; empty at the start, None if unknown."""
    following: str | int | None = None
    """The same after it."""
    extras: str = ""
    """What else a TMX unit said, as JSON: kept for export (see `tmx_read`)."""


@dataclass(frozen=True, slots=True)
class MemoryMatch:
    """A translation found for a source."""

    source: str
    """The source it was made for."""
    target: str
    """The translation; with numbers and names put right where `how` is `numbers`."""
    score: int
    """Percent; 101 is in the same surroundings, too."""
    how: str
    """`context`, `exact`, `numbers` (or names: replaced and verified) or `fuzzy`."""
    rank: int
    """APPROVED, TRANSLATED or IMPORTED."""
    document: str
    """Statement or file it comes from."""
    key: str
    """Segment key or `tuid` there."""
    person: str
    """Who translated it."""
    at: str
    """When; empty if unknown."""
    sentence: bool = False
    """Whether it is a sentence out of a longer text."""
    others: int = 0
    """How many other translations of the very same source the memory holds."""
    guard: Message | None = None
    """What kept the score down, such as "different number: 12 → 21"; None if nothing did."""

    @property
    def origin(self) -> Message:
        """Where it comes from, in one line."""
        if not self.key:
            return messages.ORIGIN_WITHOUT_KEY(document=self.document, made=self.made)
        return messages.ORIGIN(document=self.document, key=self.key, made=self.made)

    @property
    def made(self) -> Message:
        """Whose it is and of when, in brackets."""
        alone, by = _HOW[self.rank]
        how = by(person=self.person) if self.person else alone()
        return messages.MADE_ON(how=how, day=self.at[:10]) if self.at else messages.MADE(how=how)


_HOW = (
    (messages.IMPORTED, messages.IMPORTED_BY),
    (messages.TRANSLATED, messages.TRANSLATED_BY),
    (messages.APPROVED, messages.APPROVED_BY),
)
"""By rank: how a translation got into the memory, and the same with the person."""
