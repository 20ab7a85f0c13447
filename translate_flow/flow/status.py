"""Coverage of statements.

What was found is kept in the workspace's cache beside the stamps of all files it follows from, so that `status` need
not read, nor load what reads, a statement that nobody has touched since.
"""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..errors import ReadError, TranslateFlowError, WorkspaceError
from ..messages import restore
from ..model.coverage import Count, Coverage
from ..model.state import State
from ..settings import SETTINGS
from ..workspace import Workspace
from ..workspace.access import EVERYTHING, present
from .messages import LACKING, SOURCE_CHANGED, SOURCE_GONE
from .statement.each import Errors, each

if TYPE_CHECKING:
    from .statement.work import Work

FILE = "status.json"
VERSION = f"{__version__}/1"
TICK = 0.1
"""Seconds within which a file system may give two states of a file the same time."""

Stamps = list[list[int]]


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
    kept = Kept(workspace)
    found = each(names, lambda name: kept.of(name, language), errors)
    kept.save()
    return found


def must_match(workspace: Workspace) -> None:
    """Raise WorkspaceError if something in the settings names no statement (`privacy.must_match`)."""
    if workspace.settings.privacy.confidential or workspace.settings.statements:
        from .statement.privacy import must_match as check

        check(workspace)


def _one(work: Work) -> Coverage:
    from ..catalogue.coverage import is_doubtful, measure
    from .statement.privacy import confidential

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


class Kept:
    """Rows found before, each with the stamps of the files it follows from."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._rows: dict[str, tuple[Stamps, dict[str, Any]]] = {}
        self._new = False
        # In the name of one of several people what is there may not be all there is.
        self._used = present() is EVERYTHING
        if not self._used:
            return
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            data = json.loads((workspace.cache / FILE).read_text("utf-8"))
            if data["version"] == VERSION:
                self._rows = {place: (stamps, row) for place, (stamps, row) in data["rows"].items()}

    def of(self, name: str, language: str) -> Coverage:
        """The statement's row, found again if a file is another than it was. Raises CatalogueError."""
        place, stamps, now = f"{language}/{name}", self._stamps(name, language), time.time_ns()
        known = self._rows.get(place)
        if known is not None and known[0] == stamps:
            with contextlib.suppress(ValueError, KeyError, TypeError):
                return _restored(known[1])
        from .statement.work import Work

        found = _one(Work.open(self.workspace, name, language))
        # One that is being written this moment could be written again with the same stamp.
        if self._used and all(max(s[:2], default=0) < now - TICK * 1e9 for s in stamps):
            self._rows[place], self._new = (stamps, _stored(found)), True
        return found

    def _stamps(self, name: str, language: str) -> Stamps:
        workspace = self.workspace
        source = workspace.has_source(name)
        paths = (
            workspace.root / SETTINGS,
            workspace.catalogue_path(name, language),
            workspace.journal_path(name, language),
            *((source,) if source is not None else ()),
        )
        return [_stamp(path) for path in paths]

    def save(self) -> None:
        """Keep the rows for the next time, if there are new ones."""
        if self._new:
            from ..files.disk import write_atomically

            data = json.dumps({"version": VERSION, "rows": self._rows}).encode()
            with contextlib.suppress(TranslateFlowError):
                write_atomically(self.workspace.cache / FILE, data, sync=False)


def _stamp(path: Path) -> list[int]:
    try:
        stat = path.stat()
    except OSError:
        return []
    return [stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino]


def _stored(row: Coverage) -> dict[str, Any]:
    return {
        "name": row.name,
        "language": row.language,
        "states": {state: [count.segments, count.words] for state, count in row.states.items()},
        "returned": row.returned,
        "notice": row.notice.to_json() if row.notice else None,
        "confidential": row.confidential.to_json() if row.confidential else None,
        "doubtful": list(row.doubtful),
    }


def _restored(row: dict[str, Any]) -> Coverage:
    return Coverage(
        row["name"],
        row["language"],
        {State(state): Count(*counts) for state, counts in row["states"].items()},
        row["returned"],
        restore(row["notice"]) if row["notice"] else None,
        restore(row["confidential"]) if row["confidential"] else None,
        tuple(row["doubtful"]),
    )
