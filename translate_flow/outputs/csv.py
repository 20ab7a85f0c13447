"""Aligned pairs as comma-separated values: the columns of `tsv`, for spreadsheets that want commas."""

from __future__ import annotations

from ..files.cells import as_csv
from ..model import Edition
from ..typeset.corpus import rows
from . import Output, messages


def make(edition: Edition) -> bytes:
    """One row per unit, in document order; a mark at the beginning tells Excel that it is UTF-8."""
    return as_csv(rows(edition), ",").encode("utf-8-sig")


CSV = Output("csv", "aligned.csv", messages.CSV(), make, aligned=True)
