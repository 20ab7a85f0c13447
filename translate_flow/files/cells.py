"""Values of a table that a spreadsheet may open: written so that none is taken for a formula, and read back.

A spreadsheet computes a cell that begins with `=`, `+`, `-` or `@`, quoted or not, and a statement is
written by others (OWASP, "CSV Injection"). An apostrophe before such a value is the spreadsheets' own sign
for text; a value that begins with apostrophes and then such a character gets one more, so that taking
one away gives every value back.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

_FORMULA = re.compile("'*+\\s*+[=+\\-@\uff1d\uff0b\uff0d\uff20]|'*+[\\t\\r\\n]")
_GUARDED = re.compile(f"'(?:{_FORMULA.pattern})")


def guarded(value: str) -> str:
    """The value as no spreadsheet computes it: with an apostrophe before it if it could be a formula."""
    return f"'{value}" if _FORMULA.match(value) else value


def unguarded(value: str) -> str:
    """The value that `guarded` was given."""
    return value[1:] if _GUARDED.match(value) else value


def as_csv(
    rows: Iterable[Iterable[object]], delimiter: str = ",", newline: str = "\n", *, all_quoted: bool = False
) -> str:
    """The rows as CSV (RFC 4180) for spreadsheets and programs; texts are guarded, figures as they are.

    Values with quotation marks, delimiters or line breaks are put in quotation marks, those within doubled;
    `all_quoted` puts all in them.
    """
    out = io.StringIO()
    plain = csv.writer(out, delimiter=delimiter, lineterminator=newline)
    quoted = csv.writer(out, delimiter=delimiter, lineterminator=newline, quoting=csv.QUOTE_ALL)
    for row in rows:
        cells = [guarded(cell) if isinstance(cell, str) else cell for cell in row]
        # Python before 3.13 leaves a lone carriage return bare.
        broken = any(isinstance(cell, str) and "\r" in cell for cell in cells)
        (quoted if all_quoted or broken else plain).writerow(cells)
    return out.getvalue()
