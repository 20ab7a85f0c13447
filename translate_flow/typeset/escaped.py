"""Plain text as Markdown that reads the same (CommonMark 0.31, GitHub's extensions heeded)."""

from __future__ import annotations

import re

STAND_IN = "\U000f0000"
"""Stands for an inline mark while the text around it is escaped: a private character, which no statement needs."""
_URL = re.compile(rf"(?:https?://|mailto:)[^\s<>\"\\`|{STAND_IN}]*[^\s<>\"\\`|.,;:!?*_)\]}}'’”»{STAND_IN}]")
_SPECIAL = re.compile(r"[\\`*\[<~|]|(?<![^\W_])_|_(?![^\W_])|&(?=#|\w+;)")
_OPENING = re.compile(r"#{1,6}(?=\s|$)|[-+](?=\s|$)|>|[-:=][-:=\s]*$|\d{1,9}(?=[.)](?:\s|$))")


def escaped(text: str) -> str:
    """The text with Markdown's characters escaped; line breaks stay, web addresses become links."""
    pieces, at = [], 0
    for url in _URL.finditer(text):
        pieces += [_SPECIAL.sub(r"\\\g<0>", text[at : url.start()]), f"<{url[0]}>"]
        at = url.end()
    pieces.append(_SPECIAL.sub(r"\\\g<0>", text[at:]))
    lines = [line.strip() for line in "".join(pieces).split("\n")]
    return "\\\n".join(_guarded(line) for line in lines if line)


def without_links(text: str) -> str:
    """The text with Markdown's characters escaped, to stand within a line; web addresses stay as they are."""
    return _SPECIAL.sub(r"\\\g<0>", text).replace("\n", " ")


def _guarded(line: str) -> str:
    """The line, not to be taken for a heading, list, quotation or rule."""
    found = _OPENING.match(line)
    if not found:
        return line
    # An ordinal cannot be escaped, but the sign behind it can.
    at = found.end() if found[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"
