"""Private drafts: what a person has typed and not yet saved, kept so that no crash can take it.

One file per person, segment and place of typing (a page of the browser, the terminal) below the
workspace's cache; never in the journal, never shown to anybody else.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from ...errors import UsageError
from ...files.disk import write_atomically
from ...language.text import digest
from ...model import Unit
from ...workspace import Workspace
from .messages import TEXT_TOO_LONG

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
    tab: str = ""
    """The page it was typed in; empty for the terminal."""


def keep(
    workspace: Workspace, name: str, language: str, person: str, key: str, text: str, base: str, tab: str = ""
) -> None:
    """Keep the text until it is saved. Raises UsageError if it is far too long, CatalogueError."""
    if len(text) > LONGEST:
        raise UsageError(TEXT_TOO_LONG(n=len(text), limit=LONGEST))
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    row = asdict(Unsaved(person, key, text, base, now, tab))
    path = (
        _folder(workspace, name, language) / f"{_begin(person, key)}{f'-{digest(tab)}' if tab else ''}.json"
    )
    write_atomically(path, json.dumps(row, ensure_ascii=False).encode())


def drop(
    workspace: Workspace, name: str, language: str, person: str, key: str, living: Collection[str] = ()
) -> None:
    """Let the person's texts for the segment go: it was saved, or they were given up.

    Those of `living` stay: pages that are open elsewhere, whose text is still in their field.
    """
    for path, row in _rows(workspace, name, language, f"{_begin(person, key)}*.json"):
        if not row.tab or row.tab not in living:
            with contextlib.suppress(OSError):
                path.unlink()


def unsaved(workspace: Workspace, name: str, language: str, person: str) -> dict[str, Unsaved]:
    """What that person typed last in this statement and did not save, by key."""
    found = (row for _, row in _rows(workspace, name, language, f"{digest(person)}-*.json"))
    return {row.key: row for row in sorted(found, key=lambda row: row.at) if row.person == person}


def of_segment(workspace: Workspace, name: str, language: str, person: str, key: str) -> list[Unsaved]:
    """All that the person has typed for one segment and not saved, the newest first."""
    found = (row for _, row in _rows(workspace, name, language, f"{_begin(person, key)}*.json"))
    return sorted((row for row in found if row.person == person), key=lambda row: row.at, reverse=True)


def forerunners(unit: Unit) -> set[str]:
    """Keys under which the segment stood before its source changed."""
    return {key for e in unit.events if e.do == "carry" for key in e.origin.split()} - {unit.key}


def placed(
    drafts: Mapping[str, Unsaved], units: Mapping[str, Unit]
) -> tuple[dict[str, Unsaved], list[Unsaved]]:
    """The drafts by the key of the segment they belong to now; and those that no segment is left for.

    A segment whose source changed has another key; what was typed for the earlier one is for the new one.
    """
    found = {key: draft for key, draft in drafts.items() if key in units}
    heirs = (
        {old: unit.key for unit in units.values() for old in forerunners(unit)}
        if len(found) < len(drafts)
        else {}
    )
    lost = []
    for key, draft in drafts.items():
        if key in units:
            continue
        if heirs.get(key, key) in units:
            found.setdefault(heirs[key], draft)
        else:
            lost.append(draft)
    return found, lost


def _rows(workspace: Workspace, name: str, language: str, pattern: str) -> Iterator[tuple[Path, Unsaved]]:
    """The drafts in these files; those that cannot be read are passed over."""
    for path in list(_folder(workspace, name, language).glob(pattern)):
        try:
            yield path, Unsaved(**json.loads(path.read_text("utf-8")))
        except (OSError, ValueError, TypeError, RecursionError):
            continue


def _folder(workspace: Workspace, name: str, language: str) -> Path:
    # Named by a hash, since a statement's name may hold anything that a file's may.
    return workspace.cache / "typing" / language / digest(name)


def _begin(person: str, key: str) -> str:
    return f"{digest(person)}-{digest(key)}"
