"""The settings of a workspace changed by a program: its file, and what a new language needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import ConflictError, TranslateFlowError, WorkspaceError
from ..files.disk import write_atomically
from ..files.lock import locked
from ..files.messages import CANNOT_BE_READ
from ..files.messages import cause as because
from ..language.text import digest
from ..settings.write import changed
from ..workspace import SETTINGS, Workspace
from .intake.add import add
from .messages.setting import CHANGED_MEANWHILE

CHANGEABLE: dict[tuple[str, str], type] = {
    ("languages", "targets"): list,
    ("privacy", "online_engines"): bool,
    ("privacy", "online_reading"): bool,
    ("drafting", "engines"): list,
    ("memory", "use"): str,
    ("memory", "threshold"): int,
    ("memory", "repeats"): str,
    ("review", "four_eyes"): bool,
    ("review", "stop"): str,
    ("publish", "metadata"): str,
    ("person", "name"): str,
}
"""Sections and keys that a page offers, with the type of their values."""


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """The settings file as it is read."""

    text: str
    base: str
    """Digest of the text, which a change names."""


def settings_file(workspace: Workspace) -> SettingsFile:
    """The file as it is on disk. Raises WorkspaceError."""
    try:
        text = (workspace.root / SETTINGS).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        cause = because(error) if isinstance(error, OSError) else str(error)
        raise WorkspaceError(CANNOT_BE_READ(file=SETTINGS, cause=cause)) from error
    return SettingsFile(text, digest(text))


def set_settings(
    workspace: Workspace, values: Mapping[tuple[str, str], Any], base: str
) -> tuple[Workspace, list[TranslateFlowError]]:
    """Write these values, and read the statements into languages that are new; the workspace as it is then.

    `base`: digest of the file that whoever asks has seen. Raises ConflictError if it changed meanwhile, WorkspaceError
    for values that are not valid; then nothing is written. Statements that could not be read into a new language are
    returned as errors; the others are in.
    """
    with locked(workspace.cache):
        now = settings_file(workspace)
        if now.base != base:
            raise ConflictError(CHANGED_MEANWHILE(file=SETTINGS))
        text = changed(now.text, values, SETTINGS)
        if text != now.text:
            write_atomically(workspace.root / SETTINGS, text.encode())
    after = Workspace.load(workspace.root)
    errors: list[TranslateFlowError] = []
    fresh = [t for t in after.settings.languages.targets if t not in workspace.settings.languages.targets]
    sources = [path for name in after.source_names() if (path := after.has_source(name)) is not None]
    if fresh and sources:
        add(after, sources, fresh, agreed=lambda _: True, errors=errors)
    return after, errors
