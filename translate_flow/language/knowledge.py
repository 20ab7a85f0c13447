"""What is known of one language: the tables of its file in `data/`, read once, when first asked for.

A table is a section of the file, a row one key of it. A row holds words in one string (white space
between them), phrases in a list of strings, or a number. Which tables there are, what reads them and
how to add a language is in docs/facts.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from ..messages import Message, verbatim
from .messages import FAULT, NOT_UTF_8, OTHER_VALUE, ROW_TWICE, TABLE_TWICE

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Row = str | int | float | tuple[str, ...]
"""What is in one row: words in a string, phrases, or a number."""

Table = Mapping[str, Row]
"""The rows of one table, by their keys, in the order of the file."""

_HEADER = re.compile(r"^\[([^\]\n]*)\][ \t]*(?:#.*)?$", re.MULTILINE)
_KEY = re.compile(r"""^[ \t]*("[^"\n]*"|'[^'\n]*'|[\w-]+)[ \t]*=""", re.MULTILINE)
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)")
_EMPTY: Table = {}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a language's file that cannot be used; its table is left out, and no other. Of a doubled row only the second is."""

    file: str
    """Name of the file, such as `es.toml`."""
    row: int
    """Line, counted from 1."""
    column: int
    """Character in the line, counted from 1."""
    problem: Message
    """What is wrong and what belongs there."""

    @property
    def message(self) -> Message:
        """Place and problem."""
        return FAULT(file=self.file, row=self.row, column=self.column, problem=self.problem)

    def __str__(self) -> str:
        return str(self.message)


@dataclass(frozen=True, slots=True)
class Language:
    """The tables of one language. Of a language without a file nothing is known: every table is empty."""

    tag: str
    """Primary subtag of its BCP 47 tag, such as `es`."""
    tables: Mapping[str, Table] = field(default_factory=dict, repr=False)
    """By the name of the section; of a file each is read when it is first asked for."""
    unreadable: tuple[Fault, ...] = ()
    """Why nothing of its file could be read."""
    _asked: dict[tuple[str, ...], frozenset[str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What `words` answered: a few questions are asked for every text."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What of its file could not be used."""
        return (
            (*self.unreadable, *self.tables.faults) if isinstance(self.tables, _Tables) else self.unreadable
        )

    @property
    def known(self) -> bool:
        """Whether there is a file of this language."""
        return isinstance(self.tables, _Tables) or bool(self.tables or self.unreadable)

    def table(self, name: str) -> Table:
        """The rows of a table; none if the language does not have it."""
        return self.tables.get(name, _EMPTY)

    def words(self, name: str, *keys: str) -> frozenset[str]:
        """All words of a table, or those of some of its rows."""
        asked = (name, *keys)
        found = self._asked.get(asked)
        if found is None:
            table = self.table(name)
            rows = (table.get(key, "") for key in keys) if keys else table.values()
            found = frozenset(word for row in rows if isinstance(row, str) for word in row.split())
            self._asked[asked] = found
        return found

    def phrases(self, name: str, *keys: str) -> tuple[str, ...]:
        """All entries of a table, or of some of its rows, in order: the words of strings, the phrases of lists."""
        table = self.table(name)
        rows = (table.get(key, "") for key in keys) if keys else table.values()
        return tuple(dict.fromkeys(entry for row in rows for entry in entries(row)))


def entries(row: Row) -> tuple[str, ...]:
    """The words of a row that is a string, the phrases of a list; of a number none."""
    return tuple(row.split()) if isinstance(row, str) else row if isinstance(row, tuple) else ()


def of(tag: str) -> Language:
    """What is known of a language, by its BCP 47 tag (`es`, `es-PE`, `pt_BR`); read at the first call."""
    if tag.isalpha() and tag.islower():
        return _read(tag)  # as mostly asked
    return _read(re.split(r"[-_]", tag.strip().lower(), maxsplit=1)[0])


@cache
def known() -> tuple[str, ...]:
    """Primary subtags of all languages that have a file, sorted."""
    return tuple(
        sorted(p.name.removesuffix(".toml") for p in _folder().iterdir() if p.name.endswith(".toml"))
    )


@cache
def everywhere(name: str) -> Mapping[str, Table]:
    """One table of every language that has it, by tag; nothing else of their files is read.

    For what is looked for in a text before its language is known. A faulty table is left out.
    """
    found: dict[str, Table] = {}
    for tag in known():
        text = (_folder() / f"{tag}.toml").read_bytes().decode("utf-8", "replace")
        section = next((section for title, _, section in _sections(text) if title == name), None)
        if section is not None:
            with suppress(_Faulty):
                found[tag] = dict(_rows(_once(section)[0]))
    return found


def parse(text: str, tag: str, file: str) -> Language:
    """The language a file's text describes. A faulty table is left out and listed in `faults`."""
    return Language(tag, _Tables(text, file))


class _Tables(Mapping[str, Table]):
    """The tables of a file, each read when it is first asked for: a command needs few of them."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._sections: dict[str, tuple[int, str]] = {}
        """First line and text of each table, in the order of the file."""
        self._read: dict[str, Table | Fault] = {}
        self._doubled: list[Fault] = []
        for name, first_line, section in _sections(text):
            if name in self._sections:
                self._doubled.append(Fault(file, first_line, 1, TABLE_TWICE(name=name)))
            else:
                self._sections[name] = first_line, section

    def _table(self, name: str) -> Table | Fault:
        """A table of the file, or what is wrong with it."""
        if name not in self._read:
            first_line, section = self._sections[name]
            section, twice = _once(section)
            for row, column, key in twice:
                self._doubled.append(Fault(self._file, first_line + row - 1, column, ROW_TWICE(key=key)))
            try:
                self._read[name] = dict(_rows(section))
            except _Faulty as fault:
                row = first_line + fault.row - 1
                self._read[name] = Fault(self._file, row, fault.column, fault.problem)
        return self._read[name]

    def __getitem__(self, name: str) -> Table:
        made = self._table(name)
        if isinstance(made, Fault):
            raise KeyError(name)
        return made

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._sections if not isinstance(self._table(name), Fault))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What of the file cannot be used, by its lines."""
        found = [made for made in map(self._table, self._sections) if isinstance(made, Fault)]
        return tuple(sorted((*found, *self._doubled), key=lambda fault: fault.row))


class _Faulty(Exception):
    """A row that cannot be used; `row` is counted from the section's first line."""

    def __init__(self, row: int, column: int, problem: Message) -> None:
        super().__init__(problem)
        self.row, self.column, self.problem = row, column, problem


def _folder() -> Traversable:
    from importlib.resources import files

    return files(__package__) / "data"


@cache
def _read(tag: str) -> Language:
    # Asked by name alone, so that a tag with a slash or points reaches no other folder.
    if tag not in known():
        return Language(tag)
    name = f"{tag}.toml"
    try:
        text = (_folder() / name).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        row = error.object[: error.start].count(b"\n") + 1
        column = error.start - error.object.rfind(b"\n", 0, error.start)
        return Language(tag, {}, (Fault(name, row, column, NOT_UTF_8()),))
    return parse(text, tag, name)


def _sections(text: str) -> Iterator[tuple[str, int, str]]:
    """Name, first line and text of each table: read one by one, so that a fault in one spoils no other."""
    headers = list(_HEADER.finditer(text))
    for header, after in zip(headers, [*headers[1:], None], strict=True):
        end = after.start() if after else len(text)
        yield header[1].strip(), text.count("\n", 0, header.start()) + 1, text[header.start() : end]


def _rows(section: str) -> Iterator[tuple[str, Row]]:
    import tomllib

    try:
        parsed = tomllib.loads(section)
    except tomllib.TOMLDecodeError as error:
        raise _syntax(section, str(error)) from None
    for key, value in next(iter(parsed.values())).items() if parsed else ():
        if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
            yield key, tuple(value)
        elif isinstance(value, (str, int, float)) and not isinstance(value, bool):
            yield key, value
        else:
            raise _Faulty(*_place(section, key), OTHER_VALUE(key=key))


def _once(section: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A section without its rows whose key has stood before; of those the line in the section, the column and the key."""
    import tomllib

    twice: list[tuple[int, int, str]] = []
    with suppress(tomllib.TOMLDecodeError):
        tomllib.loads(section)
        return section, twice
    keys = list(_KEY.finditer(section))
    there: set[str] = set()
    left = section
    for key, after in zip(keys, [*keys[1:], None], strict=True):
        name = key[1].strip("\"'")
        if name in there:
            start, end = key.start(), after.start() if after else len(section)
            row = section.count("\n", 0, key.start(1)) + 1
            twice.append((row, key.start(1) - section.rfind("\n", 0, key.start(1)), name))
            left = left[:start] + re.sub(r"[^\n]", " ", section[start:end]) + left[end:]
        there.add(name)
    return left, twice


def _syntax(section: str, message: str) -> _Faulty:
    at = _AT.search(message)
    row = int(at[1]) if at and at[1] else section.rstrip().count("\n") + 1
    column = int(at[2]) if at and at[2] else len(section.rstrip().rsplit("\n", 1)[-1]) + 1
    return _Faulty(row, column, verbatim(_AT.sub("", message)))


def _place(section: str, key: str) -> tuple[int, int]:
    """Line in the section and column of a key."""
    found = re.search(rf"^[ \t]*(?=[\"']?{re.escape(key)}[\"']?[ \t]*=)", section, re.MULTILINE)
    at = found.end() if found else 0
    return section.count("\n", 0, at) + 1, at - section.rfind("\n", 0, at)
