"""What made an HTML text, as it shows in it: Word and Outlook, or somebody who typed paragraphs into a classic editor."""

from __future__ import annotations

import re

_WORD = re.compile(r"urn:schemas-microsoft-com:office|<meta[^>]*Microsoft Word", re.IGNORECASE)
_HEAD = 4_000
"""Characters in which Word names itself."""
_PAGE = re.compile(r"<(?:!doctype|html|head|body|title)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<p[\s>]|<br\b", re.IGNORECASE)
LISTED = re.compile(r"mso-list:\s*l\d+\s+level(\d)")
"""What Word makes of an item of a list."""
LIST_SIGN = re.compile(r"mso-list:\s*Ignore", re.IGNORECASE)
"""What Word puts around the sign of an item."""


def by_word(text: str) -> bool:
    """Whether Word or Outlook made it; each run of its text says some language or other."""
    return _WORD.search(text, 0, _HEAD) is not None


def is_classic(text: str) -> bool:
    """Whether it is the text of a page, not a page, and its lines mean something."""
    return _PAGE.search(text) is None and "\n" in text


def has_paragraphs(text: str) -> bool:
    """Whether it has tags for its paragraphs or lines."""
    return _PARAGRAPH.search(text) is not None
