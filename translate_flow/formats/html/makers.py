"""What made an HTML text, as it shows in it: Word and Outlook, or somebody who typed paragraphs into a classic editor."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from ...markup.signs import are_signs
from .tokens import Attribute

_WORD = re.compile(r"urn:schemas-microsoft-com:office|<meta[^>]*Microsoft Word", re.IGNORECASE)
_HEAD = 4_000
"""Characters in which Word names itself."""
_PAGE = re.compile(r"<(?:!doctype|html|head|body|title)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<p[\s>]|<br\b", re.IGNORECASE)
LISTED = re.compile(r"mso-list:\s*l\d+\s+level(\d)")
"""What Word makes of an item of a list."""
_LIST_SIGN = re.compile(r"mso-list:\s*Ignore", re.IGNORECASE)
"""What Word puts around the sign of an item."""


_ICONS = re.compile(r"material-(?:icons|symbols)(?:-\w+)?", re.IGNORECASE)
"""Classes whose words a font draws as icons."""
_FEW = 60
"""Characters of signs beside each other."""
_FAMILY = re.compile(r"font-family:\s*([^;]+)", re.IGNORECASE)


def is_sign(values: Mapping[str, Attribute], text: str, after: int) -> bool:
    """Whether what is in an inline element is not text: the sign of a list's item of Word, an icon, letters of Wingdings.

    `after`: where in the page its start tag ends.
    """
    if "style" in values and _LIST_SIGN.search(values["style"].value):
        return True
    if "class" in values and any(map(_ICONS.fullmatch, values["class"].value.split())):
        return True
    font = _font(values)
    end = text.find("<", after, after + _FEW) if font else -1
    return end > 0 and text.startswith("</", end) and are_signs(html.unescape(text[after:end]), font)


def _font(values: Mapping[str, Attribute]) -> str:
    """The font that an inline element sets; empty if it sets none."""
    if "face" in values:
        return values["face"].value
    match = _FAMILY.search(values["style"].value) if "style" in values else None
    return match[1].strip() if match else ""


def by_word(text: str) -> bool:
    """Whether Word or Outlook made it; each run of its text says some language or other."""
    return _WORD.search(text, 0, _HEAD) is not None


def is_part(text: str) -> bool:
    """Whether it is the text of a page, not a page: what an editor of pages keeps, with its plugins' tags."""
    return _PAGE.search(text) is None


def has_paragraphs(text: str) -> bool:
    """Whether it has tags for its paragraphs or lines."""
    return _PARAGRAPH.search(text) is not None
