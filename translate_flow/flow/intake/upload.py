"""A statement that comes as bytes with a file name, such as one dropped on a page."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from pathlib import Path, PurePosixPath

from ...convert import convert, convertible
from ...convert.messages import READ_INTO
from ...errors import ConflictError, ReadError, UsageError
from ...files.disk import write_atomically
from ...formats import format_for
from ...workspace import Workspace
from ..messages import NO_TEXT
from . import messages as said
from .add import Added, add
from .tongue import OtherLanguage, other_language

LARGEST = 20 * 1024 * 1024
"""Bytes of one file."""
_UNFIT = re.compile(r"[^\w.\- ]+")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)$")


def accept(
    workspace: Workspace, file: str, data: bytes, *, replacing: bool = False, anyway: bool = False
) -> list[Added]:
    """Put the file among the statements and add it in every target language.

    It is read before anything is written, so that a file that is not a statement leaves no
    trace. A PDF or the like is kept, and what was made of it added. Raises ReadError, UsageError, and
    OtherLanguage if it looks like another language than the workspace's, unless `anyway`; ConflictError if
    there is one of that name with other content, unless `replacing`: then it is read as its new version.
    """
    if len(data) > LARGEST:
        raise ReadError(said.TOO_MANY_BYTES(file=file, n=len(data), limit=LARGEST))
    name = statement_file(file, workspace.settings.languages.source)
    if convertible(name):
        return _made(workspace, name, data, replacing, anyway)
    return _added(workspace, _free(workspace, name, data, replacing), data, anyway)


def _added(workspace: Workspace, path: Path, data: bytes, anyway: bool) -> list[Added]:
    document = replace(format_for(path.name).document(data, path.name), name=path.name)
    if not document.segments:
        raise ReadError(NO_TEXT(file=path.name))
    looks = other_language(workspace, workspace.statement_name(path), document, path.name)
    if looks is not None and not anyway:
        raise OtherLanguage(looks)
    write_atomically(path, data)
    languages = workspace.settings.languages.targets
    return add(Workspace.load(workspace.root), [path], languages, agreed=lambda _: True)


def _free(workspace: Workspace, name: str, data: bytes, replacing: bool) -> Path:
    """Where the file goes. Raises ConflictError if something else is there."""
    path = _target(workspace, name)
    if path.exists() and path.read_bytes() != data and not replacing:
        raise ConflictError(said.OTHER_TEXT_THERE(file=path.name))
    return path


def _made(workspace: Workspace, name: str, data: bytes, replacing: bool, anyway: bool) -> list[Added]:
    """Add what is made of a file that is not read as it is, and keep both."""
    source = workspace.settings.languages.source
    made = convert(data, name, source)
    path = _free(workspace, name[: -len(Path(name).suffix)] + made.extension, made.data, replacing)
    added = _added(workspace, path, made.data, anyway)
    write_atomically(workspace.statements / name, data)
    notices = (READ_INTO(file=name, made=path.name), *made.notices)
    return [replace(one, notices=(*notices, *one.notices)) for one in added]


def _target(workspace: Workspace, name: str) -> Path:
    """Where the file goes; a statement of the same name in another format is in the way."""
    path = workspace.statements / name
    wanted = workspace.statement_name(path)
    for known in workspace.catalogued(workspace.settings.languages.targets[0]):
        if known == wanted and workspace.source_path(known) != path:
            other = workspace.relative(workspace.source_path(known))
            raise UsageError(said.SAME_NAME_RENAME(file=name, other=other))
    return path


def statement_file(file: str, language: str) -> str:
    """A safe file name below `statements/` that says the language: `Carta (1).md` → `Carta-1.es.md`."""
    base = PurePosixPath(file.replace("\\", "/")).name
    suffix = PurePosixPath(base).suffix.lower()
    stem = unicodedata.normalize("NFC", base[: len(base) - len(suffix)] if suffix else base)
    stem = stem.removesuffix(f".{language}")
    stem = "-".join(_UNFIT.sub(" ", stem).split()).strip(".-_")[:100]
    if not stem or _RESERVED.match(stem):
        raise UsageError(said.NAME_OF_LETTERS(file=base or repr(file)))
    return f"{stem}.{language}{_UNFIT.sub('', suffix).rstrip('.')}"
