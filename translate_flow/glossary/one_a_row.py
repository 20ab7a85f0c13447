"""Glossaries that have a term of one language in each row, as IATE exports them: rows of one concept belong together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..language.tags import primary
from .foreign_entry import ForeignEntry

_CONCEPT = frozenset(
    {"e id", "entry id", "entry number", "concept id", "concept", "id", "id concepto", "concepto", "ficha"}
)
_LANGUAGE = frozenset(
    {"l code", "language", "language code", "lang", "locale", "idioma", "lengua", "código de idioma"}
)
_TERM = frozenset({"t term", "term", "término", "termino"})
_STATUS = ("t evaluation", "term status", "status", "estado", "t type", "term type")
"""The most telling first: IATE has a type and an evaluation."""

Columns = dict[str, int]
"""Where concept, language, term and status (-1 if there is none) stand."""


def columns_of(head: Sequence[str]) -> Columns | None:
    """The columns of such a table; None if it is another."""
    names = [" ".join(cell.replace("_", " ").casefold().split()) for cell in head]
    found = {}
    for role, known in (("concept", _CONCEPT), ("language", _LANGUAGE), ("term", _TERM)):
        found[role] = next((n for n, name in enumerate(names) if name in known), -1)
    found["status"] = next((names.index(name) for name in _STATUS if name in names), -1)
    return found if min(found["concept"], found["language"], found["term"]) >= 0 else None


def entries(
    rows: Sequence[tuple[int, Sequence[str]]],
    columns: Columns,
    pair: tuple[str, str],
    wrong: Callable[[str], bool],
) -> Iterator[ForeignEntry]:
    """The concepts that have a term in the source language; `wrong` tells which status a term has that must not be used."""
    concepts: dict[str, ForeignEntry] = {}
    for line, cells in rows:
        cell = {role: cells[at].strip() if 0 <= at < len(cells) else "" for role, at in columns.items()}
        tag, term = primary(cell["language"]), " ".join(cell["term"].split())
        if not term or tag not in pair:
            continue
        entry = concepts.setdefault(cell["concept"], ForeignEntry("", line))
        if tag == pair[1]:
            (entry.forbidden if wrong(cell["status"]) else entry.targets).append(term)
        elif not entry.es:
            entry.es, entry.row = term, line
        else:
            entry.variants.append(term)
    for entry in concepts.values():
        entry.waiting = not entry.targets and not entry.forbidden
        if entry.es:
            yield entry
