"""Entries that are just their texts, read and written by hand: a PO library takes eight times as long.

Nothing in them is escaped, broken over lines or commented; what is more than that is a library's.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..model import Kind
from .entry import Entry

_KINDS = {f"#. {kind}": kind for kind in Kind}
_SPECIAL = re.compile('[\\x00-\\x1f\\x7f\\x85\\u2028\\u2029\\\\"]')
"""What is escaped in a PO file, or where it begins a new line."""


def plain_entry(block: str) -> Entry | None:
    """The entry in the lines between two blank ones, if it is just its texts; else None."""
    pieces = block.rsplit('"', 6)
    if len(pieces) != 7 or "\\" in block:
        return None
    head, key, first, source, second, target, end = pieces
    if first != "\nmsgid " or second != "\nmsgstr " or end or "\n" in key or "\n" in source or "\n" in target:
        return None
    about = _about(head)
    return None if about is None else Entry(key, source, target, about[0], about[1], "", about[2])


@lru_cache(2000)
def _about(head: str) -> tuple[Kind, bool, str] | None:
    """Kind, whether it is fuzzy, and note, of what is before an entry's texts; None if there is more."""
    kind, *notes = head.split("\n")
    if kind not in _KINDS or not notes or notes.pop() != "msgctxt ":
        return None
    fuzzy = bool(notes) and notes[-1] == "#, fuzzy"
    notes = notes[:-1] if fuzzy else notes
    note = notes[0][3:] if notes else ""
    if len(notes) > 1 or (notes and not notes[0].startswith("#. ")) or note != note.strip():
        return None
    return _KINDS[kind], fuzzy, note


def written(entry: Entry) -> str:
    """The entry's lines as `msgcat --no-wrap` writes them; empty if it is more than its texts."""
    if entry.comment or entry.flags or entry.previous or entry.obsolete or "\n" in entry.note:
        return ""
    texts = f"{entry.key}{entry.source}{entry.target}"
    # Whether all can be printed is told in half the time that the search takes.
    if '"' in texts or "\\" in texts or (not texts.isprintable() and _SPECIAL.search(texts)):
        return ""
    note = f"#. {entry.note}\n" if entry.note else ""
    fuzzy = "#, fuzzy\n" if entry.fuzzy else ""
    return (
        f'#. {entry.kind}\n{note}{fuzzy}msgctxt "{entry.key}"\nmsgid "{entry.source}"\n'
        f'msgstr "{entry.target}"\n'
    )
