"""The list of signatories of a statement, and what a form brings for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..errors import ReadError
from ..files.disk import write_atomically
from ..formats import format_for
from ..messages import Message
from ..model import Kind, Signatory
from ..signatories.table import alike, from_form, key, parse, written
from ..workspace import Workspace
from .build.signatories import signed
from .messages import FORM_UNREADABLE


@dataclass(frozen=True, slots=True)
class Taken:
    """What a form's export holds for a list."""

    file: Path
    """The list."""
    fresh: tuple[Signatory, ...]
    """Who is not in it."""
    known: tuple[Signatory, ...]
    """Who is already in it, or in the statement's own text."""
    remarks: tuple[Message, ...] = ()
    """New ones that look like each other."""


def take(workspace: Workspace, name: str, form: Path, *, write: bool) -> Taken:
    """Compare a form's export with the list of a statement, and add what is new if `write`.

    Raises ReadError for a form or a list that cannot be read; then nothing is written.
    """
    source = workspace.source_path(name)
    file = signed(source, name)
    listed = parse(file.read_bytes(), file.name) if file.is_file() else []
    try:
        data = form.read_bytes()
    except OSError as cause:
        raise ReadError(FORM_UNREADABLE(file=str(form), cause=cause.strerror or str(cause))) from cause
    segments = format_for(source.name).read(source.read_bytes(), source.name).segments
    met = {key(s.text) for s in segments if s.kind is Kind.NAME} | {key(one.organisation) for one in listed}
    fresh: list[Signatory] = []
    known: list[Signatory] = []
    for one in from_form(data, form.name):
        (known if key(one.organisation) in met else fresh).append(one)
        met.add(key(one.organisation))
    if write and fresh:
        write_atomically(file, written([*listed, *fresh]))
    return Taken(file, tuple(fresh), tuple(known), tuple(alike(fresh, form.name)))
