"""What killed commands left behind, cleaned by the next one."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import TranslateFlowError
from ...files.disk import leftovers
from ...workspace import Workspace

if TYPE_CHECKING:
    from .work import Work

FOLDERS = ("locales", "glossary", "plans", "statements", "memory", ".translate-flow")
"""Folders of a workspace that commands write in; what is left in `build/` is cleaned by what writes there."""


def tidy(workspace: Workspace) -> None:
    """Delete half-written files; what a person had saved when a command was killed goes into the journal.

    A folder that cannot be written stays as it is.
    """
    for folder in FOLDERS:
        for aside in leftovers(workspace.root / folder):
            language, *name = (
                aside.relative_to(workspace.root / "locales").parts if folder == "locales" else ("",)
            )
            if not name:
                continue
            from .work import Work

            # `.NAME.po.RANDOM.aside`
            file = name[-1][1:].rsplit(".", 2)[0].removesuffix(".po")
            with contextlib.suppress(TranslateFlowError, OSError):
                recover(Work.open(workspace, "/".join([*name[:-1], file]), language), aside)


def recover(work: Work, aside: Path) -> None:
    """Journal what a person had saved in a file that a killed command put aside, and delete it."""
    from ...catalogue import parse
    from ...catalogue.settling import apply
    from ...catalogue.states import DOUBT

    with work.storage.alone(work.name, work.language):
        if not aside.exists():
            return
        work.refresh()
        theirs = replace(work, catalogue=parse(aside.read_bytes(), aside))
        events = work.journal.append([e for e in theirs.settled().events if e.do != DOUBT])
        work.catalogue = replace(work.catalogue, entries=apply(work.catalogue.entries, events))
        work.save()
        aside.unlink(missing_ok=True)
