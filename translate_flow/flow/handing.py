"""Review packages as bytes, for a page: out as one zip file, back with each row's outcome before anything is written."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

from ..errors import TranslateFlowError
from ..exchange import FORMS
from ..workspace import Workspace
from .exchange import ImportedReview, Way
from .exchange.packages import bring_in_all, export_package


def kinds() -> tuple[str, ...]:
    """The kinds of review files that can be sent out."""
    return tuple(name for name, (write, *_) in FORMS.items() if write)


def sent(
    workspace: Workspace, names: Sequence[str], language: str, kind: str, note: str = "", by: str = ""
) -> bytes:
    """The review files of the statements with a covering note, as a zip file. Raises UsageError if there is no row."""
    with tempfile.TemporaryDirectory(prefix="translate-flow-") as folder:
        target = Path(folder) / "review.zip"
        export_package(workspace, names, language, kind, out=target, note=note, by=by)
        return target.read_bytes()


def came_back(
    workspace: Workspace,
    file: str,
    data: bytes,
    way: Way,
    progress: Callable[[str, int, int], None] | None = None,
) -> tuple[list[ImportedReview], list[TranslateFlowError]]:
    """What a file, or a zip file of several, that came back brings; with `way.dry` nothing is written.

    Raises ReadError, UsageError.
    """
    with tempfile.TemporaryDirectory(prefix="translate-flow-") as folder:
        path = Path(folder) / (PurePosixPath(file.replace("\\", "/")).name or "review")
        path.write_bytes(data)
        done, troubles = bring_in_all(workspace, [path], way, progress)
    return [imported for _, imported in done], troubles
