"""A small OpenID provider on loopback: signs in whoever it is told to, and is wrong in one thing where a test says so."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote_plus, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, CLIENT_SECRET = "the desk", "s3cret+/&"


@dataclass
class Provider:
    """What it does, and what it was asked."""

    issuer: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "1", "use": "sig"}))
    claims: dict[str, Any] = field(default_factory=lambda: {"sub": "luz-1", "name": "Luz Quispe"})
    """Of whoever signs in."""
    fault: str = ""
    """What it is wrong in."""
    asked: list[str] = field(default_factory=list)
    """Paths of all requests."""
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def metadata(self) -> dict[str, Any]:
        """As OpenID Connect Discovery 1.0 has it."""
        return {
            "issuer": "http://127.0.0.1:1" if self.fault == "metadata of another" else self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": "http://keys.example.org/"
            if self.fault == "keys in the clear"
            else f"{self.issuer}/keys",
            "authorization_response_iss_parameter_supported": True,
            "code_challenge_methods_supported": ["S256"],
        }

    def token(self, asked: dict[str, str]) -> str:
        """An ID token, signed."""
        now = int(time.time())
        claims = {
            "iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"], **self.claims
        }  # fmt: skip
        wrong: dict[str, dict[str, Any]] = {
            "issuer": {"iss": "https://evil.example"},
            "audience": {"aud": "another desk"},
            "two audiences": {"aud": [CLIENT, "another desk"]},
            "another's party": {"azp": "another desk"},
            "expired": {"iat": now - 900, "exp": now - 300},
            "of tomorrow": {"iat": now + 86400, "exp": now + 90000},
            "nonce": {"nonce": "another"},
            "no subject": {"sub": ""},
        }
        claims |= wrong.get(self.fault, {})
        if self.fault == "no expiry":
            del claims["exp"]
        if self.fault == "unsigned":
            parts = [json.dumps({"alg": "none"}), json.dumps(claims)]
            return ".".join(base64.urlsafe_b64encode(p.encode()).rstrip(b"=").decode() for p in parts) + "."
        key = RSAKey.generate_key(2048, {"kid": "1"}) if self.fault == "another's key" else self.key
        return jwt.encode({"alg": "RS256", "kid": "1"}, claims, key)


class _Talk(BaseHTTPRequestHandler):
    provider: Provider

    def do_GET(self) -> None:
        parts, known = urlsplit(self.path), self.provider
        known.asked.append(parts.path)
        if known.fault == "broken":
            self._say(500, {})
        elif parts.path == "/.well-known/openid-configuration":
            self._say(200, known.metadata())
        elif parts.path == "/keys":
            self._say(200, {"keys": [known.key.as_dict(private=False)]})
        elif parts.path == "/authorize":
            asked = dict(parse_qsl(parts.query))
            code = secrets.token_urlsafe(8)
            known.codes[code] = asked
            answer = {"code": code, "state": asked["state"], "iss": known.issuer}
            if known.fault == "refused":
                answer = {"error": "access_denied", "state": asked["state"], "iss": known.issuer}
            if known.fault == "answer of another":
                answer["iss"] = "https://evil.example"
            if known.fault == "answer of nobody":
                del answer["iss"]
            self.send_response(302)
            self.send_header("location", f"{asked['redirect_uri']}?{urlencode(answer)}")
            self.end_headers()
        else:
            self._say(404, {})

    def do_POST(self) -> None:
        known = self.provider
        known.asked.append(self.path)
        form = dict(parse_qsl(self.rfile.read(int(self.headers["content-length"])).decode()))
        asked = known.codes.pop(form.get("code", ""), None)
        login = base64.b64decode(self.headers.get("authorization", "Basic ")[6:]).decode()
        made = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        good = (
            asked is not None
            and [unquote_plus(part) for part in login.split(":")] == [CLIENT, CLIENT_SECRET]
            and asked["code_challenge_method"] == "S256"
            and asked["code_challenge"] == made.rstrip(b"=").decode()
            and asked["redirect_uri"] == form.get("redirect_uri")
            and asked["client_id"] == CLIENT
        )
        if asked is None or not good:
            self._say(400, {"error": "invalid_grant"})
            return
        self._say(200, {"access_token": "x", "token_type": "Bearer", "id_token": known.token(asked)})

    def _say(self, status: int, what: dict[str, Any]) -> None:
        data = json.dumps(what).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


@contextmanager
def providing() -> Iterator[Provider]:
    """A provider that answers."""
    made = Provider()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Talk", (_Talk,), {"provider": made}))
    made.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
