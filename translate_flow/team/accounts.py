"""People's accounts: who they are, what they may do, who invited them, and what was read in confidence."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ..errors import UsageError
from ..messages import nearest
from . import messages as said
from .base import Base
from .names import fit, likeness
from .roles import Grant, Role

INVITATION_HOURS = 72
"""How long an invitation can be used."""
AGAIN_SECONDS = 3600
"""A statement read again by the same person within this time is not listed again."""


@dataclass(frozen=True, slots=True)
class Account:
    """One person."""

    id: str
    """Never changes, and is never another's."""
    name: str
    """What goes into journals."""
    disabled: bool = False
    """Whether they are shut out."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What an account may do, as the database says at one moment."""

    grants: tuple[Grant, ...] = ()
    named: frozenset[str] = frozenset()
    """Confidential statements it may see."""
    open: bool = False
    """Whether there is such an account, and it is not disabled."""


@dataclass(frozen=True, slots=True)
class Read:
    """A line of the list of what was done with accounts and confidential texts."""

    at: int
    who: str
    what: str
    about: str


def hashed(token: str) -> str:
    """What the database keeps of a token: whoever reads it there cannot use it. Tokens are long and random."""
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass
class Accounts:
    """The accounts in one database."""

    base: Base
    clock: Callable[[], float] = time.time
    changed: int = 0
    """Grows with each change of rights that this process makes."""
    _secret: bytes = field(default=b"", repr=False)

    def now(self) -> int:
        """Whole seconds since 1970."""
        return int(self.clock())

    # People --------------------------------------------------------------------

    def people(self) -> list[Account]:
        """All accounts, by name."""
        rows = self.base.rows("SELECT id, name, disabled FROM account")
        found = [Account(i, name, disabled is not None) for i, name, disabled in rows]
        return sorted(found, key=lambda a: likeness(a.name))

    def account(self, identifier: str) -> Account | None:
        """The account with that id."""
        return next((a for a in self.people() if a.id == identifier), None)

    def named(self, name: str) -> Account:
        """The account of that name, however it is written. Raises UsageError."""
        found = self._like(name)
        if found is None:
            raise UsageError(
                said.NO_ACCOUNT(name=name, nearest=nearest(name, [a.name for a in self.people()]))
            )
        return found

    def called(self, name: str) -> Account | None:
        """The account of just that name; none where another's only looks like it. Raises UsageError as `names.fit`."""
        found, name = self._like(name), fit(name)
        return found if found is not None and found.name == name else None

    def _like(self, name: str) -> Account | None:
        rows = self.base.rows("SELECT id, name, disabled FROM account WHERE likeness = ?", likeness(name))
        return Account(rows[0][0], rows[0][1], rows[0][2] is not None) if rows else None

    def create(self, name: str, grants: Iterable[Grant] = (), by: Account | None = None) -> Account:
        """A new account. Raises UsageError for a name that is, or looks like, another's."""
        name = fit(name)
        made = Account(secrets.token_hex(8), name)
        with self.base.together():
            if self._like(name) is not None:
                raise UsageError(said.NAME_TAKEN(name=name))
            self.base.rows(
                "INSERT INTO account (id, name, likeness, created) VALUES (?, ?, ?, ?)",
                made.id, name, likeness(name), self.now(),
            )  # fmt: skip
            self.grant(made, grants, by)
            self.note(by, "account", name)
        return made

    def grant(self, account: Account, grants: Iterable[Grant], by: Account | None = None) -> None:
        """Give exactly these roles. Raises UsageError if nobody would administer the team any more."""
        wanted = tuple(dict.fromkeys(grants))
        with self.base.together():
            before = self.rights(account.id).grants
            if any(g.role is Role.ADMINISTRATOR for g in before) and not any(
                g.role is Role.ADMINISTRATOR for g in wanted
            ):
                self._not_the_last(account)
            self.base.rows("DELETE FROM granted WHERE account = ?", account.id)
            for g in wanted:
                self.base.rows(
                    "INSERT INTO granted VALUES (?, ?, ?, ?)",
                    account.id,
                    str(g.role),
                    g.language,
                    g.statement,
                )
            if before != wanted:
                self.note(by, "roles", f"{account.name}: {', '.join(map(str, wanted))}")
        self.changed += 1

    def disable(self, account: Account, by: Account | None = None, *, disabled: bool = True) -> None:
        """Shut an account out at once, or let it in again; its name stays its own. Raises UsageError."""
        with self.base.together():
            if disabled:
                self._not_the_last(account)
                self.base.rows("DELETE FROM session WHERE account = ?", account.id)
                self.base.rows("DELETE FROM invitation WHERE account = ?", account.id)
            now = self.now() if disabled else None
            self.base.rows("UPDATE account SET disabled = ? WHERE id = ?", now, account.id)
            self.note(by, "disabled" if disabled else "enabled", account.name)
        self.changed += 1

    def _not_the_last(self, account: Account) -> None:
        rows = self.base.rows(
            "SELECT DISTINCT a.id FROM account a JOIN granted g ON g.account = a.id "
            "WHERE g.role = ? AND a.disabled IS NULL",
            str(Role.ADMINISTRATOR),
        )
        if [row[0] for row in rows] == [account.id]:
            raise UsageError(said.LAST_ADMINISTRATOR(name=account.name))

    # Rights --------------------------------------------------------------------

    def rights(self, identifier: str) -> Rights:
        """What the account may do now."""
        found = self.base.rows("SELECT disabled FROM account WHERE id = ?", identifier)
        grants = self.base.rows(
            "SELECT role, language, statement FROM granted WHERE account = ? ORDER BY role, language, statement",
            identifier,
        )
        named = self.base.rows("SELECT statement FROM named WHERE account = ?", identifier)
        return Rights(
            tuple(Grant(Role(role), language, statement) for role, language, statement in grants),
            frozenset(row[0] for row in named),
            bool(found) and found[0][0] is None,
        )

    def let_see(self, statement: str, account: Account, by: Account | None = None) -> None:
        """Name somebody for a confidential statement."""
        with self.base.together():
            self.base.rows(
                "INSERT INTO named VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                statement, account.id, by and by.id, self.now(),
            )  # fmt: skip
            self.note(by, "named", f"{statement}\n{account.name}")
        self.changed += 1

    def hide(self, statement: str, account: Account, by: Account | None = None) -> None:
        """Name them no longer."""
        with self.base.together():
            self.base.rows("DELETE FROM named WHERE statement = ? AND account = ?", statement, account.id)
            self.note(by, "hidden", f"{statement}\n{account.name}")
        self.changed += 1

    def seers(self, statement: str) -> list[Account]:
        """Who is named for a confidential statement."""
        ids = {r[0] for r in self.base.rows("SELECT account FROM named WHERE statement = ?", statement)}
        return [a for a in self.people() if a.id in ids]

    # Invitations -----------------------------------------------------------------

    def invite(self, account: Account, by: Account | None = None) -> str:
        """The secret of a link by which the account's person comes in, once, and says how they will sign in.

        An earlier one is void. For an account in use it is the way back after a lost password or device.
        """
        token = secrets.token_urlsafe(24)
        with self.base.together():
            self.base.rows("DELETE FROM invitation WHERE account = ?", account.id)
            self.base.rows(
                "INSERT INTO invitation (hash, account, by_account, expires) VALUES (?, ?, ?, ?)",
                hashed(token), account.id, by and by.id, self.now() + INVITATION_HOURS * 3600,
            )  # fmt: skip
            self.note(by, "invited", account.name)
        return token

    def invited(self, token: str) -> Account:
        """Whose invitation it is; it stays usable. Raises UsageError if it is used, void or too old."""
        rows = self.base.rows(
            "SELECT a.id, a.name FROM invitation i JOIN account a ON a.id = i.account "
            "WHERE i.hash = ? AND i.used IS NULL AND i.expires > ? AND a.disabled IS NULL",
            hashed(token), self.now(),
        )  # fmt: skip
        if not rows:
            raise UsageError(said.INVITATION_GONE(hours=INVITATION_HOURS))
        return Account(rows[0][0], rows[0][1])

    def accept(self, token: str) -> Account:
        """Use an invitation up: of two at once, one. Ways to sign in from before, and sessions, end.

        Raises UsageError.
        """
        with self.base.together():
            account = self.invited(token)
            used = self.base.rows(
                "UPDATE invitation SET used = ? WHERE hash = ? AND used IS NULL RETURNING account",
                self.now(), hashed(token),
            )  # fmt: skip
            if not used:
                raise UsageError(said.INVITATION_GONE(hours=INVITATION_HOURS))
            for table in ("password", "passkey", "identity", "session"):
                self.base.rows(f"DELETE FROM {table} WHERE account = ?", account.id)
            self.note(account, "joined", account.name)
        return account

    def waiting(self) -> dict[str, int]:
        """Accounts with an invitation that can still be used, and until when."""
        rows = self.base.rows(
            "SELECT account, expires FROM invitation WHERE used IS NULL AND expires > ?", self.now()
        )
        return {str(row[0]): int(row[1]) for row in rows}

    # What was done -----------------------------------------------------------------

    def note(self, who: Account | None, what: str, about: str) -> None:
        """Add a line to the list."""
        self.base.rows("INSERT INTO audit VALUES (?, ?, ?, ?)", self.now(), who and who.id, what, about)

    def note_read(self, who: Account, statement: str) -> None:
        """That somebody had a confidential statement before them; once an hour."""
        since = self.now() - AGAIN_SECONDS
        known = self.base.rows(
            "SELECT 1 FROM audit WHERE account = ? AND what = 'read' AND about = ? AND at > ?",
            who.id, statement, since,
        )  # fmt: skip
        if not known:
            self.note(who, "read", statement)

    def noted(self, statement: str) -> list[Read]:
        """Who read a confidential statement, and who was named for it, the latest first."""
        rows = self.base.rows(
            "SELECT u.at, a.name, u.what, u.about FROM audit u LEFT JOIN account a ON a.id = u.account "
            "WHERE u.about = ? OR u.about LIKE ? ESCAPE '!' ORDER BY u.at DESC LIMIT 500",
            statement, _literal(statement) + "\n%",
        )  # fmt: skip
        return [Read(at, who or "", what, about.partition("\n")[2]) for at, who, what, about in rows]

    # The team's own secret ------------------------------------------------------------

    def secret(self) -> bytes:
        """A key that all desks of the team share, made at its first use."""
        if not self._secret:
            self.base.rows(
                "INSERT INTO setting VALUES ('secret', ?) ON CONFLICT DO NOTHING", secrets.token_hex(32)
            )
            self._secret = str(
                self.base.rows("SELECT value FROM setting WHERE name = 'secret'")[0][0]
            ).encode()
        return self._secret


def _literal(text: str) -> str:
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")
