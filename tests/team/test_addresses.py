"""Addresses of a team's desk, as an administrator writes them and as browsers do."""

from __future__ import annotations

import pytest

from translate_flow.errors import UsageError
from translate_flow.team.guard import Address
from translate_flow.team.server import checked

ADDRESSES = {
    "https://Desk.example.org/": "https://desk.example.org",
    "https://desk.example.org:443": "https://desk.example.org",
    "https://desk.example.org:8443": "https://desk.example.org:8443",
    "http://localhost:8720": "http://localhost:8720",
    "http://127.0.0.1:80": "http://127.0.0.1",
    "http://[::1]:8720": "http://[::1]:8720",
}


@pytest.mark.parametrize("text", ADDRESSES)
def test_addresses_as_browsers_write_them(text: str) -> None:
    assert checked(text).origin == ADDRESSES[text]


@pytest.mark.parametrize(
    "text", ["desk.example.org", "ftp://x", "https://", "https://x/y", "https://a@b", "https://x:99999", "http://desk.example.org"]
)  # fmt: skip
def test_addresses_that_will_not_do(text: str) -> None:
    with pytest.raises(UsageError):
        checked(text)
    if text.startswith("http://"):
        assert Address.of(text).cookie == "desk-session"
