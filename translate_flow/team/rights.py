"""What an account may see and do, asked wherever statements are read and changed (`workspace.access`)."""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from ..desk.desk import Desk
from ..errors import NotAllowed
from ..flow.statement.messages import NOT_YOUR_ROLE
from ..flow.statement.privacy import confidential
from ..workspace import Workspace
from ..workspace.access import Access
from .accounts import Account, Accounts, Rights
from .roles import Role, held, held_for_all, role_for

BELIEVED_SECONDS = 1.0
"""How long rights read from the database are believed, where another desk may change them."""


@dataclass
class Locks:
    """Which statements are confidential, their files read again only when they change.

    One whose file is gone or cannot be read counts as confidential: what it says of itself is not known.
    """

    _known: dict[str, tuple[object, bool]] = field(default_factory=dict)

    def confidential(self, workspace: Workspace, name: str) -> bool:
        """Whether only people named for it may see the statement."""
        path = workspace.has_source(name)
        try:
            stat = path.stat() if path is not None else None
        except OSError:
            stat = None
        stamp = stat and (stat.st_mtime_ns, stat.st_size, stat.st_ino), path, workspace.settings
        known = self._known.get(name)
        if known is None or known[0] != stamp:
            known = self._known[name] = stamp, confidential(workspace, name) is not None
        return known[1]


@dataclass
class Book:
    """The rights of all accounts, as they were a moment ago."""

    accounts: Accounts
    _known: dict[str, tuple[float, int, Rights]] = field(default_factory=dict)

    def of(self, account: Account) -> Rights:
        """What the account may do."""
        known = self._known.get(account.id)
        moment = time.monotonic()
        if known is None or moment - known[0] > BELIEVED_SECONDS or known[1] != self.accounts.changed:
            changed = self.accounts.changed
            known = self._known[account.id] = moment, changed, self.accounts.rights(account.id)
        return known[2]


class Nobody:
    """The access of whoever is not signed in: to nothing."""

    def sees(self, name: str, language: str = "") -> bool:
        """Never."""
        return False

    def standing(self) -> object:
        """Always the same."""

    def everywhere(self, language: str) -> bool:
        """Never."""
        return False

    def open(self, name: str, language: str) -> None:
        """Raises NotAllowed."""
        raise NotAllowed(NOT_YOUR_ROLE(name=name))

    def shown(self, name: str, language: str) -> None:
        """Nothing is."""

    def may(self, do: str, name: str, language: str) -> bool:
        """Never."""
        return False

    def within(self, names: Collection[str]) -> Access:
        """The same."""
        return self

    def brought(self, name: str) -> None:
        """Nothing is."""


@dataclass(frozen=True, slots=True)
class PersonsAccess:
    """One person's access, for one request or one open page."""

    account: Account
    book: Book
    locks: Locks
    desk: Desk
    need: Role
    """The role that what is asked for takes."""
    only: frozenset[str] | None = None
    """Confidential statements whose text may be used; None for all that are seen."""

    def sees(self, name: str, language: str = "") -> bool:
        """A role of theirs holds there, and a confidential statement names them."""
        rights = self.book.of(self.account)
        if not rights.open or not held(rights.grants, Role.TRANSLATOR, name, language):
            return False
        if not self.locks.confidential(self.desk.workspace, name):
            return True
        return name in rights.named and (self.only is None or name in self.only)

    def standing(self) -> object:
        """Their rights, which are compared by what they hold."""
        return self.book.of(self.account)

    def everywhere(self, language: str) -> bool:
        """A role of theirs holds for all statements in the language."""
        rights = self.book.of(self.account)
        return rights.open and held_for_all(rights.grants, Role.TRANSLATOR, language)

    def open(self, name: str, language: str) -> None:
        """Raises NotAllowed if their role there is not the one it takes; a confidential one's reader is noted."""
        if not held(self.book.of(self.account).grants, self.need, name, language):
            raise NotAllowed(NOT_YOUR_ROLE(name=name))
        self.shown(name, language)

    def shown(self, name: str, language: str) -> None:
        """A confidential one's reader is noted."""
        if self.locks.confidential(self.desk.workspace, name):
            self.book.accounts.note_read(self.account, name)

    def may(self, do: str, name: str, language: str) -> bool:
        """Whether their role there may do that."""
        return held(self.book.of(self.account).grants, role_for(do), name, language)

    def within(self, names: Collection[str]) -> Access:
        """For drafts: nothing confidential goes from one statement into another without a person's choice."""
        return replace(self, only=frozenset(names))

    def brought(self, name: str) -> None:
        """Whoever brings in a confidential statement is named for it first."""
        fresh = Workspace.load(self.desk.workspace.root)
        if self.locks.confidential(fresh, name) and not self.book.accounts.seers(name):
            self.book.accounts.let_see(name, self.account, self.account)
