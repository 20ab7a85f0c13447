"""The network's own sign-in (OpenID Connect): the desk's side of it, and the only requests that it makes of anybody.

Authorization code with PKCE (OpenID Connect Core 1.0, section 3.1; RFC 7636; RFC 9700): the provider is found by its
issuer's metadata, what it says is believed only with its signature, and who somebody is, is issuer and subject
together, never an address of mail. The provider is asked when somebody wants to come in by it, and not before.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from ..errors import Away, NotAllowed, UsageError
from ..files.messages import cause
from .accounts import Account, Accounts, hashed
from .messages import (
    OIDC_AWAY,
    OIDC_NO_ACCOUNT,
    OIDC_NOT_AN_ISSUER,
    OIDC_NOT_BELIEVED,
    OIDC_OTHER_ACCOUNT,
    OIDC_REFUSED,
    OIDC_SECRET,
    OIDC_UNFINISHED,
)
from .roles import Grant

MINUTES = 10
"""How long one may take at the provider."""
LEEWAY_SECONDS = 60
"""By how much its clock may differ from ours."""
FRESH_SECONDS = 3600.0
"""How long its metadata are believed to be the same."""
SECONDS = 10.0
"""How long it may take to answer."""
LARGEST = 1 << 20
"""Bytes of an answer."""
_ALGORITHMS = ["RS256", "PS256", "ES256", "RS384", "PS384", "ES384", "RS512", "PS512", "ES512", "EdDSA"]
"""Signatures that only the provider can make; never `none`, nor one by a secret that others know."""
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class OidcSettings:
    """What an administrator writes."""

    issuer: str
    """The provider, as it names itself."""
    client: str
    """The desk's name there."""
    secret: str = field(default="", repr=False)
    """The desk's password there, if it has one."""
    label: str = ""
    """What people call it; the issuer's host if empty."""
    allowed: tuple[str, str] | None = None
    """Name and value of a claim that lets in without an invitation."""
    roles: tuple[Grant, ...] = ()
    """What those who come in by the claim may do."""

    @property
    def name(self) -> str:
        """What people call it."""
        return self.label or urlsplit(self.issuer).hostname or self.issuer


def checked_settings(
    issuer: str, client: str, secret: str, label: str, allowed: str, roles: tuple[Grant, ...]
) -> OidcSettings:
    """Raises UsageError for what will not do."""
    if not _safe(issuer) or not client or (allowed and not all(allowed.partition("="))):
        raise UsageError(OIDC_NOT_AN_ISSUER(issuer=issuer))
    name, _, value = allowed.partition("=")
    return OidcSettings(issuer, client, secret, label, (name, value) if allowed else None, roles)


def secret_in(file: Path | None) -> str:
    """The secret in a file; empty without one. Raises UsageError."""
    if file is None:
        return ""
    try:
        return file.read_text("utf-8").strip()
    except (OSError, ValueError) as error:
        said = cause(error) if isinstance(error, OSError) else str(error)
        raise UsageError(OIDC_SECRET(file=str(file), cause=said)) from error


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody whom the provider vouches for."""

    issuer: str
    subject: str
    name: str
    """What the provider calls them; empty if it does not say."""
    claims: Mapping[str, Any]
    place: str
    """Where they wanted to go."""


@dataclass
class Oidc:
    """The sign-in by one provider, for a desk at one address."""

    accounts: Accounts
    settings: OidcSettings
    origin: str
    """The desk's."""
    _metadata: dict[str, Any] = field(default_factory=dict)
    _keys: Any = None
    _asked: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def back(self) -> str:
        """Where the provider sends people back to."""
        return f"{self.origin}/login/oidc/back"

    def begin(self, place: str) -> tuple[str, str]:
        """The provider's address to go to, and a secret for the browser that goes there. Raises Away."""
        known = self._provider()
        state, browser, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(4))
        base, now = self.accounts.base, self.accounts.now()
        base.rows("DELETE FROM oidc_login WHERE expires <= ?", now)
        base.rows(
            "INSERT INTO oidc_login VALUES (?, ?, ?, ?, ?, ?)",
            hashed(state), hashed(browser), nonce, verifier, place, now + MINUTES * 60,
        )  # fmt: skip
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        asked = {
            "response_type": "code",
            "client_id": self.settings.client,
            "redirect_uri": self.back,
            "scope": "openid profile email",
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        there = str(known["authorization_endpoint"])
        return f"{there}{'&' if '?' in there else '?'}{urlencode(asked)}", browser

    def finish(self, said: Mapping[str, str], browser: str) -> Came:
        """Who comes back. Raises UsageError if the sign-in was not begun in this browser just now, or was ended
        before; NotAllowed if the provider refuses, or what it says is not to be believed; Away."""
        rows = self.accounts.base.rows(
            "DELETE FROM oidc_login WHERE state = ? AND expires > ? RETURNING browser, nonce, verifier, place",
            hashed(said.get("state", "")), self.accounts.now(),
        )  # fmt: skip
        if not rows or not browser or not hmac.compare_digest(str(rows[0][0]), hashed(browser)):
            raise UsageError(OIDC_UNFINISHED(minutes=MINUTES))
        _, nonce, verifier, place = rows[0]
        known = self._provider()
        # RFC 9207: so that nobody brings the answer of another provider.
        named = said.get("iss", "")
        if named != self.settings.issuer and (
            named or known.get("authorization_response_iss_parameter_supported") is True
        ):
            raise NotAllowed(OIDC_NOT_BELIEVED(name=self.settings.name))
        if "error" in said or not said.get("code"):
            raise NotAllowed(OIDC_REFUSED(name=self.settings.name))
        claims = self._claims(self._token(known, said["code"], verifier), nonce)
        name = next((claims[n] for n in ("name", "preferred_username") if isinstance(claims.get(n), str)), "")
        return Came(self.settings.issuer, claims["sub"], name, claims, place)

    # Whose account ------------------------------------------------------------------

    def account(self, came: Came, invitation: str) -> Account:
        """The account of whoever came: the one they have, that of their invitation, or a new one where a claim lets
        them in. Raises UsageError, NotAllowed."""
        base = self.accounts.base
        with base.together():
            rows = base.rows(
                "SELECT a.id, a.name FROM identity i JOIN account a ON a.id = i.account "
                "WHERE i.issuer = ? AND i.subject = ? AND a.disabled IS NULL",
                came.issuer, came.subject,
            )  # fmt: skip
            if rows and not invitation:
                return Account(rows[0][0], rows[0][1])
            if invitation:
                if self._known(came) not in ("", self.accounts.invited(invitation).id):
                    raise NotAllowed(OIDC_OTHER_ACCOUNT(name=self.settings.name))
                account = self.accounts.accept(invitation)
            elif self._allowed(came.claims) and not self._known(came):
                account = self.accounts.create(came.name, self.settings.roles)
            else:
                raise NotAllowed(OIDC_NO_ACCOUNT(name=self.settings.name))
            base.rows(
                "INSERT INTO identity VALUES (?, ?, ?, ?)", came.issuer, came.subject, account.id, self.accounts.now()
            )  # fmt: skip
            self.accounts.note(account, "joined", account.name)
            return account

    def _known(self, came: Came) -> str:
        """Id of the account that they have, be it shut; empty if they have none."""
        sql = "SELECT account FROM identity WHERE issuer = ? AND subject = ?"
        rows = self.accounts.base.rows(sql, came.issuer, came.subject)
        return str(rows[0][0]) if rows else ""

    def _allowed(self, claims: Mapping[str, Any]) -> bool:
        """Whether the claim is there that lets in; an address of mail counts only if the provider has verified it."""
        if self.settings.allowed is None:
            return False
        name, wanted = self.settings.allowed
        value = claims.get(name)
        if name == "email":
            verified = claims.get("email_verified") is True and isinstance(value, str)
            domain = wanted.startswith("@") and str(value).lower().rpartition("@")[2] == wanted[1:].lower()
            return verified and (domain or str(value).lower() == wanted.lower())
        return value == wanted or (isinstance(value, list) and wanted in value)

    # The provider -------------------------------------------------------------------

    def _provider(self) -> dict[str, Any]:
        """Its metadata (OpenID Connect Discovery 1.0). Raises Away if it does not answer, or as another."""
        with self._lock:
            if self._metadata and time.monotonic() - self._asked < FRESH_SECONDS:
                return self._metadata
            found = self._ask(f"{self.settings.issuer.rstrip('/')}/.well-known/openid-configuration")
            wanted = ("authorization_endpoint", "token_endpoint", "jwks_uri")
            if found.get("issuer") != self.settings.issuer or not all(_safe(found.get(w)) for w in wanted):
                raise Away(OIDC_AWAY(name=self.settings.name))
            self._metadata, self._keys, self._asked = found, None, time.monotonic()
            return found

    def _token(self, known: Mapping[str, Any], code: str, verifier: str) -> str:
        """The ID token for a code. Raises NotAllowed, Away."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.back,
            "code_verifier": verifier,
            "client_id": self.settings.client,
        }
        ways = known.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        basic = bool(self.settings.secret) and "client_secret_basic" in ways
        if self.settings.secret and not basic:
            form["client_secret"] = self.settings.secret
        login = (urlencode({"": self.settings.client})[1:], urlencode({"": self.settings.secret})[1:])
        found = self._ask(str(known["token_endpoint"]), form, login if basic else None)
        token = found.get("id_token")
        if not isinstance(token, str):
            raise NotAllowed(OIDC_REFUSED(name=self.settings.name))
        return token

    def _claims(self, token: str, nonce: str) -> dict[str, Any]:
        """What the ID token says, if it is the provider's, for this desk, for this sign-in, and of now.

        Raises NotAllowed, Away.
        """
        from joserfc import jwt
        from joserfc.errors import JoseError

        try:
            try:
                found = jwt.decode(token, self._key_set(), algorithms=_ALGORITHMS)
            except (JoseError, ValueError):
                # Signed by a key that is new since; asked once more.
                self._keys = None
                found = jwt.decode(token, self._key_set(), algorithms=_ALGORITHMS)
            rules = jwt.JWTClaimsRegistry(
                now=self.accounts.now,
                leeway=LEEWAY_SECONDS,
                iss={"essential": True, "value": self.settings.issuer},
                aud={"essential": True, "value": self.settings.client},
                exp={"essential": True},
                iat={"essential": True},
                nonce={"essential": True, "value": nonce},
                sub={"essential": True},
            )
            rules.validate(found.claims)
        except (JoseError, ValueError, TypeError) as error:
            raise NotAllowed(OIDC_NOT_BELIEVED(name=self.settings.name)) from error
        claims: dict[str, Any] = found.claims
        others = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
        ours = claims.get("azp") == self.settings.client or ("azp" not in claims and not others)
        subject = claims["sub"]
        if not ours or not (isinstance(subject, str) and 0 < len(subject) <= 255 and subject.isprintable()):
            raise NotAllowed(OIDC_NOT_BELIEVED(name=self.settings.name))
        return claims

    def _key_set(self) -> Any:
        """The provider's public keys. Raises Away, ValueError."""
        from joserfc.jwk import KeySet

        keys = self._keys
        if keys is None:
            found = self._ask(str(self._provider()["jwks_uri"])).get("keys")
            signing = [k for k in found if k.get("use", "sig") == "sig"] if isinstance(found, list) else []
            keys = self._keys = KeySet.import_key_set({"keys": signing})
        return keys

    def _ask(
        self, address: str, form: Mapping[str, str] | None = None, login: tuple[str, str] | None = None
    ) -> dict[str, Any]:
        """An answer in JSON; to a `form` that is refused, one that says nothing. Raises Away."""
        import httpx

        try:
            with httpx.Client(timeout=SECONDS, follow_redirects=False) as client:
                method, auth = (
                    ("GET", None) if form is None else ("POST", httpx.BasicAuth(*login) if login else None)
                )
                with client.stream(method, address, data=dict(form) if form else None, auth=auth) as answer:
                    data = b""
                    for piece in answer.iter_bytes():
                        data += piece
                        if len(data) > LARGEST:
                            raise Away(OIDC_AWAY(name=self.settings.name))
                    refused = form is not None and 400 <= answer.status_code < 500
                    if answer.status_code != 200 and not refused:
                        raise Away(OIDC_AWAY(name=self.settings.name))
            found = json.loads(data)
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, RecursionError) as error:
            raise Away(OIDC_AWAY(name=self.settings.name)) from error
        if refused or not isinstance(found, dict):
            return {}
        return found


def _safe(address: object) -> bool:
    """Whether an address is one of TLS, or of this machine."""
    if not isinstance(address, str):
        return False
    try:
        parts = urlsplit(address)
        here = parts.scheme == "http" and parts.hostname in _LOOPBACK
    except ValueError:
        return False
    return (
        (parts.scheme == "https" or here)
        and bool(parts.hostname)
        and not parts.username
        and not parts.fragment
    )
