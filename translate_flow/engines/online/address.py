"""Whose a server is, told by its address alone: no name is looked up for it."""

from __future__ import annotations

import ipaddress

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url


def host(address: str) -> str:
    """The host as the HTTP library will understand it. Raises ValueError for what is no plain address."""
    if any(sign in address for sign in "\\@?#") or not address.isprintable() or " " in address:
        raise ValueError("not a plain address")
    try:
        url = parse_url(address)
    except LocationParseError as error:
        raise ValueError("not a URL") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise ValueError("not a web address")
    return url.host.strip("[]").lower()


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
