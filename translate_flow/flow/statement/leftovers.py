"""What killed commands left behind, cleaned by the next one."""

from __future__ import annotations

import contextlib

from ...errors import TranslateFlowError
from ...files.disk import leftovers
from ...workspace import Workspace

FOLDERS = ("locales", "glossary", "statements", "memory", ".translate-flow")
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
                Work.open(workspace, "/".join([*name[:-1], file]), language).recover(aside)
