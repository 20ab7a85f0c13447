"""Coverage of statements."""

from __future__ import annotations

from collections.abc import Iterable

from ..catalogue.coverage import Coverage, measure
from ..errors import ReadError
from ..workspace import Workspace
from .opened.each import Troubles, each
from .opened.work import Work


def status(
    workspace: Workspace, names: Iterable[str], language: str, troubles: Troubles | None = None
) -> list[Coverage]:
    """The coverage of each statement; its notice tells if the source is gone or changed since `add`.

    Raises CatalogueError, or adds it to `troubles` where that is given.
    """
    return each(names, lambda name: _one(Work.open(workspace, name, language)), troubles)


def _one(work: Work) -> Coverage:
    try:
        notice = "source changed since it was added" if work.source_changed else ""
    except ReadError:
        notice = "source file is gone"
    return measure(work.name, work.language, work.units, notice)
