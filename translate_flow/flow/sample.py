"""The sample statement: something to play with, and to throw away with all that was done to it."""

from __future__ import annotations

from importlib.resources import files

from ..errors import UsageError
from ..workspace import Workspace
from .forget import throw_away as remove
from .intake.add import Added
from .intake.upload import accept
from .messages.setting import NO_SAMPLE, NOT_THE_SAMPLE

NAMES = {"es": "ejemplo"}
"""Name of the sample by the language it is written in."""


def name_of(workspace: Workspace) -> str:
    """What the sample is called in this workspace; empty if there is none in its language."""
    return NAMES.get(workspace.settings.languages.source.split("-")[0], "")


def is_sample(workspace: Workspace, name: str) -> bool:
    """Whether a statement is the sample, as it came: a text somebody has written is never taken for it."""
    source = workspace.has_source(name) if name and name == name_of(workspace) else None
    return source is not None and source.is_file() and source.read_bytes() == _text(name)


def begin(workspace: Workspace) -> list[Added]:
    """Add the sample, in every target language. Raises UsageError if there is none in the workspace's language,
    ConflictError if another statement has its name."""
    if not (name := name_of(workspace)):
        raise UsageError(NO_SAMPLE(language=workspace.settings.languages.source))
    return accept(workspace, f"{name}.md", _text(name))


def throw_away(workspace: Workspace, name: str) -> None:
    """Take the sample off, with its translations, their history, plan and builds.

    Raises UsageError for any other statement, CatalogueError naming what could not be removed.
    """
    if not is_sample(workspace, name):
        raise UsageError(NOT_THE_SAMPLE(name=name))
    remove(workspace, name)


def _text(name: str) -> bytes:
    return (files("translate_flow") / "starter" / f"{name}.md").read_bytes()
