"""Coverage of statements."""

from __future__ import annotations

from collections.abc import Iterable

from ..catalogue.coverage import Coverage, measure
from ..errors import ReadError, WorkspaceError
from ..workspace import Workspace
from .opened.each import Troubles, each
from .opened.privacy import confidential, must_match
from .opened.work import Work


def status(
    workspace: Workspace, names: Iterable[str], language: str, troubles: Troubles | None = None
) -> list[Coverage]:
    """The coverage of each statement; its notice tells if the source is gone or changed since `add`.

    Raises CatalogueError, WorkspaceError if the settings name a statement that is not there, or adds it
    to `troubles` where that is given.
    """
    try:
        must_match(workspace)
    except WorkspaceError as error:
        if troubles is None:
            raise
        troubles.append(error)
    return each(names, lambda name: _one(Work.open(workspace, name, language)), troubles)


def _one(work: Work) -> Coverage:
    try:
        notice = "source changed since it was added" if work.source_changed else ""
    except ReadError:
        return measure(work.name, work.language, work.units, "source file is gone")
    mark = confidential(work.workspace, work.name)
    return measure(work.name, work.language, work.units, notice, mark)
