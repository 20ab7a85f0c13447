"""Aligned pairs as tab-separated values: UTF-8, one pair a row, a head line with the columns' names.

Columns: `key`, `kind`, `state`, then one named by each language's tag. A value
with a quotation mark, a tab or a line break is between quotation marks, those within it doubled, as in CSV:
spreadsheets, Python's csv and pandas read every value back. What a spreadsheet would compute has an apostrophe
before it (`files.cells`).
The state says whether a person has confirmed the text (translated, approved, kept) or not
(missing, draft, stale).
"""

from __future__ import annotations

from ..files.cells import as_csv
from ..model import Edition
from ..typeset.corpus import rows
from . import Output, messages


def make(edition: Edition) -> bytes:
    """One row per unit, in document order."""
    return as_csv(rows(edition), "\t").encode()


TSV = Output("tsv", "aligned.tsv", messages.TSV(), make, aligned=True)
