"""Passkeys (W3C Web Authentication): a key that a phone or computer keeps, and nothing that can be told to a stranger."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import Any

from ..errors import UsageError
from . import messages as said
from .accounts import Account, Accounts, hashed

MINUTES = 5
"""How long a challenge can be answered."""


@dataclass(frozen=True, slots=True)
class Passkeys:
    """The passkeys in the database of accounts, for one address."""

    accounts: Accounts
    origin: str
    """Scheme, host and port as people's browsers see them."""

    @property
    def host(self) -> str:
        """What the passkeys are for."""
        return self.origin.split("://")[1].split(":")[0]

    def count(self, account: Account) -> int:
        """How many the account has."""
        return int(
            self.accounts.base.rows("SELECT count(*) FROM passkey WHERE account = ?", account.id)[0][0]
        )

    def offer(self, account: Account) -> dict[str, Any]:
        """What a browser needs to make a passkey for the account, as JSON for `navigator.credentials.create`."""
        from webauthn import generate_registration_options, options_to_json
        from webauthn.helpers.structs import (
            AuthenticatorSelectionCriteria,
            PublicKeyCredentialDescriptor,
            ResidentKeyRequirement,
            UserVerificationRequirement,
        )

        known = self.accounts.base.rows("SELECT id FROM passkey WHERE account = ?", account.id)
        options = generate_registration_options(
            rp_id=self.host,
            rp_name="translate_flow",
            user_name=account.name,
            user_id=account.id.encode(),
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
            exclude_credentials=[PublicKeyCredentialDescriptor(_bytes(row[0])) for row in known],
        )
        self._remember(options.challenge, f"new {account.id}")
        made: dict[str, Any] = json.loads(options_to_json(options))
        return made

    def add(self, account: Account, answer: dict[str, Any]) -> None:
        """Keep the passkey that a browser made. Raises UsageError if it is not the answer to the offer."""
        from webauthn import verify_registration_response
        from webauthn.helpers.exceptions import WebAuthnException

        challenge = self._used(answer, f"new {account.id}")
        try:
            found = verify_registration_response(
                credential=answer, expected_challenge=challenge, expected_rp_id=self.host,
                expected_origin=self.origin, require_user_verification=True,
            )  # fmt: skip
        except (WebAuthnException, ValueError, KeyError, TypeError) as error:
            raise UsageError(said.PASSKEY_REFUSED()) from error
        with self.accounts.base.together():
            self.accounts.base.rows(
                "INSERT INTO passkey VALUES (?, ?, ?, ?, ?)",
                _text(found.credential_id), account.id, _text(found.credential_public_key), found.sign_count,
                self.accounts.now(),
            )  # fmt: skip
            self.accounts.note(account, "passkey", account.name)

    def remove(self, account: Account) -> None:
        """Let none of the account's passkeys in any more."""
        with self.accounts.base.together():
            self.accounts.base.rows("DELETE FROM passkey WHERE account = ?", account.id)
            self.accounts.note(account, "passkeys removed", account.name)

    def ask(self) -> dict[str, Any]:
        """What a browser needs to sign somebody in, as JSON for `navigator.credentials.get`."""
        from webauthn import generate_authentication_options, options_to_json
        from webauthn.helpers.structs import UserVerificationRequirement

        options = generate_authentication_options(
            rp_id=self.host, user_verification=UserVerificationRequirement.REQUIRED
        )
        self._remember(options.challenge, "in")
        made: dict[str, Any] = json.loads(options_to_json(options))
        return made

    def check(self, answer: dict[str, Any]) -> Account:
        """Whose passkey answered. Raises UsageError."""
        from webauthn import verify_authentication_response
        from webauthn.helpers.exceptions import WebAuthnException

        challenge = self._used(answer, "in")
        rows = self.accounts.base.rows(
            "SELECT k.public_key, k.count, a.id, a.name FROM passkey k JOIN account a ON a.id = k.account "
            "WHERE k.id = ? AND a.disabled IS NULL",
            str(answer.get("id", "")),
        )
        if not rows:
            raise UsageError(said.PASSKEY_UNKNOWN())
        key, count, identifier, name = rows[0]
        try:
            found = verify_authentication_response(
                credential=answer, expected_challenge=challenge, expected_rp_id=self.host,
                expected_origin=self.origin, credential_public_key=_bytes(key),
                credential_current_sign_count=count, require_user_verification=True,
            )  # fmt: skip
        except (WebAuthnException, ValueError, KeyError, TypeError) as error:
            raise UsageError(said.PASSKEY_REFUSED()) from error
        self.accounts.base.rows(
            "UPDATE passkey SET count = ? WHERE id = ?", found.new_sign_count, _text(found.credential_id)
        )
        return Account(identifier, name)

    # Challenges --------------------------------------------------------------------

    def _remember(self, challenge: bytes, purpose: str) -> None:
        base, now = self.accounts.base, self.accounts.now()
        base.rows("DELETE FROM challenge WHERE expires <= ?", now)
        base.rows(
            "INSERT INTO challenge VALUES (?, ?, ?)", hashed(_text(challenge)), purpose, now + MINUTES * 60
        )

    def _used(self, answer: dict[str, Any], purpose: str) -> bytes:
        """The challenge that is answered, which may be answered no second time. Raises UsageError."""
        try:
            given = str(json.loads(_bytes(answer["response"]["clientDataJSON"]))["challenge"])
            challenge = _bytes(given)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise UsageError(said.PASSKEY_REFUSED()) from error
        rows = self.accounts.base.rows(
            "DELETE FROM challenge WHERE hash = ? AND purpose = ? AND expires > ? RETURNING hash",
            hashed(_text(challenge)), purpose, self.accounts.now(),
        )  # fmt: skip
        if not rows:
            raise UsageError(said.PASSKEY_REFUSED())
        return challenge


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
