"""What is published about a statement, looked at and written: date, place, issuers, licence and the like.

Written is the file `NAME.about.yaml` beside it, which goes before the head of its text; the text itself stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from ..errors import BuildError, ConflictError, UsageError
from ..files.disk import write_atomically
from ..files.encoding import decode
from ..files.lock import locked
from ..files.messages import cause
from ..frontmatter.entries import with_entries
from ..imprint import About
from ..messages import verbatim
from ..workspace import Workspace, file_hash
from ..workspace.messages import LINK_OUTSIDE
from .build.about import SINGLE, about, beside, named_so
from .build.messages import ABOUT_UNREADABLE
from .editing.edit import refuse_controls
from .messages import FORM_UNREADABLE
from .messages.publishing import IMPRINT_CHANGED, IMPRINT_TOO_LONG
from .statement.work import Work

FIELDS = tuple(field.name for field in fields(About))
OWN = frozenset({"translators", "reviewers", "description"})
"""What differs from one translation to the other."""
MOST = 2000
"""Characters of a value."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What is published about a statement in one language."""

    file: Path
    """The file beside it, whether it is there or not."""
    values: Mapping[str, tuple[str, ...]]
    """By field of `About`; a single value is a list of one, or of none."""
    head: Mapping[str, tuple[str, ...]]
    """What the head of its text says of it."""
    base: str
    """What stands for the file as it was read."""


def imprint(workspace: Workspace, name: str, language: str) -> Imprint:
    """As it is now. Raises BuildError for a file that cannot be read, CatalogueError if the source changed since `add`."""
    work = Work.open(workspace, name, language)
    file = beside(work.source_file, name)
    if workspace.leads_outside(file):
        raise BuildError(LINK_OUTSIDE(file=workspace.relative(file)))
    edition = work.edition()
    head = about(edition)
    return Imprint(file, _listed(about(edition, file)), _listed(head), file_hash(_read(file)))


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes() if file.exists() else b""
    except OSError as error:
        raise BuildError(FORM_UNREADABLE(file=file.name, cause=cause(error))) from error


def _listed(said: About) -> dict[str, tuple[str, ...]]:
    found = {}
    for field in FIELDS:
        value = getattr(said, field)
        found[field] = value if isinstance(value, tuple) else ((value,) if value else ())
    return found


def put(workspace: Workspace, name: str, language: str, given: Mapping[str, str], base: str) -> Imprint:
    """Write the fields given, one value a line; others stay.

    `base` is that of the imprint that was looked at. Raises ConflictError if the file has changed since, UsageError for
    a value that is too long or has control characters, and as `imprint`; then nothing is written.
    """
    wanted = {field: _values(field, text) for field, text in given.items() if field in FIELDS}
    with locked(workspace.cache):
        before = imprint(workspace, name, language)
        if before.base != base:
            raise ConflictError(IMPRINT_CHANGED(file=before.file.name))
        data = _read(before.file)
        text = decode(data, before.file.name).text if data.strip() else ""
        try:
            made = _with(text, before, wanted, language, workspace.settings.languages.targets)
        except yaml.YAMLError as error:  # a key that is a list: it can be read, but not written
            raise BuildError(ABOUT_UNREADABLE(file=before.file.name, why=verbatim(str(error)))) from error
        if made != text and made.strip():
            write_atomically(before.file, made.encode())
        elif made != text:
            before.file.unlink(missing_ok=True)
        return imprint(workspace, name, language)


def _with(
    text: str, before: Imprint, wanted: Mapping[str, tuple[str, ...]], language: str, targets: tuple[str, ...]
) -> str:
    """The file's text with what is wanted where it is something else than before."""
    changes: dict[str, Any] = {}
    for field, values in wanted.items():
        if values != before.values[field]:
            changes |= _entries(text, field, values, before.head[field], language, targets)
    return with_entries(text, changes) if changes else text


def _values(field: str, text: str) -> tuple[str, ...]:
    refuse_controls(text)
    lines = [" ".join(line.split()) for line in text.splitlines()]
    values = [" ".join(filter(None, lines))] if field in SINGLE else lines
    if len(text) > MOST:
        raise UsageError(IMPRINT_TOO_LONG(n=len(text), most=MOST))
    return tuple(dict.fromkeys(filter(None, values)))


def _entries(
    text: str,
    field: str,
    values: tuple[str, ...],
    head: tuple[str, ...],
    language: str,
    targets: tuple[str, ...],
) -> dict[str, Any]:
    """The keys of the file, and what each has to hold, for a field to have these values."""
    there = yaml.load(text, Loader=yaml.BaseLoader)
    there = there if isinstance(there, dict) else {}
    keys = [key for key in there if isinstance(key, str) and key.lower() in named_so(field)]
    key, *others = keys or [field]
    value: Any = values[0] if len(values) == 1 else list(values)
    if not values:
        value = "" if head else None  # said to be nothing, where the head of the text says something
    elif values == head:
        value = None
    if field in OWN:
        old = there.get(key)
        apart = (
            old if isinstance(old, dict) else {tag: old for tag in targets if old and field != "description"}
        )
        if isinstance(old, dict) or len(targets) > 1 or field == "description":
            left = {tag: said for tag, said in apart.items() if tag != language}
            value = {**left, language: value} if value is not None else left or None
    return {key: value, **dict.fromkeys(others)}
