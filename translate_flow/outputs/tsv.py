r"""Aligned pairs as tab-separated values: UTF-8, one pair a line, a head line with the columns' names.

Columns: `key`, `kind`, `state`, then one named by each language's tag. Within a value a
tab is written `\t`, a line feed `\n`, a carriage return `\r` and a backslash `\\`; nothing is quoted.
The state says whether a person has confirmed the text (translated, approved, kept) or not
(missing, draft, stale).
"""

from __future__ import annotations

from ..model import Edition
from . import Output

_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def make(edition: Edition) -> bytes:
    """One line per unit, in document order."""
    rows = [("key", "kind", "state", edition.source_language, edition.target_language)]
    rows += [(u.key, u.segment.kind, u.state, u.segment.text, u.target) for u in edition.units]
    return "".join("\t".join(value.translate(_ESCAPES) for value in row) + "\n" for row in rows).encode()


TSV = Output("tsv", "aligned.tsv", "aligned pairs for spreadsheets and scripts, tab-separated", make)
