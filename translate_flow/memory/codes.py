"""What stays of an inline element when its native code is left out of a text. Pure."""

from __future__ import annotations

import re

_BREAK = re.compile(
    r"<\s*+/?\s*+(?:br|lb|p|div|li|tr|td|th|h[1-6])\b|\\(?:par|line|n)\b|^(?=\s*[\r\n])\s*+$", re.IGNORECASE
)
_BREAKS = frozenset({"lb", "pb", "x-lb", "x-br", "br", "x-tab", "tab"})
_CUT = re.compile(r"(.?)((?:\0[\n ]?\0)+)(.?)", re.DOTALL)


def between(element: str, kind: str, code: str) -> str:
    """What a code leaves: a line break, a blank where words would run together, or nothing.

    `element` is its TMX name, `kind` its `type`, `code` the native code in it. A pair of codes (`bpt`, `ept`) may
    stand inside a word, as bold letters do; a lone one does not.
    """
    if kind.casefold() in _BREAKS or _BREAK.search(code):
        return "\n"
    return " " if element in ("ph", "it", "ut") else ""


def joined(text: str) -> str:
    """The text with each code's remainder, given between two U+0000, put in where words would run together."""
    return _CUT.sub(_put, text) if "\0" in text else text


def _put(found: re.Match[str]) -> str:
    left, codes, right = found.groups()
    if "\n" in codes:
        return f"{left}\n{right}" if left.strip() and right.strip() else f"{left}{right}"
    blank = " " in codes and left.isalnum() and right.isalnum()
    return f"{left} {right}" if blank else f"{left}{right}"
