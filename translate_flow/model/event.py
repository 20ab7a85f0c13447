"""What was done to a segment: one line of a journal."""

from __future__ import annotations

from dataclasses import dataclass

from ..messages import Message

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
    """For `dismiss` and `undismiss`: the check that is dismissed."""
    origin: str = ""
    """For `carry`: key of the segment the translation comes from (`from` in the file), or several keys
    with blanks between them, if paragraphs were merged. For `undo`: ids of the events that count no more."""
    source: str = ""
    """For `carry` over a changed source: the source the translation was made for. For `undo`: the same, of the
    text that is restored."""
    act: str = ""
    """Name that the events of one act on several segments share; empty for those of an act on one."""

    @property
    def remark(self) -> Message | str:
        """What is said about it, by a person or the program; empty if nothing is."""
        said = self.note or self.reason or ""
        return ": ".join(filter(None, (self.rule, str(said)))) if self.rule else said
