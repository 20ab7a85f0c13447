"""The list of signatories below a statement, as Markdown."""

from __future__ import annotations

import unicodedata

from ..imprint import Signatory
from ..language.tags import direction
from ..model import Edition
from .credits import said
from .escaped import without_links

_LEFT, _RIGHT = "\u200e", "\u200f"


def signed(edition: Edition, language: str) -> str:
    """A heading and a list in that language (a BCP 47 tag), a blank line before it; empty if there is no list."""
    listed = edition.signatories.get(language, ())
    if not listed:
        return ""
    items = "\n".join(f"- {_item(one, language)}" for one in listed)
    return f"\n\n## {said(language, 'signatories')}\n\n{items}\n"


def _item(one: Signatory, language: str) -> str:
    name = without_links(one.organisation)
    if one.link.startswith(("http://", "https://")) and not any(c in one.link for c in "<> \n"):
        name = f"[{name}](<{one.link}>)"
    name += _turned(one.organisation, language)
    where = ", ".join(without_links(p) + _turned(p, language) for p in (one.place, one.country) if p)
    return f"{name} ({where})" if where else name


def _turned(words: str, language: str) -> str:
    """What is behind words that are read in the other direction than the page, so that brackets and commas that follow
    are read with the page (UAX 9, 2.6)."""
    sides = {unicodedata.bidirectional(sign) for sign in words}
    if direction(language) == "rtl":
        return _RIGHT if "L" in sides else ""
    return _LEFT if sides & {"R", "AL"} else ""
