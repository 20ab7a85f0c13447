"""Digests by mail, for whoever wants one: what waits for them, and nothing of confidential statements.

Off until an administrator says how mail leaves: into files, through the machine's sendmail, or to an SMTP server on
this very machine, which sends it on. And nobody is written to who has not put an address on their own account's page.
"""

from __future__ import annotations

import os
import smtplib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import urlsplit

from ..desk.desk import Desk
from ..errors import TranslateFlowError, UsageError
from ..files.disk import write_atomically
from ..flow.planning.planned import mine
from ..flow.planning.sent import digest, message
from ..messages import Message, speaking
from ..workspace.access import acting
from .accounts import Account, Accounts
from .keeper import Say
from .messages import MAIL_CUT_SHORT, MAIL_FAILED, MAIL_WHERE, MAILED, NOT_A_MAIL_ADDRESS
from .rights import Book, Locks, PersonsAccess
from .roles import Role

SECONDS = 60
"""How long a mail server may take."""
_HERE = ("localhost", "127.0.0.1", "::1")
_PORT = 25


@dataclass(frozen=True, slots=True)
class MailOrder:
    """How digests leave, and when."""

    where: str
    """A folder for files; the path of a sendmail; or `smtp://localhost:25`."""
    sender: str
    """Whom they are from."""
    at: str = "07:00"
    """Local time of the day."""


def checked_order(where: str, sender: str, at: str) -> MailOrder:
    """An administrator's wishes. Raises UsageError for a way that is none, or that leads off this machine by itself."""
    if where.startswith("smtp:"):
        if not (urlsplit(where).scheme == "smtp" and urlsplit(where).hostname in _HERE):
            raise UsageError(MAIL_WHERE(where=where))
    elif not Path(where).is_absolute() or not (Path(where).is_dir() or os.access(where, os.X_OK)):
        raise UsageError(MAIL_WHERE(where=where))
    return MailOrder(where, checked_address(sender), at)


def checked_address(text: str) -> str:
    """A mail address. Raises UsageError."""
    text = text.strip()
    try:
        made = Address(addr_spec=text)
    except (MessageError, ValueError, IndexError):
        raise UsageError(NOT_A_MAIL_ADDRESS(address=text)) from None
    if not made.username or "." not in f"{made.domain}." or not text.isascii() or not text.isprintable():
        raise UsageError(NOT_A_MAIL_ADDRESS(address=text))
    return text


@dataclass(frozen=True, slots=True)
class MailBook:
    """Who wants a digest, where, and in which language."""

    accounts: Accounts

    def address(self, account: Account) -> str:
        """Where; empty if nowhere."""
        rows = self.accounts.base.rows("SELECT address FROM mail_to WHERE account = ?", account.id)
        return str(rows[0][0]) if rows else ""

    def keep(self, account: Account, address: str, language: str) -> None:
        """From now on there, or with an empty one nowhere. Raises UsageError."""
        base = self.accounts.base
        address = checked_address(address) if address.strip() else ""
        with base.together():
            base.rows("DELETE FROM mail_to WHERE account = ?", account.id)
            if address:
                base.rows("INSERT INTO mail_to VALUES (?, ?, ?)", account.id, address, language)

    def wanted(self) -> Iterator[tuple[Account, str, str]]:
        """Account, address and language of everybody who wants one and is not shut out."""
        rows = self.accounts.base.rows(
            "SELECT a.id, a.name, m.address, m.language FROM mail_to m JOIN account a ON a.id = m.account "
            "WHERE a.disabled IS NULL ORDER BY a.id"
        )
        for identifier, name, address, language in rows:
            yield Account(identifier, name), address, language

    def begin(self, account: Account, day: str) -> bool:
        """Whether the digest of that day is still to be sent; then it is begun, and nobody else sends it."""
        rows = self.accounts.base.rows(
            "INSERT INTO mailed VALUES (?, ?, 'begun') ON CONFLICT DO NOTHING RETURNING account",
            account.id,
            day,
        )
        return bool(rows)

    def ended(self, account: Account, day: str, *, sent: bool) -> None:
        """It was sent; or was not taken, and may be tried again."""
        base = self.accounts.base
        if sent:
            base.rows("UPDATE mailed SET state = 'sent' WHERE account = ? AND day = ?", account.id, day)
        else:
            base.rows("DELETE FROM mailed WHERE account = ? AND day = ?", account.id, day)

    def cut_short(self, day: str) -> list[str]:
        """People whose digest was being sent when a worker died: it may have come, so that it is not sent again."""
        rows = self.accounts.base.rows(
            "SELECT a.name FROM mailed m JOIN account a ON a.id = m.account WHERE m.day = ? AND m.state = 'begun'",
            day,
        )
        return [row[0] for row in rows]

    def switch(self, at: str) -> None:
        """Digests are sent at that time of the day; empty: not at all."""
        base = self.accounts.base
        with base.together():
            base.rows("DELETE FROM setting WHERE name = 'mail'")
            if at:
                base.rows("INSERT INTO setting VALUES ('mail', ?)", at)

    def at(self) -> str:
        """When digests are sent; empty if they are not."""
        rows = self.accounts.base.rows("SELECT value FROM setting WHERE name = 'mail'")
        return str(rows[0][0]) if rows else ""


def send_digests(desk: Desk, book: Book, locks: Locks, day: str, order: MailOrder, out: Say) -> list[Message]:
    """Send everybody theirs who has none of that day yet; what could not be sent. At most once each."""
    mails, problems = MailBook(book.accounts), []
    for name in mails.cut_short(day):
        problems.append(MAIL_CUT_SHORT(name=name))
    for account, address, language in mails.wanted():
        access = PersonsAccess(account, book, locks, desk, Role.TRANSLATOR)
        with acting(access), speaking(language):
            made = _digest(desk, locks, account, address, day, order)
        if made is None or not mails.begin(account, day):
            continue
        try:
            hand_over(made, order.where, f"{day}-{account.id}.eml")
        except (OSError, smtplib.SMTPException, subprocess.SubprocessError, TranslateFlowError) as error:
            mails.ended(account, day, sent=False)
            problems.append(MAIL_FAILED(name=account.name, cause=str(error) or type(error).__name__))
            continue
        mails.ended(account, day, sent=True)
        out(MAILED(name=account.name))
    return problems


def _digest(
    desk: Desk, locks: Locks, account: Account, address: str, day: str, order: MailOrder
) -> EmailMessage | None:
    """What waits for somebody, as a mail; None if nothing does."""
    rows, _ = desk.planned()
    open_rows = [row for row in rows if not locks.confidential(desk.workspace, row.summary.name)]
    if not any(
        mine(row, desk.workspace, account.name) for row in open_rows if not row.done and not row.plan.archived
    ):
        return None
    made = message(desk.workspace, digest(desk.workspace, open_rows, account.name))
    made["From"], made["To"] = order.sender, address
    # The same for the same digest, so that a mail program that gets it twice can see that.
    made["Message-ID"] = f"<{day}.{account.id}@{order.sender.rpartition('@')[2]}>"
    made["Auto-Submitted"] = "auto-generated"  # RFC 3834: answers of machines are not wanted
    return made


def hand_over(made: EmailMessage, where: str, file: str) -> None:
    """Hand a mail over. Raises OSError, SMTPException, SubprocessError, CatalogueError."""
    if where.startswith("smtp:"):
        parts = urlsplit(where)
        with smtplib.SMTP(parts.hostname or _HERE[0], parts.port or _PORT, timeout=SECONDS) as server:
            server.send_message(made)
    elif Path(where).is_dir():
        path = Path(where) / file
        path.touch(0o600)  # which stays when it is replaced
        write_atomically(path, bytes(made))
    else:
        # -i: a lone dot ends nothing; -t: to whom, the mail says.
        subprocess.run(
            [where, "-i", "-t"], input=bytes(made), check=True, timeout=SECONDS, capture_output=True
        )
