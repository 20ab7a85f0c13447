"""Glossaries of other programs as tables: CSV, TSV and text of any delimiter and usual encoding, with or without a head.

Read are those of Weblate, DeepL, Google, MateCat, memoQ, OmegaT and Excel, and any other whose columns have names of
languages, `source` and `target`. Which column is taken for what (`Mapping`) is reported, and can be given instead.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import langcodes

from ..catalogue.outside import Said, in_words
from ..errors import GlossaryError, ReadError
from ..files.cells import unguarded
from ..files.encoding import decode
from ..language import knowledge
from ..language.detect import language_between
from ..language.tags import by_name, primary
from . import messages as said
from . import one_a_row
from .foreign_entry import ForeignEntry

ROLES = (
    "source",
    "target",
    "note",
    "gloss",
    "forbidden",
    "kept",
    "translatable",
    "status",
    "fuzzy",
    "source-language",
    "target-language",
    "term-info",
)
"""What a column may be; others are passed over."""
_DELIMITERS = ",;\t|"
_NAMES = {
    "source": "source", "src": "source", "source term": "source", "source text": "source", "term": "source",
    "target": "target", "tgt": "target", "target term": "target", "target text": "target", "translation": "target",
    "note": "note", "notes": "note", "comment": "note", "comments": "note", "description": "note",
    "definition": "note", "translator comments": "note", "developer comments": "note", "example of use": "note",
    "domain": "note", "context": "note", "forbidden": "forbidden", "fuzzy": "fuzzy", "status": "status",
    "term status": "status", "translatable": "translatable", "source language": "source-language",
    "dnt": "kept", "do not translate": "kept", "target language": "target-language", "source lang": "source-language", "target lang": "target-language",
}  # fmt: skip
"""What columns are called in the programs' own files, in lower case and with blanks for underscores."""
_PART_OF_LANGUAGE = re.compile(r"(.+?)[_ ](def|definition|note|notes|comment|info)$")
_OF_LANGUAGE = re.compile(r"(.+?) [\[(]([^\[\]()]+)[\])]$")
"""As Crowdin writes it: `Term [es]`."""
_TERM_INFO = re.compile(r"(?:.+ )?term info", re.IGNORECASE)
"""What memoQ calls the column behind a term that says how it may be used."""
_TRUE = frozenset({"true", "yes", "1", "x", "y"})
_FALSE = frozenset({"false", "no", "0", "n"})
_WRONG = (
    "deprecated",
    "superseded",
    "obsolete",
    "forbidden",
    "prohibited",
    "rejected",
    "not recommended",
    "do not use",
)
"""How the status of a rendering begins that must not be used."""
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which column of a table is what."""

    roles: tuple[str, ...]
    """For each column one of ROLES, or empty."""
    header: tuple[str, ...] = ()
    """The names in the file's first row; empty if it has no head."""
    encoding: str = "utf-8"
    """How the file is encoded."""
    delimiter: str = ","
    """What parts its values."""


@dataclass(slots=True)
class _Row:
    line: int
    cells: list[str]
    fields: dict[str, list[str]] = field(default_factory=dict)
    unclosed: bool = False


def read_table(
    data: bytes, name: str, source: str, language: str, columns: Sequence[str] = ()
) -> tuple[Mapping, list[ForeignEntry]]:
    """The table's mapping and its records.

    `columns` says what each column is (`es`, `en`, `note`, or a name of ROLES; empty for none) where that cannot be
    determined. Raises GlossaryError, with the columns found, if no column is the source or the target language's.
    """
    text, encoding = _text(data, name)
    delimiter, lines = _delimiter(text, name)
    rows = list(_rows(lines, delimiter, name))
    if not rows:
        raise GlossaryError(said.EMPTY_TABLE(file=name))
    rows = rows[_titles(rows, source, language) :]
    head = tuple(cell.strip() for cell in rows[0].cells)
    named = _named(head, source, language)
    if not columns and (places := one_a_row.columns_of(head)) and "target" not in named:
        roles = tuple(next((role for role, at in places.items() if at == n), "") for n in range(len(head)))
        pair, below = (primary(source), primary(language)), [(row.line, row.cells) for row in rows[1:]]
        found = one_a_row.entries(
            below, places, pair, lambda status: status.casefold().startswith(_wrong(source, language))
        )
        return Mapping(roles, head, encoding, delimiter), list(found)
    has_head = {"source", "target"} <= set(named) and not _tags(rows, named)
    if columns:
        roles = tuple(_role(c, source, language) if c else "" for c in columns)
    else:
        roles = named if has_head else () if _is_head(rows, named) else _unnamed(rows, source, language)
    if not {"source", "target"} <= set(roles):
        known = ", ".join(head[:8])
        raise GlossaryError(said.NO_COLUMNS(file=name, source=source, target=language, columns=known))
    mapping = Mapping(roles, head if has_head else (), encoding, delimiter)
    return mapping, list(_entries(rows[1:] if has_head else rows, mapping, source, language))


_TITLES = 4
"""Rows above the head of a table at most: its title, its date."""


def _titles(rows: Sequence[_Row], source: str, language: str) -> int:
    """How many rows with one cell are above a table's head; 0 if no head is below them."""
    for number, row in enumerate(rows[: _TITLES + 1]):
        if sum(map(bool, row.cells)) > 1:
            return number if {"source", "target"} <= set(_named(row.cells, source, language)) else 0
    return 0


def _text(data: bytes, name: str) -> tuple[str, str]:
    try:
        found = decode(data, name)
    except ReadError as error:
        raise GlossaryError(said.NO_TEXT(problem=error.message)) from error
    return found.text, found.encoding


_QUOTED = re.compile(r'(?:^|(?<=[,;\t|]))"((?:[^"]|"")*+)"(?=[,;\t|\r\n]|\Z)', re.MULTILINE)
"""A cell that is wholly in quotation marks, with what is between them."""
_BEGUN = re.compile(r'(?:^|(?<=\t))"', re.MULTILINE)
_LOOKED_AT = 200
"""Lines by which the delimiter is found."""


def _delimiter(text: str, name: str) -> tuple[str, list[tuple[int, str]]]:
    """The delimiter, and the lines with their numbers, without comments; Excel's `sep=;` says it."""
    lines = [(n, line) for n, line in enumerate(io.StringIO(text, newline=""), 1)]
    first = lines[0][1].strip() if lines else ""
    if re.fullmatch(r"sep=.", first, re.IGNORECASE):
        return first[-1], lines[1:]
    lines = [(n, line) for n, line in lines if not line.startswith("#")]
    beginning = _QUOTED.sub("", "".join(line for _, line in lines[:_LOOKED_AT]))
    sample = [re.sub(r'"[^"]*"', "", line) for line in beginning.splitlines() if line.strip()][:20]

    def steady(sign: str) -> tuple[bool, int]:
        counts = [line.count(sign) for line in sample]
        return (min(counts, default=0) > 0, min(counts, default=0))

    best = max(_DELIMITERS, key=steady)
    # A file by that name is separated by tabs, whatever its cells hold.
    return ("\t" if name.lower().endswith((".tsv", ".tab")) and steady("\t")[0] else best), lines


def _rows(lines: list[tuple[int, str]], delimiter: str, name: str) -> Iterator[_Row]:
    numbers = [n for n, _ in lines]
    quoted = delimiter != "\t" or _quotes_cells("".join(line for _, line in lines))
    texts = (line for _, line in lines)
    reader = (
        csv.reader(texts, delimiter=delimiter)
        if quoted
        else csv.reader(texts, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    )
    read = 0
    try:
        for cells in reader:
            begun, read = read, reader.line_num
            first = numbers[begun]
            if (
                quoted
                and read == len(lines)
                and _unclosed("".join(line for _, line in lines[begun:]), delimiter)
            ):
                yield _Row(first, cells, unclosed=True)
                yield from _rows(lines[begun + 1 :], delimiter, name)
            elif any(cell.strip() for cell in cells):
                yield _Row(first, [unguarded(cell.strip()) for cell in cells])
    except csv.Error as cause:
        problem = said.CSV_FAULT(cause=str(cause))
        raise GlossaryError(
            said.AT_ROW(file=name, row=numbers[min(read, len(numbers) - 1)], problem=problem)
        ) from cause


def _unclosed(text: str, delimiter: str) -> bool:
    """Whether a cell begins with a quotation mark that nothing closes: all that follows would be its text."""
    rest = _QUOTED.sub("", text)
    return rest.count('"') % 2 == 1 and re.search(rf'(?:^|{re.escape(delimiter)})"', rest) is not None


def _quotes_cells(text: str) -> bool:
    """Whether the quotation marks of a table separated by tabs are a spreadsheet's, which puts them around what has a comma, a tab, a
    line break or a quotation mark in it. OmegaT and others know none: they are the term's own.
    """
    cells = [found[1] for found in _QUOTED.finditer(text)]
    return len(cells) == len(_BEGUN.findall(text)) and any(re.search('[,\t\n\r"]', cell) for cell in cells)


def _language(name: str, *readers: str) -> str:
    """The primary subtag of a language that a column is named after, by its tag or its name; empty if none."""
    plain = name.strip().replace("_", "-")
    if _TAG.fullmatch(plain) and langcodes.tag_is_valid(plain):
        return primary(plain)
    return by_name(re.split(r"[-_(]", name.strip())[0], *readers, *knowledge.known()).split("_")[0]


def _role(column: str, source: str, language: str) -> str:
    """What a column of that name is; empty if nothing that is read."""
    low, pair = column.strip().lower(), (primary(source), primary(language))
    if low in ROLES:
        return low
    low = " ".join(low.replace("_", " ").split())
    if known := _NAMES.get(low) or _in_words(low, pair):
        return known
    if (inner := _OF_LANGUAGE.fullmatch(low)) and (tag := _language(inner[2], *pair)):
        return _of_language(inner[1], tag, pair)
    if part := _PART_OF_LANGUAGE.fullmatch(column.strip().lower()):
        return "note" if _language(part[1], *pair) in pair else ""
    tag = _language(column, *pair)
    if tag or not low:
        return {pair[0]: "source", pair[1]: "target"}.get(tag, "")
    first, *others = low.split()
    *before, last = low.split()
    for word, rest in ((first, others), (last, before)):
        if rest and (tag := _language(word, *pair)):
            return _of_language(" ".join(rest), tag, pair)
    return ""


_JOINS = re.compile(r"^(?:in|en|de|of) | (?:in|en|de|of)$")


def _of_language(name: str, tag: str, pair: tuple[str, str]) -> str:
    """What a column of that name is that speaks of one language (`Term [es]`, `es-PE Term`, `translation_en`)."""
    plain = _JOINS.sub("", name)
    kind = _NAMES.get(plain) or _in_words(plain, pair)
    if kind in ("source", "target"):
        return {pair[0]: "source", pair[1]: "target"}.get(tag, "")
    if kind in ("status", "forbidden"):
        return kind if tag == pair[1] else ""
    return kind if tag in pair and kind in ("note", "kept") else ""


def _in_words(name: str, tags: Sequence[str]) -> str:
    """What a column is called in the words of these languages; empty if it is none of them."""
    for tag in tags:
        for role, row in knowledge.of(tag).table("columns").items():
            if name in knowledge.entries(row):
                return role
    return ""


def _named(head: Sequence[str], source: str, language: str) -> tuple[str, ...]:
    roles = [_role(cell, source, language) if cell else "" for cell in head]
    if "target" in roles:
        # Behind the two languages, "source" is where a term was found.
        first = roles.index("target")
        for place in range(first + 1, len(roles)):
            if roles[place] == "source" in roles[:first] and not _language(head[place]):
                roles[place] = ""
    latest = ""
    for place, cell in enumerate(head):
        if _TERM_INFO.fullmatch(" ".join(cell.replace("_", " ").split())):
            roles[place] = "term-info" if latest == "target" else ""
        latest = roles[place] if roles[place] in ("source", "target") else latest
    return tuple(roles)


def _tags(rows: Sequence[_Row], named: Sequence[str]) -> bool:
    """Whether what looks like a head is a row of DeepL's, with the languages of each pair beside it."""
    places = [n for n, role in enumerate(named) if role in ("source", "target")]
    return all(
        len(r.cells) > n and _TAG.fullmatch(r.cells[n]) and _language(r.cells[n])
        for r in rows
        for n in places
    )


def _is_head(rows: Sequence[_Row], named: Sequence[str]) -> bool:
    """Whether the first row has names of columns, though not all that are needed: it is not a term."""
    return len({role for role in named if role}) > 1 and not _tags(rows, named)


def _unnamed(rows: Sequence[_Row], source: str, language: str) -> tuple[str, ...]:
    """The columns of a table without a head: source, target, then what DeepL or OmegaT put there; the two the other way
    round where their words say so."""
    width = max(len(row.cells) for row in rows)
    if width < 2:
        return ()

    def all_of(column: int, test: Callable[[str], bool]) -> bool:
        return all(len(row.cells) > column and test(row.cells[column]) for row in rows)

    tags = [n for n in range(2, width) if all_of(n, lambda cell: bool(_TAG.fullmatch(cell)))]
    if len(tags) == 2:
        roles = ["source", "target", *[""] * (width - 2)]
        roles[tags[0]], roles[tags[1]] = "source-language", "target-language"
        return tuple(roles)
    spoken = [
        language_between(
            ". ".join(row.cells[n] for row in rows[:_LOOKED_AT] if len(row.cells) > n), source, language
        )
        for n in (0, 1)
    ]
    pair = ("target", "source") if spoken == [primary(language), primary(source)] else ("source", "target")
    return (*pair, *["note"] * (width > 2), *[""] * (width - 3))[:width]


def _entries(rows: Sequence[_Row], mapping: Mapping, source: str, language: str) -> Iterator[ForeignEntry]:
    for row in rows:
        if row.unclosed:
            yield ForeignEntry("", row.line, problem=said.UNCLOSED())
            continue
        latest = ""
        for role, cell in zip(mapping.roles, row.cells, strict=False):
            if role == "target":
                latest = cell
            if role == "term-info":
                if latest and _forbids(cell):
                    row.fields.setdefault("wrong", []).append(row.fields["target"].pop())
            elif role and cell:
                row.fields.setdefault(role, []).append(" ".join(cell.split()))
        tags = tuple(primary(row.fields.get(f"{side}-language", [""])[0]) for side in ("source", "target"))
        sources, targets = row.fields.get("source", []), row.fields.get("target", [])
        if all(tags) and tags == (primary(language), primary(source)):
            sources, targets = targets, sources
        elif all(tags) and tags != (primary(source), primary(language)):
            yield ForeignEntry("", row.line, problem=said.OTHER_LANGUAGES(source=tags[0], target=tags[1]))
            continue
        if not sources:
            yield ForeignEntry("", row.line, problem=said.NO_SOURCE(language=source))
            continue
        wrong = _said(row, "forbidden") or any(
            status.casefold().startswith(_wrong(source, language)) for status in row.fields.get("status", ())
        )
        remarks = row.fields.get("note", [])
        kept = _said(row, "kept") or any("read-only" in r for r in remarks)
        kept = kept or any(value.lower() in _FALSE for value in row.fields.get("translatable", ()))
        bad = row.fields.get("wrong", []) + (targets if wrong else [])
        unread = any(in_words(status) is Said.OPEN for status in row.fields.get("status", ()))
        right = [] if wrong or unread or _said(row, "fuzzy") else targets
        yield ForeignEntry(
            sources[0],
            row.line,
            list(right),
            sources[1:],
            list(bad),
            note="; ".join(r for r in dict.fromkeys(remarks) if r != "read-only"),
            kept=kept,
            waiting=not right and not bad and not kept,
        )


def _wrong(*tags: str) -> tuple[str, ...]:
    """How a status begins that says not to use a rendering, in English and in these languages."""
    own = (knowledge.of(primary(tag)).table("columns").get("forbidden", ()) for tag in tags)
    return (*_WRONG, *(word for row in own for word in knowledge.entries(row)))


def _forbids(info: str) -> bool:
    """Whether memoQ's words on a term say that it must not be used."""
    words = [word.casefold() for word in re.split(r"[;, ]+", info)]
    return "forbidden" in words and "not" not in words


def _said(row: _Row, role: str) -> bool:
    return any(value.lower() in _TRUE for value in row.fields.get(role, ()))
