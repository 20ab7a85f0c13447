"""What a document holds beside the text that is offered, so that nothing is left out without being said."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from ..messages import Template
from ..model import Omission
from . import messages

LONGEST = 60
"""Characters of words that are quoted."""


class Unread(Enum):
    """A kind of content that is not offered; its value says how many there are, and why."""

    CHART = messages.CHARTS
    DIAGRAM = messages.DIAGRAMS
    EMBEDDED = messages.EMBEDDED
    CHUNK = messages.CHUNKS
    CONTROL = messages.CONTROLS
    DATE = messages.DATES
    FIELD = messages.FIELDS
    RUBY = messages.RUBY
    COMMENT = messages.COMMENTS
    HIDDEN = messages.HIDDEN
    FORMULA = messages.FORMULAS
    UNKNOWN = messages.UNKNOWN_PARTS

    @property
    def template(self) -> Template:
        """What is said about it."""
        return self.value


def omissions(found: Iterable[tuple[Unread, str]]) -> tuple[Omission, ...]:
    """What was met, by kind in the order of `Unread`; of each its places or words."""
    kinds: dict[Unread, list[str]] = {}
    for kind, words in found:
        words = " ".join(words.split())
        kinds.setdefault(kind, []).append(words if len(words) <= LONGEST else f"{words[:LONGEST]}…")
    return tuple(
        Omission(kind.template(n=len(kinds[kind])), len(kinds[kind]), tuple(kinds[kind]))
        for kind in Unread
        if kind in kinds
    )
