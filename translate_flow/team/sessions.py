"""Who is signed in: sessions that end after twelve hours without a request, and all at once when a device is lost."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field

from .accounts import Account, Accounts, hashed

IDLE_HOURS = 12
LONGEST_DAYS = 30
_SEEN_EVERY = 60
"""Seconds: a session's last request is written down no oftener."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One browser that is signed in."""

    id: str
    """Names the session; of no use to whoever wants to be let in."""
    account: Account
    seen: int = field(default=0, compare=False)
    """Its last sign of life, as it was written down."""


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions in the database of accounts."""

    accounts: Accounts

    def begin(self, account: Account) -> str:
        """The secret of a new session, for the browser's cookie. Sessions that have ended are cleared away."""
        base, now = self.accounts.base, self.accounts.now()
        token = secrets.token_urlsafe(32)
        base.rows("DELETE FROM session WHERE seen <= ? OR created <= ?", *_ended(now))
        base.rows("INSERT INTO session VALUES (?, ?, ?, ?)", hashed(token), account.id, now, now)
        return token

    def find(self, token: str) -> Seat | None:
        """Whose session it is, which counts as a sign of life; None if it has ended or never was."""
        seat = self.at(hashed(token))
        now = self.accounts.now()
        if seat is not None and seat.seen < now - _SEEN_EVERY:
            self.accounts.base.rows(
                "UPDATE session SET seen = ? WHERE hash = ? AND seen < ?", now, seat.id, now
            )
        return seat

    def at(self, identifier: str) -> Seat | None:
        """The session of that id if it still holds."""
        rows = self.accounts.base.rows(
            "SELECT a.id, a.name, s.seen FROM session s JOIN account a ON a.id = s.account "
            "WHERE s.hash = ? AND s.seen > ? AND s.created > ? AND a.disabled IS NULL",
            identifier, *_ended(self.accounts.now()),
        )  # fmt: skip
        return Seat(identifier, Account(rows[0][0], rows[0][1]), rows[0][2]) if rows else None

    def end(self, identifier: str) -> None:
        """Sign one browser out."""
        self.accounts.base.rows("DELETE FROM session WHERE hash = ?", identifier)

    def end_all(self, account: Account, by: Account | None = None) -> None:
        """Sign out all browsers of an account: a device is lost."""
        with self.accounts.base.together():
            self.accounts.base.rows("DELETE FROM session WHERE account = ?", account.id)
            self.accounts.note(by or account, "signed out", account.name)
        self.accounts.changed += 1

    def end_others(self, seat: str, account: Account) -> None:
        """Sign out the account's other browsers: its password is another."""
        self.accounts.base.rows("DELETE FROM session WHERE account = ? AND hash <> ?", account.id, seat)

    def of(self, account: Account) -> list[tuple[str, int, int]]:
        """Id, beginning and last sign of life of the account's sessions, the latest first."""
        rows = self.accounts.base.rows(
            "SELECT hash, created, seen FROM session WHERE account = ? AND seen > ? AND created > ? "
            "ORDER BY seen DESC",
            account.id, *_ended(self.accounts.now()),
        )  # fmt: skip
        return [(hash_, created, seen) for hash_, created, seen in rows]

    def token(self, account: Account) -> str:
        """What an account's pages send along with what they change: the same after signing in anew, so that a page
        left open goes on."""
        return hmac.new(self.accounts.secret(), f"csrf {account.id}".encode(), "sha256").hexdigest()


def _ended(now: int) -> tuple[int, int]:
    return now - IDLE_HOURS * 3600, now - LONGEST_DAYS * 24 * 3600
