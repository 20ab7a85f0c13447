"""Whose a server is, recognised by its address alone: no name is looked up for it."""

from __future__ import annotations

import ipaddress
import re

_ADDRESS = re.compile(r"https?://(\[[\da-f:.]+\]|[^\s/:\[\]]+)(:\d+)?(/.*)?", re.IGNORECASE)
"""Scheme, host, port and path of a plain address (RFC 3986 without user, query and fragment)."""


def host(address: str) -> str:
    """The host of a server's address. Raises ValueError for what is not a plain address."""
    if any(sign in address for sign in "\\@?#") or not address.isprintable() or " " in address:
        raise ValueError("not a plain address")
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise ValueError("not a web address")
    return found[1].strip("[]").lower()


def loopback(host: str) -> bool:
    """Whether a host is this machine, by its name or literal address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def own_network(host: str) -> bool:
    """Whether a host is on this machine or, by its literal address, in a private network."""
    try:
        return loopback(host) or ipaddress.ip_address(host).is_private
    except ValueError:
        return False
