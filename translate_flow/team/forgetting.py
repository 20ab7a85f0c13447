"""A statement, and its name, taken out of the team's database: events, memory, rights, presence, jobs, notes.

The audit keeps that somebody read or was named for a confidential statement, and when; no longer which one it was.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from ..errors import ConflictError
from ..workspace import Workspace
from .base import Base, PostgresBase
from .memory import PostgresMemory
from .messages import JOB_UNDER_WAY
from .roles import Grant

NAMELESS = "-"
"""What is in the audit where the name was."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was deleted."""

    events: int
    """Of its history."""
    rows: int
    """Of rights, presence and jobs that named it."""
    notes: int
    """Lines of the audit that no longer say which statement they are about."""


def forget(base: Base, workspace: Workspace, name: str) -> Forgotten:
    """Delete it, all or nothing. Raises ConflictError while a job for it is under way; Away."""
    with base.together():
        events = rows = 0
        if isinstance(base, PostgresBase):
            rows += _jobs(base, name)
            rows += len(base.rows("DELETE FROM presence WHERE name = ? RETURNING 1", name))
            events = _events(base, name)
        rows += len(base.rows("DELETE FROM named WHERE statement = ? RETURNING 1", name))
        rows += len(base.rows("DELETE FROM granted WHERE statement = ? RETURNING 1", name))
        notes = _notes(base, name)
    if isinstance(base, PostgresBase):
        languages = workspace.settings.languages
        memory = PostgresMemory(base, languages.source, languages.targets)
        for language in languages.targets:
            memory.forget(workspace.relative(workspace.catalogue_path(name, language)))
    return Forgotten(events, rows, notes)


def _events(base: PostgresBase, name: str) -> int:
    base.rows("SELECT set_config('desk.account', '*', true), set_config('desk.forgets', 'yes', true)")
    of = "(SELECT id FROM statement WHERE name = ?)"
    gone = base.rows(f"DELETE FROM event WHERE statement IN {of} RETURNING 1", name)
    base.rows("DELETE FROM statement WHERE name = ?", name)
    base.rows("SELECT set_config('desk.forgets', '', true)")
    return len(gone)


def _jobs(base: PostgresBase, name: str) -> int:
    """Jobs that were for it, as pages are told of them and in the queue."""
    found = 0
    for identifier, place, news, over in base.rows("SELECT id, place, news, over FROM job"):
        named = name in json.loads(place)["names"]
        if named and over is None:
            raise ConflictError(JOB_UNDER_WAY(name=name))
        if over is not None and (named or _says(json.loads(news), name)):
            base.rows("DELETE FROM job WHERE id = ?", identifier)
            found += 1
    ordered = "jsonb_exists(args -> 'order' -> 'statements', ?)"
    over_in_queue = "status NOT IN ('todo', 'doing')"
    return found + len(
        base.rows(f"DELETE FROM procrastinate_jobs WHERE {ordered} AND {over_in_queue} RETURNING 1", name)
    )


def _says(value: object, name: str) -> bool:
    """Whether a text anywhere in some JSON has the name in it."""
    if isinstance(value, dict):
        return any(_says(one, name) for one in value.values())
    if isinstance(value, list):
        return any(_says(one, name) for one in value)
    return isinstance(value, str) and name in value


def _notes(base: Base, name: str) -> int:
    """The audit without the name."""
    found = 0
    for what, about in base.rows(
        "SELECT DISTINCT what, about FROM audit WHERE what IN ('read', 'named', 'hidden', 'roles')"
    ):
        new = _without(what, about, name)
        if new != about:
            changed = "UPDATE audit SET about = ? WHERE what = ? AND about = ? RETURNING 1"
            found += len(base.rows(changed, new, what, about))
    return found


def _without(what: str, about: str, name: str) -> str:
    if what != "roles":
        head, line, person = about.partition("\n")
        return f"{NAMELESS}{line}{person}" if head == name else about
    person, colon, roles = about.partition(": ")
    grants = [Grant.of(role) for role in roles.split(", ") if role]
    kept = [Grant(g.role, g.language, NAMELESS if g.statement == name else g.statement) for g in grants]
    return f"{person}{colon}{', '.join(map(str, kept))}" if kept != grants else about
