"""Where statements come from: files, folders, standard input, pages on the web."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from ...convert import convertible, pictured
from ...errors import ReadError, TranslateFlowError, UsageError
from ...files.listing import below
from ...files.messages import cause
from ...formats import FORMATS, extension_of, format_for, readable
from ...messages import Message
from ...workspace import SETTINGS, Workspace, has_control, may_be_statement
from ...workspace.messages import FOLDER_UNREAD
from ..statement.source import read_source
from . import messages as said
from .originals import StatementFile, made_before, made_of


@dataclass(frozen=True, slots=True)
class TakeOptions:
    """How to take what is not a file yet."""

    format: str = ""
    """Format of standard input; found by its content if empty."""
    name: str = ""
    """Statement's name, for standard input and pages."""
    replace: bool = False
    """Whether a file of that name is replaced."""
    show: Callable[[str, int, int], None] = lambda name, done, total: None
    """Told the pages done and to do of a file that is read page by page."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The sources asked for."""

    sources: tuple[StatementFile, ...]
    """In the order asked for; of a folder, by path."""
    notices: tuple[Message, ...]
    """Files of folders that were passed over, and why."""
    errors: tuple[TranslateFlowError, ...] = ()
    """Why files that are statements, by their names, could not be read, where there were others."""


def gather(
    workspace: Workspace,
    words: Sequence[str],
    wanted: TakeOptions | None = None,
    *,
    stdin: bytes | None = None,
) -> Gathered:
    """The sources that the words mean; without words, all of `statements/`.

    A word is a file, a folder, `-` (then `stdin` is its content) or an address. Nothing is
    written. Raises ReadError, and UsageError where the settings or the name forbid it.
    """
    wanted = wanted or TakeOptions()
    taken = [w for w in words if w == "-" or is_address(w)]
    if len(taken) > 1 and wanted.name:
        raise UsageError(said.ONE_NAME(n=len(taken)))
    sources: list[StatementFile] = []
    notices: list[Message] = []
    errors: list[TranslateFlowError] = []
    named = {Path(word).resolve() for word in words if is_utf8(word)}
    for word in words or [str(workspace.statements)]:
        if word == "-":
            sources.append(_pasted(workspace, stdin or b"", wanted))
        elif is_address(word):
            sources.append(_page(workspace, word, wanted))
        elif not is_utf8(word):
            notices.append(said.NAME_NOT_UTF_8(file=word))
        elif Path(word).is_dir():
            found, passed = _folder(workspace, Path(word), wanted, errors)
            sources += found
            notices += passed
        elif not may_be_statement(Path(word)):
            # `statements/*` names the statements' own glossaries and editors' backups too.
            if not word.endswith(".glossary.csv"):
                aside = said.NAME_WITH_CONTROL if has_control(Path(word).name) else said.UNFINISHED
                notices.append(aside(file=word))
        elif (
            convertible(word)
            and not wanted.replace
            and (made := made_before(Path(word)))
            and made.resolve() in named
        ):
            continue  # what was made of it is named too
        elif len(words) > 1 and (foreign := _foreign(workspace, Path(word))) is not None:
            notices.append(foreign)
        else:
            try:
                found, passed = _named_file(workspace, Path(word), wanted)
            except ReadError as error:
                if len(words) == 1:
                    raise
                found, passed = [], _left_out(error, word, errors)
            sources += found
            notices += passed
    if not sources and notices and words and not any(Path(word).is_dir() for word in words if is_utf8(word)):
        raise ReadError(notices[0])
    # `statements/*` names a PDF and what was made of it.
    unique = {source.path.resolve(): source for source in sources}
    return Gathered(tuple(unique.values()), tuple(notices), tuple(errors))


def _left_out(error: ReadError, file: str, errors: list[TranslateFlowError]) -> list[Message]:
    """A file that was not read, as an error; as a notice if it is a picture, which may lie among statements."""
    if pictured(file):
        return [error.message]
    errors.append(error)
    return []


def _named_file(
    workspace: Workspace, path: Path, wanted: TakeOptions
) -> tuple[list[StatementFile], list[Message]]:
    """A file that was named, or what was made of it."""
    if not convertible(path.name):
        return [StatementFile(path, read_source(path))], []
    workspace.statement_name(path)  # raises where it may not lie
    made, notices = made_of(workspace, path, again=wanted.replace, show=wanted.show)
    return [made], notices


def _foreign(workspace: Workspace, path: Path) -> Message | None:
    """Why a file among several is not a statement, and is passed over; None if it is one, or cannot be told apart."""
    tag = f".{workspace.settings.languages.source}."
    if tag not in path.name and (readable(path.name) or convertible(path.name)):
        return said.NAME_WITHOUT_LANGUAGE(file=str(path), tag=f".{workspace.settings.languages.source}")
    if convertible(path.name) or not path.is_file():
        return None
    try:
        format_for(path.name, path.read_bytes())
    except (ReadError, OSError) as error:
        return error.message if isinstance(error, ReadError) else None
    return None


def is_utf8(name: str) -> bool:
    """Whether a file's name is a text, and not bytes that Python keeps as half characters (PEP 383)."""
    return name.isprintable() or not any("\ud800" <= char <= "\udfff" for char in name)


def is_address(word: str) -> bool:
    """Whether it is the address of a page."""
    return word.lower().startswith(("https://", "http://"))


def _folder(
    workspace: Workspace, folder: Path, wanted: TakeOptions, errors: list[TranslateFlowError]
) -> tuple[list[StatementFile], list[Message]]:
    """The statements below a folder, and why its other files are none. Raises ReadError for an empty one."""
    tag = f".{workspace.settings.languages.source}."
    sources: list[StatementFile] = []
    notices: list[Message] = []
    unread: list[OSError] = []
    paths = sorted(folder / file for file in below(str(folder), unread))
    for error in unread:
        place = workspace.relative(Path(error.filename).absolute())
        errors.append(ReadError(FOLDER_UNREAD(folder=place, cause=cause(error))))
    for path in paths:
        relative = path.relative_to(folder)
        if any(part.startswith(".") for part in relative.parts) or not path.is_file():
            continue
        if tag in path.name and has_control(path.name):
            notices.append(said.NAME_WITH_CONTROL(file=str(path)))
            continue
        if not may_be_statement(path):
            continue
        if not is_utf8(str(relative)):
            notices.append(said.NAME_NOT_UTF_8(file=str(path)))
            continue
        if tag not in path.name:
            if readable(path.name) or convertible(path.name):
                notices.append(said.NAME_WITHOUT_LANGUAGE(file=str(path), tag=tag[:-1]))
            continue
        if workspace.leads_outside(Path(os.path.abspath(path))):  # noqa: PTH100 - resolve() would follow the link
            notices.append(said.LINK_OUTSIDE(file=str(path)))
            continue
        if convertible(path.name) and made_before(path):
            continue  # the file made of it is among the others
        if convertible(path.name):
            try:
                made, passed = made_of(workspace, path, again=False, show=wanted.show)
            except ReadError as unreadable:
                notices += _left_out(unreadable, path.name, errors)
                continue
            sources.append(made)
            notices += passed
            continue
        try:
            data = read_source(path)
            format_for(path.name, data)
        except ReadError as unreadable:
            notices.append(unreadable.message)
            continue
        sources.append(StatementFile(path, data))
    if not sources and not errors:
        raise ReadError(said.NO_STATEMENT(folder=str(folder), example=f"carta{tag}md"))
    return sources, notices


def _pasted(workspace: Workspace, data: bytes, wanted: TakeOptions) -> StatementFile:
    if not wanted.name:
        raise UsageError(said.WHAT_NAME())
    if wanted.format and wanted.format not in FORMATS:
        raise UsageError(said.UNKNOWN_FORMAT(format=wanted.format, known=tuple(sorted(FORMATS))))
    return _arriving(workspace, wanted.name, data, extension_of(wanted.format or data), wanted)


def _page(workspace: Workspace, address: str, wanted: TakeOptions) -> StatementFile:
    if not workspace.settings.privacy.online_reading:
        raise UsageError(said.NOT_ONLINE(address=address, file=SETTINGS))
    from .fetch import fetch

    page = fetch(address)
    return _arriving(workspace, wanted.name or _named(address), page.data, page.extension, wanted)


def _named(address: str) -> str:
    """A statement name from an address: its last part, in plain small letters."""
    parts = urlsplit(address)
    last = PurePosixPath(unquote(parts.path)).stem or (parts.hostname or "")
    plain = unicodedata.normalize("NFKD", last).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or "page"


def _arriving(
    workspace: Workspace, name: str, data: bytes, extension: str, wanted: TakeOptions
) -> StatementFile:
    """A source file to be. Raises UsageError if another would be overwritten."""
    parts = PurePosixPath(name).parts
    if not parts or any(p in ("..", "/") or p.startswith(".") or "\\" in p or "\0" in p for p in parts):
        raise UsageError(said.PLAIN_NAME(name=name))
    tag = workspace.settings.languages.source
    path = workspace.statements.joinpath(*parts[:-1], f"{parts[-1]}.{tag}{extension}")
    if path.exists():
        if path.read_bytes() == data:
            return StatementFile(path, data)
        if not wanted.replace:
            raise UsageError(said.ANOTHER_TEXT(file=workspace.relative(path)))
    return StatementFile(path, data, new=True)
