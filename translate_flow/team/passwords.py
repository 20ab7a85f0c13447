"""Passwords: kept as Argon2 makes them, in the profile of RFC 9106 for little memory (64 MiB).

Two are worked out at once at most, so that people who sign in together do not take a small server's memory.
"""

from __future__ import annotations

import threading
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..errors import ConflictError, UsageError
from . import messages as said
from .accounts import Account, Accounts
from .names import likeness

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST, MOST = 12, 500
"""Characters of a password."""
AT_ONCE = 2
"""Passwords worked out at once."""
WAIT_SECONDS = 20.0
"""How long a person waits for their turn."""
TRIES = 10
"""Wrong passwords for one name within TRIES_MINUTES; after that none is tried."""
TRIES_MINUTES = 15

_turn = threading.BoundedSemaphore(AT_ONCE)


@dataclass
class Passwords:
    """The passwords in the database of accounts."""

    accounts: Accounts
    _nobody: str = field(default="", repr=False)

    def made(self, account: Account, password: str) -> str:
        """What is to be kept of a new password. Raises UsageError if it is too easy; ConflictError."""
        if len(password) < LEAST:
            raise UsageError(said.PASSWORD_SHORT(least=LEAST))
        if len(password) > MOST:
            raise UsageError(said.PASSWORD_LONG(limit=MOST))
        bare = likeness(password)
        for word in likeness(account.name).split():
            bare = bare.replace(word, "")
        if len(set(bare)) < 4:
            raise UsageError(said.PASSWORD_NAME())
        return _worked_out(password)

    def keep(self, account: Account, made: str) -> None:
        """Let the account sign in with the password that this was made of, and no earlier one."""
        with self.accounts.base.together():
            self.accounts.base.rows("DELETE FROM password WHERE account = ?", account.id)
            self.accounts.base.rows(
                "INSERT INTO password VALUES (?, ?, ?)", account.id, made, self.accounts.now()
            )
            self.accounts.note(account, "password", account.name)

    def has(self, account: Account) -> bool:
        """Whether the account has one."""
        return bool(self.accounts.base.rows("SELECT 1 FROM password WHERE account = ?", account.id))

    def check(self, name: str, password: str) -> Account:
        """The account of that name if the password is right.

        Takes as long and says the same whether there is such a name or not. Raises UsageError; ConflictError
        if too many sign in at once.
        """
        base, alike, now = self.accounts.base, likeness(name[:MOST]), self.accounts.now()
        since = now - TRIES_MINUTES * 60
        tried = base.rows("SELECT count(*) FROM attempt WHERE likeness = ? AND at > ?", alike, since)[0][0]
        if tried >= TRIES:
            raise UsageError(said.TOO_MANY_TRIES(minutes=TRIES_MINUTES))
        # Before it is worked out, so that many at once are counted, too.
        base.rows("INSERT INTO attempt VALUES (?, ?)", alike, now)
        rows = base.rows(
            "SELECT a.id, a.name, p.hash FROM account a JOIN password p ON p.account = a.id "
            "WHERE a.likeness = ? AND a.disabled IS NULL",
            alike,
        )
        known = rows[0][2] if rows else self._of_nobody()
        if not _is(known, password[: MOST + 1]) or not rows:
            raise UsageError(said.WRONG_PASSWORD())
        base.rows("DELETE FROM attempt WHERE likeness = ? OR at <= ?", alike, since)
        return Account(rows[0][0], rows[0][1])

    def _of_nobody(self) -> str:
        self._nobody = self._nobody or _worked_out("nobody's password")
        return self._nobody


def _plain(password: str) -> bytes:
    """The same characters are the same password, however a keyboard composes them."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "replace")


def hasher() -> PasswordHasher:
    """What works passwords out."""
    from argon2 import PasswordHasher
    from argon2.profiles import RFC_9106_LOW_MEMORY

    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)


def _worked_out(password: str) -> str:
    with _Turn():
        return hasher().hash(_plain(password))


def _is(known: str, password: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    with _Turn():
        try:
            return hasher().verify(known, _plain(password))
        except (VerificationError, InvalidHashError):
            return False


class _Turn:
    """One of the places for working a password out."""

    def __enter__(self) -> None:
        if not _turn.acquire(timeout=WAIT_SECONDS):
            raise ConflictError(said.BUSY())

    def __exit__(self, *_: object) -> None:
        _turn.release()
