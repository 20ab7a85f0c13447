"""Entries that are just their texts, read and written by hand: a PO library takes eight times as long.

Nothing in them is escaped, broken over lines or commented; what is more than that is a library's.
"""

from __future__ import annotations

import re

from ..model import Kind
from .entry import Entry

_KINDS = {f"#. {kind}": kind for kind in Kind}
_SPECIAL = re.compile('[\\x00-\\x1f\\x7f\\x85\\u2028\\u2029\\\\"]')
"""What is escaped in a PO file, or where it begins a new line."""


def read(block: str) -> Entry | None:
    """The entry in the lines between two blank ones, if it is just its texts; else None."""
    lines = block.split("\n")
    kind = _KINDS.get(lines[0])
    if kind is None or not 4 <= len(lines) <= 6 or "\\" in block:
        return None
    context, source, target = lines[-3:]
    if not (
        context.startswith('msgctxt "')
        and source.startswith('msgid "')
        and target.startswith('msgstr "')
        and context[-1] == source[-1] == target[-1] == '"'
        and context.count('"') == source.count('"') == target.count('"') == 2
    ):
        return None
    note, fuzzy = "", False
    if len(lines) > 4:
        *notes, last = lines[1:-3]
        fuzzy = last == "#, fuzzy"
        notes = notes if fuzzy else [*notes, last]
        if len(notes) > 1 or (notes and not notes[0].startswith("#. ")):
            return None
        note = notes[0][3:] if notes else ""
        if note != note.strip():
            return None
    return Entry(context[9:-1], source[7:-1], target[8:-1], kind, fuzzy, note=note)


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
