"""What people may do: a role, in one language or all, for one statement or all."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ..errors import UsageError
from .messages import GRANT_FORM, UNKNOWN_ROLE


class Role(StrEnum):
    """A role; each but the last includes those before it."""

    TRANSLATOR = "translator"
    """Writes and confirms translations, comments, drafts by machine."""
    REVIEWER = "reviewer"
    """Approves and returns what others wrote."""
    COORDINATOR = "coordinator"
    """Brings statements in, builds, names people for confidential statements they are named for themselves."""
    ADMINISTRATOR = "administrator"
    """Invites people and gives roles. Sees no statement by that alone."""


_RANK = {Role.TRANSLATOR: 1, Role.REVIEWER: 2, Role.COORDINATOR: 3}
_EVENTS = {
    "edit": Role.TRANSLATOR,
    "confirm": Role.TRANSLATOR,
    "comment": Role.TRANSLATOR,
    "resolve": Role.TRANSLATOR,
    "dismiss": Role.TRANSLATOR,
    "undismiss": Role.TRANSLATOR,
    "draft": Role.TRANSLATOR,
    "keep": Role.TRANSLATOR,
    "split": Role.TRANSLATOR,
    "join": Role.TRANSLATOR,
    "kind": Role.TRANSLATOR,
    # What is undone asks for its own kind's role (`flow.editing.undo`).
    "undo": Role.TRANSLATOR,
    "term": Role.REVIEWER,
    "approve": Role.REVIEWER,
    "return": Role.REVIEWER,
}


def role_for(do: str) -> Role:
    """The least role that may do that: add an event of a kind, write a term; what is not listed is the coordinator's."""
    return _EVENTS.get(do, Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class Grant:
    """A role, and where it holds."""

    role: Role
    language: str = ""
    """Target language; empty for all."""
    statement: str = ""
    """Name or glob; empty for all."""

    @classmethod
    def of(cls, text: str) -> Grant:
        """From `role`, `role:language` or `role:language:statement`. Raises UsageError."""
        role, _, place = text.strip().partition(":")
        language, _, statement = place.partition(":")
        if role not in list(Role):
            raise UsageError(UNKNOWN_ROLE(role=role, roles=tuple(Role)))
        if not (language + statement).isprintable():
            raise UsageError(GRANT_FORM(text=repr(text)))
        return cls(Role(role), language.strip(), statement.strip())

    def __str__(self) -> str:
        """The text that `of` reads."""
        return ":".join((self.role, self.language, self.statement)).rstrip(":")

    def covers(self, name: str, language: str) -> bool:
        """Whether it holds for the statement in that language; without a language: in any."""
        if language and self.language and language != self.language:
            return False
        # The name alone: settings may be read kindly, rights are not.
        return not self.statement or fnmatch.fnmatchcase(name, self.statement)

    def includes(self, role: Role) -> bool:
        """Whether its role may do what that one may."""
        if Role.ADMINISTRATOR in (role, self.role):
            return role is self.role
        return _RANK[self.role] >= _RANK[role]


def held(grants: Iterable[Grant], role: Role, name: str, language: str) -> bool:
    """Whether one of the grants lets its holder act in that role there."""
    return any(g.includes(role) and g.covers(name, language) for g in grants)


def held_somewhere(grants: Iterable[Grant], role: Role) -> bool:
    """Whether one of the grants lets its holder act in that role anywhere."""
    return any(g.includes(role) for g in grants)


def held_for_all(grants: Iterable[Grant], role: Role, language: str) -> bool:
    """Whether one of the grants lets its holder act in that role for all statements in the language."""
    return any(g.includes(role) and not g.statement and g.language in ("", language) for g in grants)


def held_everywhere(grants: Iterable[Grant], role: Role) -> bool:
    """Whether one of the grants lets its holder act in that role for all statements and languages."""
    return any(g.includes(role) and not g.language and not g.statement for g in grants)
