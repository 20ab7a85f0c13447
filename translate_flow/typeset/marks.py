"""Marks that tell which unit a block of generated Markdown holds, and with which sign a list's item begins.

They are Unicode noncharacters, which no text for interchange contains (Unicode, section 23.7).
"""

from __future__ import annotations

import re

_MARK = re.compile("\ufdd0([0-9]+)\ufdd1[ \n]?")


_LABEL = re.compile("\ufdd2([^\ufdd3]*)\ufdd3")


def label_mark(label: str) -> str:
    """What is at the beginning of an item's text for a sign that Markdown does not know."""
    return f"\ufdd2{label}\ufdd3"


def split_label(text: str) -> tuple[str, str]:
    """The sign that an item's text begins with, and the text without it."""
    found = _LABEL.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def split_mark(text: str) -> tuple[str, str]:
    """The unit's mark that a text begins with, if it has one, and the rest."""
    found = _MARK.match(text)
    return (found[0], text[found.end() :]) if found else ("", text)


def marked(ordinal: int, text: str) -> str:
    """The text with the unit's ordinal before it."""
    return f"\ufdd0{ordinal}\ufdd1 {text}"


def unmarked(text: str) -> tuple[int | None, str]:
    """The ordinal in front of a text, or of the alternative text it begins with, and the text without marks."""
    found = _MARK.search(text)
    return (int(found[1]) if found else None), _MARK.sub("", text)


def has_mark(text: str) -> bool:
    """Whether there is a unit's mark in a text."""
    return "\ufdd0" in text


def marks_in(text: str) -> int:
    """How many marks of units are in a text."""
    return text.count("\ufdd0")


def units_in(text: str) -> list[int]:
    """The ordinals of the units whose marks are in a text."""
    return [int(found) for found in _MARK.findall(text)]
