"""Statements taken in by a process of their own, which can be ended.

Whoever serves others meanwhile, such as the desk, does not read a stranger's file itself: a file made to take
for ever would hold up everybody. Ending the process loses nothing: it does what a command does, and any command
may be killed at any moment.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from ...errors import ReadError, TranslateFlowError, UsageError
from ...formats import format_for
from ...model import Document
from ...workspace import Workspace
from ...workspace.access import as_program, present
from ..messages import NO_TEXT
from . import messages as said
from .add import Added, add
from .upload import accept, statement_file

SECONDS = 60
"""Time that taking in one file may need; a statement of 20 MB needs some ten seconds."""
BYTES = 3 << 30
"""Memory it may need."""


def apart(
    workspace: Workspace,
    file: str,
    data: bytes | None,
    *,
    replacing: bool = False,
    anyway: bool = False,
    seconds: float = SECONDS,
    memory: int = BYTES,
) -> list[Added]:
    """What `accept` of a file's bytes does, or with `data` None what `add` of a file of the workspace does.

    `segments` and `gone` of the results are empty. Raises what they raise, and ReadError if the file takes too
    much time or memory.
    """
    if data is not None:
        _may_replace(workspace, file)
    asked = pickle.dumps((workspace.root, file, data, replacing, anyway, memory, seconds))
    found: list[Added] = _answer(file, asked, seconds)
    for name in dict.fromkeys(one.name for one in found):
        present().brought(name)
    return found


def document_apart(file: str, data: bytes, *, seconds: float = SECONDS, memory: int = BYTES) -> Document:
    """The paragraphs of a file that is not a statement of the workspace, such as a finished translation.

    Raises ReadError, also if the file takes too much time or memory.
    """
    asked = pickle.dumps((None, file, data, False, False, memory, seconds))
    found: Document = _answer(file, asked, seconds)
    if not found.segments:
        raise ReadError(NO_TEXT(file=file))
    return found


def _answer(file: str, asked: bytes, seconds: float) -> Any:
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__], input=asked, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired as cause:
        raise ReadError(said.TOO_LONG(file=file, seconds=f"{seconds:g}")) from cause
    try:
        answer = pickle.loads(done.stdout)
    except Exception as cause:
        raise ReadError(said.TOO_MUCH(file=file)) from cause
    if isinstance(answer, TranslateFlowError | OSError):
        raise answer
    return answer


def _may_replace(workspace: Workspace, file: str) -> None:
    """Raise UsageError if the file would become a new version of a statement that its sender may not see."""
    named = workspace.statements / statement_file(file, workspace.settings.languages.source)
    name = workspace.statement_name(named)
    with as_program():
        taken = name in workspace.source_names() or named.exists()
    if taken and not present().sees(name):
        raise UsageError(said.NAME_IN_USE(file=named.name))


def _work(asked: bytes) -> list[Added] | Document | TranslateFlowError | OSError:
    root, file, data, replacing, anyway, memory, seconds = pickle.loads(asked)
    _limit(memory, seconds)
    try:
        if root is None:
            return format_for(file, data).document(data, file)
        workspace = Workspace.load(root)
        if data is None:
            made = add(workspace, [Path(file)], workspace.settings.languages.targets)
        else:
            made = accept(workspace, file, data, replacing=replacing, anyway=anyway)
    except (TranslateFlowError, OSError) as error:
        return error
    except MemoryError:
        return ReadError(said.TOO_MUCH_MEMORY(file=file))
    return [replace(one, segments=(), gone=()) for one in made]


def _limit(memory: int, seconds: float) -> None:
    """Bounds of this process, where the system has them."""
    try:
        import resource
    except ImportError:
        return  # Windows; the time is bounded all the same
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, int(seconds) + 1)):
        _, hard = resource.getrlimit(what)
        if hard == resource.RLIM_INFINITY or hard > most:
            resource.setrlimit(what, (most, hard))


if __name__ == "__main__":
    import os
    import signal

    # Ctrl+C is for the one who waits for this; its own words have no place but the answer.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    out = os.dup(1)
    os.dup2(2, 1)
    with os.fdopen(out, "wb") as answer_to:
        pickle.dump(_work(sys.stdin.buffer.read()), answer_to)
