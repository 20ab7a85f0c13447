"""Entries that another program has spoilt by a wrong charset, recognised by the Spanish: nobody edits that. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..errors import CatalogueError
from ..files.regular import bytes_of
from ..language.text import segment_keys
from .entry import Entry
from .messages import SPOILT


def refuse_spoilt(entries: Iterable[Entry], path: Path) -> None:
    """Raise CatalogueError for an entry whose source has lost its accents, or holds mojibake in their place.

    A segment's key is made from its source. A source that no longer fits its key, and is poorer in letters
    beyond ASCII or full of others, has been through a program that knew nothing of the file's charset; its
    translation went the same way, and is not a person's edit.
    """
    for entry in entries:
        if _spoilt(entry):
            said = entry.source if len(entry.source) <= _SHOWN else f"{entry.source[:_SHOWN]}…"
            raise CatalogueError(
                SPOILT(file=str(path), line=_line(path, entry.key), key=entry.key, said=said)
            )


_SHOWN = 60
_WRONG = ("Ã", "Â", "â", "\ufffd", "?")
"""What is in spoilt text for a letter with an accent, a quotation mark or a dash."""


def _spoilt(entry: Entry) -> bool:
    if not entry.source or not all(c in "0123456789abcdef" for c in entry.key[:8]) or len(entry.key) < 8:
        return False
    if segment_keys([entry.source]) == [entry.key[:8]]:
        return False
    return entry.source.isascii() or any(sign in entry.source for sign in _WRONG)


def _line(path: Path, key: str) -> int:
    """Line of the entry in the file; 1 if it cannot be found there."""
    try:
        data = bytes_of(path)
    except OSError:
        return 1
    place = data.find(f'msgctxt "{key}"'.encode())
    return data.count(b"\n", 0, max(place, 0)) + 1
