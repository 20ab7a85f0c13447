"""Glossary files: CSV with a header, comments and any usual delimiter, read strictly and changed in place.

A file keeps its bytes: adding or changing a row leaves every other line as it was, whatever its
quoting, order and comments.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import GlossaryError
from ..files.cells import as_csv, unguarded
from ..files.conflict import first_mark
from ..files.messages import CONFLICT_MARKS
from ..files.messages import cause as because
from ..files.regular import bytes_of
from ..messages import Message
from ..model import Term
from . import messages as said
from .columns import COLUMNS, check_columns, term_from
from .words import BARE

_BOM = b"\xef\xbb\xbf"
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class GlossaryRow:
    """One record of a file."""

    cells: tuple[str, ...]
    """Its values, as many as the header has columns."""
    line: int
    """Its first line in the file, from 1."""
    last: int
    """Its last line; the same unless a quoted value holds a line break."""


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """A parsed glossary file, with its text."""

    name: str
    """For messages."""
    text: str
    """The whole file, decoded."""
    delimiter: str
    """`,`, `;` or a tab."""
    header: tuple[str, ...]
    """Column names, in the file's order."""
    rows: tuple[GlossaryRow, ...]
    """Records after the header, in order."""
    bom: bool = False
    """Whether the file begins with a byte order mark."""
    newline: str = field(default="\n")
    """Line ending of the file."""

    def terms(self, language: str = "en") -> list[Term]:
        """The terms for one target language.

        Raises GlossaryError for the first bad value, duplicate or contradiction.
        """
        columns = {column: number for number, column in enumerate(self.header)}
        found = []
        for row in self.rows:
            term = term_from(row.cells, columns, language, self.name, row.line)
            if term is not None:
                found.append(term)
        _no_doubles(found, self.name)
        return found

    def usable(self, language: str, unusable: list[GlossaryError]) -> list[Term]:
        """The terms of the rows that can be used; what is wrong with each of the others is added to `unusable`."""
        columns = {column: number for number, column in enumerate(self.header)}
        found: list[Term] = []
        for row in self.rows:
            try:
                term = term_from(row.cells, columns, language, self.name, row.line)
                if term is not None:
                    _no_doubles([*found, term], self.name)
                    found.append(term)
            except GlossaryError as error:
                unusable.append(error)
        return found

    def data(self) -> bytes:
        """The file's bytes."""
        return (_BOM if self.bom else b"") + self.text.encode()

    def has(self, es: str) -> bool:
        """Whether a row's term is this one, accents and spaces aside."""
        column = self.header.index("es")
        return any(term_key(row.cells[column]) == term_key(es) for row in self.rows)

    def adding(self, *terms: Term, language: str = "en") -> GlossaryFile:
        """The file with more rows at its end; all else as it was. Raises GlossaryError on a duplicate.

        `language` is that of the terms' translations; the file has columns for it, or this fails.
        """
        self._has_language(language)
        text = self.text
        if text and not text.endswith(("\n", "\r")):
            text += self.newline
        return self._checked(text + "".join(self._line(term, (), language) for term in terms))

    def replacing(self, term: Term, language: str = "en") -> GlossaryFile:
        """The file with the row of `term.es` rewritten; columns of other languages keep their values.

        Raises GlossaryError if the file has no such row.
        """
        self._has_language(language)
        row = self._row(term.es)
        return self._checked(self._cut(row, self._line(term, row.cells, language)))

    def without(self, es: str) -> GlossaryFile:
        """The file without the row of that term. Raises GlossaryError if there is none."""
        return self._checked(self._cut(self._row(es), ""))

    def _row(self, es: str) -> GlossaryRow:
        column = self.header.index("es")
        for row in self.rows:
            if term_key(row.cells[column]) == term_key(es):
                return row
        raise GlossaryError(said.NO_SUCH_ROW(file=self.name, term=es))

    def _cut(self, row: GlossaryRow, line: str) -> str:
        lines = io.StringIO(self.text, newline="").readlines()
        return "".join([*lines[: row.line - 1], line, *lines[row.last :]])

    def _has_language(self, language: str) -> None:
        if language not in self.header:
            raise GlossaryError(said.NO_SUCH_COLUMN(file=self.name, column=language))

    def _line(self, term: Term, cells: Sequence[str], language: str) -> str:
        values = values_of(term, language)
        out = [values.get(name, cells[n] if cells else "") for n, name in enumerate(self.header)]
        # Unquoted, a number sign at the start would make it a comment.
        return as_csv([out], self.delimiter, self.newline, all_quoted=out[0].startswith("#"))

    def _checked(self, text: str) -> GlossaryFile:
        table = parse((_BOM if self.bom else b"") + text.encode(), self.name)
        table.terms()
        return table


def values_of(term: Term, language: str = "en") -> dict[str, str]:
    """A term's cells by column name; several values in one cell are separated by `|`."""
    return {
        "es": term.es,
        language: "|".join([term.en, *term.accepted]) if term.accepted else term.en,
        "kind": term.kind,
        "policy": term.policy.value,
        "gender": term.gender,
        "number": term.number,
        f"article_{language}": "yes" if term.article else "no",
        f"gloss_{language}": term.gloss,
        "variants_es": "|".join(term.variants),
        f"forbidden_{language}": "|".join(term.forbidden),
        "note": term.note,
    }


def new_table(name: str, language: str = "en") -> GlossaryFile:
    """An empty glossary file with the standard header for a target language."""
    header = [re.sub(r"(^|_)en$", rf"\1{language}", column) for column in COLUMNS]
    return parse((",".join(header) + "\n").encode(), name)


def parse(data: bytes, name: str) -> GlossaryFile:
    """A file's rows. Raises GlossaryError naming file, row and column."""
    bom = data.startswith(_BOM)
    text = _decoded(data[3:] if bom else data, name)
    newline = "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"
    if line := first_mark(text):
        raise GlossaryError(CONFLICT_MARKS(file=name, line=line))
    lines = list(_records(io.StringIO(text, newline="")))
    if not lines:
        raise GlossaryError(said.NO_HEADER(file=name, header=",".join(COLUMNS)))
    delimiter = _delimiter(lines[0][1])
    numbers = [number for number, _ in lines]
    reader = csv.reader((line for _, line in lines), delimiter=delimiter, strict=True)
    rows: list[GlossaryRow] = []
    header: tuple[str, ...] = ()
    read = 0
    try:
        for cells in reader:
            first, read = numbers[read], reader.line_num
            if not header:
                header = tuple(cell.strip() for cell in cells)
                check_columns(header, name, first)
            elif any(cells):
                rows.append(GlossaryRow(_fitting(cells, len(header), name, first), first, numbers[read - 1]))
    except csv.Error as cause:
        line = numbers[min(read, len(numbers) - 1)]
        raise GlossaryError(said.AT_ROW(file=name, row=line, problem=_csv_fault(cause))) from cause
    return GlossaryFile(name, text, delimiter, header, tuple(rows), bom, newline)


def _csv_fault(cause: csv.Error) -> Message:
    if "unexpected end" in str(cause):
        return said.QUOTE_OPEN()
    return said.CSV_FAULT(cause=str(cause))


def _decoded(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as cause:
        row = data.count(b"\n", 0, cause.start) + 1
        problem = said.NOT_UTF_8_CSV(place=cause.start)
        raise GlossaryError(said.AT_ROW(file=name, row=row, problem=problem)) from cause
    if "\0" in text:
        row = text.count("\n", 0, text.index("\0")) + 1
        raise GlossaryError(said.AT_ROW(file=name, row=row, problem=said.NULL_BYTE()))
    return text


def _records(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Lines with their numbers, without comments; a `#` inside a quoted value is none."""
    quoted = False
    for number, line in enumerate(lines, 1):
        if not quoted and (line.startswith("#") or not line.strip()):
            continue
        if '"' in line and line.count('"') % 2:
            quoted = not quoted
        yield number, line


def _delimiter(header: str) -> str:
    best = max(_DELIMITERS, key=header.count)
    return best if best in header else ","


def _fitting(cells: list[str], width: int, name: str, line: int) -> tuple[str, ...]:
    cells = [unguarded(cell) for cell in cells]
    if len(cells) > width:
        if any(cell.strip() for cell in cells[width:]):
            problem = said.TOO_MANY_VALUES(n=len(cells), width=width)
            raise GlossaryError(said.AT_ROW(file=name, row=line, problem=problem))
        return tuple(cells[:width])
    return tuple(cells) + ("",) * (width - len(cells))


def term_key(es: str) -> str:
    """What makes two rows the same term: their letters without accents; capitals count."""
    squeezed = " ".join(es.split())
    return squeezed if squeezed.isascii() else unicodedata.normalize("NFC", squeezed).translate(BARE)


def _no_doubles(terms: list[Term], name: str) -> None:
    rows: dict[str, Term] = {}
    for term in terms:
        other = rows.setdefault(term_key(term.es), term)
        if other is term:
            continue
        if (other.en, other.policy) == (term.en, term.policy):
            problem = said.TERM_TWICE(term=term.es, row=other.row)
        else:
            problem = said.TERM_CONTRADICTS(term=term.es, row=other.row, there=_says(other), here=_says(term))
        raise GlossaryError(said.AT_COLUMN(file=name, row=term.row, column="es", problem=problem))
    for term in terms:
        for variant in term.variants:
            other = rows.setdefault(term_key(variant), term)
            if other is not term:
                problem = said.VARIANT_TAKEN(variant=variant, term=other.es, row=other.row)
                raise GlossaryError(
                    said.AT_COLUMN(file=name, row=term.row, column="variants_es", problem=problem)
                )


def _says(term: Term) -> str:
    return f"{term.policy.value} '{term.target}'"


def load(paths: Iterable[Path], language: str = "en") -> list[Term]:
    """The terms of several files; a term of a later file replaces the same one of an earlier file.

    Raises GlossaryError, also when a file cannot be opened.
    """
    return terms_of(((str(path), read(path)) for path in paths), language)


def terms_of(files: Iterable[tuple[str, bytes]], language: str) -> list[Term]:
    """The same of files that were read: their paths and bytes. Raises GlossaryError."""
    found: dict[str, Term] = {}
    for path, data in files:
        for term in parse(data, path).terms(language):
            found[term_key(term.es)] = term
    return list(found.values())


def read(path: Path) -> bytes:
    """A glossary file's bytes. Raises GlossaryError."""
    try:
        return bytes_of(path)
    except OSError as cause:
        raise GlossaryError(said.CANNOT_BE_READ(file=str(path), cause=because(cause))) from cause


__all__ = [
    "COLUMNS",
    "GlossaryFile",
    "GlossaryRow",
    "load",
    "new_table",
    "parse",
    "read",
    "term_key",
    "terms_of",
    "values_of",
]
