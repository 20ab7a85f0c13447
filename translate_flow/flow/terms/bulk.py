"""Many rows of the glossary changed or taken out in one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ...errors import GlossaryError
from ...files.disk import write_atomically
from ...files.lock import locked
from ...glossary.table import GlossaryFile
from ...model import Term
from ...workspace import Workspace
from ..statement.each import accounted
from . import messages as said
from .allowed import GLOSSARY, must_be_allowed
from .glossary import check, listed, table_of


def change_many(
    workspace: Workspace, terms: Sequence[str], fields: Mapping[str, Any], language: str, *, dry: bool = False
) -> list[Term]:
    """Give these fields of a Term to the rows of these terms; the rows as they are then.

    All are looked at before the first is written. Raises GlossaryError for a term that has no row, or a row that
    would be none.
    """
    rows = _rows(workspace, terms, language)
    changed = [replace(row, **fields) for row in rows]
    _write(workspace, changed, language, lambda table, term: table.replacing(term, language), dry)
    return changed


def remove_many(
    workspace: Workspace, terms: Sequence[str], language: str, *, dry: bool = False
) -> list[Term]:
    """Take the rows of these terms out; the rows as they were. Raises GlossaryError for a term that has none."""
    rows = _rows(workspace, terms, language)
    _write(workspace, rows, language, lambda table, term: table.without(term.es), dry)
    return rows


def _rows(workspace: Workspace, terms: Sequence[str], language: str) -> list[Term]:
    found = []
    for es in dict.fromkeys(terms):
        row = listed(workspace, es, language)
        if row is None:
            raise GlossaryError(said.NOT_LISTED(term=es, nearest=""))
        found.append(row)
    return found


def _write(
    workspace: Workspace,
    rows: Sequence[Term],
    language: str,
    act: Callable[[GlossaryFile, Term], GlossaryFile],
    dry: bool,
) -> None:
    with locked(workspace.cache):
        tables: dict[Path, GlossaryFile] = {}
        before: dict[Path, GlossaryFile] = {}
        for row in rows:
            path = Path(row.file)
            before.setdefault(path, table_of(workspace, path, language))
            tables[path] = act(tables.get(path, before[path]), row)
        for path, table in tables.items():
            check(workspace, path, table, language)
            if not dry:
                must_be_allowed(workspace, GLOSSARY, before[path], table, language)
        finished: list[str] = []
        for path, table in () if dry else tables.items():
            with accounted(finished):
                write_atomically(path, table.data())
            finished.append(workspace.relative(path))
