"""What an address asks for among the things that a page can show."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from ..messages import Message
from .messages import NOT_A_CHOICE

LONGEST = 200
"""Characters of a value that are looked at."""
DIGITS = 5
"""Digits of a page's number at most."""


def chosen(
    given: Mapping[str, Any], known: Mapping[str, Collection[str]]
) -> tuple[dict[str, str], list[Message]]:
    """The value of each parameter, empty where none was given or the page has no such thing; and what it does not have.

    An address with a slip in it, or kept since there was such a thing, is to show something, and to say that it is not
    what was asked for.
    """
    asked = {name: str(given.get(name, ""))[:LONGEST] for name in known}
    wrong = [name for name, value in asked.items() if value and value not in known[name]]
    sentences = [NOT_A_CHOICE(name=name, value=asked[name]) for name in wrong]
    return asked | dict.fromkeys(wrong, ""), sentences


def page_of(given: Mapping[str, Any], pages: int = 10**DIGITS) -> int:
    """The page that is asked for, from 1 to `pages`."""
    wanted = str(given.get("page", ""))
    return min(max(int(wanted) if wanted.isdecimal() and len(wanted) <= DIGITS else 1, 1), pages)
