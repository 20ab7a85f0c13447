"""Who may change which terms: a row of the glossary is for all texts of its languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...errors import NotAllowed
from ...glossary.table import GlossaryFile, term_key
from ...workspace import Workspace
from ...workspace.access import EVERYTHING, present
from .messages import NOT_YOUR_GLOSSARY

TERM, GLOSSARY = "term", "glossary"
"""What is done, as `Access.may` asks: one row is written; many are, or a file is taken in."""


def must_be_allowed(
    workspace: Workspace,
    do: str,
    before: GlossaryFile,
    after: GlossaryFile,
    language: str,
    statement: str | None = None,
) -> None:
    """Raise NotAllowed if whoever asks may not change a glossary of that language so.

    It is for all statements, unless it is the own glossary of one. A row that several languages share is changed for
    all of them by what is none's alone, such as its policy, and by taking it out.
    """
    access = present()
    if access is EVERYTHING:
        return
    for tag in sorted({language, *_touched(before, after, workspace.settings.languages.targets)}):
        if not access.may(do, statement or "", tag):
            raise NotAllowed(NOT_YOUR_GLOSSARY(language=tag))


def _touched(before: GlossaryFile, after: GlossaryFile, targets: Sequence[str]) -> set[str]:
    """The languages for which something is different."""
    old, new = _rows(before), _rows(after)
    touched: set[str] = set()
    for key in old.keys() | new.keys():
        one, other = old.get(key, {}), new.get(key, {})
        changed = {name for name in one.keys() | other.keys() if one.get(name, "") != other.get(name, "")}
        touched |= changed.intersection(targets)
        if changed.difference(targets):
            touched |= {tag for tag in targets if one.get(tag) or other.get(tag)}
    return touched


def _rows(table: GlossaryFile) -> dict[str, Mapping[str, str]]:
    """Each row's cells by column, by term."""
    rows = (dict(zip(table.header, row.cells, strict=False)) for row in table.rows)
    return {term_key(row.get("es", "")): row for row in rows}
