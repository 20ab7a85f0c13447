"""One entry of a PO file, as the rest of the program sees it."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Kind


@dataclass(frozen=True, slots=True)
class Entry:
    """One PO entry."""

    key: str
    """msgctxt: the segment's key."""
    source: str
    """msgid."""
    target: str = ""
    """msgstr."""
    kind: Kind = Kind.PARAGRAPH
    """First line of the extracted comment."""
    fuzzy: bool = False
    """Not yet confirmed by a person."""
    previous: str = ""
    """Previous msgid, when the source changed under the translation."""
    note: str = ""
    """Further lines of the extracted comment."""
    comment: str = ""
    """Translator's comment."""
    flags: tuple[str, ...] = ()
    """Flags of other programs; kept."""
    obsolete: bool = False
    """No longer in the statement; kept in case it comes back."""
