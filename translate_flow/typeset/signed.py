"""The list of signatories below a statement, as Markdown."""

from __future__ import annotations

from ..imprint import Signatory
from ..model import Edition
from .credits import said
from .escaped import without_links


def signed(edition: Edition, language: str) -> str:
    """A heading and a list in that language (a BCP 47 tag), a blank line before it; empty if there is no list."""
    listed = edition.signatories.get(language, ())
    if not listed:
        return ""
    items = "\n".join(f"- {_item(one)}" for one in listed)
    return f"\n\n## {said(language, 'signatories')}\n\n{items}\n"


def _item(one: Signatory) -> str:
    name = without_links(one.organisation)
    if one.link.startswith(("http://", "https://")) and not any(c in one.link for c in "<> \n"):
        name = f"[{name}](<{one.link}>)"
    where = ", ".join(without_links(part) for part in (one.place, one.country) if part)
    return f"{name} ({where})" if where else name
