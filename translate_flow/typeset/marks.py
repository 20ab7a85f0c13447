"""Marks that tell which unit a block of generated Markdown holds.

They are Unicode noncharacters, which no text for interchange contains (Unicode, section 23.7).
"""

from __future__ import annotations

import re

_MARK = re.compile("\ufdd0([0-9]+)\ufdd1[ \n]?")


def marked(ordinal: int, text: str) -> str:
    """The text with the unit's ordinal before it."""
    return f"\ufdd0{ordinal}\ufdd1 {text}"


def unmarked(text: str) -> tuple[int | None, str]:
    """The ordinal in front of a text, or of the alternative text it begins with, and the text without marks."""
    found = _MARK.search(text)
    return (int(found[1]) if found else None), _MARK.sub("", text)
