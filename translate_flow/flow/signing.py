"""The list of signatories of a statement, and what a form brings for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import ConflictError, ReadError, UsageError
from ..files.cells import as_csv
from ..files.disk import write_atomically
from ..files.lock import locked
from ..files.messages import cause
from ..formats import format_for
from ..imprint import Signatory
from ..messages import Message
from ..model import Kind
from ..signatories.forms import Answers, answers
from ..signatories.messages import REFUSED
from ..signatories.table import COLUMNS, alike, key, parse_signatories, written
from ..workspace import Workspace, file_hash
from .build.signatories import signed
from .messages import FORM_UNREADABLE
from .messages.publishing import LIST_CHANGED, NO_NAME


@dataclass(frozen=True, slots=True)
class TakenForm:
    """What a form's export holds for a list."""

    file: Path
    """The list."""
    fresh: tuple[Signatory, ...]
    """Who is not in it."""
    known: tuple[Signatory, ...]
    """Who is already in it, or in the statement's own text."""
    remarks: tuple[Message, ...] = ()
    """New ones that look like each other, and rows that do not agree to be published."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The list of signatories of a statement."""

    file: Path
    """The list, whether it is there or not."""
    rows: tuple[Signatory, ...]
    """Who is in it."""
    base: str
    """What stands for the file as it was read."""
    remarks: tuple[Message, ...]
    """Rows that look like each other."""


def listed(workspace: Workspace, name: str) -> Listed:
    """The list as it is. Raises ReadError for one that cannot be read."""
    file = signed(workspace.source_path(name), name)
    data = file.read_bytes() if file.is_file() else b""
    rows = parse_signatories(data, file.name) if data.strip() else []
    return Listed(file, tuple(rows), file_hash(data), tuple(alike(rows, file.name)))


def put(workspace: Workspace, name: str, rows: Sequence[Signatory], base: str) -> Listed:
    """Write the list; empty rows are left out.

    `base` is that of the list that was looked at. Raises ConflictError if it has changed since, UsageError for a row
    without an organisation.
    """
    kept = []
    for number, row in enumerate(rows, 1):
        values: dict[str, Any] = {field: " ".join(getattr(row, field).split()) for field in COLUMNS}
        if not any(values.values()):
            continue
        if not values["organisation"]:
            raise UsageError(NO_NAME(row=number))
        kept.append(Signatory(**values))
    with locked(workspace.cache):
        before = listed(workspace, name)
        if before.base != base:
            raise ConflictError(LIST_CHANGED(file=before.file.name))
        write_atomically(before.file, written(kept))
        return listed(workspace, name)


def pasted(text: str) -> list[Signatory]:
    """Rows copied from a spreadsheet: by the heads of their columns if the first row has some, else in the list's order.

    Without heads the first column is the organisation, then place, country, language, link and date.
    """
    lines = [line.split("\t") for line in text.replace("\r\n", "\n").split("\n") if line.strip()]
    if not lines:
        return []
    try:
        return list(answers(as_csv(lines).encode(), "").rows)
    except ReadError:
        cells: list[dict[str, Any]] = [
            dict(zip(COLUMNS, map(str.strip, line), strict=False)) for line in lines
        ]
        return [Signatory(**row) for row in cells]


def take(workspace: Workspace, name: str, form: Path, *, write: bool) -> TakenForm:
    """Compare a form's export with the list of a statement, and add what is new if `write`.

    Raises ReadError for a form or a list that cannot be read; then nothing is written.
    """
    try:
        data = form.read_bytes()
    except OSError as error:
        raise ReadError(FORM_UNREADABLE(file=str(form), cause=cause(error))) from error
    brought = answers(data, form.name)
    if not write:
        return _taken(workspace, name, brought, form.name, write)
    with locked(workspace.cache):
        return _taken(workspace, name, brought, form.name, write)


def _taken(workspace: Workspace, name: str, brought: Answers, form: str, write: bool) -> TakenForm:
    source = workspace.source_path(name)
    file = signed(source, name)
    there = parse_signatories(file.read_bytes(), file.name) if file.is_file() else []
    segments = format_for(source.name).read(source.read_bytes(), source.name).segments
    met = {key(s.text) for s in segments if s.kind is Kind.NAME} | {key(one.organisation) for one in there}
    fresh: list[Signatory] = []
    known: list[Signatory] = []
    for one in brought.rows:
        (known if key(one.organisation) in met else fresh).append(one)
        met.add(key(one.organisation))
    if write and fresh:
        write_atomically(file, written([*there, *fresh]))
    refused = (REFUSED(file=form, row=row) for row in brought.refused)
    return TakenForm(file, tuple(fresh), tuple(known), (*alike(fresh, form), *refused))
