"""Long work that is said by values alone, so that another process can do it: one beside the desk, if there is one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ..workspace import Workspace

Progress = Callable[[str, int, int], None]
"""Called with what is at work, how much of it is done, and how much there is; ends the work where it was cancelled."""


@dataclass(frozen=True, slots=True)
class DeskTask:
    """What is to be done, for somebody who waits for what comes of it."""

    kind: str
    """One of `KINDS`."""
    language: str
    names: tuple[str, ...]
    """Statements it is about."""
    how: dict[str, Any] = field(default_factory=dict)
    """What else is asked for, as its kind takes it."""
    data: bytes = field(default=b"", repr=False)
    """A file that was sent along."""


def _build(workspace: Workspace, task: DeskTask, progress: Progress) -> Any:
    """Build the outputs `kinds`: a list of `Built`."""
    from ..flow.build import build

    how = dict(task.how)
    return build(workspace, task.names, task.language, how.pop("kinds"), progress=progress, **how)


def _align(workspace: Workspace, task: DeskTask, progress: Progress) -> Any:
    """Read a finished translation named `file` and make the drafts that help: what pairing begins with."""
    from ..flow.align import prepare
    from ..flow.intake.apart import document_apart

    theirs = document_apart(task.how["file"], task.data)
    [name] = task.names
    return prepare(workspace, name, theirs, task.how["file"], task.language, dry=True, progress=progress)


KINDS: dict[str, Callable[[Workspace, DeskTask, Progress], Any]] = {"build": _build, "align": _align}


def carried_out(workspace: Workspace, task: DeskTask, progress: Progress) -> Any:
    """Do it, here and now. Raises what its kind of work raises."""
    return KINDS[task.kind](workspace, task, progress)
