"""Private drafts: what a person has typed and not yet saved, kept so that no crash can take it.

One file per person and segment below the workspace's cache; never in the journal, never
shown to anybody else.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from ..disk import write_atomically
from ..errors import UsageError
from ..text import digest
from ..workspace import Workspace

LONGEST = 200_000
"""Characters of one text; far more than any paragraph."""


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A text somebody is typing."""

    person: str
    """Whose it is."""
    key: str
    """Segment."""
    text: str
    """As far as it was typed."""
    base: str
    """Digest of the translation it was begun from; empty if there was none."""
    at: str
    """When it was kept: UTC, RFC 3339."""


def keep(workspace: Workspace, name: str, language: str, person: str, key: str, text: str, base: str) -> None:
    """Keep the text until it is saved. Raises UsageError if it is far too long, CatalogueError."""
    if len(text) > LONGEST:
        raise UsageError(f"the text has {len(text)} characters; {LONGEST} is the most")
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    row = asdict(Unsaved(person, key, text, base, now))
    path = _folder(workspace, name, language) / _file(person, key)
    write_atomically(path, json.dumps(row, ensure_ascii=False).encode())


def drop(workspace: Workspace, name: str, language: str, person: str, key: str) -> None:
    """Let the text go: it was saved, or given up."""
    with contextlib.suppress(OSError):
        (_folder(workspace, name, language) / _file(person, key)).unlink()


def unsaved(workspace: Workspace, name: str, language: str, person: str) -> dict[str, Unsaved]:
    """What that person has typed in this statement and not saved, by key."""
    found = {}
    for path in _folder(workspace, name, language).glob(f"{digest(person)}-*.json"):
        try:
            row = Unsaved(**json.loads(path.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            continue
        if row.person == person:
            found[row.key] = row
    return found


def _folder(workspace: Workspace, name: str, language: str) -> Path:
    # Named by a hash, since a statement's name may hold anything that a file's may.
    return workspace.cache / "typing" / language / digest(name)


def _file(person: str, key: str) -> str:
    return f"{digest(person)}-{digest(key)}.json"
