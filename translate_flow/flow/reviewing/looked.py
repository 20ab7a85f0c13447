"""What somebody has seen of a statement: up to which event; kept in the cache, one file per person."""

from __future__ import annotations

import json
from pathlib import Path

from ...files.disk import write_atomically
from ...language.text import digest
from ...workspace import Workspace


def last_look(workspace: Workspace, name: str, language: str, person: str) -> str:
    """Id of the newest event that person has seen; empty if they never said they had looked."""
    try:
        data = json.loads(_file(workspace, name, language, person).read_text("utf-8"))
        return str(data["event"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ""


def looked(workspace: Workspace, name: str, language: str, person: str, event: str) -> None:
    """Remember that the person has seen everything up to that event."""
    data = json.dumps({"person": person, "event": event}, ensure_ascii=False).encode()
    write_atomically(_file(workspace, name, language, person), data)


def _file(workspace: Workspace, name: str, language: str, person: str) -> Path:
    return workspace.cache / "looked" / language / digest(name) / f"{digest(person)}.json"
