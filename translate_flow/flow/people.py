"""Who is at work: the name that goes into journals."""

from __future__ import annotations

import os
import subprocess
from functools import cache
from pathlib import Path

from ..text import squeeze
from ..workspace import Workspace


def person(workspace: Workspace, name: str | None = None) -> str:
    """The name given, else the settings' `[person] name`, else git's user.name, else the login name."""
    return squeeze(name or "") or workspace.settings.person.name or _git_name(workspace.root) or _login()


def same_person(one: str, other: str) -> bool:
    """Whether two names are one person's: capitals, blanks and a mail address after the name don't count."""
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return squeeze(name.split("<")[0]).casefold()


@cache
def _git_name(root: Path) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), "config", "user.name"],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=5,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


def _login() -> str:
    return os.environ.get("USER") or os.environ.get("USERNAME") or "somebody"
