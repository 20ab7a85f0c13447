"""Who is at work: the name that goes into journals."""

from __future__ import annotations

import os
import re
import subprocess
from functools import cache
from pathlib import Path

from ...language.text import fold, squeeze
from ...workspace import Workspace


def person(workspace: Workspace, name: str | None = None) -> str:
    """The name given, else the settings' `[person] name`, else git's user.name, else the login name."""
    return squeeze(name or "") or workspace.settings.person.name or _git_name(workspace.root) or _login()


_MAIL = re.compile(r"(?<![^\s<>\"',;])[^\s<>\"',;@]++@[^\s<>\"',;]+")


def same_person(workspace: Workspace, one: str, other: str) -> bool:
    """Whether two names are one person's.

    Capitals, accents, blanks and the order of the words don't count (*Condori, Ana*); the same mail
    address is the same person. Other names of one person stand on one line of `.mailmap`, git's
    file for that, in the workspace's folder.
    """
    first, second = _identities(one), _identities(other)
    if first & second:
        return True
    return any(first & line and second & line for line in _mailmap(workspace.root))


def _identities(text: str) -> frozenset[str]:
    """What a person can be known by: the words of the name, sorted, and mail addresses."""
    mails = [mail.lower() for mail in _MAIL.findall(text)]
    words = re.findall(r"\w+", fold(_MAIL.sub(" ", text)))
    return frozenset([*mails, *([" ".join(sorted(words))] if words else [])])


def _mailmap(root: Path) -> list[frozenset[str]]:
    """The lines of `.mailmap`, each as what one person is known by; no file is not a lines."""
    try:
        lines = (root / ".mailmap").read_text("utf-8", "replace").split("\n")
    except OSError:
        return []
    parts = [re.split(r"(?<=>)", line.split("#")[0]) for line in lines]
    return [frozenset().union(*map(_identities, part)) for part in parts]


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
