"""Letters and signs that a text has as character references, as HTML and Markdown allow: `R&iacute;os`, `41&nbsp;personas`."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator

from .plain import HIDDEN

_REFERENCE = r"&(?:[a-zA-Z][a-zA-Z0-9]{1,8}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});"
_PIECE = re.compile(
    rf"\\.|(?<![^\\]`)(`+)(?!`)[^`](?:.|\n)*?(?<!`)\1(?!`)|\]\([^()\s]*(?:[ \n][^()]*)?\)|<[^<>\n]*>|\[[^\[\]\n]*\](?!\()|(?P<reference>{_REFERENCE})"
)
"""References, and before them what is kept as it is: escapes, code, addresses, tags, names of links and notes."""
_ASCII = frozenset("\"'")
"""Characters that mean nothing to Markdown or HTML; the others of their kind stay references."""


def has_references(text: str) -> bool:
    """Whether a text may have character references, told quickly."""
    return "&" in text and ";" in text


def lettered(text: str) -> str:
    """The text with the characters that its references stand for, but for those that would be markup: `&lt;`, `&amp;`, `&#42;`.

    Invisible ones and blanks at either end stay references too.
    """
    if not has_references(text):
        return text
    out, at = [], 0
    for start, end, seen in _references(text):
        out += [text[at:start], seen]
        at = end
    return "".join([*out, text[at:]])


def place_in(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Where a stretch of the lettered text is in the text itself."""
    shift = 0
    places, shifts = [0], [0]
    for start, end, seen in _references(text):
        places.append(start - shift + len(seen))
        shift += end - start - len(seen)
        shifts.append(shift)
    first, last = span
    return first + shifts[bisect_right(places, first) - 1], last + shifts[bisect_right(places, last) - 1]


def _references(text: str) -> Iterator[tuple[int, int, str]]:
    for found in _PIECE.finditer(text):
        reference = found["reference"]
        if reference is None:
            continue
        seen = html.unescape(reference)
        start, end = found.span()
        edge = seen.isspace() and (not text[:start].strip() or not text[end:].strip())
        if len(seen) == 1 and not edge and _is_shown(seen):
            yield start, end, seen


def _is_shown(char: str) -> bool:
    if char.isascii():
        return char.isalpha() or char in _ASCII
    return char not in HIDDEN and (char.isprintable() or char.isspace()) and char not in "\x85\u2028\u2029"
