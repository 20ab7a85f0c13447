"""Lists of signatories as CSV: a row for each, with the columns that `COLUMNS` names. Pure."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from ..errors import ReadError
from ..files.cells import as_csv, unguarded
from ..files.encoding import decode
from ..imprint import Signatory
from ..language import knowledge
from ..messages import Message
from .messages import ALIKE, NO_HEAD, NO_NAME, NOT_CSV, TOO_MANY, UNKNOWN_COLUMN

COLUMNS = ("organisation", "place", "country", "language", "link", "date")
"""In this order when written; `organisation` must be there. They may be named in the languages that are known."""

_NAMING = re.compile(r"[^\W_]+")


def parse_signatories(data: bytes, file: str) -> list[Signatory]:
    """The rows of a list. Raises ReadError, naming the row or column."""
    rows = read_rows(data, file)
    head = [cell.strip() for cell in next(rows, (0, []))[1]]
    names = [_column(cell) for cell in head]
    if "organisation" not in names:
        raise ReadError(NO_HEAD(file=file))
    for cell, name in zip(head, names, strict=True):
        if cell and not name:
            raise ReadError(UNKNOWN_COLUMN(file=file, column=cell, known=COLUMNS))
    found = []
    for row, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(names) and any(cells[len(names) :]):
            raise ReadError(TOO_MANY(file=file, row=row, n=len(cells), columns=len(names)))
        values = {name: unguarded(" ".join(c.split())) for name, c in zip(names, cells, strict=False) if name}
        if not values.get("organisation"):
            raise ReadError(NO_NAME(file=file, row=row))
        found.append(Signatory(**values, row=row))
    return found


def written(signatories: Iterable[Signatory]) -> bytes:
    """The list as a file; columns that nobody has a value in are left out."""
    listed = list(signatories)
    columns = [name for name in COLUMNS if name == "organisation" or any(getattr(s, name) for s in listed)]
    rows = [columns, *([getattr(s, name) for name in columns] for s in listed)]
    return as_csv(rows).encode()


def key(name: str) -> str:
    """What stands for a name in all its spellings: letters without accents, without its acronym and legal form.

    Figures count: *Base 21* and *Base 22* are two.
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    base = _NAMING.findall(re.split(r"\s[–—-]\s|\(", plain)[0])
    return " ".join(base or _NAMING.findall(plain)) or plain


def alike(signatories: Sequence[Signatory], file: str) -> Iterator[Message]:
    """Rows that look like one organisation in two spellings."""
    met: dict[str, Signatory] = {}
    for one in signatories:
        first = met.setdefault(key(one.organisation), one)
        if first is not one:
            yield ALIKE(
                file=file, one=first.row, other=one.row, name=first.organisation, again=one.organisation
            )


def read_rows(data: bytes, file: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV file with their numbers, the head first. Raises ReadError."""
    text = decode(data, file).text
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    try:
        yield from enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), 1)
    except csv.Error as cause:
        raise ReadError(NOT_CSV(file=file, cause=str(cause))) from cause


def _column(head: str) -> str:
    """The column of that name, in any language that is known; empty if it is none."""
    word = head.casefold()
    return next((name for name in COLUMNS if word == name or word in _words(name)), "")


def _words(column: str) -> frozenset[str]:
    names = ("organisation", "name") if column == "organisation" else (column,)
    return frozenset().union(*(knowledge.of(tag).words("signatories", *names) for tag in knowledge.known()))
