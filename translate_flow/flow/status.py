"""Coverage of statements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..catalogue.coverage import Coverage, is_doubtful, measure
from ..errors import ReadError, WorkspaceError
from ..workspace import Workspace
from .messages import LACKING, SOURCE_CHANGED, SOURCE_GONE
from .statement.each import Errors, each
from .statement.privacy import confidential, must_match
from .statement.work import Work


def status(
    workspace: Workspace, names: Iterable[str], language: str, errors: Errors | None = None
) -> list[Coverage]:
    """The coverage of each statement; its notice tells if the source is gone or changed since `add`.

    Raises CatalogueError, WorkspaceError if the settings name a statement that is not there, or adds it
    to `errors` where that is given.
    """
    try:
        must_match(workspace)
    except WorkspaceError as error:
        if errors is None:
            raise
        errors.append(error)
    return each(names, lambda name: _one(Work.open(workspace, name, language)), errors)


def _one(work: Work) -> Coverage:
    units = work.all_units
    try:
        notice = SOURCE_CHANGED() if work.source_changed else None
    except ReadError:
        notice, mark = SOURCE_GONE(), None
    else:
        mark = confidential(work.workspace, work.name)
    if work.lacking and notice is None:
        notice = LACKING(n=len(work.lacking), total=len(units))
    return replace(
        measure(work.name, work.language, units, notice, mark),
        doubtful=tuple(u.key for u in units if is_doubtful(u)),
    )
