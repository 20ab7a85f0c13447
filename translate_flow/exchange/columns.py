"""Which column of a review table is what: by its head, since people put columns in, take them out and move them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..language.tags import by_name, primary
from ..messages import LANGUAGES, say_in
from . import messages

_KEY = frozenset(say_in(tag, messages.KEY()).casefold() for tag in LANGUAGES)
_NOTES = frozenset(say_in(tag, messages.NOTES()).casefold() for tag in LANGUAGES)


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """Places of the columns in a row, from 0; -1 for one that is not there."""

    key: int = 0
    source: int = 1
    target: int = 2
    notes: int = 3

    named: bool = False
    """Whether a head says so."""

    def others(self, cells: Sequence[str]) -> list[str]:
        """What is in columns that somebody has put in; nothing where no head tells."""
        own = (self.key, self.source, self.target, self.notes)
        return [text for place, text in enumerate(cells) if self.named and place not in own and text.strip()]

    def cell(self, cells: Sequence[str], place: int) -> str:
        """The text at a place; empty if the row has no such cell."""
        return cells[place] if 0 <= place < len(cells) else ""


AS_WRITTEN = SheetColumns()
"""The columns as they go out."""


def of_head(texts: Sequence[str], target: str = "") -> SheetColumns | None:
    """The columns of a table with this head; None if it is not the head of a review table.

    `target` is the tag of the language of the translations, if the file tells; else the language that comes second is theirs.
    """
    heads = [" ".join(text.split()).casefold() for text in texts]
    key = next((n for n, head in enumerate(heads) if head in _KEY), -1)
    notes = next((n for n, head in enumerate(heads) if head in _NOTES), -1)
    if key < 0 and notes < 0:
        return None
    spoken = {n: primary(tag) for n, head in enumerate(heads) if head and (tag := by_name(head))}
    theirs = [n for n, tag in spoken.items() if tag == primary(target)] if target else list(spoken)[1:2]
    if len(theirs) != 1:
        # A language whose name is not known: as it went out, if all is there.
        return (
            SheetColumns(key, key + 1, key + 2, notes)
            if key >= 0 and (notes < 0 or notes == key + 3)
            else None
        )
    others = [n for n in spoken if n != theirs[0]]
    return SheetColumns(key, others[0] if others else -1, theirs[0], notes, named=True)
