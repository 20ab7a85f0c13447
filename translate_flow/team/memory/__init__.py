"""A team's translation memory in PostgreSQL: one for all desks and workers, by circles of trust.

storage   the storage that `memory.storage` describes
filling   a file's units put in and taken out
queries   the questions, in SQL
"""

from __future__ import annotations

from pathlib import Path

from ...flow.memory import remember_elsewhere
from ...workspace import Workspace
from ..base import PostgresBase
from .storage import PostgresMemory

__all__ = ["PostgresMemory", "remember_in"]


def remember_in(base: PostgresBase | None, root: Path) -> None:
    """For as long as this process runs, a workspace's memory is in that database; None: in its file again."""

    if base is None:
        remember_elsewhere(root, None)
        return

    def opening(workspace: Workspace) -> PostgresMemory:
        languages = workspace.settings.languages
        return PostgresMemory(base, languages.source, languages.targets)

    remember_elsewhere(root, opening)
