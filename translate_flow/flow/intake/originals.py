"""Statements that arrive as PDF, picture or old word processor's file: what is made of them lies beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ...convert import becomes, convert
from ...convert.messages import KEPT_AS, READ_INTO
from ...formats import readable
from ...messages import Message
from ...workspace import Workspace
from ..statement.source import read_source


@dataclass(frozen=True, slots=True)
class StatementFile:
    """A statement's source file, there already or to be written."""

    path: Path
    """The file."""
    data: bytes
    """Its bytes."""
    new: bool = False
    """Whether the file has to be written first."""


def made_before(original: Path) -> Path | None:
    """The statement's file beside an original; None if nothing was made of it yet."""
    beside = sorted(original.parent.glob(f"{_escaped(original.stem)}.*"))
    return next((path for path in beside if readable(path.name) and path.is_file()), None)


def made_of(
    workspace: Workspace, original: Path, *, again: bool, show: Callable[[str, int, int], None]
) -> tuple[StatementFile, list[Message]]:
    """The statement's file made of an original, to be written unless it is there already; and what to say of it.

    With `again` the original is read once more, and what a person corrected is replaced. Raises ReadError.
    """
    there = made_before(original)
    if there is not None and not again:
        notice = KEPT_AS(file=str(original), made=there.name)
        return StatementFile(there, read_source(there)), [notice]
    data = read_source(original)
    language = workspace.settings.languages.source
    made = convert(data, str(original), language, lambda done, total: show(original.name, done, total))
    path = original.with_suffix(becomes(original.name))
    notices = [READ_INTO(file=str(original), made=path.name), *made.notices]
    return StatementFile(path, made.data, new=True), notices


def _escaped(stem: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in stem)
